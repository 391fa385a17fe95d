import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  decisionFigures,
  DecisionRecord,
} from '@techbridge/plugin-bridge-common';
import { useClock } from '../../api/useClock';
import type { TitleOf } from '../../api/useTitles';
import { formatMoment } from '../../components/formatTime';
import { useLanguage } from '../../components/useLanguage';
import { courseTranslationRef } from '../../translation/course';

/**
 * Says how a vote went: what the votes weighed, until when it was open, whom it
 * was escalated to, and whether it was about a veto.
 *
 * @internal
 */
export function useCourse(titleOf: TitleOf) {
  const { t } = useTranslationRef(courseTranslationRef);
  const language = useLanguage();
  const zone = useClock()?.timeZone;
  const deadlineOf = ({ deadlineAt, extended: count = 0 }: DecisionRecord) => {
    const date = deadlineAt ? formatMoment(deadlineAt, language, zone) : '';
    return date && count > 0 ? t('extended', { date, count }) : date;
  };
  return (record: DecisionRecord): { name: string; value: string }[] => {
    const { weights, escalatedTo } = decisionFigures(record);
    const { all = 0, inFavour = 0, against = 0 } = weights ?? {};
    const people = escalatedTo.map(titleOf).join(t('comma'));
    const share = String(Math.round((record.overrides ?? 0) * 1000) / 10);
    const number = (value: number) => value.toLocaleString(language);
    const lines = {
      weights:
        weights &&
        t('weighed', {
          all: number(all),
          inFavour: number(inFavour),
          against: number(against),
        }),
      deadline: deadlineOf(record),
      escalated: record.escalated && (people || t('escalatedToNobody')),
      veto: record.overrides && t('overrides', { share }),
    };
    return Object.entries(lines).flatMap(([name, value]) =>
      value ? { name: t(name as keyof typeof lines), value } : [],
    );
  };
}
