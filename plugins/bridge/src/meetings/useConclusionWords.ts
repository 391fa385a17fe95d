import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Conclusion } from '@techbridge/plugin-bridge-common';
import type { TitleOf } from '../api/useTitles';
import { formatDate } from '../components/formatDate';
import { useLanguage } from '../components/useLanguage';
import { votesTranslationRef } from '../translation/votes';
import { meetingsTranslationRef } from '../translation/meetings';

/** How a conclusion is put into words. @internal */
export interface ConclusionWords {
  outcomeOf(conclusion: Conclusion): string;
  conditionsOf(conclusion: Conclusion): string[];
  recusedIn(conclusion: Conclusion): string;
}

/** Says what became of an item in a meeting. @internal */
export function useConclusionWords(titleOf: TitleOf): ConclusionWords {
  const { t } = useTranslationRef(meetingsTranslationRef);
  const { t: tVotes } = useTranslationRef(votesTranslationRef);
  const language = useLanguage();
  const comma = t('comma');
  const outcomeOf = ({ kind, boards, state }: Conclusion) => {
    if (kind === 'decided') {
      const outcomes = boards.map(board => tVotes(`outcome.${board.state}`));
      return `${outcomes.join(comma)} · ${state[language]}`;
    }
    return kind === 'moved' ? state[language] : t('conclusion.open');
  };
  // Several members may ask for the same; it is said once.
  const conditionsOf = ({ boards }: Conclusion) => {
    const asked = boards.flatMap(({ conditions }) => conditions);
    const sentences = asked.map(({ text, owner, due }) => {
      const date = formatDate(due, language);
      const person = titleOf(owner);
      return t('conclusion.condition', { text, date, person });
    });
    return [...new Set(sentences)];
  };
  const recusedIn = ({ boards }: Conclusion) => {
    const people = boards.flatMap(({ recused }) =>
      recused.map(({ user }) => user),
    );
    return [...new Set(people)].map(titleOf).join(comma);
  };
  return { outcomeOf, conditionsOf, recusedIn };
}
