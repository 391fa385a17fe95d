import { ItemData, JsonSchema, WorkflowDefinition } from './definition';
import { isSame } from './isSame';
import { EntryPart, partsOf } from './partsOf';
import { valueSet } from './setWord';

type Entry = { [part: string]: unknown };

/**
 * What is sent, with the parts of entries that nobody writes themselves: an
 * entry that stood there already keeps what it had, whatever its place; one
 * that is new or was changed gets who acts, and the time. Timers and effects
 * are nobody, and leave out who.
 *
 * @param before - the data as they are
 * @internal
 */
export function withEntriesSet(
  { data }: WorkflowDefinition,
  before: ItemData,
  sent: ItemData,
  context: { actor: string; now: string },
): ItemData {
  const fields = data.properties as { [field: string]: JsonSchema };
  const filled = Object.entries(sent).map(([field, value]) => {
    const parts = Object.hasOwn(fields, field) ? partsOf(fields[field]) : {};
    const set = Object.entries(parts).filter(([, part]) => part.set);
    return set.length > 0 && Array.isArray(value)
      ? [field, entriesSet(value, before[field], set, context)]
      : [field, value];
  });
  return Object.fromEntries(filled);
}

function entriesSet(
  values: unknown[],
  before: unknown,
  parts: [string, EntryPart][],
  context: { actor: string; now: string },
): unknown[] {
  const names = parts.map(([name]) => name);
  const known = (Array.isArray(before) ? before : []).filter(isEntry);
  const fresh = freshParts(parts, context);
  return values.map(value => {
    if (!isEntry(value)) {
      return value;
    }
    const written = without(value, names);
    const place = known.findIndex(one => isAlike(without(one, names), written));
    // Two that are alike have each their own.
    const [kept] = place < 0 ? [] : known.splice(place, 1);
    return kept ?? { ...written, ...fresh };
  });
}

function freshParts(
  parts: [string, EntryPart][],
  context: { actor: string; now: string },
): Entry {
  return Object.fromEntries(
    parts
      .filter(([, { set }]) => set !== 'actor' || context.actor !== 'system')
      .map(([name, { set = 'now' }]) => [name, valueSet(set, context)]),
  );
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function without(entry: Entry, names: string[]): Entry {
  const written = Object.entries(entry).filter(
    ([name]) => !names.includes(name),
  );
  return Object.fromEntries(written);
}

/** In whatever order a database or a client gives the parts. */
function isAlike(one: Entry, other: Entry): boolean {
  const sorted = (entry: Entry) =>
    Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1));
  return isSame(sorted(one), sorted(other));
}
