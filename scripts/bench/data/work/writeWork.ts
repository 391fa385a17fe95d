import { Knex } from 'knex';
import { SENTENCES } from '../sentences';
import {
  ADD_PEOPLE,
  ADD_TEAMS,
  PLAN_ITEMS,
  PLAN_MORE,
  WRITE_ITEMS,
  WRITE_JOURNAL,
  WRITE_PAYLOADS,
  WRITE_SEARCH,
  WRITE_TASKS,
  WRITE_TIMERS,
} from './itemStatements';
import { WRITE_LEDGER, WRITE_SEASONS } from './ledgerStatements';
import {
  COUNT_BOARDS,
  WRITE_BALLOTS,
  WRITE_CLOSED_BOARDS,
  WRITE_OPEN_BOARDS,
} from './voteStatements';

/** How much work is generated. @internal */
export interface WorkSizes {
  items: number;
  votes: number;
  ledger: number;
  people: number;
}

/** More items of one kind, for somebody to work on. @internal */
export interface MoreItems {
  count: number;
  workflow: string;
  state: string;
  /** How many people may vote on each, where people vote. */
  electorate: number;
}

/** In how many items the rare word stands. @internal */
export const RARE_ITEMS = 20;

const SEARCH_INDEX = 'item_search_tokens_index';
const LEDGER_ROWS_AT_ONCE = 100_000;

/**
 * Writes items with all that hangs on them, ballots and points, each with one
 * statement a table.
 *
 * @internal
 */
export async function writeWork(knex: Knex, sizes: WorkSizes): Promise<void> {
  const { items, votes, people } = sizes;
  await knex.raw(ADD_PEOPLE, { people });
  await knex.raw(ADD_TEAMS);
  // So many that no board has a quorum with the ballots that are written.
  const electorate = 5 * Math.ceil(votes / items);
  const rarity = Math.max(1, Math.floor(items / RARE_ITEMS));
  await withoutSearchIndex(knex, () =>
    unchecked(knex, async trx => {
      await trx.raw(PLAN_ITEMS, { items, electorate, rarity });
      await writePlanned(trx, people);
      await trx.raw(WRITE_CLOSED_BOARDS);
      await writeBallots(trx, sizes);
      await trx.raw('TRUNCATE bench.plan');
    }),
  );
  await writeLedger(knex, sizes);
  await knex.raw('VACUUM ANALYZE');
}

/** Writes more items, all in one state, and gives their keys. @internal */
export async function writeMoreItems(
  knex: Knex,
  people: number,
  more: MoreItems,
): Promise<string[]> {
  return unchecked(knex, async trx => {
    await trx.raw(PLAN_MORE, { ...more });
    await writePlanned(trx, people);
    const keys = await trx('items')
      .whereIn('id', trx('bench.plan').select('number'))
      .orderBy('id')
      .pluck('key');
    await trx.raw('TRUNCATE bench.plan');
    return keys;
  });
}

async function writePlanned(trx: Knex, people: number): Promise<void> {
  await trx.raw('ANALYZE bench.plan');
  await trx.raw(WRITE_ITEMS, { people, sentences: SENTENCES });
  await trx.raw(WRITE_SEARCH, { sentences: SENTENCES });
  await trx.raw(WRITE_TASKS, { people });
  for (const statement of [
    WRITE_TIMERS,
    WRITE_JOURNAL,
    WRITE_PAYLOADS,
    WRITE_OPEN_BOARDS,
    "SELECT setval(pg_get_serial_sequence('items', 'id'), max(id)) FROM items",
  ]) {
    await trx.raw(statement);
  }
}

async function writeBallots(
  trx: Knex,
  { votes, people }: WorkSizes,
): Promise<void> {
  const { rows } = await trx.raw(COUNT_BOARDS);
  const ballots = Math.ceil(votes / rows[0].boards);
  await trx.raw(WRITE_BALLOTS, { ballots, votes, people });
}

async function writeLedger(
  knex: Knex,
  { items, ledger, people }: WorkSizes,
): Promise<void> {
  await knex.raw(WRITE_SEASONS);
  for (let from = 0; from < ledger; from += LEDGER_ROWS_AT_ONCE) {
    const until = Math.min(ledger, from + LEDGER_ROWS_AT_ONCE) - 1;
    await knex.raw(WRITE_LEDGER, { items, people, from, until });
  }
}

// What is written refers to what is there, by the way it is made; asking row by
// row would double the time.
function unchecked<T>(
  knex: Knex,
  write: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return knex.transaction(async trx => {
    await trx.raw('SET LOCAL session_replication_role = replica');
    return write(trx);
  });
}

// An index that is made at the end is made in a tenth of the time.
async function withoutSearchIndex(
  knex: Knex,
  write: () => Promise<void>,
): Promise<void> {
  const { rows } = await knex.raw(
    'SELECT indexdef FROM pg_indexes WHERE indexname = ?',
    [SEARCH_INDEX],
  );
  await knex.raw('DROP INDEX ??', [SEARCH_INDEX]);
  await write();
  await knex.raw(rows[0].indexdef);
}
