import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { underLock } from './underLock';

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
  await underLock(knex, MIGRATION_LOCK, () =>
    knex.migrate.latest({ directory }),
  );
  return knex;
}
