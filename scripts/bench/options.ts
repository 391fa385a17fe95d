import { parseArgs } from 'node:util';
import { Sizes } from './data/generate';

/** The parts of the benchmark, in their order. @internal */
export const PARTS = ['owner', 'finder', 'http', 'projection'] as const;

/** One part of the benchmark. @internal */
export type Part = (typeof PARTS)[number];

/** What is measured, and with how much data. @internal */
export interface Options {
  parts: Part[];
  /** What the register holds for everything but the projection. */
  register: Sizes;
  /** What is projected into the catalog. */
  projection: Sizes;
  /** Rounds of everything but the time until the catalog is stitched. */
  rounds: number;
  /** Rounds of the time until the catalog is stitched; each takes minutes. */
  stitchRounds: number;
}

const number = (fallback: number) =>
  ({ type: 'string', default: String(fallback) } as const);

/**
 * Reads the command line.
 *
 * @throws Error that names the option and the remedy
 * @internal
 */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', default: PARTS.join(',') },
      systems: number(10_000),
      appointments: number(50_000),
      'projected-systems': number(1_000),
      'projected-appointments': number(5_000),
      rounds: number(7),
      'stitch-rounds': number(3),
    },
  });
  const count = (name: Exclude<keyof typeof values, 'only'>) =>
    wholeNumber(name, values[name]);
  return {
    parts: readParts(values.only),
    register: {
      systems: count('systems'),
      appointments: count('appointments'),
    },
    projection: {
      systems: count('projected-systems'),
      appointments: count('projected-appointments'),
    },
    rounds: count('rounds'),
    stitchRounds: count('stitch-rounds'),
  };
}

function wholeNumber(name: string, value: string): number {
  const found = Number(value);
  if (!Number.isInteger(found) || found < 1) {
    throw new Error(`--${name} is "${value}". Write a whole number from 1 on.`);
  }
  return found;
}

function readParts(list: string): Part[] {
  const wanted = list.split(',');
  const unknown = wanted.find(part => !PARTS.some(known => known === part));
  if (unknown !== undefined) {
    throw new Error(
      `--only names "${unknown}". Choose of ${PARTS.join(', ')}.`,
    );
  }
  return PARTS.filter(part => wanted.includes(part));
}
