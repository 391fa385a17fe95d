import { Info } from 'luxon';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WEEK = 7 * DAY;

/** As many as thirty years have, and some. */
const MOST_WEEKS = 2_000;
const MOST_CLOCKS = 20;

/** How far a clock is ahead of UTC in a week, and when it is set. */
interface Ahead {
  before: number;
  after: number;
  change: number;
}

/**
 * The clock on the wall of a place. What it shows is written as if it were UTC,
 * in milliseconds.
 *
 * @internal
 */
export interface WallClock {
  /** What it shows at a moment. */
  shownAt(moment: number): number;
  /**
   * When it shows so: the first time where it does twice, and when it is set
   * forward where it never does. It never goes back as what is shown goes on.
   */
  momentOf(shown: number): number;
}

const clocks = new Map<string, WallClock>();

/**
 * The clock of a time zone. Asking a time zone what time it is costs more than
 * everything else about working time, so it is asked once a week of the year.
 *
 * @internal
 */
export function wallClock(timeZone: string): WallClock {
  const clock = clocks.get(timeZone) ?? newClock(timeZone);
  if (clocks.size >= MOST_CLOCKS) {
    clocks.clear();
  }
  clocks.set(timeZone, clock);
  return clock;
}

function newClock(timeZone: string): WallClock {
  const zone = Info.normalizeZone(timeZone);
  const offset = (moment: number) => zone.offset(moment) * MINUTE;
  const weeks = new Map<number, Ahead>();
  const aheadIn = (week: number) => {
    const known = weeks.get(week);
    if (known) {
      return known;
    }
    if (weeks.size >= MOST_WEEKS) {
      weeks.clear();
    }
    const before = weeks.get(week - 1)?.after ?? offset(week * WEEK);
    const ahead = aheadBetween(offset, week * WEEK, before);
    weeks.set(week, ahead);
    return ahead;
  };
  const aheadAt = (moment: number) => aheadIn(Math.floor(moment / WEEK));
  return {
    shownAt: moment => moment + offsetIn(aheadAt(moment), moment),
    momentOf: shown => {
      const [early, late] = [shown - DAY, shown + DAY];
      const [first, last] = [aheadAt(early), aheadAt(late)];
      const before = offsetIn(first, early);
      const after = offsetIn(last, late);
      if (before === after) {
        return shown - before;
      }
      const change = first.change > early ? first.change : last.change;
      const moment = shown - before;
      return moment < change ? moment : Math.max(shown - after, change);
    },
  };
}

function offsetIn({ before, after, change }: Ahead, moment: number): number {
  return moment < change ? before : after;
}

/** A clock is set at most once a week. */
function aheadBetween(
  offset: (moment: number) => number,
  from: number,
  before: number,
): Ahead {
  const after = offset(from + WEEK);
  if (before === after) {
    return { before, after, change: -Infinity };
  }
  let [unchanged, change] = [from, from + WEEK];
  while (change - unchanged > 1) {
    const middle = Math.floor((unchanged + change) / 2);
    if (offset(middle) === after) {
      change = middle;
    } else {
      unchanged = middle;
    }
  }
  return { before, after, change };
}
