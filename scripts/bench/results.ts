import { Ratio } from './timing/sideBySide';

/** How long ours takes, held against a floor. @internal */
export interface RatioResult {
  name: string;
  /** Without it the ratio is only told. */
  limit?: number;
  ratio: Ratio;
}

/** A number that must be exactly what is expected. @internal */
export interface CountResult {
  name: string;
  expected: number;
  counts: number[];
}

/** One line of the table. @internal */
export type Result = RatioResult | CountResult;

const FAILS_AT = 2;

/**
 * Whether the run fails for this result: a ratio over twice its limit, because
 * times vary with the machine; a count that differs at all, because counts do
 * not.
 *
 * @internal
 */
export function isFailure(result: Result): boolean {
  return isOver(result, 'ratio' in result ? FAILS_AT : 1);
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
  return 'ratio' in result
    ? result.ratio.median > times * (result.limit ?? Infinity)
    : result.counts.some(count => count !== result.expected);
}

function toRow(result: Result): string[] {
  const state = isOver(result) ? 'OVER' : 'ok';
  if ('ratio' in result) {
    const { limit, ratio } = result;
    const { median, min, max, rounds } = ratio;
    const spread = `${median.toFixed(2)} (${min.toFixed(2)}–${max.toFixed(2)})`;
    return [
      result.name,
      `${spread} ×`,
      limit ? `≤ ${limit} ×` : '–',
      String(rounds),
      limit ? state : '',
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

function verdict(results: Result[]): string[] {
  const over = results.filter(result => isOver(result));
  if (over.length === 0) {
    return ['Everything is within its limit.'];
  }
  return over.map(result =>
    isFailure(result)
      ? `FAILED: ${result.name}`
      : `Over its limit, but not over twice: ${result.name}`,
  );
}
