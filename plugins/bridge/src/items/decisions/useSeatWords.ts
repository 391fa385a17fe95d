import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DecisionRecord } from '@techbridge/plugin-bridge-common';
import type { TitleOf } from '../../api/useTitles';
import { useLanguage } from '../../components/useLanguage';
import { courseTranslationRef } from '../../translation/course';

/** Says who holds a seat with which rights, and how somebody was recused. @internal */
export function useSeatWords(titleOf: TitleOf) {
  const { t } = useTranslationRef(courseTranslationRef);
  const language = useLanguage();
  return {
    seatOf: (member: DecisionRecord['electorate'][number]): string => {
      const { user, chair, weight, veto, escalated } = member;
      const amount = weight?.toLocaleString(language);
      const notes = [
        ...(chair ? [t('seat.chair')] : []),
        ...(amount === undefined ? [] : [t('seat.weight', { weight: amount })]),
        ...(veto ? [t('seat.veto')] : []),
        ...(escalated ? [t('seat.escalated')] : []),
      ].join(t('comma'));
      const person = titleOf(user);
      return notes ? t('seat', { person, notes }) : person;
    },
    recusalOf: ({ kind, by }: DecisionRecord['recused'][number]): string => {
      if (kind === 'imposed' && by) {
        return t('recused.imposedBy', { person: titleOf(by) });
      }
      return kind === 'removed' ? '' : t(`recused.${kind}`);
    },
  };
}
