import { Knex } from 'knex';
import { applyCriteria } from '../permissions/applyCriteria';
import { SystemFilter } from '../permissions/rules';

export type { SystemFilter };

/** Narrows a query over `systems` to those that a permission covers. @internal */
export function applySystemFilter(
  query: Knex.QueryBuilder,
  filter: SystemFilter,
  today: string,
): void {
  applyCriteria(query, filter, (builder, condition) => {
    if ('itGroups' in condition) {
      builder.whereIn('systems.owner_ref', condition.itGroups);
    } else {
      whereSuperUser(builder, condition.superUser, today, condition.role);
    }
  });
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
