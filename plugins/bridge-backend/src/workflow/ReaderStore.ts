import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { HIDDEN_FROM } from '../database/hiddenFrom';
import { insertion, Write } from '../database/writeTogether';
import { ItemColumns, toItemRecord } from './itemRows';
import { ItemRecord } from './records';
import { SomeItems, applySomeItemsFilter } from './someItemsFilter';

/** Who sees a private item from now on. @internal */
export interface Readership {
  itemId: number;
  people: string[];
  /** Who does something with it; being a reader, they stay one. */
  actor?: string;
  /** Whether all who are left out are known to have left. */
  complete: boolean;
}

const READER_AGAIN = `on conflict (person, item_id)
  do update set worked = item_readers.worked or excluded.worked`;

const STAYS =
  'update item_readers set worked = true where item_id = ? and person = ?';

/**
 * Keeps who sees which private item.
 *
 * @internal
 */
export class ReaderStore {
  constructor(private readonly knex: Knex) {}

  /**
   * What leaves exactly these readers, and those who have worked on the item. A
   * command may reach it through another one; that makes nobody its reader.
   */
  keep({ itemId, people, actor, complete }: Readership): Write[] {
    const leaving = actor !== undefined && !people.includes(actor);
    const all = new Set([...people, ...(leaving ? [actor] : [])]);
    const rows = people.map(person => ({
      ...{ item_id: itemId, person, worked: person === actor },
    }));
    const others = isPostgres(this.knex)
      ? 'person <> all(?::text[])'
      : 'person not in (select value from json_each(?))';
    const sql = `delete from item_readers
      where item_id = ? and not worked and ${others}`;
    const staying = isPostgres(this.knex) ? [...all] : JSON.stringify([...all]);
    return [
      ...(leaving ? [{ sql: STAYS, values: [itemId, actor] }] : []),
      ...(complete ? [{ sql, values: [itemId, staying] }] : []),
      ...insertion(this.knex, 'item_readers', rows, READER_AGAIN),
    ];
  }

  /**
   * What takes the readers away from an item that everybody sees. Who has worked
   * on it sees it again, should it become private once more.
   */
  open(itemId: number): Write {
    const sql = 'delete from item_readers where item_id = ? and not worked';
    return { sql, values: [itemId] };
  }

  /** Whether somebody sees an item of which it is known that it is private. */
  async isReader(itemId: number, person: string): Promise<boolean> {
    const row = await this.knex('item_readers')
      .where({ item_id: itemId, person })
      .first('item_id');
    return row !== undefined;
  }

  /** Those of some people who may hear of an item. One statement. */
  async among(itemId: number, people: string[]): Promise<string[]> {
    const row: { is_private: boolean | number } | undefined = await this.knex(
      'items',
    )
      .where({ id: itemId })
      .first('is_private');
    if (!row?.is_private) {
      return people;
    }
    const readers: string[] = await this.knex('item_readers')
      .where({ item_id: itemId })
      .whereIn('person', people)
      .pluck('person');
    return people.filter(person => readers.includes(person));
  }

  /**
   * Those of some keys that a person is not to be told. One statement, and none
   * without keys.
   */
  async hiddenKeys(
    keys: string[],
    person: string,
    connection: Knex = this.knex,
  ): Promise<Set<string>> {
    if (keys.length === 0) {
      return new Set();
    }
    const hidden: string[] = await connection('items')
      .whereIn('items.key', keys)
      .whereRaw(HIDDEN_FROM, [person])
      .pluck('items.key');
    return new Set(hidden);
  }

  /** Private items in the order of their numbers, also those at their end. */
  async privateItems(some: SomeItems): Promise<ItemRecord[]> {
    const query = this.items().orderBy('items.id');
    applySomeItemsFilter(query, some);
    const rows: ItemColumns[] = await query;
    return rows.map(toItemRecord);
  }

  /** Those of some items that are private, held until the transaction ends. */
  async hold(ids: number[]): Promise<ItemRecord[]> {
    const query = this.items().whereIn('items.id', ids).orderBy('items.id');
    if (isPostgres(this.knex)) {
      query.forNoKeyUpdate('items');
    }
    const rows: ItemColumns[] = await query;
    return rows.map(toItemRecord);
  }

  /** The readers of some items because of what they are now, by item. */
  async readersOf(ids: number[]): Promise<Map<number, Set<string>>> {
    const rows: { item_id: number; person: string }[] = await this.knex(
      'item_readers',
    )
      .whereIn('item_id', ids)
      .where({ worked: false })
      .select('item_id', 'person');
    const readers = new Map<number, Set<string>>();
    for (const { item_id: id, person } of rows) {
      readers.set(id, (readers.get(id) ?? new Set()).add(person));
    }
    return readers;
  }

  private items() {
    return this.knex('items')
      .join('person', 'person.id', 'items.created_by')
      .where('items.is_private', true)
      .select('items.*', 'person.entity_ref as creator');
  }
}
