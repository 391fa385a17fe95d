import type { JournalEntry } from '@techbridge/plugin-bridge-common';
import { isRows } from '../facts/values';

/** A text in what a line of the journal records; empty where it has none. @internal */
export function textOf({ payload }: JournalEntry, name: string): string {
  const value = payload?.[name];
  return typeof value === 'string' ? value : '';
}

/** A text in both languages in what a line of the journal records. @internal */
export function labelOf(
  { payload }: JournalEntry,
  name: string,
): { en: string; zh: string } {
  const { en = '', zh = '' } = (payload?.[name] ?? {}) as {
    [language: string]: unknown;
  };
  return { en: String(en), zh: String(zh) };
}

/** A list in what a line of the journal records. @internal */
export function listOf({ payload }: JournalEntry, name: string): unknown[] {
  const value = payload?.[name];
  return Array.isArray(value) ? value : [];
}

/** A number in the count of a closed board. @internal */
export function countOf({ payload }: JournalEntry, name: string): number {
  const { [name]: value } = (payload?.count ?? {}) as Record<string, unknown>;
  return typeof value === 'number' ? value : 0;
}

/** What the votes of a closed board weighed, where they did not weigh alike. @internal */
export function weightIn({
  payload,
}: JournalEntry): { weightFor: string; weightAgainst: string } | undefined {
  const count = (payload?.count ?? {}) as {
    weight?: { for: number; against: number };
  };
  return (
    count.weight && {
      weightFor: String(count.weight.for),
      weightAgainst: String(count.weight.against),
    }
  );
}

/**
 * The fields that an action, a migration or a way back changed, and of a list of
 * rows how many there are since.
 *
 * @internal
 */
export function changedFields({
  type,
  payload,
}: JournalEntry): { name: string; rows?: number }[] {
  const data = ['action', 'migrated', 'entered'].includes(type)
    ? payload?.data
    : undefined;
  return Object.entries(data ?? {}).map(([name, value]) => ({
    name,
    ...(isRows(value) && { rows: value.length }),
  }));
}

/** What somebody said with a line: a comment, a note, or why they step aside. @internal */
export function saidIn(entry: JournalEntry): string {
  const said = ['comment', 'note'].includes(entry.type) ? 'text' : 'comment';
  return textOf(entry, said) || textOf(entry, 'reason');
}
