import { DateTime } from 'luxon';

/** The day of a moment in a time zone, as `YYYY-MM-DD`. @internal */
export function dayOf(moment: string, timeZone: string): string {
  return DateTime.fromISO(moment).setZone(timeZone).toISODate() ?? '';
}
