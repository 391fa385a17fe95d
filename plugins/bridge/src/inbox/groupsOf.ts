import type { InboxEntry } from '@techbridge/plugin-bridge-common';
import { byDueDate } from '../components/byDueDate';

/** How much hurry an entry has, the most first. @internal */
export const URGENCIES = ['overdue', 'soon', 'other'] as const;

/** How much hurry an entry has. @internal */
export type Urgency = (typeof URGENCIES)[number];

const SOON = 3 * 24 * 60 * 60 * 1000;

/**
 * The entries by their hurry, and within it by what is due first; groups
 * without an entry are left out.
 *
 * @param now - without it nothing has a hurry
 * @internal
 */
export function groupsOf(
  entries: readonly InboxEntry[],
  now: number | undefined,
): [Urgency, InboxEntry[]][] {
  return URGENCIES.map((urgency): [Urgency, InboxEntry[]] => [
    urgency,
    entries.filter(entry => urgencyOf(entry, now) === urgency).sort(byDueDate),
  ]).filter(([, group]) => group.length > 0);
}

function urgencyOf({ dueAt }: InboxEntry, now: number | undefined): Urgency {
  if (!dueAt || now === undefined) {
    return 'other';
  }
  const left = Date.parse(dueAt) - now;
  if (left < 0) {
    return 'overdue';
  }
  return left < SOON ? 'soon' : 'other';
}
