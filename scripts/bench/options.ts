import { parseArgs } from 'node:util';
import { Sizes } from './data/generate';
import { WorkSizes } from './data/work/writeWork';

/** The parts of the benchmark, in their order. @internal */
export const PARTS = [
  'engine',
  'owner',
  'finder',
  'http',
  'items',
  'search',
  'recognition',
  'commands',
  'chain',
  'votes',
  'memory',
  'outbox',
  'projection',
] as const;

/** One part of the benchmark. @internal */
export type Part = (typeof PARTS)[number];

/** What is measured, and with how much data. @internal */
export interface Options {
  parts: Part[];
  /** What the register holds for everything but the projection. */
  register: Sizes;
  /** The items, votes and points for everything about work. */
  work: WorkSizes;
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
 * Reads the command line: names of parts, all without any, and sizes.
 *
 * @throws Error that names the option and the remedy
 * @internal
 */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      systems: number(10_000),
      appointments: number(50_000),
      items: number(100_000),
      votes: number(500_000),
      ledger: number(1_000_000),
      people: number(20_000),
      'projected-systems': number(1_000),
      'projected-appointments': number(5_000),
      rounds: number(7),
      'stitch-rounds': number(3),
    },
  });
  const count = (name: keyof typeof values) => wholeNumber(name, values[name]);
  return {
    parts: readParts(positionals),
    register: {
      systems: count('systems'),
      appointments: count('appointments'),
    },
    work: {
      items: count('items'),
      votes: count('votes'),
      ledger: count('ledger'),
      people: count('people'),
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

function readParts(names: string[]): Part[] {
  const unknown = names.find(name => !PARTS.some(part => part === name));
  if (unknown !== undefined) {
    throw new Error(
      `There is no part "${unknown}". Choose of ${PARTS.join(', ')}.`,
    );
  }
  return PARTS.filter(part => names.length === 0 || names.includes(part));
}
