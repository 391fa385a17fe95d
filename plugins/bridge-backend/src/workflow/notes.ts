import { worksOn } from '@techbridge/bridge-workflow';
import { JournalEntry } from '@techbridge/plugin-bridge-common';
import { Draft } from './records';

/** The journal type of internal notes. @internal */
export const NOTE = 'note';

/**
 * Whether somebody reads and writes internal notes on an item: whoever works on
 * it, or has the permission and has not made it.
 *
 * @param granted - whether the person has the permission for this item
 * @internal
 */
export function mayNote(
  {
    definition,
    directory,
    item,
  }: Pick<Draft, 'definition' | 'directory' | 'item'>,
  person: string,
  granted: boolean,
): boolean {
  return (
    worksOn(definition, person, item, directory) ||
    (granted && person !== item.createdBy)
  );
}

/**
 * Journal lines for somebody who may not read internal notes: that there is one
 * stays, or the numbers and hashes would not fit; what it says does not.
 *
 * @internal
 */
export function withoutNotes(lines: JournalEntry[]): JournalEntry[] {
  return lines.map(line =>
    line.type === NOTE ? { ...line, payload: null, withheld: true } : line,
  );
}
