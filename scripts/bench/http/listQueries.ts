import { ITEM_ORDERS } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { presentPage } from '../../../plugins/bridge-backend/src/http/cursor';
import { COMMON_WORD, ENGLISH_WORD, RARE_WORD } from '../data/sentences';

/** The query parameters of a list. @internal */
export type ListQuery = Record<string, string>;

/** Each order of a list. @internal */
export type ItemOrder = (typeof ITEM_ORDERS)[number];

/** One way to narrow the list of items, and how it is called. @internal */
export interface ListFilter {
  name: string;
  query: ListQuery;
}

const PAGE_SIZE = 20;
const FARTHEST_PAGE = 5_000;

const COLUMNS: Record<string, string> = {
  updatedAt: 'updated_at',
  createdAt: 'created_at',
  dueAt: 'due_at',
  key: 'key',
};

/** Every filter of the list of items, with values that occur. @internal */
export async function listFilters(knex: Knex): Promise<ListFilter[]> {
  const { system } = await knex('items').orderBy('id').first();
  const busy = await busiest(knex);
  const month = 30 * 24 * 3_600_000;
  const filters: Record<string, ListQuery> = {
    none: {},
    workflow: { workflow: 'proposal' },
    state: { state: 'reported' },
    'workflow and state': { workflow: 'feedback', state: 'closed' },
    phase: { phase: 'handling' },
    system: { system: `system:default/${system}` },
    'who made it': { createdBy: busy.creator },
    'for whom it waits': { assignee: busy.assignee },
    open: { open: 'true' },
    'not open': { open: 'false' },
    overdue: { overdue: 'true' },
    'since a month': {
      since: new Date(Date.now() - month).toISOString().slice(0, 10),
    },
    'a rare word': { q: RARE_WORD },
    'a common word': { q: COMMON_WORD },
    'an English word': { q: ENGLISH_WORD },
    'an unknown word': { q: '量子纠缠' },
    'system, workflow and open': {
      ...{ system: `system:default/${system}`, workflow: 'feedback' },
      open: 'true',
    },
    'a common word, phase and open': {
      ...{ q: COMMON_WORD, phase: 'handling', open: 'true' },
    },
  };
  return Object.entries(filters).map(([name, query]) => ({ name, query }));
}

/** The path of a list. @internal */
export function listPath(query: ListQuery): string {
  return `/api/bridge/items?${new URLSearchParams(query)}`;
}

/** The farthest page of a list in an order, at most page 5,000. @internal */
export async function farthestPage(
  knex: Knex,
  order: ItemOrder,
): Promise<{ number: number; query: ListQuery }> {
  const descending = order.startsWith('-');
  const column = COLUMNS[descending ? order.slice(1) : order];
  const direction = descending ? 'desc' : 'asc';
  const [{ rows }] = await knex('items').whereNotNull(column).count({
    rows: '*',
  });
  const pages = Math.floor(Number(rows) / PAGE_SIZE);
  const number = Math.min(FARTHEST_PAGE, pages);
  const before = await knex('items')
    .whereNotNull(column)
    .orderBy([
      { column, order: direction },
      { column: 'id', order: direction },
    ])
    .offset((number - 1) * PAGE_SIZE - 1)
    .first({ value: column, id: 'id' });
  const next = [before.value, String(before.id)];
  const { nextCursor } = presentPage(order, { items: [], total: 0, next });
  return { number, query: { order, cursor: nextCursor ?? '' } };
}

// Those for whom a list is longest.
async function busiest(knex: Knex) {
  const [{ creator }] = await knex('items')
    .join('person', 'person.id', 'items.created_by')
    .groupBy('entity_ref')
    .orderByRaw('count(*) DESC')
    .limit(1)
    .select('entity_ref as creator');
  const [{ assignee }] = await knex('tasks')
    .groupBy('person')
    .orderByRaw('count(*) DESC')
    .limit(1)
    .select('person as assignee');
  return { creator, assignee };
}
