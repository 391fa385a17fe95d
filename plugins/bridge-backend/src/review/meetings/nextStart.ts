import { DateTime } from 'luxon';
import { MeetingRecord } from './MeetingStore';

/**
 * When the next meeting of a series begins: so many weeks later at the same
 * time of the day in the plant.
 *
 * @returns ISO 8601 in UTC; undefined where the series has ended
 * @internal
 */
export function nextStart(
  {
    startsAt,
    repeatWeeks,
    repeatUntil,
  }: Pick<MeetingRecord, 'startsAt' | 'repeatWeeks' | 'repeatUntil'>,
  zone: string,
): string | undefined {
  if (repeatWeeks === null || repeatUntil === null) {
    return undefined;
  }
  const next = DateTime.fromISO(startsAt, { zone }).plus({
    weeks: repeatWeeks,
  });
  const isPast = (next.toISODate() ?? '') > repeatUntil;
  return isPast ? undefined : next.toUTC().toISO() ?? undefined;
}
