import fc from 'fast-check';
import { DateTime } from 'luxon';
import { businessLater, businessMinutes } from './businessTime';
import { Plant, WEEKDAYS, WorkCalendar, WorkShift } from './workCalendar';

const office: WorkCalendar = {
  workdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
  hours: { from: '08:00', to: '17:00' },
  holidays: 'cn',
};
const plant: Plant = {
  timeZone: 'Asia/Shanghai',
  holidays: new Map([
    [
      'cn',
      {
        off: new Set(['2026-01-01', '2026-01-02', '2026-01-03']),
        work: new Set(['2026-01-04']),
      },
    ],
  ]),
};

/** Plant time as UTC, and back. */
const utc = (local: string) =>
  DateTime.fromISO(local, { zone: 'Asia/Shanghai' }).toUTC().toISO() ?? '';
const later = (local: string, duration: string, calendar = office) =>
  DateTime.fromISO(businessLater(utc(local), duration, calendar, plant), {
    zone: 'Asia/Shanghai',
  }).toFormat('yyyy-MM-dd HH:mm');

describe('working time', () => {
  it.each([
    ['days of a week', '2025-12-08T10:30', 'P3D', '2025-12-11 10:30'],
    ['over a weekend', '2025-12-11T10:30', 'P3D', '2025-12-16 10:30'],
    ['from a Saturday', '2025-12-13T10:30', 'P1D', '2025-12-16 08:00'],
    ['from an evening', '2025-12-08T21:00', 'P1D', '2025-12-10 08:00'],
    ['from the early morning', '2025-12-08T05:00', 'P1D', '2025-12-09 08:00'],
    [
      'over holidays and a day worked in exchange',
      '2025-12-31T09:00',
      'P2D',
      '2026-01-05 09:00',
    ],
    [
      'on a Sunday that is worked',
      '2026-01-04T09:00',
      'PT2H',
      '2026-01-04 11:00',
    ],
    ['hours of a day', '2025-12-08T10:30', 'PT4H', '2025-12-08 14:30'],
    ['hours over a night', '2025-12-08T15:00', 'PT4H', '2025-12-09 10:00'],
    ['hours over a weekend', '2025-12-12T15:00', 'PT4H', '2025-12-15 10:00'],
    ['up to the end of a day', '2025-12-08T15:00', 'PT2H', '2025-12-08 17:00'],
    ['days and hours', '2025-12-08T15:00', 'P1DT4H', '2025-12-10 10:00'],
    ['no time at all', '2025-12-13T15:00', 'PT0S', '2025-12-15 08:00'],
  ])('counts %s', (_, moment, duration, expected) => {
    expect(later(moment, duration)).toBe(expected);
  });

  it('runs through where a plant works around the clock', () => {
    const shifts: WorkCalendar = {
      workdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      hours: { from: '00:00', to: '24:00' },
    };
    expect(later('2025-12-31T22:00', 'PT15M', shifts)).toBe('2025-12-31 22:15');
    expect(later('2025-12-31T22:00', 'PT4H', shifts)).toBe('2026-01-01 02:00');
    expect(later('2025-12-31T22:00', 'P7D', shifts)).toBe('2026-01-07 22:00');
  });

  it('keeps the time of day when clocks are set forward', () => {
    const berlin = { ...office, timezone: 'Europe/Berlin' };
    const friday = '2026-03-27T09:00:00.000Z';
    expect(businessLater(friday, 'P1D', berlin, plant)).toBe(
      '2026-03-30T08:00:00.000Z',
    );
  });

  it('keeps the time of day over a day that does not have it', () => {
    // In Cairo clocks go from 24:00 on Thursday 23 April to 01:00.
    const cairo: WorkCalendar = {
      workdays: ['mon', 'thu', 'fri'],
      hours: { from: '00:00', to: '24:00' },
      timezone: 'Africa/Cairo',
    };
    const thursday = '2026-04-22T22:30:00.000Z';
    expect(businessLater(thursday, 'P2D', cairo, plant)).toBe(
      '2026-04-26T21:30:00.000Z',
    );
  });

  it('knows no holidays without a plant', () => {
    expect(businessLater('2026-01-01T09:00:00.000Z', 'P1D', office)).toBe(
      '2026-01-02T09:00:00.000Z',
    );
  });
});

const weekdays: WorkShift['days'] = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** A lunch break, and a short Saturday. */
const workshop: WorkCalendar = {
  shifts: [
    { days: weekdays, from: '08:00', to: '12:00' },
    { days: weekdays, from: '13:00', to: '17:00' },
    { days: ['sat'], from: '08:00', to: '12:00' },
  ],
  holidays: 'cn',
};

/** Two shifts from Monday to Saturday. */
const line: WorkCalendar = {
  shifts: [
    { days: [...weekdays, 'sat'], from: '20:00', to: '08:00' },
    { days: [...weekdays, 'sat'], from: '08:00', to: '20:00' },
  ],
  holidays: 'cn',
};

describe('working time in shifts', () => {
  it.each([
    ['over lunch', workshop, '2025-12-08T11:00', 'PT2H', '2025-12-08 14:00'],
    ['from lunch', workshop, '2025-12-08T12:20', 'PT1H', '2025-12-08 14:00'],
    ['up to lunch', workshop, '2025-12-08T11:00', 'PT1H', '2025-12-08 12:00'],
    ['on Saturday', workshop, '2025-12-12T16:00', 'PT4H', '2025-12-13 11:00'],
    ['after it', workshop, '2025-12-13T11:00', 'PT2H', '2025-12-15 09:00'],
    ['a short day', workshop, '2025-12-12T15:00', 'P1D', '2025-12-15 08:00'],
    ['its morning', workshop, '2025-12-12T09:00', 'P1D', '2025-12-13 09:00'],
    [
      'more than a day',
      workshop,
      '2025-12-08T08:00',
      'PT30H',
      '2025-12-11 15:00',
    ],
    // As long as on the first working day of the week.
    [
      'a Sunday worked',
      workshop,
      '2025-12-31T16:00',
      'PT6H',
      '2026-01-04 14:00',
    ],
    ['at night', line, '2025-12-09T02:00', 'PT4H', '2025-12-09 06:00'],
    ['into the day', line, '2025-12-09T07:00', 'PT4H', '2025-12-09 11:00'],
    ['into Sunday', line, '2025-12-13T22:00', 'PT4H', '2025-12-14 02:00'],
    ['over Sunday', line, '2025-12-14T06:00', 'PT4H', '2025-12-15 10:00'],
    ['Saturday night', line, '2025-12-14T02:00', 'P1D', '2025-12-16 02:00'],
    // The night before a holiday is worked to its end.
    ['into a holiday', line, '2025-12-31T22:00', 'PT12H', '2026-01-04 10:00'],
  ] as const)('counts %s', (_, calendar, moment, duration, expected) => {
    expect(later(moment, duration, calendar)).toBe(expected);
  });

  it('is told in minutes, with breaks and nights left out', () => {
    const minutes = (since: string, until: string, calendar: WorkCalendar) =>
      businessMinutes(utc(since), utc(until), calendar, plant);
    expect([
      minutes('2025-12-08T11:00', '2025-12-08T14:30', workshop),
      minutes('2025-12-12T16:00', '2025-12-15T08:30', workshop),
      minutes('2025-12-13T22:00', '2025-12-15T09:00', line),
      minutes('2025-12-14T09:00', '2025-12-14T20:00', line),
    ]).toEqual([150, 330, 660, 0]);
  });

  it('counts a shift over the change of clocks as long as it is', () => {
    const berlin = {
      shifts: [{ days: ['sat' as const], from: '20:00', to: '08:00' }],
      timezone: 'Europe/Berlin',
    };
    const minutes = (day: string) =>
      businessMinutes(`${day}T12:00:00Z`, `${day}T23:59:59Z`, berlin) +
      businessMinutes(
        `${day}T23:59:59Z`,
        `${day.slice(0, 8)}31T00:00Z`,
        berlin,
      );
    expect([minutes('2026-03-28'), minutes('2026-10-24')]).toEqual([
      11 * 60 - 1,
      13 * 60 - 1,
    ]);
  });
});

const HOUR = 60 * 60_000;
const ZONES = ['Asia/Shanghai', 'Europe/Berlin', 'Africa/Cairo'];

/** Shifts that begin and end on the hour, and do not overlap. */
const anyCalendar: fc.Arbitrary<WorkCalendar> = fc
  .record({
    cuts: fc.uniqueArray(fc.integer({ min: 0, max: 168 }), {
      ...{ minLength: 2, maxLength: 16 },
    }),
    timezone: fc.constantFrom(...ZONES),
    holidays: fc.constantFrom('cn', undefined),
  })
  .map(({ cuts, timezone, holidays }) => {
    const sorted = [...cuts].sort((a, b) => a - b);
    const clock = (hour: number) => `${String(hour % 24).padStart(2, '0')}:00`;
    const shifts = sorted.slice(1).flatMap((to, place): WorkShift[] => {
      const from = sorted[place];
      const isWork = place % 2 === 0 && to - from < 24;
      const days = [WEEKDAYS[Math.floor(from / 24)]];
      return isWork ? [{ days, from: clock(from), to: clock(to) }] : [];
    });
    return { shifts, timezone, holidays };
  })
  .filter(({ shifts }) => shifts.length > 0);

// Both changes of clocks of Berlin and of Cairo, and holidays, lie in here.
const anyMoment = fc
  .integer({ min: 0, max: 400 * 24 * 4 })
  .map(quarter =>
    new Date(Date.UTC(2025, 11, 1) + (quarter * HOUR) / 4).toISOString(),
  );
const anyHours = fc.integer({ min: 1, max: 100 });
const RUNS = { numRuns: 300 };

/** Whether somebody works at a moment: asked of the clock on the wall. */
function isWorked(
  moment: number,
  { shifts = [], timezone, holidays }: WorkCalendar,
) {
  const now = DateTime.fromMillis(moment, { zone: timezone });
  const [first] = WEEKDAYS.filter(day =>
    shifts.some(({ days }) => days.includes(day)),
  );
  return [0, 1].some(ago => {
    const day = now.startOf('day').minus({ days: ago });
    const date = day.toISODate() ?? '';
    const list = plant.holidays.get(holidays ?? '');
    const isSwapped = list?.work.has(date);
    const weekday = isSwapped ? first : WEEKDAYS[day.weekday - 1];
    const time = now.hour + now.minute / 60 + ago * 24;
    return shifts.some(({ days, from, to }) => {
      const [begins, ends] = [from, to].map(one => Number(one.slice(0, 2)));
      const until = ends > begins ? ends : ends + 24;
      const isOff = list?.off.has(date) && !isSwapped;
      return !isOff && days.includes(weekday) && time >= begins && time < until;
    });
  });
}

describe('working time, whatever the shifts', () => {
  const add = (moment: string, duration: string, calendar: WorkCalendar) =>
    businessLater(moment, duration, calendar, plant);

  it('is what the clock on the wall says, quarter by quarter', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyMoment,
        fc.integer({ min: 1, max: 12 }),
        (calendar, moment, quarters) => {
          const ends = add(moment, `PT${quarters * 15}M`, calendar);
          let at = Date.parse(moment);
          let worked = 0;
          while (worked < quarters) {
            worked += isWorked(at, calendar) ? 1 : 0;
            at += HOUR / 4;
          }
          expect(ends).toBe(new Date(at).toISOString());
          expect(businessMinutes(moment, ends, calendar, plant)).toBe(
            quarters * 15,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('adds up: so long and so long again is both together', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyMoment,
        anyHours,
        anyHours,
        (calendar, moment, one, other) => {
          const twice = add(
            add(moment, `PT${one}H`, calendar),
            `PT${other}H`,
            calendar,
          );
          expect(twice).toBe(add(moment, `PT${one + other}H`, calendar));
        },
      ),
      RUNS,
    );
  });

  it('never comes earlier for what begins later or takes longer', () => {
    const anySpan = fc.tuple(
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 0, max: 50 }),
    );
    fc.assert(
      fc.property(
        anyCalendar,
        anyMoment,
        anyMoment,
        anySpan,
        (calendar, one, other, [days, hours]) => {
          const [early, late] = [one, other].sort();
          const duration = `P${days}DT${hours + 1}H`;
          const ends = add(early, duration, calendar);
          expect(ends <= add(late, duration, calendar)).toBe(true);
          expect(ends <= add(early, `P${days}DT${hours + 2}H`, calendar)).toBe(
            true,
          );
          expect(ends > early).toBe(true);
          // It ends in working time, or at its very end.
          expect(isWorked(Date.parse(ends) - 1, calendar)).toBe(true);
        },
      ),
      RUNS,
    );
  });

  it('has days that add up where every working day is like the others', () => {
    const days = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(
        fc.constantFrom(office, line),
        anyMoment,
        days,
        days,
        (calendar, moment, one, other) => {
          const twice = add(
            add(moment, `P${one}D`, calendar),
            `P${other}D`,
            calendar,
          );
          expect(twice).toBe(add(moment, `P${one + other}D`, calendar));
        },
      ),
      RUNS,
    );
  });
});

describe('working time over years', () => {
  const minute: WorkCalendar = {
    shifts: [{ days: ['mon'], from: '08:00', to: '08:01' }],
    timezone: 'Europe/Berlin',
  };
  const moment = '2026-01-05T00:00:00.000Z';

  const timeOf = (work: () => string) => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  };

  it('takes no time to work out', () => {
    const times = Array.from({ length: 41 }, (_, count) =>
      timeOf(() => {
        businessLater(moment, `P${count + 1000}D`, line, plant);
        return businessLater(moment, `PT${count + 8000}H`, workshop, plant);
      }),
    );
    const [median] = times.sort((a, b) => a - b).slice(20);
    expect(median).toBeLessThan(3);
  });

  it('ends after thirty years at the latest', () => {
    for (const long of ['P99999999D', 'PT99999999999H', 'P99999DT9999999H']) {
      expect(businessLater(moment, long, minute)).toMatch(/^20[5-8]\d/);
      const once = timeOf(() => businessLater(moment, long, minute));
      expect(once).toBeLessThan(300);
    }
    const never = new Map([
      ['cn', { off: everyDay(), work: new Set<string>() }],
    ]);
    const closed = { timeZone: 'utc', holidays: never };
    expect(businessLater(moment, 'PT1H', office, closed)).toMatch(/^2056/);
    expect(businessLater(moment, 'P1D', office, closed)).toMatch(/^20[5-8]\d/);
  });
});

function everyDay(): Set<string> {
  const days = Array.from({ length: 60 * 366 }, (_, day) =>
    new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
  );
  return new Set(days);
}
