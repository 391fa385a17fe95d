import { DateTime } from 'luxon';
import { Plant, Weekday, WorkCalendar } from './workCalendar';
import { dueJudge } from './dueJudge';

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

const utc = (local: string, zone: string) =>
  DateTime.fromISO(local, { zone }).toUTC().toISO() ?? '';

function judge(
  now: string,
  dueAt: string,
  calendar?: WorkCalendar,
): (string | number | boolean | undefined)[] {
  const zone = calendar?.timezone ?? plant.timeZone;
  const judgeNow = dueJudge(calendar, utc(now, zone), plant);
  const standing = judgeNow(utc(dueAt, zone), calendar !== undefined);
  return [standing.standing, standing.minutesLeft];
}

describe('how a due time stands in working time', () => {
  it.each([
    ['later today', '2025-12-08T10:30', '2025-12-08T14:30', 'soon', 240],
    ['this very moment', '2025-12-08T10:30', '2025-12-08T10:30', 'soon', 0],
    [
      'a second ago',
      '2025-12-08T10:30:01',
      '2025-12-08T10:30',
      'late',
      undefined,
    ],
    ['over night', '2025-12-08T15:00', '2025-12-09T10:00', 'soon', 240],
    [
      'nearly a working day',
      '2025-12-08T10:30',
      '2025-12-09T10:29',
      'soon',
      539,
    ],
    [
      'a working day',
      '2025-12-08T10:30',
      '2025-12-09T10:30',
      'onTime',
      undefined,
    ],
    ['over a weekend', '2025-12-12T15:00', '2025-12-15T10:00', 'soon', 240],
    [
      'Monday, seen on Saturday',
      '2025-12-13T10:00',
      '2025-12-15T09:00',
      'soon',
      60,
    ],
    [
      'Tuesday, seen on Saturday',
      '2025-12-13T10:00',
      '2025-12-16T09:00',
      'onTime',
      undefined,
    ],
    [
      'Sunday, seen on Saturday',
      '2025-12-13T10:00',
      '2025-12-14T10:00',
      'soon',
      0,
    ],
    ['after holidays', '2025-12-31T16:00', '2026-01-04T09:00', 'soon', 120],
    [
      'a Sunday that is worked',
      '2025-12-31T16:00',
      '2026-01-04T16:00',
      'onTime',
      undefined,
    ],
  ])('%s', (_, now, dueAt, standing, minutesLeft) => {
    expect(judge(now, dueAt, office)).toEqual([standing, minutesLeft]);
  });

  const weekdays: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
  const workshop: WorkCalendar = {
    shifts: [
      { days: weekdays, from: '08:00', to: '12:00' },
      { days: weekdays, from: '13:00', to: '17:00' },
      { days: ['sat'], from: '08:00', to: '12:00' },
    ],
  };
  const nights: WorkCalendar = {
    shifts: [{ days: weekdays, from: '20:00', to: '08:00' }],
    holidays: 'cn',
  };

  it.each([
    [
      'over lunch',
      workshop,
      ...['2025-12-08T11:00', '2025-12-08T14:00', 'soon'],
      120,
    ],
    [
      'on a short Saturday',
      workshop,
      ...['2025-12-12T15:00', '2025-12-13T11:00', 'soon'],
      300,
    ],
    // What is left of Friday and the whole of Saturday is less than a day.
    [
      'after a short Saturday',
      workshop,
      ...['2025-12-12T15:00', '2025-12-15T08:00', 'onTime'],
      undefined,
    ],
    [
      'in the same night',
      nights,
      ...['2025-12-12T22:00', '2025-12-13T02:00', 'soon'],
      240,
    ],
    [
      'after a weekend, seen on its first morning',
      nights,
      ...['2025-12-13T07:00', '2025-12-15T21:00', 'soon'],
      120,
    ],
    [
      'seen on the morning of a holiday',
      nights,
      ...['2026-01-01T07:00', '2026-01-04T20:30', 'soon'],
      90,
    ],
    [
      'a moment ago, outside working time',
      nights,
      ...['2025-12-13T12:01', '2025-12-13T12:00', 'late'],
      undefined,
    ],
  ] as const)(
    'in shifts, %s',
    (_, calendar, now, dueAt, standing, minutesLeft) => {
      expect(judge(now, dueAt, calendar)).toEqual([standing, minutesLeft]);
    },
  );

  it('counts in the zone of the calendar, also when clocks are set forward', () => {
    const berlin = {
      ...office,
      timezone: 'Europe/Berlin',
      holidays: undefined,
    };
    const shifts: WorkCalendar = {
      ...berlin,
      workdays: ['sat', 'sun'],
      hours: { from: '00:00', to: '24:00' },
    };
    expect(judge('2025-12-08T16:30', '2025-12-09T08:30', berlin)).toEqual([
      'soon',
      60,
    ]);
    // On 29 March 2026 there is no time between two and three.
    expect(judge('2026-03-29T01:00', '2026-03-29T04:00', shifts)).toEqual([
      'soon',
      120,
    ]);
  });

  it('counts all time where a workflow has no calendar', () => {
    const friday = '2025-12-12T15:00';
    expect(judge(friday, '2025-12-13T14:59')).toEqual(['soon', 1439]);
    expect(judge(friday, '2025-12-13T15:00')).toEqual(['onTime', undefined]);
    expect(judge(friday, '2025-12-12T14:59')).toEqual(['late', undefined]);
  });

  it('counts all time where a due time was counted so, calendar or not', () => {
    const zone = plant.timeZone;
    const judgeNow = dueJudge(office, utc('2025-12-12T15:00', zone), plant);
    const both = (dueAt: string) =>
      [true, false].map(inWorkingTime => {
        const { standing, minutesLeft } = judgeNow(
          utc(dueAt, zone),
          inWorkingTime,
        );
        return [standing, minutesLeft];
      });
    expect(both('2025-12-13T14:00')).toEqual([
      ['soon', 120],
      ['soon', 1380],
    ]);
    expect(both('2025-12-15T10:00')).toEqual([
      ['soon', 240],
      ['onTime', undefined],
    ]);
    expect(both('2025-12-12T14:59')).toEqual([
      ['late', undefined],
      ['late', undefined],
    ]);
  });

  it('says whether the time left is working time', () => {
    const now = '2025-12-08T02:00:00.000Z';
    expect(dueJudge(office, now, plant)(now, true).working).toBe(true);
    expect(dueJudge(office, now, plant)(now, false).working).toBe(false);
    expect(dueJudge(undefined, now, plant)(now, true).working).toBe(false);
  });
});
