import { DateTime } from 'luxon';

/** A moment as documents tell it, such as `2025-12-31 09:00`. @internal */
export function momentOf(moment: string, zone: string): string {
  return DateTime.fromISO(moment, { zone }).toFormat('yyyy-MM-dd HH:mm');
}
