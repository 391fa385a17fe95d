import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  BOARD_STATES,
  Item,
  JournalEntry,
  LINK_TYPES,
  Workflow,
} from '@techbridge/plugin-bridge-common';
import { useEffectName } from '../../components/useEffectName';
import { useLanguage } from '../../components/useLanguage';
import { itemsTranslationRef } from '../../translation/items';
import { journalTranslationRef } from '../../translation/journal';
import { votesTranslationRef } from '../../translation/votes';
import { useMergeSentences } from '../following/useMergeSentences';
import { countOf, labelOf, listOf, textOf, weightIn } from './payload';
import { JournalNames, useJournalNames } from './useJournalNames';

/** Says a line of the journal as a sentence. @internal */
export type SentenceOf = (entry: JournalEntry) => string;

/** A sentence for each type of line. */
type Sentences = Record<string, SentenceOf>;

/**
 * Says the lines of a journal in the reader's language.
 *
 * @param entries - those that are to be said
 * @internal
 */
export function useSentences(
  item: Item,
  workflow: Workflow | undefined,
  entries: JournalEntry[],
): SentenceOf {
  const { t } = useTranslationRef(journalTranslationRef);
  const names = useJournalNames(item, workflow, entries);
  const sentences: Sentences = {
    ...usePersonSentences(names),
    ...useBoardSentences(names),
    ...useMergeSentences(names),
    ...useOwnSentences(names),
  };
  return entry => {
    if (entry.withheld && entry.type !== 'note') {
      return t('aboutPrivate', { person: names.person(entry) });
    }
    return Object.hasOwn(sentences, entry.type)
      ? sentences[entry.type](entry)
      : t('other', { person: names.person(entry), type: entry.type });
  };
}

/** What people did. */
function usePersonSentences(names: JournalNames): Sentences {
  const { t } = useTranslationRef(journalTranslationRef);
  const { t: tItems } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  return {
    created: entry => t('created', { person: names.person(entry) }),
    action: entry =>
      t('action', {
        person: names.person(entry),
        action: names.action(textOf(entry, 'action')),
      }),
    recused: entry => {
      const person = names.person(entry);
      const voter = textOf(entry, 'voter');
      return voter && voter !== entry.actor.ref
        ? t('recusedBy', { person, member: names.member(voter) })
        : t('recused', { person });
    },
    handedOver: entry =>
      t('handedOver', {
        person: names.person(entry),
        from: names.member(textOf(entry, 'from')),
        to: names.member(textOf(entry, 'to')),
      }),
    linked: entry => {
      const type = LINK_TYPES.find(one => one === textOf(entry, 'type'));
      const direction = entry.payload?.inward === true ? 'linkBack' : 'link';
      return t('linked', {
        person: names.person(entry),
        link: type ? tItems(`${direction}.${type}`) : '',
        key: textOf(entry, 'key'),
      });
    },
    condition: entry =>
      t(entry.payload?.met === true ? 'conditionMet' : 'conditionOpen', {
        person: names.person(entry),
        condition: textOf(entry, 'text'),
      }),
    comment: entry => t('comment', { person: names.person(entry) }),
    note: entry => t('note', { person: names.person(entry) }),
    ...useFileSentences(names),
    award: entry =>
      t(entry.payload ? 'award' : 'awardErased', {
        person: names.person(entry),
        points: String(entry.payload?.points ?? ''),
        reason: labelOf(entry, 'reason')[language],
      }),
  };
}

/** What became of files. */
function useFileSentences(names: JournalNames): Sentences {
  const { t } = useTranslationRef(journalTranslationRef);
  const about = (entry: JournalEntry) => ({
    person: names.person(entry),
    name: textOf(entry, 'name'),
  });
  return {
    attached: entry => t('attached', about(entry)),
    detached: entry => t('detached', about(entry)),
  };
}

/** What boards did. */
function useBoardSentences(names: JournalNames): Sentences {
  const { t } = useTranslationRef(journalTranslationRef);
  const { t: tVotes } = useTranslationRef(votesTranslationRef);
  const outcomeIn = (entry: JournalEntry) => {
    const outcome = BOARD_STATES.find(one => one === textOf(entry, 'outcome'));
    if (entry.payload?.tacit === true) {
      return tVotes('outcome.tacit');
    }
    return outcome ? tVotes(`outcome.${outcome}`) : '';
  };
  const changeIn = (entry: JournalEntry) => ({
    person: names.person(entry),
    member: names.member(textOf(entry, 'voter')),
    board: names.board(entry),
  });
  return {
    boardOpened: entry => {
      const again = entry.payload?.overrides === true;
      return t(again ? 'boardOverrides' : 'boardOpened', {
        board: names.board(entry),
        count: listOf(entry, 'electorate').length,
      });
    },
    boardExtended: entry => t('boardExtended', { board: names.board(entry) }),
    boardEscalated: entry => t('boardEscalated', { board: names.board(entry) }),
    ballotsCarried: entry =>
      t('ballotsCarried', {
        board: names.board(entry),
        votes: String(entry.payload?.count ?? ''),
      }),
    reseated: entry =>
      t('reseated', {
        board: names.board(entry),
        left: String(listOf(entry, 'left').length),
        joined: String(
          listOf(entry, 'joined').length + listOf(entry, 'back').length,
        ),
      }),
    voterAdded: entry => t('voterAdded', changeIn(entry)),
    voterRemoved: entry => t('voterRemoved', changeIn(entry)),
    boardClosed: entry => {
      const closed = {
        board: names.board(entry),
        outcome: outcomeIn(entry),
        for: String(countOf(entry, 'for')),
        against: String(countOf(entry, 'against')),
        abstained: String(countOf(entry, 'abstained')),
      };
      const weight = weightIn(entry);
      return weight
        ? t('boardClosedByWeight', { ...closed, ...weight })
        : t('boardClosed', closed);
    },
  };
}

/** What the workflow did by itself. */
function useOwnSentences(names: JournalNames): Sentences {
  const { t } = useTranslationRef(journalTranslationRef);
  const nameOf = useEffectName();
  return {
    entered: entry =>
      t('entered', { state: names.state(textOf(entry, 'state')) }),
    milestone: entry =>
      t('milestone', {
        milestone: names.milestone(textOf(entry, 'milestone')),
      }),
    timer: entry => t(timerSentence(textOf(entry, 'timer'))),
    event: entry =>
      t('event', {
        milestone: names.milestone(
          textOf(entry, 'name').split('.').pop() ?? '',
        ),
      }),
    migrated: entry =>
      t('migrated', {
        from: String(entry.payload?.from ?? ''),
        to: String(entry.payload?.to ?? ''),
      }),
    guardError: () => t('guardError'),
    answered: entry =>
      t('answered', {
        effect: nameOf(textOf(entry, 'effect')),
        answer: textOf(entry, 'answer'),
      }),
  };
}

function timerSentence(timer: string) {
  if (timer.startsWith('remind.')) {
    return 'reminder';
  }
  const isDeadline = /^(deadline|again\.\d+|escalated):/.test(timer);
  return isDeadline ? 'deadline' : 'timer';
}
