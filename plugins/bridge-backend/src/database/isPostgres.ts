import { Knex } from 'knex';

/** Whether a connection, or a query of it, speaks to PostgreSQL; else it is SQLite. @internal */
export function isPostgres({ client }: Pick<Knex, 'client'>): boolean {
  return client.config.client === 'pg';
}
