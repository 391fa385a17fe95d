import { Knex } from 'knex';

/** Whether a connection speaks to PostgreSQL; else it is SQLite. @internal */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}
