import { Knex } from 'knex';
import { atOnce } from '../timing/atOnce';
import { timed } from '../timing/sideBySide';

const INSERT = `
  INSERT INTO bench.inserts (item_id, text) VALUES (:place, :text)`;

/** How many clients send at once. @internal */
export const CLIENTS = 16;

/**
 * What everything that writes is held against: as many clients, each of which
 * inserts one row after another by a prepared statement, every row in a
 * transaction of its own.
 *
 * @param count - rows in a batch
 * @returns runs one batch
 * @internal
 */
export async function plainInserts(
  knex: Knex,
  count: number,
): Promise<() => Promise<number>> {
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS bench.inserts (
      id serial PRIMARY KEY, item_id integer NOT NULL, text text NOT NULL)`);
  const rows = Array.from({ length: count }, (_, place) => ({
    place,
    text: 'x'.repeat(100),
  }));
  return () =>
    timed(() =>
      atOnce(CLIENTS, rows, row =>
        knex.raw(INSERT, row).options({ name: 'plain-insert' }),
      ),
    );
}
