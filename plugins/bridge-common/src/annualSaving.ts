/** What a benefit a year is worked out from. @public */
export interface SavingFactors {
  /** The metric before, in its unit. */
  baseline: number;
  /** The metric now, in the same unit. */
  actual: number;
  /** Tells which way is better; without it less is better, as of a cost. */
  target?: number;
  /** How much is handled in a year, such as thousands of records. */
  annualVolume: number;
  /** What one unit of the metric is worth in one unit of the volume, in money. */
  unitCost: number;
  /** The part of the gain that this improvement has brought: above 0, at most 1. */
  attributionShare?: number;
  /** What it costs to keep up for a year, in the same money. */
  runCost?: number;
}

/**
 * What an improvement saves in a year, in money:
 * `(baseline − actual) · annualVolume · unitCost · attributionShare − runCost`,
 * with `actual − baseline` where the target says that more is better. A share
 * that is not given is 1 and a run cost 0. What was paid once and capital that
 * was released once have no part in it.
 *
 * This is the usual arithmetic of a benefit case: quantity times price, of
 * which only the own part counts, net of what it costs to run.
 *
 * @public
 */
export function annualSaving(factors: SavingFactors): number {
  const { annualVolume, unitCost, attributionShare = 1, runCost = 0 } = factors;
  const gross = gainOf(factors) * annualVolume * unitCost;
  return gross * attributionShare - runCost;
}

/**
 * By how much the metric is better than before, in its unit; less than 0 where
 * it is worse.
 *
 * @public
 */
export function gainOf({
  baseline,
  actual,
  target = -Infinity,
}: Pick<SavingFactors, 'baseline' | 'actual' | 'target'>): number {
  return target > baseline ? actual - baseline : baseline - actual;
}
