import { ITEM_ORDERS } from '@techbridge/plugin-bridge-common';
import { OpenWork } from '../data/work/openWork';
import { RatioResult } from '../results';
import { Ratio, sideBySide } from '../timing/sideBySide';
import {
  farthestPage,
  ItemOrder,
  ListFilter,
  listFilters,
  listPath,
  ListQuery,
} from './listQueries';
import { BackendPlace, NOOP, SignedIn, withBackend } from './withBackend';

const CALLS = 5;
const BATCHES = 12;

/** To find the slowest order a short look is enough. */
const LOOK = { rounds: 2, batches: 2 };

/** The items, where they are, and how often to measure. @internal */
export interface ListsOverHttp extends BackendPlace {
  work: OpenWork;
  rounds: number;
}

interface Measuring extends SignedIn {
  rounds: number;
}

/**
 * Lists of items over HTTP and as a signed-in person: each filter in whichever
 * order is slowest, against a route that does nothing but one permission check;
 * and a page far down against the first one.
 *
 * @internal
 */
export async function measureLists(
  options: ListsOverHttp,
): Promise<RatioResult[]> {
  const { knex } = options.work;
  return withBackend(options, async backend => {
    const measuring = { ...backend, rounds: options.rounds };
    const results: RatioResult[] = [];
    for (const filter of await listFilters(knex)) {
      results.push(await measureFilter(measuring, filter));
    }
    for (const order of ITEM_ORDERS) {
      const far = await farthestPage(knex, order);
      results.push(await measureFarPage(measuring, order, far));
    }
    return results;
  });
}

async function measureFilter(
  measuring: Measuring,
  { name, query }: ListFilter,
): Promise<RatioResult> {
  let slowest: { order: ItemOrder; median: number } | undefined;
  for (const order of ITEM_ORDERS) {
    const { median } = await againstNoop(measuring, { ...query, order }, LOOK);
    if (!slowest || median > slowest.median) {
      slowest = { order, median };
    }
  }
  const order = slowest?.order ?? '';
  return {
    name: `list of items over HTTP, filter: ${name}, slowest order ${order} / a route with one permission check`,
    limit: 2,
    ratio: await againstNoop(measuring, { ...query, order }),
  };
}

function againstNoop(
  { ask, rounds }: Measuring,
  query: ListQuery,
  how: { rounds?: number; batches?: number } = {},
): Promise<Ratio> {
  return sideBySide({
    ours: () => ask(repeated(listPath(query))),
    floor: () => ask(repeated(NOOP)),
    ...{ rounds, batches: BATCHES, ...how },
  });
}

async function measureFarPage(
  { ask, read, rounds }: Measuring,
  order: ItemOrder,
  { number, query }: { number: number; query: ListQuery },
): Promise<RatioResult> {
  const far = listPath(query);
  const { items } = await read<{ items: unknown[] }>(far);
  if (items.length !== 20) {
    throw new Error(`Page ${number} has ${items.length} items; generate more`);
  }
  return {
    name: `page ${number} / page 1 of the list of items over HTTP, order ${order}`,
    limit: 1.3,
    ratio: await sideBySide({
      ours: () => ask(repeated(far)),
      floor: () => ask(repeated(listPath({ order }))),
      ...{ rounds, batches: BATCHES },
    }),
  };
}

function repeated(path: string): string[] {
  return Array.from({ length: CALLS }, () => path);
}
