import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { WorkflowVersion } from '@techbridge/plugin-bridge-common';
import { useClock } from '../api/useClock';
import { useTitles } from '../api/useTitles';
import { formatMoment } from '../components/formatTime';
import { useLanguage } from '../components/useLanguage';
import { workflowsTranslationRef } from '../translation/workflows';

/** Says when versions were made, and by whom. @internal */
export function useMaking(
  versions: readonly Pick<WorkflowVersion, 'madeBy'>[],
): (version: Pick<WorkflowVersion, 'madeBy' | 'at'>) => string {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const language = useLanguage();
  const timeZone = useClock()?.timeZone;
  const titleOf = useTitles(versions.flatMap(({ madeBy }) => madeBy ?? []));
  return ({ madeBy, at }) => {
    const date = formatMoment(at, language, timeZone);
    return madeBy === null
      ? t('version.fromFile', { date })
      : t('version.made', { date, person: titleOf(madeBy) });
  };
}
