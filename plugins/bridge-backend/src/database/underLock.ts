import { Knex } from 'knex';
import { setTimeout } from 'timers/promises';
import { isPostgres } from './isPostgres';

const POLL_MS = 250;

/**
 * Runs work that only one replica may do at a time. On SQLite there is one
 * process, so it just runs.
 *
 * The lock belongs to a connection of its own and ends with it, also in a
 * crash. Waiting asks again and again instead of standing in line: a statement
 * that waits is an open transaction, and `CREATE INDEX CONCURRENTLY` in
 * anybody's migration would wait for it in turn.
 *
 * @internal
 */
export async function underLock<T>(
  knex: Knex,
  lock: number,
  work: () => Promise<T>,
): Promise<T> {
  if (!isPostgres(knex)) {
    return work();
  }
  const connection = await knex.client.acquireConnection();
  try {
    while (!(await ask(knex, connection, 'pg_try_advisory_lock', lock))) {
      await setTimeout(POLL_MS);
    }
    try {
      return await work();
    } finally {
      await ask(knex, connection, 'pg_advisory_unlock', lock);
    }
  } finally {
    await knex.client.releaseConnection(connection);
  }
}

async function ask(
  knex: Knex,
  connection: unknown,
  question: 'pg_try_advisory_lock' | 'pg_advisory_unlock',
  lock: number,
): Promise<boolean> {
  const { rows } = await knex
    .raw('SELECT ??(?) AS answer', [question, lock])
    .connection(connection);
  return rows[0].answer;
}
