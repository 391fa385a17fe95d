import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { JournalEntry } from '@techbridge/plugin-bridge-common';
import { followingTranslationRef } from '../../translation/following';

/**
 * The sentences for lines of a journal about merges, of either side, and about
 * who sees an item.
 *
 * @internal
 */
export function useMergeSentences(names: {
  person(entry: JournalEntry): string;
}) {
  const { t } = useTranslationRef(followingTranslationRef);
  const about = (entry: JournalEntry) => ({
    person: names.person(entry),
    key: String(entry.payload?.key ?? ''),
  });
  const isHere = (entry: JournalEntry) => entry.payload?.inward === true;
  return {
    visibility: (entry: JournalEntry) =>
      t(
        entry.payload?.private === true ? 'journal.closed' : 'journal.opened',
        about(entry),
      ),
    merged: (entry: JournalEntry) =>
      t(isHere(entry) ? 'journal.mergedHere' : 'journal.merged', about(entry)),
    unmerged: (entry: JournalEntry) =>
      t(
        isHere(entry) ? 'journal.unmergedHere' : 'journal.unmerged',
        about(entry),
      ),
  };
}
