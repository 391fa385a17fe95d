import { Duration } from 'luxon';
import { WallClock, wallClock } from './wallClock';
import { Plant, WorkCalendar } from './workCalendar';
import { WorkWeek, workWeek } from './workWeek';

const UTC: Plant = { timeZone: 'utc', holidays: new Map() };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Thirty years: what would take longer ends then. */
const FARTHEST_DAYS = 10_957;

interface Work {
  week: WorkWeek;
  clock: WallClock;
}

/** A time of work; moments in milliseconds. */
interface Stretch {
  /** The day on which its shift begins. */
  day: number;
  begins: number;
  ends: number;
}

/**
 * A moment so much working time after another: `P3D` is the same time of day
 * three working days later, `PT4H` four hours of working time. What begins
 * outside working time counts from when work begins again. The morning hours of
 * a shift over midnight belong to the day on which it began; where that time of
 * day is not worked on the later day, it is when work begins again.
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
  const work = workOf(calendar, plant);
  const { days, milliseconds } = partsOf(duration);
  const begun = Date.parse(moment);
  const onDay = days > 0 ? addWorkdays(work, begun, days) : begun;
  return new Date(addTime(work, onDay, milliseconds)).toISOString();
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
  const [begun, ended] = [since, until].map(at => Date.parse(at));
  let worked = 0;
  for (const { begins, ends } of stretchesFrom(
    workOf(calendar, plant),
    begun,
  )) {
    if (begins >= ended) {
      break;
    }
    worked += Math.min(ended, ends) - Math.max(begun, begins);
  }
  return Math.floor(worked / MINUTE);
}

function workOf(calendar: WorkCalendar, plant: Plant): Work {
  return {
    week: workWeek(calendar, plant.holidays.get(calendar.holidays ?? '')),
    clock: wallClock(calendar.timezone ?? plant.timeZone),
  };
}

/** Hours are never made into days: those of a working day are fewer than 24. */
function partsOf(duration: string): { days: number; milliseconds: number } {
  const { hours, minutes, seconds, ...dates } =
    Duration.fromISO(duration).toObject();
  const time = Duration.fromObject({ hours, minutes, seconds }).toMillis();
  const days = Duration.fromObject(dates).as('days');
  const whole = Math.floor(days);
  return {
    days: whole,
    milliseconds: Math.max(0, Math.round(time + (days - whole) * DAY)),
  };
}

/** The times of work that end after a moment, in their order. */
function* stretchesFrom(
  { week, clock }: Work,
  moment: number,
): Generator<Stretch> {
  // A shift of the day before may still be going on.
  const first = dayOf(clock, moment) - 1;
  let worked = -Infinity;
  for (let day = first; day <= first + FARTHEST_DAYS; day += 1) {
    for (const span of week(day)) {
      const opening = clock.momentOf(day * DAY + span.begins);
      const ends = clock.momentOf(day * DAY + span.ends);
      // On a day worked in exchange, a shift may begin before the last has ended.
      const begins = Math.max(opening, worked);
      if (ends > begins) {
        worked = ends;
        if (ends > moment) {
          yield { day, begins, ends };
        }
      }
    }
  }
}

function dayOf(clock: WallClock, moment: number): number {
  return Math.floor(clock.shownAt(moment) / DAY);
}

function addTime(work: Work, moment: number, milliseconds: number): number {
  let missing = milliseconds;
  for (const { begins, ends } of stretchesFrom(work, moment)) {
    const begun = Math.max(moment, begins);
    if (missing <= ends - begun) {
      return begun + missing;
    }
    missing -= ends - begun;
  }
  return moment + FARTHEST_DAYS * DAY;
}

function addWorkdays(work: Work, moment: number, workdays: number): number {
  const { week, clock } = work;
  const [stretch] = stretchesFrom(work, moment);
  if (!stretch) {
    return moment + FARTHEST_DAYS * DAY;
  }
  const begun = Math.max(moment, stretch.begins);
  const time = clock.shownAt(begun) - stretch.day * DAY;
  const day = workdayAfter(week, stretch.day, workdays);
  const left = week(day).find(({ ends }) => ends > time);
  if (left) {
    return clock.momentOf(day * DAY + Math.max(time, left.begins));
  }
  const next = workdayAfter(week, day, 1);
  return clock.momentOf(next * DAY + (week(next)[0]?.begins ?? 0));
}

function workdayAfter(week: WorkWeek, since: number, workdays: number): number {
  let day = since;
  let left = workdays;
  while (left > 0 && day < since + FARTHEST_DAYS) {
    day += 1;
    left -= week(day).length > 0 ? 1 : 0;
  }
  return day;
}
