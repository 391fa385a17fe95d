import type { JournalEntry } from '@techbridge/plugin-bridge-common';
import { versionAt } from './versionAt';

const entries = [
  { seq: 1, type: 'created', payload: {} },
  { seq: 2, type: 'migrated', payload: { from: 1, to: 3 } },
  { seq: 3, type: 'action', payload: {} },
  { seq: 4, type: 'migrated', payload: { from: 3, to: 4 } },
  { seq: 5, type: 'action', payload: null },
] as unknown as JournalEntry[];

it('a line is called by the version that the item ran on at its time', () => {
  const versions = entries.map(entry => versionAt(entry, entries, 4));
  expect(versions).toEqual([1, 3, 3, 4, 4]);
});
