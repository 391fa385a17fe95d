import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  DecisionRecord,
  ItemConditionView,
} from '@techbridge/plugin-bridge-common';
import { useLanguage } from '../../components/useLanguage';
import { itemsTranslationRef } from '../../translation/items';
import { printTranslationRef } from '../../translation/print';
import { votesTranslationRef } from '../../translation/votes';

/** How decisions and conditions are said on paper. @internal */
export function useOutcomeWords() {
  const { t } = useTranslationRef(printTranslationRef);
  const { t: tItems } = useTranslationRef(itemsTranslationRef);
  const { t: tVotes } = useTranslationRef(votesTranslationRef);
  const language = useLanguage();
  return {
    boardOf: ({ label, round }: DecisionRecord) =>
      round > 1
        ? t('sheet.roundOf', {
            board: label[language],
            round: String(round),
          })
        : label[language],
    outcomeOf: ({ state, tacit }: Pick<DecisionRecord, 'state' | 'tacit'>) =>
      tVotes(tacit ? 'outcome.tacit' : (`outcome.${state}` as const)),
    metOf: ({ met }: ItemConditionView) =>
      tItems(met ? 'conditions.met' : 'conditions.open'),
  };
}
