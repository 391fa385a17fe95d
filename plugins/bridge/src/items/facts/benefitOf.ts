import {
  annualSaving,
  compareWithBaseline,
  Comparison,
  Item,
  SavingFactors,
} from '@techbridge/plugin-bridge-common';
import { chanceOf, Rate } from './chanceOf';

/** From here on a difference may as well be chance. */
const CHANCE_LIMIT = 0.05;

/** A figure before and after. @internal */
export interface Measured {
  metric: string;
  unit: string;
  baseline: number;
  actual: number;
  /** In percent of the baseline; none where that is 0. */
  change?: number;
  target?: { value: number; reached: boolean };
  /** Whether counts say that the rates differ by more than chance. */
  rates?: { before: Rate; after: Rate; differ: boolean };
  /** Single values before and after, against the limits of those before. */
  series?: Comparison & { before: number[]; after: number[] };
  /** A later look at it, and the percentage of the gain that is lost. */
  review?: { value: number; lost: number };
}

/** What a year brings, and what it was worked out from. @internal */
export interface Yearly {
  amount: number;
  expected?: number;
  hardness?: string;
  attributionShare: number;
  runCost: number;
  /** Paid once, never part of what a year brings. */
  oneOffCost?: number;
  /** Where volume and value were given. */
  arithmetic?: { factors: SavingFactors; saving: number };
}

/** What an improvement has brought; kinds of benefit stay apart. @internal */
export interface Benefit {
  measured?: Measured;
  yearly?: Yearly;
  /** Released once, never part of what a year brings. */
  capital?: number;
}

type Data = Item['data'];

/** What the data of a proposal say about its benefit. @internal */
export function benefitOf(data: Data): Benefit {
  const capital = numberIn(data, 'capitalReleased');
  return {
    measured: measuredIn(data),
    yearly: yearlyIn(data),
    ...(capital && { capital }),
  };
}

function yearlyIn(data: Data): Yearly | undefined {
  const amount = numberIn(data, 'annualBenefit');
  const { hardness } = data;
  return amount === undefined
    ? undefined
    : {
        amount,
        expected: numberIn(data, 'expectedBenefit'),
        ...(typeof hardness === 'string' && { hardness }),
        attributionShare: numberIn(data, 'attributionShare') ?? 1,
        runCost: numberIn(data, 'runCost') ?? 0,
        oneOffCost: numberIn(data, 'oneOffCost'),
        arithmetic: arithmeticIn(data),
      };
}

function arithmeticIn(data: Data): Yearly['arithmetic'] {
  const [baseline, actual, annualVolume, unitCost] = [
    ...['baseline', 'actual', 'annualVolume', 'unitCost'],
  ].map(field => numberIn(data, field) ?? Number.NaN);
  const factors = {
    ...{ baseline, actual, annualVolume, unitCost },
    target: numberIn(data, 'target'),
    attributionShare: numberIn(data, 'attributionShare'),
    runCost: numberIn(data, 'runCost'),
  };
  const saving = annualSaving(factors);
  return Number.isFinite(saving) ? { factors, saving } : undefined;
}

function measuredIn(data: Data): Measured | undefined {
  const baseline = numberIn(data, 'baseline');
  const actual = numberIn(data, 'actual');
  if (baseline === undefined || actual === undefined) {
    return undefined;
  }
  const gain = actual - baseline;
  const target = numberIn(data, 'target');
  const value = reviewedIn(data);
  return {
    ...{ metric: textIn(data, 'metric'), unit: textIn(data, 'unit') },
    ...{ baseline, actual, rates: ratesIn(data), series: seriesIn(data) },
    ...(baseline !== 0 && { change: (gain / Math.abs(baseline)) * 100 }),
    ...(target !== undefined && {
      target: { value: target, reached: isReached(target, baseline, actual) },
    }),
    ...(value !== undefined &&
      gain !== 0 && {
        review: { value, lost: ((actual - value) / gain) * 100 },
      }),
  };
}

/** What was measured last after the verification; older items say one value. */
function reviewedIn(data: Data): number | undefined {
  const rows: unknown[] = Array.isArray(data.reviews) ? data.reviews : [];
  const values = rows.map(row => numberIn(row as Data, 'value'));
  return (
    values.filter(value => value !== undefined).at(-1) ??
    numberIn(data, 'reviewActual')
  );
}

function isReached(target: number, baseline: number, actual: number): boolean {
  return target > baseline ? actual >= target : actual <= target;
}

function ratesIn(data: Data): Measured['rates'] {
  const before = rateIn(data, 'baseline');
  const after = rateIn(data, 'actual');
  const chance = chanceOf(before, after);
  return chance === undefined
    ? undefined
    : { before, after, differ: chance < CHANCE_LIMIT };
}

function seriesIn(data: Data): Measured['series'] {
  const before = numbersOf(data, 'baselineSeries');
  const after = numbersOf(data, 'actualSeries');
  const found = compareWithBaseline(before, after);
  return found && { ...found, before, after };
}

function numbersOf(data: Data, field: string): number[] {
  const value = data[field];
  const values: unknown[] = Array.isArray(value) ? value : [];
  return values.filter((one): one is number => typeof one === 'number');
}

function rateIn(data: Data, when: 'baseline' | 'actual'): Rate {
  const figure = (what: string) => numberIn(data, when + what) ?? Number.NaN;
  return { count: figure('Count'), total: figure('Total') };
}

function numberIn(data: Data, field: string): number | undefined {
  const value = data[field];
  return typeof value === 'number' ? value : undefined;
}

function textIn(data: Data, field: string): string {
  const value = data[field];
  return typeof value === 'string' ? value : '';
}
