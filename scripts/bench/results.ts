import { Ratio } from './timing/sideBySide';
import { Spread } from './timing/spread';

/**
 * How long ours takes, held against a floor; or how fast it is. Without a limit
 * the ratio is only told.
 *
 * @internal
 */
export interface RatioResult {
  name: string;
  /** For how long it takes. */
  limit?: number;
  /** For how fast it is. */
  atLeast?: number;
  ratio: Ratio;
}

/**
 * What something takes by itself, or how much of it is done. Without a limit
 * it is only told.
 *
 * @internal
 */
export interface AmountResult {
  name: string;
  /** Such as `µs`. */
  unit: string;
  /** The most that it may be. */
  limit?: number;
  /** The least that it may be. */
  atLeast?: number;
  amount: Spread;
}

/** A number that must be exactly what is expected. @internal */
export interface CountResult {
  name: string;
  expected: number;
  counts: number[];
}

/** One line of the table. @internal */
export type Result = RatioResult | AmountResult | CountResult;

const FAILS_AT = 2;

/**
 * Whether the run fails for this result: a ratio or an amount off its
 * limit by more than twice, because times vary with the machine; a count that
 * differs at all, because counts do not.
 *
 * @internal
 */
export function isFailure(result: Result): boolean {
  return isOver(result, 'counts' in result ? 1 : FAILS_AT);
}

/** The results as a table, then a sentence on each that is over. @internal */
export function describeResults(results: Result[]): string {
  const head = ['measure', 'median (min–max)', 'limit', 'rounds', ''];
  const rows = [head, ...results.map(toRow)];
  const widths = head.map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  const lines = rows.map(row =>
    row.map((cell, column) => cell.padEnd(widths[column])).join('  '),
  );
  return [...lines, '', ...verdict(results)].join('\n');
}

function isOver(result: Result, times = 1): boolean {
  if ('counts' in result) {
    return result.counts.some(count => count !== result.expected);
  }
  const { limit = Infinity, atLeast = 0 } = result;
  const { median } = measured(result).spread;
  return median > times * limit || times * median < atLeast;
}

function toRow(result: Result): string[] {
  const state = isOver(result) ? 'OVER' : 'ok';
  if (!('counts' in result)) {
    const bound = boundOf(result);
    const { spread, unit, digits } = measured(result);
    const [middle, min, max] = [spread.median, spread.min, spread.max].map(
      number => number.toFixed(digits),
    );
    return [
      result.name,
      `${middle} (${min}–${max}) ${unit}`,
      bound ?? '–',
      String(spread.rounds),
      bound ? state : '',
    ];
  }
  const { name, counts, expected } = result;
  return [
    name,
    [...new Set(counts)].join(', '),
    `= ${expected}`,
    String(counts.length),
    state,
  ];
}

function measured(result: RatioResult | AmountResult) {
  return 'ratio' in result
    ? { spread: result.ratio, unit: '×', digits: 2 }
    : { spread: result.amount, unit: result.unit, digits: 1 };
}

function boundOf(result: RatioResult | AmountResult): string | undefined {
  const { limit, atLeast } = result;
  const { unit } = measured(result);
  if (limit !== undefined) {
    return `≤ ${limit} ${unit}`;
  }
  return atLeast === undefined ? undefined : `≥ ${atLeast} ${unit}`;
}

function verdict(results: Result[]): string[] {
  const over = results.filter(result => isOver(result));
  if (over.length === 0) {
    return ['Everything is within its limit.'];
  }
  return over.map(result =>
    isFailure(result)
      ? `FAILED: ${result.name}`
      : `Over its limit, but not by more than twice: ${result.name}`,
  );
}
