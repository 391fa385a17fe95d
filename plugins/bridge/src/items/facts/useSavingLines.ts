import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { gainOf } from '@techbridge/plugin-bridge-common';
import { benefitTranslationRef } from '../../translation/benefit';
import type { Yearly } from './benefitOf';
import { useFigures } from './useFigures';

/** How far a verified figure may be from the arithmetic by rounding it. */
const ROUNDING = 1;

/**
 * How the benefit a year was worked out, in words, how it compares with what
 * was expected, and what was paid once.
 *
 * @internal
 */
export function useSavingLines(yearly: Yearly): string[] {
  const { amount, expected = 0, oneOffCost } = yearly;
  const { t } = useTranslationRef(benefitTranslationRef);
  const { money, share } = useFigures();
  const lines = useArithmetic(yearly);
  return [
    ...lines,
    expected > 0 &&
      t('realised', {
        share: share((amount / expected) * 100),
        expected: money(expected),
      }),
    oneOffCost && t('oneOffCost', { cost: money(oneOffCost) }),
  ].filter((line): line is string => Boolean(line));
}

/** Step by step where volume and value are known, else what was taken off. */
function useArithmetic(yearly: Yearly): (string | false)[] {
  const { amount, arithmetic, attributionShare, runCost } = yearly;
  const { t } = useTranslationRef(benefitTranslationRef);
  const { plain, part, money } = useFigures();
  if (!arithmetic) {
    return [
      attributionShare < 1 && t('share', { share: part(attributionShare) }),
      runCost > 0 && t('runCost', { cost: money(runCost) }),
    ];
  }
  const { factors, saving } = arithmetic;
  const { baseline, actual, annualVolume, unitCost } = factors;
  const falls = gainOf(factors) === baseline - actual;
  const by = amount - saving;
  return [
    t('arithmetic', {
      minuend: plain(falls ? baseline : actual),
      subtrahend: plain(falls ? actual : baseline),
      volume: plain(annualVolume),
      value: plain(unitCost),
      share: part(attributionShare),
      cost: plain(runCost),
      saving: money(saving),
    }),
    Math.abs(by) > ROUNDING &&
      t(by < 0 ? 'below' : 'above', { amount: money(Math.abs(by)) }),
  ];
}
