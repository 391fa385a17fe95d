import { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import { Knex } from 'knex';
import { SystemCondition, SystemFilter } from '../permissions/rules';

export type { SystemFilter };

/**
 * Narrows a query over `systems` to those that a permission covers. Who is a
 * super user becomes a sub-select, never a list of names, so that the
 * statement keeps its size however many systems somebody answers for.
 *
 * @internal
 */
export function applySystemFilter(
  query: Knex.QueryBuilder,
  filter: SystemFilter,
  today: string,
): void {
  if (filter !== 'all') {
    query.andWhere(builder => applyCriteria(builder, filter, today));
  }
}

function applyCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<SystemCondition>,
  today: string,
): void {
  if (isAndCriteria(criteria)) {
    for (const part of criteria.allOf) {
      query.andWhere(builder => applyCriteria(builder, part, today));
    }
  } else if (isOrCriteria(criteria)) {
    for (const part of criteria.anyOf) {
      query.orWhere(builder => applyCriteria(builder, part, today));
    }
  } else if (isNotCriteria(criteria)) {
    query.whereNot(builder => applyCriteria(builder, criteria.not, today));
  } else if ('itGroups' in criteria) {
    query.whereIn('systems.owner_ref', criteria.itGroups);
  } else {
    whereSuperUser(query, criteria.superUser, today, criteria.role);
  }
}

/** Only systems that a person answers for on a day. @internal */
export function whereSuperUser(
  query: Knex.QueryBuilder,
  user: string,
  today: string,
  role?: string,
): void {
  query.whereIn('systems.name', builder => {
    builder
      .from('appointments')
      .join('person', 'person.id', 'appointments.person_id')
      .where('person.entity_ref', user)
      .andWhere('from_date', '<=', today)
      .andWhere('until_date', '>=', today)
      .select('appointments.system');
    if (role) {
      builder.andWhere('role', role);
    }
  });
}

/** Only systems where nobody holds a role on a day. @internal */
export function whereVacant(
  query: Knex.QueryBuilder,
  role: string,
  today: string,
): void {
  query.whereNotIn('systems.name', builder =>
    builder
      .from('appointments')
      .where('role', role)
      .andWhere('from_date', '<=', today)
      .andWhere('until_date', '>=', today)
      .select('appointments.system'),
  );
}
