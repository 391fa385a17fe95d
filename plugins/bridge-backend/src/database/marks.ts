import { Knex } from 'knex';

/**
 * Reads a mark: something that was done once, or up to which day.
 *
 * @internal
 */
export async function readMark(
  knex: Knex,
  name: string,
): Promise<string | undefined> {
  const row = await knex('marks').where({ name }).first('value');
  return row?.value;
}

/** Writes a mark. @internal */
export async function writeMark(
  knex: Knex,
  name: string,
  value: string,
): Promise<void> {
  await knex('marks').insert({ name, value }).onConflict('name').merge();
}
