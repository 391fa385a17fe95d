import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  decisionFigures,
  DecisionRecord,
} from '@techbridge/plugin-bridge-common';
import type { ItemOnPaper } from '../../api/useItemSheet';
import { useTitles } from '../../api/useTitles';
import { courseTranslationRef } from '../../translation/course';
import { useCourse } from '../decisions/useCourse';

/** Says how the vote of a decision went, as notes beside it. @internal */
export function useReviewNotes({
  decisions,
}: ItemOnPaper): (record: DecisionRecord) => string[] {
  const { t } = useTranslationRef(courseTranslationRef);
  const people = decisions.flatMap(one => decisionFigures(one).escalatedTo);
  const courseOf = useCourse(useTitles(people));
  return record => courseOf(record).map(line => t('note', line));
}
