import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Item,
  JournalEntry,
  Workflow,
} from '@techbridge/plugin-bridge-common';
import { useTitles } from '../../api/useTitles';
import { useLanguage } from '../../components/useLanguage';
import { useNameOf } from '../../components/useNameOf';
import { journalTranslationRef } from '../../translation/journal';
import { milestoneKey } from './journalWords';
import { textOf } from './payload';

/** What the things are called that a line of a journal speaks of. @internal */
export interface JournalNames {
  person(entry: JournalEntry): string;
  /** Somebody whom a line names by reference. */
  member(ref: string): string;
  board(entry: JournalEntry): string;
  milestone(id: string): string;
  state(id: string): string;
  action(id: string): string;
}

/**
 * The names that an item's workflow gives to its states, actions and boards.
 *
 * @internal
 */
export function useJournalNames(
  { boards }: Item,
  workflow: Workflow | undefined,
  entries: JournalEntry[],
): JournalNames {
  const { t } = useTranslationRef(journalTranslationRef);
  const language = useLanguage();
  const nameOf = useNameOf();
  const titleOf = useTitles([
    ...boards.flatMap(({ recused, changes = [] }) => [
      ...recused.map(({ user }) => user),
      ...changes.map(({ voter }) => voter),
    ]),
    ...entries
      .filter(({ type }) => type === 'handedOver')
      .flatMap(entry => [textOf(entry, 'from'), textOf(entry, 'to')]),
  ]);
  return {
    person: ({ actor }) =>
      actor.ref === 'system' ? t('system') : nameOf(actor),
    member: titleOf,
    board: entry => {
      const id = textOf(entry, 'board');
      const board = boards.find(one => one.id === id);
      return board?.label[language] ?? t('board');
    },
    milestone: id => {
      const key = milestoneKey(id);
      return key ? t(key) : id;
    },
    state: id =>
      workflow?.states.find(state => state.id === id)?.label[language] ?? id,
    action: id => workflow?.actions[id]?.[language] ?? id,
  };
}
