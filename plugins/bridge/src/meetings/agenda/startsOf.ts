import type { Meeting } from '@techbridge/plugin-bridge-common';

const MINUTE = 60_000;

/**
 * When each entry of an agenda begins if all take the time that they have: in
 * milliseconds, from when the meeting has begun or is to begin.
 *
 * @internal
 */
export function startsOf({
  startsAt,
  openedAt,
  agenda,
}: Pick<Meeting, 'startsAt' | 'openedAt' | 'agenda'>): number[] {
  const begin = Date.parse(openedAt ?? startsAt);
  return agenda.map((_, place) => {
    const before = agenda.slice(0, place);
    const minutes = before.reduce((sum, entry) => sum + entry.minutes, 0);
    return begin + minutes * MINUTE;
  });
}
