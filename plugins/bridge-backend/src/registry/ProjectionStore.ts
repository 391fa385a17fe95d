import { Knex } from 'knex';
import {
  AppointmentRow,
  SystemRecord,
  SystemRow,
  toSuperUser,
  toSystemRecord,
} from './rows';

/**
 * Reads the numbered changes, and the systems that they speak of.
 *
 * @internal
 */
export class ProjectionStore {
  constructor(private readonly knex: Knex) {}

  /** The number of the last change. */
  async latestChange(): Promise<number> {
    const row = await this.knex('counters')
      .where({ name: 'change' })
      .first('value');
    return Number(row.value);
  }

  /** The systems that changed after a number. */
  async changedAfter(sequence: number): Promise<string[]> {
    return this.knex('catalog_changes')
      .where('sequence', '>', sequence)
      .orderBy('sequence')
      .pluck('system');
  }

  /** Systems by name, or all, with the appointments of a day, by name. */
  async records(
    names: string[] | undefined,
    today: string,
  ): Promise<SystemRecord[]> {
    const narrow = (query: Knex.QueryBuilder, column: string) =>
      names ? query.whereIn(column, names) : query;
    const systems: SystemRow[] = await narrow(
      this.knex('systems').whereNull('removed_at').orderBy('name').select('*'),
      'name',
    );
    const appointments: AppointmentRow[] = await narrow(
      this.knex('appointments')
        .join('person', 'person.id', 'appointments.person_id')
        .where('from_date', '<=', today)
        .andWhere('until_date', '>=', today)
        .select(
          'appointments.*',
          'appointments.modules as appointment_modules',
          'person.entity_ref',
          'person.name as person_name',
        ),
      'appointments.system',
    );
    return joined(systems, appointments);
  }
}

function joined(
  systems: SystemRow[],
  appointments: AppointmentRow[],
): SystemRecord[] {
  const records = new Map(
    systems.map(row => [row.name, toSystemRecord(row)] as const),
  );
  for (const row of appointments) {
    records.get(row.system)?.superUsers.push(toSuperUser(row));
  }
  return [...records.values()];
}
