import { Knex } from 'knex';
import { isPostgres } from './isPostgres';
import { prepared, Value } from './prepared';

/** A statement that writes, without `returning`. @internal */
export interface Write {
  sql: string;
  values: Value[];
  /** Under which its rows are counted. */
  name?: string;
}

type Row = Record<string, string | number | boolean | null>;

// SQLite takes 32,766 values in a statement.
const ROWS_AT_ONCE = 1_000;

/**
 * Inserts rows that all have the same columns, however many.
 *
 * @param ending - what follows on the values, such as `on conflict do nothing`
 * @internal
 */
export function insertion(
  connection: Knex,
  table: string,
  rows: Row[],
  ending = '',
): Write[] {
  if (rows.length === 0) {
    return [];
  }
  const columns = Object.keys(rows[0]);
  const names = `"${columns.join('", "')}"`;
  const into = `insert into "${table}" (${names})`;
  if (isPostgres(connection)) {
    // One text whatever the number of rows, so that it can be prepared.
    const from = `select ${names} from json_populate_recordset(null::"${table}", ?)`;
    return [
      { sql: `${into} ${from} ${ending}`, values: [JSON.stringify(rows)] },
    ];
  }
  const one = `(${columns.map(() => '?').join(', ')})`;
  return chunksOf(rows).map(some => ({
    sql: `${into} values ${some.map(() => one).join(', ')} ${ending}`,
    values: some.flatMap(row => columns.map(column => row[column])),
  }));
}

/**
 * Carries out statements that write and do not read what the others have
 * written: PostgreSQL gets them as one, because each way there and back costs
 * more than most of them; SQLite is in the same process.
 *
 * @returns how many rows were written, by the name of the statement
 * @internal
 */
export async function writeTogether(
  connection: Knex,
  writes: Write[],
): Promise<Map<string, number>> {
  return isPostgres(connection)
    ? asOne(connection, writes)
    : oneByOne(connection, writes);
}

async function asOne(
  connection: Knex,
  writes: Write[],
): Promise<Map<string, number>> {
  if (writes.length === 0) {
    return new Map();
  }
  const parts = writes.map(({ sql }, at) => `w${at} as (${sql} returning 1)`);
  const counts = writes.map(
    (_, at) => `(select count(*) from w${at}) as w${at}`,
  );
  const [row] = await prepared<Record<string, string>>(
    connection,
    `with ${parts.join(', ')} select ${counts.join(', ')}`,
    writes.flatMap(({ values }) => values),
  );
  return added(writes.map((write, at) => [write, Number(row[`w${at}`])]));
}

async function oneByOne(
  connection: Knex,
  writes: Write[],
): Promise<Map<string, number>> {
  const counts: [Write, number][] = [];
  for (const write of writes) {
    const { sql, values } = write;
    const rows = await prepared(connection, `${sql} returning 1`, values);
    counts.push([write, rows.length]);
  }
  return added(counts);
}

function added(counts: [Write, number][]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [{ name = '' }, count] of counts) {
    sums.set(name, (sums.get(name) ?? 0) + count);
  }
  return sums;
}

function chunksOf(rows: Row[]): Row[][] {
  const chunks: Row[][] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    chunks.push(rows.slice(from, from + ROWS_AT_ONCE));
  }
  return chunks;
}
