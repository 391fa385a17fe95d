import { toFts5Query, toTsQuery } from '@techbridge/cjk-text';
import { ListItemsQuery } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import {
  applyItemFilter,
  ItemFilter,
  onlyOpenTo,
  whereAssignee,
  whereCreator,
} from './itemFilter';

/** What a page of items is asked for. @internal */
export interface ItemSelection
  extends Pick<
    ListItemsQuery,
    | 'workflow'
    | 'state'
    | 'phase'
    | 'system'
    | 'assignee'
    | 'createdBy'
    | 'open'
    | 'overdue'
    | 'since'
  > {
  terms: string[];
  filter: ItemFilter;
  /** ISO 8601, UTC. */
  now: string;
}

/**
 * Narrows a query over `items` to those of a selection.
 *
 * @param today - decides who answers for a system
 * @internal
 */
export function applySelectionFilter(
  query: Knex.QueryBuilder,
  selection: ItemSelection,
  today: string,
): void {
  const { filter, now, terms, assignee, createdBy } = selection;
  query.where(equalities(selection));
  whereOpen(query, selection);
  applyItemFilter(query, filter, today);
  if (assignee) {
    whereAssignee(query, assignee);
  }
  if (createdBy) {
    whereCreator(query, createdBy);
  }
  if (selection.overdue) {
    query.where('items.is_open', true).where('items.due_at', '<', now);
  }
  if (selection.since) {
    query.where('items.created_at', '>=', selection.since);
  }
  search(query, terms);
}

function search(query: Knex.QueryBuilder, terms: string[]): void {
  if (terms.length === 0) {
    return;
  }
  if (isPostgres(query)) {
    query.whereIn('items.id', builder =>
      builder
        .from('item_search')
        .whereRaw('tokens @@ ?::tsquery', [toTsQuery(terms)])
        .select('item_id'),
    );
  } else {
    query.whereIn('items.id', builder =>
      builder
        .from('item_search')
        .whereRaw('item_search MATCH ?', [toFts5Query(terms)])
        .select('rowid'),
    );
  }
}

/**
 * Whether hardly more items match than are read for their order and number
 * anyway: those of a system, or of those for whom they wait.
 *
 * @internal
 */
export function isNarrow({ system, assignee }: ItemSelection): boolean {
  return system !== undefined || assignee !== undefined;
}

/** Whether words are all that is asked for, by a person who reads all items. @internal */
export function hasOnlyWords(selection: ItemSelection): boolean {
  const { terms, filter, now, ...narrowing } = selection;
  const narrow = Object.values(narrowing).some(value => value !== undefined);
  return terms.length > 0 && onlyOpenTo(filter) !== undefined && !narrow;
}

function equalities(selection: ItemSelection): Record<string, unknown> {
  const { workflow, state, phase, system } = selection;
  return {
    ...(workflow && { 'items.workflow': workflow }),
    ...(state && { 'items.state': state }),
    ...(phase && { 'items.phase': phase }),
    ...(system && {
      'items.system': system.slice(system.lastIndexOf('/') + 1),
    }),
  };
}

// Of the few items of a system, PostgreSQL would look up all that are open
// besides; so it is not told that an index knows them.
function whereOpen(query: Knex.QueryBuilder, selection: ItemSelection): void {
  const { open } = selection;
  if (open && isNarrow(selection)) {
    query.whereRaw('CAST(items.is_open AS integer) = ?', [
      open === 'true' ? 1 : 0,
    ]);
  } else if (open) {
    query.where('items.is_open', open === 'true');
  }
}
