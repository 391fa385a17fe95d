import { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import { Knex } from 'knex';

/** What a permission covers of a kind of resource: all of it, or what matches. @internal */
export type ResourceFilter<TCondition> = 'all' | PermissionCriteria<TCondition>;

/**
 * Narrows a query to what a permission covers.
 *
 * @param narrow - turns one condition into SQL; into a sub-select, never into
 *   a list of ids, so that the statement keeps its size however much somebody
 *   answers for
 * @internal
 */
export function applyCriteria<TCondition>(
  query: Knex.QueryBuilder,
  filter: ResourceFilter<TCondition>,
  narrow: (query: Knex.QueryBuilder, condition: TCondition) => void,
): void {
  if (filter !== 'all') {
    query.andWhere(builder => apply(builder, filter, narrow));
  }
}

function apply<TCondition>(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<TCondition>,
  narrow: (query: Knex.QueryBuilder, condition: TCondition) => void,
): void {
  if (isAndCriteria(criteria)) {
    for (const part of criteria.allOf) {
      query.andWhere(builder => apply(builder, part, narrow));
    }
  } else if (isOrCriteria(criteria)) {
    for (const part of criteria.anyOf) {
      query.orWhere(builder => apply(builder, part, narrow));
    }
  } else if (isNotCriteria(criteria)) {
    query.whereNot(builder => apply(builder, criteria.not, narrow));
  } else {
    narrow(query, criteria);
  }
}
