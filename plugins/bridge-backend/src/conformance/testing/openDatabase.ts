import { mkdtemp, rm } from 'fs/promises';
import createKnex, { Knex } from 'knex';
import { tmpdir } from 'os';
import { join } from 'path';
import { DatabaseId, emptyDatabase } from '../../testing/databases';

/** A database, and what lets go of it. */
export interface OpenDatabase {
  knex: Knex;
  close(): Promise<void>;
}

interface SqliteConnection {
  pragma(sentence: string): void;
}

/** An empty database; that of SQLite is a file, as people have it. */
export async function openDatabase(id: DatabaseId): Promise<OpenDatabase> {
  if (id !== 'SQLITE_3') {
    const knex = await emptyDatabase(id);
    return { knex, close: async () => undefined };
  }
  const folder = await mkdtemp(join(tmpdir(), 'tech-bridge-model-'));
  const knex = createKnex({
    client: 'better-sqlite3',
    connection: { filename: join(folder, 'bridge.sqlite') },
    useNullAsDefault: true,
    pool: { min: 1, max: 1, afterCreate },
  });
  const close = async () => {
    await knex.destroy();
    await rm(folder, { recursive: true });
  };
  return { knex, close };
}

// Nobody pulls the plug here, so that nothing waits for the disk.
function afterCreate(connection: SqliteConnection, done: () => void) {
  connection.pragma('foreign_keys = ON');
  connection.pragma('synchronous = OFF');
  done();
}
