import { Holidays } from '@techbridge/bridge-workflow';
import { DateTime } from 'luxon';
import { MeetingRecord } from './MeetingStore';

/** The calendar that series keep to. @internal */
export interface PlantCalendar {
  timeZone: string;
  /** The days on which the plant does not meet, where it keeps such a list. */
  holidays?: Holidays;
}

/** When a meeting of a series takes place. @internal */
export interface SeriesTime {
  /** As the series counts, whatever it falls on. ISO 8601 in UTC. */
  seriesAt: string;
  startsAt: string;
}

const FRIDAY = 5;

/**
 * When the next meeting of a series begins: so many weeks after the time that
 * the series gave this one, wherever this one was moved to, at the same time of
 * the day in the plant. What falls on a holiday is on the next working day.
 *
 * @param after - it is later than this one, and than this moment
 * @returns undefined where the series has ended
 * @internal
 */
export function nextStart(
  meeting: Pick<
    MeetingRecord,
    'startsAt' | 'seriesAt' | 'repeatWeeks' | 'repeatUntil'
  >,
  { timeZone, holidays }: PlantCalendar,
  after: string,
): SeriesTime | undefined {
  const { startsAt, seriesAt, repeatWeeks, repeatUntil } = meeting;
  if (repeatWeeks === null || repeatUntil === null) {
    return undefined;
  }
  const first = DateTime.fromISO(seriesAt ?? startsAt, { zone: timeZone });
  const past = Math.max(Date.parse(startsAt), Date.parse(after));
  for (let count = 1; ; count += 1) {
    // Counted from the first: a change of clocks shifts none of the later ones.
    const planned = first.plus({ weeks: repeatWeeks * count });
    const start = workedDay(planned, holidays);
    if (dayOf(planned) > repeatUntil || dayOf(start) > repeatUntil) {
      return undefined;
    }
    if (+start > past) {
      return { seriesAt: momentOf(planned), startsAt: momentOf(start) };
    }
  }
}

/** Weekends are moved to by nobody, and kept where the series is on one. */
function workedDay(planned: DateTime, holidays?: Holidays): DateTime {
  const isOff = (day: DateTime) =>
    holidays?.off.has(dayOf(day)) && !holidays.work.has(dayOf(day));
  const isWorked = (day: DateTime) =>
    holidays?.work.has(dayOf(day)) || (day.weekday <= FRIDAY && !isOff(day));
  if (!isOff(planned)) {
    return planned;
  }
  let day = planned;
  while (!isWorked(day)) {
    day = day.plus({ days: 1 });
  }
  return day;
}

function dayOf(at: DateTime): string {
  return at.toISODate() ?? '';
}

function momentOf(at: DateTime): string {
  return at.toUTC().toISO() ?? '';
}
