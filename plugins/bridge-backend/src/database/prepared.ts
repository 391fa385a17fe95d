import { createHash } from 'crypto';
import { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/** What a statement is given in place of a `?`. @internal */
export type Value = string | number | boolean | null | string[] | Buffer;

// A connection keeps what it has prepared for ever.
const MOST_PREPARED = 500;

const names = new Map<string, string>();

/**
 * The rows of a fixed statement. PostgreSQL takes it in and plans it once a
 * connection, which costs it more than carrying it out.
 *
 * @param sql - one of a few texts, with a `?` for each value
 * @internal
 */
export async function prepared<T>(
  connection: Knex,
  sql: string,
  values: Value[],
): Promise<T[]> {
  const name = nameOf(sql);
  const query = connection.raw(sql, values);
  const answer = await (name === undefined ? query : query.options({ name }));
  return isPostgres(connection) ? answer.rows : answer;
}

function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size === MOST_PREPARED) {
    return known;
  }
  const digest = createHash('sha256').update(sql).digest('hex');
  const name = `bridge-${digest.slice(0, 24)}`;
  names.set(sql, name);
  return name;
}
