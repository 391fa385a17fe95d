import { Knex } from 'knex';
import { whereAssignee } from './itemFilter';

/** Which items are looked at; all where nothing is said. @internal */
export interface WhichItems {
  /** Only those of this system. */
  system?: string;
  /** Only those that wait for this person. */
  waitsFor?: string;
  /** Only those of these workflows. */
  workflows?: string[];
}

/** Some of them at once. @internal */
export interface SomeItems extends WhichItems {
  /** Only those with a higher number. */
  after: number;
  limit: number;
}

/** Narrows a query over items to some of those that are looked at. @internal */
export function applySomeItemsFilter(
  query: Knex.QueryBuilder,
  { after, limit, system, waitsFor, workflows }: SomeItems,
): void {
  query.where('items.id', '>', after).limit(limit);
  if (system !== undefined) {
    query.where({ system });
  }
  if (waitsFor !== undefined) {
    whereAssignee(query, waitsFor);
  }
  if (workflows !== undefined) {
    query.whereIn('workflow', workflows);
  }
}
