import type { JournalEntry } from '@techbridge/plugin-bridge-common';

/**
 * The version that an item ran on when a line of its journal was written: what
 * the first migration after the line came from.
 *
 * @internal
 */
export function versionAt(
  { seq }: JournalEntry,
  entries: JournalEntry[],
  present: number,
): number {
  const later = entries.find(one => one.type === 'migrated' && one.seq > seq);
  const from = later?.payload?.from;
  return typeof from === 'number' ? from : present;
}
