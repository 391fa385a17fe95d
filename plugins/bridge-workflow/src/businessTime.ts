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
    if (isWorkday(week, dateOf(day))) {
      const { opening, closing } = hoursOn(week, day);
      const worksUntil = Math.min(+ended, closing);
      worked += Math.max(0, worksUntil - Math.max(+begun, opening));
    }
  }
  return Math.floor(worked / 60_000);
}

const DAY = 24 * 60 * 60_000;

// Days are counted without a time zone: asking what time it is there costs
// more than everything else that is worked out here.
function dateOf(at: DateTime): number {
  return Date.UTC(at.year, at.month - 1, at.day);
}

function isWorkday({ calendar, holidays }: Week, date: number): boolean {
  const at = new Date(date);
  const day = at.toISOString().slice(0, 10);
  if (holidays?.work.has(day)) {
    return true;
  }
  const weekday = WEEKDAYS[(at.getUTCDay() + 6) % 7];
  return !holidays?.off.has(day) && calendar.workdays.includes(weekday);
}

/** From when until when people would work on the day of a moment. */
function hoursOn({ calendar: { hours } }: Week, at: DateTime) {
  const midnight = midnightOf(at);
  return {
    opening: midnight + sinceMidnight(hours.from),
    closing: midnight + sinceMidnight(hours.to),
  };
}

/** As many as some years have in a few time zones. */
const MOST_MIDNIGHTS = 2_000;
const midnights = new Map<string, number>();

// Plans of the same weeks ask for the same few days again and again.
function midnightOf(at: DateTime): number {
  // Where the day begins twice, the offset decides which of them is meant.
  const key = `${at.zoneName} ${at.offset} ${dateOf(at)}`;
  const midnight = midnights.get(key) ?? at.startOf('day').toMillis();
  if (midnights.size >= MOST_MIDNIGHTS) {
    midnights.clear();
  }
  midnights.set(key, midnight);
  return midnight;
}

function sinceMidnight(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}

/** The moment itself in working time, or else when work begins again. */
function nextOpening(week: Week, at: DateTime): DateTime {
  if (isWorkday(week, dateOf(at))) {
    const { opening, closing } = hoursOn(week, at);
    if (+at < closing) {
      return +at < opening ? at.plus(opening - +at) : at;
    }
  }
  return openingAfter(week, at);
}

function openingAfter(week: Week, at: DateTime): DateTime {
  const next = addWorkdays(week, at, 1);
  return next.plus(hoursOn(week, next).opening - +next);
}

function addWorkdays(week: Week, at: DateTime, workdays: number): DateTime {
  const date = dateOf(at);
  let days = 0;
  for (let count = 0; count < workdays; count += 1) {
    do {
      days += 1;
    } while (!isWorkday(week, date + days * DAY));
  }
  return days === 0 ? at : at.plus({ days });
}

function addTime(week: Week, at: DateTime, milliseconds: number): DateTime {
  let begun = at;
  let missing = milliseconds;
  for (;;) {
    const left = hoursOn(week, begun).closing - +begun;
    if (missing <= left) {
      return missing === 0 ? begun : begun.plus(missing);
    }
    missing -= left;
    begun = openingAfter(week, begun);
  }
}
