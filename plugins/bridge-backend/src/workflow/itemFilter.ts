import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { applyCriteria } from '../permissions/applyCriteria';
import { ItemFilter } from '../permissions/itemRules';
import { HIDDEN_FROM } from '../database/hiddenFrom';

export type { ItemFilter };

/** Narrows a query over `items` to those that a permission covers. @internal */
export function applyItemFilter(
  query: Knex.QueryBuilder,
  filter: ItemFilter,
  today: string,
): void {
  applyCriteria(query, filter, (builder, condition) => {
    if ('creator' in condition) {
      whereCreator(builder, condition.creator);
    } else if ('assignee' in condition) {
      whereAssignee(builder, condition.assignee);
    } else if ('openTo' in condition) {
      builder.whereRaw(`NOT ${HIDDEN_FROM}`, [condition.openTo]);
    } else {
      whereSuperUserOfSystem(builder, condition.superUserOfSystem, today);
    }
  });
}

/**
 * Who reads, where a filter covers all items but the private ones of others;
 * undefined where it leaves out more.
 *
 * @internal
 */
export function onlyOpenTo(filter: ItemFilter): string | undefined {
  return filter !== 'all' && 'openTo' in filter ? filter.openTo : undefined;
}

/** What a policy alone says of a filter for reading. @internal */
export function withoutPrivacy(filter: ItemFilter): ItemFilter {
  if (filter === 'all' || 'openTo' in filter) {
    return 'all';
  }
  const parts = 'allOf' in filter ? filter.allOf : [];
  return parts.some(part => 'openTo' in part) ? parts[0] : filter;
}

/** What narrows a query that has `items` in it. @internal */
export type ItemNarrowing = (query: Knex.QueryBuilder) => void;

/** A filter as something that a store of another area can apply. @internal */
export function itemNarrowing(
  filter: ItemFilter,
  today: string,
): ItemNarrowing {
  return query => applyItemFilter(query, filter, today);
}

/** Only items that a person made. @internal */
export function whereCreator(query: Knex.QueryBuilder, person: string): void {
  query.where('items.created_by', '=', (people: Knex.QueryBuilder) =>
    people.from('person').where('entity_ref', person).select('id'),
  );
}

/** Only items that wait for a person. @internal */
export function whereAssignee(query: Knex.QueryBuilder, person: string): void {
  // Few items wait for one person: they are looked up, whatever the planner
  // thinks of the number of all tasks.
  const ids = 'SELECT item_id FROM tasks WHERE person = ?';
  const among = isPostgres(query) ? `= ANY(ARRAY(${ids}))` : `IN (${ids})`;
  query.whereRaw(`items.id ${among}`, [person]);
}

function whereSuperUserOfSystem(
  query: Knex.QueryBuilder,
  person: string,
  today: string,
): void {
  query.whereIn('items.system', systems =>
    systems
      .from('appointments')
      .join('person', 'person.id', 'appointments.person_id')
      .where('person.entity_ref', person)
      .where('from_date', '<=', today)
      .where('until_date', '>=', today)
      .select('system'),
  );
}
