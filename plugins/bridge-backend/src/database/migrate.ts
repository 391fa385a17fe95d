import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

// Any fixed number; it only has to differ from other programs' locks.
const MIGRATION_LOCK = 7_212_519_001;

/**
 * Brings the schema up to date. On PostgreSQL an advisory lock lets replicas
 * that start at once wait for each other instead of failing on a locked
 * migration table.
 *
 * @internal
 */
export async function migrate(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (database.migrations?.skip) {
    return knex;
  }
  const directory = resolvePackagePath(
    '@techbridge/plugin-bridge-backend',
    'migrations',
  );
  if (isPostgres(knex)) {
    await migrateUnderLock(knex, directory);
  } else {
    await knex.migrate.latest({ directory });
  }
  return knex;
}

/** Whether a connection speaks to PostgreSQL; else it is SQLite. @internal */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

async function migrateUnderLock(knex: Knex, directory: string): Promise<void> {
  // A transaction pins one connection; the lock ends with it, also in a crash.
  await knex.transaction(async trx => {
    await trx.raw('SELECT pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
    await knex.migrate.latest({ directory });
  });
}
