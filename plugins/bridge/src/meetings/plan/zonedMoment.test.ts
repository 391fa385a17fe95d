import { momentIn, wallClockIn } from './zonedMoment';

describe('the clock of a plant', () => {
  it.each([
    ['Asia/Shanghai', '2026-01-12', '14:00', '2026-01-12T14:00:00+08:00'],
    ['Asia/Shanghai', '2026-01-01', '00:00', '2026-01-01T00:00:00+08:00'],
    ['UTC', '2026-07-01', '09:30', '2026-07-01T09:30:00+00:00'],
    ['Asia/Kolkata', '2026-03-01', '23:45', '2026-03-01T23:45:00+05:30'],
    ['Europe/Berlin', '2026-01-15', '08:00', '2026-01-15T08:00:00+01:00'],
    ['Europe/Berlin', '2026-07-15', '08:00', '2026-07-15T08:00:00+02:00'],
    ['Europe/Berlin', '2026-03-29', '01:30', '2026-03-29T01:30:00+01:00'],
    ['Europe/Berlin', '2026-03-29', '03:30', '2026-03-29T03:30:00+02:00'],
    ['Europe/Berlin', '2026-10-25', '01:30', '2026-10-25T01:30:00+02:00'],
    ['America/New_York', '2026-03-08', '03:30', '2026-03-08T03:30:00-04:00'],
    ['America/New_York', '2026-11-01', '08:00', '2026-11-01T08:00:00-05:00'],
    ['America/St_Johns', '2026-01-15', '08:00', '2026-01-15T08:00:00-03:30'],
  ])('in %s on %s at %s is %s, and back', (zone, day, time, moment) => {
    expect(momentIn(zone, day, time)).toBe(moment);
    expect(wallClockIn(zone, moment)).toEqual({ day, time });
  });

  it('reads a time that the zone leaves out with the offset before', () => {
    const moment = momentIn('Europe/Berlin', '2026-03-29', '02:30');
    expect(moment).toBe('2026-03-29T02:30:00+01:00');
    expect(wallClockIn('Europe/Berlin', moment).time).toBe('03:30');
  });
});
