import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  Item,
  JournalEntry,
  LINK_TYPES,
  Workflow,
} from '@techbridge/plugin-bridge-common';
import { useEffectName } from '../../components/useEffectName';
import { useLanguage } from '../../components/useLanguage';
import { itemsTranslationRef } from '../../translation/items';
import { votesTranslationRef } from '../../translation/votes';
import { useMergeSentences } from '../following/useMergeSentences';
import { OUTCOMES } from './journalWords';
import { countOf, labelOf, listOf, textOf, weightIn } from './payload';
import { JournalNames, useJournalNames } from './useJournalNames';

/** Says a line of the journal as a sentence. @internal */
export type SentenceOf = (entry: JournalEntry) => string;

/** A sentence for each type of line. */
type Sentences = Record<string, SentenceOf>;

/**
 * Says the lines of a journal in the reader's language.
 *
 * @internal
 */
export function useSentences(
  item: Item,
  workflow: Workflow | undefined,
): SentenceOf {
  const { t } = useTranslationRef(itemsTranslationRef);
  const names = useJournalNames(item, workflow);
  const sentences: Sentences = {
    ...usePersonSentences(names),
    ...useBoardSentences(names),
    ...useMergeSentences(names),
    ...useOwnSentences(names),
  };
  return entry => {
    if (entry.withheld && entry.type !== 'note') {
      return t('journal.aboutPrivate', { person: names.person(entry) });
    }
    return Object.hasOwn(sentences, entry.type)
      ? sentences[entry.type](entry)
      : t('journal.other', { person: names.person(entry), type: entry.type });
  };
}

/** What people did. */
function usePersonSentences(names: JournalNames): Sentences {
  const { t } = useTranslationRef(itemsTranslationRef);
  const language = useLanguage();
  return {
    created: entry => t('journal.created', { person: names.person(entry) }),
    action: entry =>
      t('journal.action', {
        person: names.person(entry),
        action: names.action(textOf(entry, 'action')),
      }),
    recused: entry => {
      const person = names.person(entry);
      const voter = textOf(entry, 'voter');
      return voter && voter !== entry.actor.ref
        ? t('journal.recusedBy', { person, member: names.member(voter) })
        : t('journal.recused', { person });
    },
    linked: entry => {
      const type = LINK_TYPES.find(one => one === textOf(entry, 'type'));
      const direction = entry.payload?.inward === true ? 'linkBack' : 'link';
      return t('journal.linked', {
        person: names.person(entry),
        link: type ? t(`${direction}.${type}`) : '',
        key: textOf(entry, 'key'),
      });
    },
    condition: entry =>
      t(
        entry.payload?.met === true
          ? 'journal.conditionMet'
          : 'journal.conditionOpen',
        {
          person: names.person(entry),
          condition: textOf(entry, 'text'),
        },
      ),
    comment: entry => t('journal.comment', { person: names.person(entry) }),
    note: entry => t('journal.note', { person: names.person(entry) }),
    ...useFileSentences(names),
    award: entry =>
      t(entry.payload ? 'journal.award' : 'journal.awardErased', {
        person: names.person(entry),
        points: String(entry.payload?.points ?? ''),
        reason: labelOf(entry, 'reason')[language],
      }),
  };
}

/** What became of files. */
function useFileSentences(names: JournalNames): Sentences {
  const { t } = useTranslationRef(itemsTranslationRef);
  const about = (entry: JournalEntry) => ({
    person: names.person(entry),
    name: textOf(entry, 'name'),
  });
  return {
    attached: entry => t('journal.attached', about(entry)),
    detached: entry => t('journal.detached', about(entry)),
  };
}

/** What boards did. */
function useBoardSentences(names: JournalNames): Sentences {
  const { t } = useTranslationRef(itemsTranslationRef);
  const { t: tVotes } = useTranslationRef(votesTranslationRef);
  const outcomeIn = (entry: JournalEntry) => {
    const outcome = OUTCOMES.find(one => one === textOf(entry, 'outcome'));
    if (entry.payload?.tacit === true) {
      return tVotes('outcome.tacit');
    }
    return outcome ? tVotes(`outcome.${outcome}`) : '';
  };
  return {
    boardOpened: entry => {
      const again = entry.payload?.overrides === true;
      return t(again ? 'journal.boardOverrides' : 'journal.boardOpened', {
        board: names.board(entry),
        count: listOf(entry, 'electorate').length,
      });
    },
    boardExtended: entry =>
      t('journal.boardExtended', { board: names.board(entry) }),
    boardEscalated: entry =>
      t('journal.boardEscalated', { board: names.board(entry) }),
    ballotsCarried: entry =>
      t('journal.ballotsCarried', {
        board: names.board(entry),
        votes: String(entry.payload?.count ?? ''),
      }),
    reseated: entry =>
      t('journal.reseated', {
        board: names.board(entry),
        left: String(listOf(entry, 'left').length),
        joined: String(
          listOf(entry, 'joined').length + listOf(entry, 'back').length,
        ),
      }),
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
        ? t('journal.boardClosedByWeight', { ...closed, ...weight })
        : t('journal.boardClosed', closed);
    },
  };
}

/** What the workflow did by itself. */
function useOwnSentences(names: JournalNames): Sentences {
  const { t } = useTranslationRef(itemsTranslationRef);
  const nameOf = useEffectName();
  return {
    entered: entry =>
      t('journal.entered', { state: names.state(textOf(entry, 'state')) }),
    milestone: entry =>
      t('journal.milestone', {
        milestone: names.milestone(textOf(entry, 'milestone')),
      }),
    timer: entry => t(timerSentence(textOf(entry, 'timer'))),
    event: entry =>
      t('journal.event', {
        milestone: names.milestone(
          textOf(entry, 'name').split('.').pop() ?? '',
        ),
      }),
    migrated: entry =>
      t('journal.migrated', {
        from: String(entry.payload?.from ?? ''),
        to: String(entry.payload?.to ?? ''),
      }),
    guardError: () => t('journal.guardError'),
    answered: entry =>
      t('journal.answered', {
        effect: nameOf(textOf(entry, 'effect')),
        answer: textOf(entry, 'answer'),
      }),
  };
}

function timerSentence(timer: string) {
  if (timer.startsWith('remind.')) {
    return 'journal.reminder';
  }
  const isDeadline = /^(deadline|again\.\d+|escalated):/.test(timer);
  return isDeadline ? 'journal.deadline' : 'journal.timer';
}
