import { DateTime, Duration } from 'luxon';

/** A day of the week as files name it. @public */
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** Days of the week, Monday first. @internal */
export const WEEKDAYS = [
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
] as const satisfies Weekday[];

/** When the people of a workflow work. @public */
export interface WorkCalendar {
  /** An IANA time zone; the plant's where it is left out. */
  timezone?: string;
  workdays: Weekday[];
  /** From when until when on a working day, as `HH:mm`; at most `24:00`. */
  hours: { from: string; to: string };
  /** The list of holidays that applies. */
  holidays?: string;
}

/** Days, as `YYYY-MM-DD`, on which it is otherwise than the week says. @public */
export interface Holidays {
  /** Nobody works. */
  off: ReadonlySet<string>;
  /** People work, in exchange for another day; it stands above `off`. */
  work: ReadonlySet<string>;
}

/** What a plant tells its workflows of time. @public */
export interface Plant {
  timeZone: string;
  /** The lists of holidays by their ids. */
  holidays: ReadonlyMap<string, Holidays>;
}

const UTC: Plant = { timeZone: 'utc', holidays: new Map() };

interface Week {
  calendar: WorkCalendar;
  holidays?: Holidays;
}

/**
 * A moment so much working time after another: `P3D` is the same time of day
 * three working days later, `PT4H` four hours of working time. What begins
 * outside working time counts from when work begins again.
 *
 * @param duration - ISO 8601, in days, hours, minutes and seconds
 * @returns ISO 8601, UTC, with milliseconds
 * @internal
 */
export function businessLater(
  moment: string,
  duration: string,
  calendar: WorkCalendar,
  plant: Plant = UTC,
): string {
  const zone = calendar.timezone ?? plant.timeZone;
  const holidays = plant.holidays.get(calendar.holidays ?? '');
  const week = { calendar, holidays };
  const { days, ...time } = Duration.fromISO(duration)
    .shiftTo('days', 'hours', 'minutes', 'seconds')
    .toObject();
  const begun = nextOpening(week, DateTime.fromISO(moment, { zone }));
  const onDay = addWorkdays(week, begun, days ?? 0);
  const ended = addTime(week, onDay, Duration.fromObject(time).toMillis());
  return ended.toUTC().toISO() as string;
}

/**
 * The whole minutes of working time between two moments.
 *
 * @internal
 */
export function businessMinutes(
  since: string,
  until: string,
  calendar: WorkCalendar,
  plant: Plant = UTC,
): number {
  const zone = calendar.timezone ?? plant.timeZone;
  const holidays = plant.holidays.get(calendar.holidays ?? '');
  const week = { calendar, holidays };
  const [begun, ended] = [since, until].map(at =>
    DateTime.fromISO(at, { zone }),
  );
  let worked = 0;
  for (
    let day = begun.startOf('day');
    day < ended;
    day = day.plus({ days: 1 })
  ) {
    if (isWorkday(week, day)) {
      const opening = DateTime.max(begun, atTime(day, calendar.hours.from));
      const closing = DateTime.min(ended, atTime(day, calendar.hours.to));
      worked += Math.max(0, closing.toMillis() - opening.toMillis());
    }
  }
  return Math.floor(worked / 60_000);
}

function isWorkday({ calendar, holidays }: Week, at: DateTime): boolean {
  const day = at.toISODate() ?? '';
  if (holidays?.work.has(day)) {
    return true;
  }
  const weekday = WEEKDAYS[at.weekday - 1];
  return !holidays?.off.has(day) && calendar.workdays.includes(weekday);
}

function atTime(at: DateTime, time: string): DateTime {
  const [hours, minutes] = time.split(':').map(Number);
  return at.startOf('day').plus({ hours, minutes });
}

/** The moment itself in working time, or else when work begins again. */
function nextOpening(week: Week, at: DateTime): DateTime {
  const { from, to } = week.calendar.hours;
  if (isWorkday(week, at) && at < atTime(at, to)) {
    const opening = atTime(at, from);
    return at < opening ? opening : at;
  }
  return atTime(nextWorkday(week, at), from);
}

function nextWorkday(week: Week, at: DateTime): DateTime {
  let next = at.plus({ days: 1 });
  while (!isWorkday(week, next)) {
    next = next.plus({ days: 1 });
  }
  return next;
}

function addWorkdays(week: Week, at: DateTime, days: number): DateTime {
  let day = at;
  for (let count = 0; count < days; count += 1) {
    day = nextWorkday(week, day);
  }
  return day;
}

function addTime(week: Week, at: DateTime, milliseconds: number): DateTime {
  const { from, to } = week.calendar.hours;
  let begun = at;
  let missing = milliseconds;
  for (;;) {
    const left = atTime(begun, to).toMillis() - begun.toMillis();
    if (missing <= left) {
      return begun.plus(missing);
    }
    missing -= left;
    begun = atTime(nextWorkday(week, begun), from);
  }
}
