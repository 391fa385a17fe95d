import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { prepared } from '../database/prepared';
import { applyItemFilter, ItemFilter } from './itemFilter';
import { ITEM_COLUMNS, ItemColumns, toItemRecord } from './itemRows';
import { changing, ItemChange } from './UnitStore';
import { ItemRecord } from './records';

/** The transaction of a command, which only stores look into. @internal */
export type Transaction = Knex.Transaction;

const ITEM = `select ${ITEM_COLUMNS} from items
  join person on person.id = items.created_by`;
const ITEM_BY_KEY = `${ITEM} where items.key = ?`;
const ITEM_BY_ID = `${ITEM} where items.id = ?`;

/**
 * Reads and writes single items, each write in the transaction of a command.
 *
 * @internal
 */
export class ItemStore {
  constructor(private readonly knex: Knex) {}

  /** Runs a command in one transaction. */
  inTransaction<T>(run: (trx: Transaction) => Promise<T>): Promise<T> {
    return this.knex.transaction(run);
  }

  /** One item by its key. One statement. */
  load(trx: Knex, key: string): Promise<ItemRecord | undefined> {
    return one(trx, ITEM_BY_KEY, key);
  }

  /**
   * One item by its key, which stays as it is until the transaction ends. One
   * statement. SQLite has one writer anyway.
   */
  hold(trx: Knex, key: string): Promise<ItemRecord | undefined> {
    const held = ' for no key update of items';
    return one(trx, ITEM_BY_KEY + (isPostgres(trx) ? held : ''), key);
  }

  /** One item by its number. */
  loadById(trx: Knex, id: number): Promise<ItemRecord | undefined> {
    return one(trx, ITEM_BY_ID, id);
  }

  /** The next number of a series of keys. */
  async nextNumber(trx: Knex, series: string): Promise<number> {
    const [row] = await trx('counters')
      .insert({ name: series, value: 1 })
      .onConflict('name')
      .merge({ value: trx.raw('counters.value + 1') })
      .returning('value');
    return Number(row.value);
  }

  /** Brings a series of keys at least up to a number. */
  async raiseNumber(trx: Knex, series: string, value: number): Promise<void> {
    await trx('counters')
      .insert({ name: series, value })
      .onConflict('name')
      .merge()
      .where('counters.value', '<', value);
  }

  /** Makes the row of a new item, still without words and a journal. */
  async insert(trx: Knex, change: ItemChange, creator: number) {
    const row = {
      ...changing(change),
      key: change.item.key,
      workflow: change.item.workflow.id,
      kind: change.record.kind,
      created_by: creator,
      created_at: change.item.createdAt,
    };
    const [{ id }] = await trx('items').insert(row).returning('id');
    return Number(id);
  }

  /** The number of an item that a filter covers, marked as linked. */
  async markLinked(
    trx: Knex,
    key: string,
    { filter, today }: { filter: ItemFilter; today: string },
  ): Promise<number | undefined> {
    const query = trx('items').where({ key });
    applyItemFilter(query, filter, today);
    const [row] = await query.update({ has_links: true }).returning('id');
    return row && Number(row.id);
  }

  /** Whether an item is there and not at its end. */
  async isOpen(trx: Knex, key: string): Promise<boolean> {
    const row = await trx('items').where({ key, is_open: true }).first('id');
    return row !== undefined;
  }

  /** Forgets work of states that were left. */
  async sweepTasks(): Promise<void> {
    await this.knex('tasks')
      .whereExists(items =>
        items
          .from('items')
          .whereRaw('items.id = tasks.item_id AND items.entry > tasks.entry')
          .select('items.id'),
      )
      .delete();
  }
}

async function one(
  trx: Knex,
  sql: string,
  name: string | number,
): Promise<ItemRecord | undefined> {
  const [row] = await prepared<ItemColumns>(trx, sql, [name]);
  return row && toItemRecord(row);
}
