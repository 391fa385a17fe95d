import { toTsQuery } from '@techbridge/cjk-text';
import {
  ListItemsQuery,
  MAXIMUM_TOTAL,
} from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { dayOf } from '../database/dayOf';
import { isPostgres } from '../database/isPostgres';
import { HIDDEN_FROM } from '../database/hiddenFrom';
import { applyItemFilter, ItemFilter, onlyOpenTo } from './itemFilter';
import { ItemColumns, toDueWorking, toItemRecord } from './itemRows';
import { ItemRecord, ItemRowRecord } from './records';
import {
  applySelectionFilter,
  hasOnlyWords,
  ItemSelection,
} from './selectionFilter';

/** The order of a page and where it begins. @internal */
export interface ItemPage {
  order: ListItemsQuery['order'];
  limit: number;
  after?: string[];
}

/** An item of a page, with those for whom it waits. @internal */
export interface ListedItem extends ItemRowRecord {
  assignees: string[];
}

interface Columns {
  id: number;
  key: string;
  workflow: string;
  version: number;
  title: string;
  state: string;
  system: string | null;
  outcome: string | null;
  rev: number;
  creator: string;
  created_at: string;
  updated_at: string;
  due_at: string | null;
  due_working: boolean | number | null;
  is_open: boolean | number;
  is_private: boolean | number;
}

interface ListedColumns extends Columns {
  assignees: string | null;
}

const COLUMNS = [
  'id',
  'key',
  'workflow',
  'version',
  'title',
  'state',
  'system',
  'outcome',
  'rev',
  'created_at',
  'updated_at',
  'due_at',
  'due_working',
  'is_open',
  'is_private',
].map(column => `items.${column}`);

// People are read with the page, for its rows only: another statement would
// cost more, and a join makes PostgreSQL weigh every index of the items once
// more. One text, which Knex has not to put together for every list.
const LISTED = `${COLUMNS.join(', ')},
  (SELECT entity_ref FROM person WHERE person.id = items.created_by) AS creator,
  (SELECT string_agg(tasks.person, ' ') FROM tasks
    WHERE tasks.item_id = items.id AND tasks.entry = items.entry) AS assignees`;

const SORT_COLUMN: Record<
  string,
  'updated_at' | 'created_at' | 'due_at' | 'key'
> = {
  updatedAt: 'updated_at',
  createdAt: 'created_at',
  dueAt: 'due_at',
  key: 'key',
};

/**
 * Lists items. A page begins after the sort values of the row before it, so
 * that page 5,000 costs what page 1 costs.
 *
 * @internal
 */
export class ItemQueryStore {
  constructor(private readonly knex: Knex, private readonly timeZone: string) {}

  /** A page of items in order. One statement. */
  async list(selection: ItemSelection, page: ItemPage): Promise<ListedItem[]> {
    const rows: ListedColumns[] = await this.ordered(selection, page)
      .select(this.knex.raw(LISTED))
      .limit(page.limit);
    return rows.map(toListedItem);
  }

  /**
   * The first page and how many items match, counted up to one more than is
   * told. One statement: for selections of which all is read anyway.
   */
  async firstPage(
    selection: ItemSelection,
    page: ItemPage,
  ): Promise<{ items: ListedItem[]; total: number }> {
    const { column, direction } = sortOf(page.order);
    const all = this.ordered(selection, page)
      .select([...COLUMNS, 'items.created_by', 'items.entry'])
      .limit(MAXIMUM_TOTAL + 1);
    const rows: (ListedColumns & { total: string })[] = await this.knex
      .from(all.as('items'))
      .select(this.knex.raw(`${LISTED}, count(*) OVER () AS total`))
      .orderBy(sortColumns(column, direction))
      .limit(page.limit);
    const total = Number(rows[0]?.total ?? 0);
    return { items: rows.map(toListedItem), total };
  }

  /** The numbers of the items that match, in order. One statement. */
  async ids(selection: ItemSelection, page: ItemPage): Promise<number[]> {
    const rows: { id: number }[] = await this.ordered(selection, page)
      .select('items.id')
      .limit(page.limit);
    return rows.map(({ id }) => id);
  }

  private ordered(
    selection: ItemSelection,
    { order, after }: ItemPage,
  ): Knex.QueryBuilder {
    const { column, direction } = sortOf(order);
    const query = this.matching(selection).orderBy(
      sortColumns(column, direction),
    );
    // What follows on something has a value anyway; said twice, PostgreSQL
    // expects hardly a row.
    if (column === 'due_at' && !after) {
      query.whereNotNull('items.due_at');
    }
    if (column === 'updated_at' && selection.since) {
      // Follows from when it was made, and says where the index begins.
      query.where('items.updated_at', '>=', selection.since);
    }
    if (after) {
      startAfter(query, column, direction, after);
    }
    return query;
  }

  /**
   * How many items match, counted up to one more than is told. They are counted
   * in the order of an index, else PostgreSQL reads the table from its old end;
   * words alone are counted where they stand.
   */
  async count(selection: ItemSelection, order: string): Promise<number> {
    const byDue = sortOf(order).column === 'due_at';
    if (!byDue && isPostgres(this.knex) && hasOnlyWords(selection)) {
      return this.countWords(selection);
    }
    const matching = this.matching(selection)
      .select('items.id')
      .orderBy(`items.${countedBy(selection, byDue)}`, 'desc')
      .limit(MAXIMUM_TOTAL + 1);
    if (byDue) {
      matching.whereNotNull('items.due_at');
    }
    const some = matching.as('some');
    const row = await this.knex.from(some).count({ total: '*' }).first();
    return Number(row?.total ?? 0);
  }

  private async countWords({ terms, filter }: ItemSelection): Promise<number> {
    const hidden = this.knex('items')
      .where('items.is_private', true)
      .whereRaw(HIDDEN_FROM, [onlyOpenTo(filter) ?? ''])
      .select('items.id');
    const some = this.knex('item_search')
      .whereRaw('tokens @@ ?::tsquery', [toTsQuery(terms)])
      .whereNotIn('item_id', hidden)
      .select('item_id')
      .limit(MAXIMUM_TOTAL + 1)
      .as('some');
    const row = await this.knex.from(some).count({ total: '*' }).first();
    return Number(row?.total ?? 0);
  }

  /** One item, when the filter covers it. One statement. */
  async get(
    key: string,
    filter: ItemFilter,
    now: string,
  ): Promise<ItemRecord | undefined> {
    const query = this.knex('items')
      .join('person', 'person.id', 'items.created_by')
      .where('items.key', key)
      .select<ItemColumns[]>('items.*')
      .select('person.entity_ref as creator');
    applyItemFilter(query, filter, dayOf(now, this.timeZone));
    const [row] = await query;
    return row && toItemRecord(row);
  }

  /**
   * Whole items by number, as far as they are not private from a reader now.
   * One statement.
   */
  async whole(ids: number[], reader: string): Promise<ItemRecord[]> {
    const rows: ItemColumns[] = await this.knex('items')
      .join('person', 'person.id', 'items.created_by')
      .whereIn('items.id', ids)
      .whereRaw(`not ${HIDDEN_FROM}`, [reader])
      .select('items.*')
      .select('person.entity_ref as creator');
    return rows.map(toItemRecord);
  }

  /** Those of some items that the filter covers, oldest first. */
  async byIds(
    ids: number[],
    filter: ItemFilter,
    now: string,
  ): Promise<ItemRowRecord[]> {
    const query = this.knex('items')
      .join('person', 'person.id', 'items.created_by')
      .whereIn('items.id', ids)
      .orderBy(['items.created_at', 'items.id'])
      .select<Columns[]>(COLUMNS)
      .select('person.entity_ref as creator');
    applyItemFilter(query, filter, dayOf(now, this.timeZone));
    return (await query).map(toItemRow);
  }

  /** The items of these keys. */
  async byKeys(keys: string[]): Promise<ItemRowRecord[]> {
    const rows = await this.knex('items')
      .join('person', 'person.id', 'items.created_by')
      .whereIn('items.key', keys)
      .select<Columns[]>(COLUMNS)
      .select('person.entity_ref as creator');
    return rows.map(toItemRow);
  }

  /** For whom each item waits, by its number. */
  async assignees(ids: number[]): Promise<Map<number, string[]>> {
    const rows: { item_id: number; person: string }[] = await this.knex('tasks')
      .join('items', join =>
        join
          .on('items.id', 'tasks.item_id')
          .andOn('items.entry', 'tasks.entry'),
      )
      .whereIn('tasks.item_id', ids)
      .orderBy('person')
      .distinct('tasks.item_id', 'person');
    const people = new Map<number, string[]>();
    for (const { item_id: id, person } of rows) {
      people.set(id, [...(people.get(id) ?? []), person]);
    }
    return people;
  }

  private matching(selection: ItemSelection): Knex.QueryBuilder {
    const query = this.knex('items');
    applySelectionFilter(query, selection, dayOf(selection.now, this.timeZone));
    return query;
  }
}

/** The sort values of a row, in the order of the page. @internal */
export function itemSortValues(order: string, row: ItemRowRecord): string[] {
  const value = {
    updated_at: row.updatedAt,
    created_at: row.createdAt,
    due_at: row.dueAt ?? '',
    key: row.key,
  }[sortOf(order).column];
  return [value, String(row.id)];
}

// In the order of due times PostgreSQL would look for the words in everything.
function countedBy(selection: ItemSelection, byDue: boolean): string {
  const { overdue, since, terms } = selection;
  if (since) {
    return 'created_at';
  }
  const isDue = terms.length === 0 && (byDue || overdue);
  return isDue ? 'due_at' : 'updated_at';
}

// A key is there once; elsewhere the number decides between equals.
function sortColumns(column: string, order: 'asc' | 'desc') {
  return [column, ...(column === 'key' ? [] : ['id'])].map(name => ({
    column: `items.${name}`,
    order,
  }));
}

function sortOf(order: string) {
  const descending = order.startsWith('-');
  return {
    column: SORT_COLUMN[descending ? order.slice(1) : order],
    direction: descending ? ('desc' as const) : ('asc' as const),
  };
}

function startAfter(
  query: Knex.QueryBuilder,
  column: string,
  direction: 'asc' | 'desc',
  [value, id]: string[],
): void {
  const sign = direction === 'asc' ? '>' : '<';
  query.whereRaw(`(??, items.id) ${sign} (?, ?)`, [
    `items.${column}`,
    value,
    Number(id),
  ]);
}

function toListedItem(row: ListedColumns): ListedItem {
  return {
    ...toItemRow(row),
    assignees: [...new Set(row.assignees?.split(' ').sort())],
  };
}

function toItemRow(row: Columns): ItemRowRecord {
  return {
    id: row.id,
    key: row.key,
    workflow: row.workflow,
    version: row.version,
    title: row.title,
    state: row.state,
    system: row.system,
    outcome: row.outcome,
    rev: row.rev,
    createdBy: row.creator,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    dueAt: row.due_at,
    dueWorking: toDueWorking(row.due_working),
    open: Boolean(row.is_open),
    isPrivate: Boolean(row.is_private),
  };
}
