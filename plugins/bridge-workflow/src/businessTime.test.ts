import { DateTime } from 'luxon';
import { businessLater, Plant, WorkCalendar } from './businessTime';

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
