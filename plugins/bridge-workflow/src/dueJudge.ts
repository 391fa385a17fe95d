import { businessLater, businessMinutes } from './businessTime';
import { Plant, WorkCalendar } from './workCalendar';

/** How a due time stands at a moment. @public */
export interface DueStanding {
  standing: 'onTime' | 'soon' | 'late';
  /** Whether the time left is working time; else all time counts. */
  working: boolean;
  /** The whole minutes left, where it is soon. */
  minutesLeft?: number;
}

/**
 * Says how due times stand at one moment: those counted in working time by the
 * calendar, others by all time.
 *
 * @public
 */
export type DueJudge = (dueAt: string, inWorkingTime: boolean) => DueStanding;

const AROUND_THE_CLOCK: WorkCalendar = {
  timezone: 'utc',
  workdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  hours: { from: '00:00', to: '24:00' },
};

/**
 * Judges due times at a moment as they were counted, in the working time of a
 * workflow or in all time: late once they have passed, soon when they come
 * before the same time of the next working day. In all time, and without a
 * calendar, every day is one, and has 24 hours.
 *
 * @param now - ISO 8601, UTC
 * @public
 */
export function dueJudge(
  calendar: WorkCalendar | undefined,
  now: string,
  plant: Plant,
): DueJudge {
  const byAllTime = judgeBy(AROUND_THE_CLOCK, false, now, plant);
  const byCalendar = calendar && judgeBy(calendar, true, now, plant);
  return (dueAt, inWorkingTime) =>
    inWorkingTime && byCalendar ? byCalendar(dueAt) : byAllTime(dueAt);
}

function judgeBy(
  week: WorkCalendar,
  working: boolean,
  now: string,
  plant: Plant,
): (dueAt: string) => DueStanding {
  // The same for every due time, and much dearer than to compare.
  let soonUntil: number | undefined;
  return dueAt => {
    const due = Date.parse(dueAt);
    if (due < Date.parse(now)) {
      return { standing: 'late', working };
    }
    soonUntil ??= Date.parse(businessLater(now, 'P1D', week, plant));
    if (due >= soonUntil) {
      return { standing: 'onTime', working };
    }
    const minutesLeft = businessMinutes(now, dueAt, week, plant);
    return { standing: 'soon', working, minutesLeft };
  };
}
