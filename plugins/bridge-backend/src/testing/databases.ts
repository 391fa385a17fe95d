import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';

// A database, and the plugin on it, take their time on a busy machine.
jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});

/** The databases that every store must work on. */
export const DATABASE_IDS = ['SQLITE_3', 'POSTGRES_18'] as const;

/** One of {@link DATABASE_IDS}. */
export type DatabaseId = (typeof DATABASE_IDS)[number];

/** An empty database; fails, rather than skips, when its server is missing. */
export async function emptyDatabase(id: DatabaseId): Promise<Knex> {
  if (!databases.supports(id)) {
    throw new Error(
      `${id} is not there. Run the tests by \`npm test\`, which starts a PostgreSQL for them.`,
    );
  }
  return databases.init(id);
}
