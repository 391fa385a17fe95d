import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { Assignment } from './assignments';
import { ItemColumns, toItemRecord } from './itemRows';
import { Transaction } from './ItemStore';
import { TaskRow } from './UnitStore';
import { ItemRecord } from './records';
import { SomeItems, applySomeItemsFilter } from './someItemsFilter';

const ROWS_AT_ONCE = 500;

/** What waits for a person in one state of an item. @internal */
export type Task = Omit<TaskRow, 'since'>;

/**
 * Reads open items and for whom they wait, some at once.
 *
 * @internal
 */
export class TaskStore {
  constructor(private readonly knex: Knex) {}

  /** Open items in the order of their numbers. One statement. */
  async openItems(some: SomeItems): Promise<ItemRecord[]> {
    const query = open(this.knex);
    applySomeItemsFilter(query, some);
    const rows: ItemColumns[] = await query;
    return rows.map(toItemRecord);
  }

  /**
   * Those of these items that are open; they stay as they are until the
   * transaction ends. One statement.
   */
  async hold(trx: Transaction, ids: number[]): Promise<ItemRecord[]> {
    const query = open(trx).whereIn('items.id', ids);
    if (isPostgres(trx)) {
      query.forNoKeyUpdate('items');
    }
    const rows: ItemColumns[] = await query;
    return rows.map(toItemRecord);
  }

  /** For whom items wait in their present state, by number. One statement. */
  async people(
    records: ItemRecord[],
    connection: Knex = this.knex,
  ): Promise<Map<number, Assignment[]>> {
    const entries = new Map(records.map(({ id, item }) => [id, item.entry]));
    const rows: (Assignment & { itemId: number; entry: number })[] =
      await connection('tasks')
        .whereIn('item_id', [...entries.keys()])
        .select({ itemId: 'item_id', onBehalfOf: 'on_behalf_of' })
        .select('entry', 'person');
    const people = new Map<number, Assignment[]>();
    for (const { itemId: id, entry, ...assignment } of rows) {
      if (entry === entries.get(id)) {
        people.set(id, [...(people.get(id) ?? []), assignment]);
      }
    }
    return people;
  }

  /** Takes work back. */
  async close(trx: Transaction, tasks: Task[]): Promise<void> {
    const keys = tasks.map(({ itemId, entry, person, onBehalfOf }) => [
      itemId,
      entry,
      person,
      onBehalfOf,
    ]);
    for (let i = 0; i < keys.length; i += ROWS_AT_ONCE) {
      await trx('tasks')
        .whereIn(
          ['item_id', 'entry', 'person', 'on_behalf_of'],
          keys.slice(i, i + ROWS_AT_ONCE),
        )
        .delete();
    }
  }
}

function open(connection: Knex) {
  return connection('items')
    .join('person', 'person.id', 'items.created_by')
    .where('items.is_open', true)
    .orderBy('items.id')
    .select('items.*', 'person.entity_ref as creator');
}
