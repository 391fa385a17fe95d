import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { RUN_OF_SIGNAL } from '@techbridge/plugin-bridge-common';
import { benefitTranslationRef } from '../../translation/benefit';
import type { Measured } from './benefitOf';
import { useFigures } from './useFigures';

/** Whether single values say more than noise would, and out of how many. @internal */
export function useSeriesLines(
  series: Measured['series'],
): (string | false | undefined)[] {
  const { t } = useTranslationRef(benefitTranslationRef);
  const { rounded, plain } = useFigures();
  if (!series) {
    return [];
  }
  const { limits, actual, run, differs, steady } = series;
  const between = {
    lower: rounded(limits.lower),
    upper: rounded(limits.upper),
  };
  const { outside } = actual;
  return [
    !differs && t('xmr.noise', { ...between, run: String(RUN_OF_SIGNAL) }),
    outside > 0 && t('xmr.outside', { ...between, outside: plain(outside) }),
    run >= RUN_OF_SIGNAL && t('xmr.run', { run: plain(run) }),
    t('xmr.means', {
      before: plain(limits.n),
      beforeMean: rounded(limits.mean),
      after: plain(actual.n),
      afterMean: rounded(actual.mean),
    }),
    !steady && t('xmr.unsteady'),
  ];
}
