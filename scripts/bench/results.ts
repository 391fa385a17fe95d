import { Ratio } from './timing/sideBySide';

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
 * Whether the run fails for this result: a ratio off its limit by more than
 * twice, because times vary with the machine; a count that differs at all,
 * because counts do not.
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
  if (!('ratio' in result)) {
    return result.counts.some(count => count !== result.expected);
  }
  const { ratio, limit = Infinity, atLeast = 0 } = result;
  return ratio.median > times * limit || times * ratio.median < atLeast;
}

function toRow(result: Result): string[] {
  const state = isOver(result) ? 'OVER' : 'ok';
  if ('ratio' in result) {
    const bound = boundOf(result);
    const { median, min, max, rounds } = result.ratio;
    const spread = `${median.toFixed(2)} (${min.toFixed(2)}–${max.toFixed(2)})`;
    return [
      result.name,
      `${spread} ×`,
      bound ?? '–',
      String(rounds),
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

function boundOf({ limit, atLeast }: RatioResult): string | undefined {
  if (limit !== undefined) {
    return `≤ ${limit} ×`;
  }
  return atLeast === undefined ? undefined : `≥ ${atLeast} ×`;
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
