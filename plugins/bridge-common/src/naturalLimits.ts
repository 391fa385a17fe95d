/** Fewer values of a baseline give no limits that are worth drawing. @public */
export const LEAST_BASELINE = 6;

/** So many values in a row on one side of the mean are a signal. @public */
export const RUN_OF_SIGNAL = 8;

/** The natural process limits of single values. @public */
export interface NaturalLimits {
  /** How many values they were worked out from. */
  n: number;
  mean: number;
  lower: number;
  upper: number;
}

/** Whether single values say more than noise would. @public */
export interface Comparison {
  limits: NaturalLimits;
  /** How many values there are, what their mean is, and how many lie outside. */
  actual: { n: number; mean: number; outside: number };
  /** The longest run of values on one side of the mean of the baseline. */
  run: number;
  differs: boolean;
  /** Whether the baseline shows no signal against its own limits. */
  steady: boolean;
}

// From the mean moving range of two to three standard deviations: 3 / 1.128.
const SCALE = 2.66;

// Less than this part of the values is the rounding of a computer.
const ROUNDING = 1e-9;

/**
 * The limits of an XmR chart, in the unit of the values:
 * `mean ± 2.66 · mean moving range`, where a moving range is the distance of
 * two values that follow each other. After Shewhart, as Wheeler teaches it in
 * "Understanding Variation".
 *
 * @returns undefined for fewer than six values, or values too large to add up
 * @public
 */
export function naturalLimits(
  baseline: readonly number[],
): NaturalLimits | undefined {
  const mean = meanOf(baseline);
  const ranges = baseline
    .slice(1)
    .map((value, place) => Math.abs(value - baseline[place]));
  const reach = SCALE * meanOf(ranges);
  return baseline.length >= LEAST_BASELINE && Number.isFinite(mean + reach)
    ? { n: baseline.length, mean, lower: mean - reach, upper: mean + reach }
    : undefined;
}

/**
 * Compares the values after a change with the limits of those before it. A
 * signal is one value outside the limits, or eight in a row on one side of the
 * mean: Wheeler's first and second rule of detection. His third, of values near
 * a limit, is left out, since every further rule adds false alarms. A value on
 * a limit is inside; a value on the mean ends a run.
 *
 * @returns undefined where there are no limits or nothing to compare
 * @public
 */
export function compareWithBaseline(
  baseline: readonly number[],
  actual: readonly number[],
): Comparison | undefined {
  const limits = naturalLimits(baseline);
  const mean = meanOf(actual);
  if (!limits || !Number.isFinite(mean)) {
    return undefined;
  }
  const { outside, run } = signalsIn(actual, limits);
  const own = signalsIn(baseline, limits);
  return {
    limits,
    actual: { n: actual.length, mean, outside },
    run,
    differs: isSignal(outside, run),
    steady: !isSignal(own.outside, own.run),
  };
}

/**
 * Whether a value lies outside the limits by more than the rounding of a
 * computer.
 *
 * @public
 */
export function isOutside(
  value: number,
  { mean, upper }: NaturalLimits,
): boolean {
  return Math.abs(value - mean) > upper - mean + slackOf(value, mean);
}

function slackOf(value: number, mean: number): number {
  return ROUNDING * Math.max(Math.abs(mean), Math.abs(value));
}

function isSignal(outside: number, run: number): boolean {
  return outside > 0 || run >= RUN_OF_SIGNAL;
}

function signalsIn(values: readonly number[], limits: NaturalLimits) {
  const { mean } = limits;
  const sides = values.map(value => {
    const distance = value - mean;
    return Math.abs(distance) > slackOf(value, mean) ? Math.sign(distance) : 0;
  });
  return {
    outside: values.filter(value => isOutside(value, limits)).length,
    run: longestRun(sides),
  };
}

function longestRun(sides: number[]): number {
  let longest = 0;
  let run = 0;
  sides.forEach((side, place) => {
    run = side === sides[place - 1] ? run + 1 : 1;
    longest = side === 0 ? longest : Math.max(longest, run);
  });
  return longest;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
