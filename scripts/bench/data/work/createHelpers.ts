import { Knex } from 'knex';
import { makeSentences } from '../sentences';
import { placesOf } from './places';

// Stands beside the tables of the plugin and goes with the database.
const SCHEMA = `
  CREATE SCHEMA bench;

  -- A number below a limit that looks like chance and is the same in every run.
  CREATE FUNCTION bench.pick(seed integer, salt integer, below integer)
  RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    (hashint8(seed::bigint * 64 + salt) & 2147483647) % below;

  -- A moment as every table keeps it.
  CREATE FUNCTION bench.moment(seconds double precision)
  RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN
    to_char(
      to_timestamp(seconds) AT TIME ZONE 'UTC',
      'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

  CREATE TABLE bench.sentences (
    kind text, number integer, text text, tokens text[],
    PRIMARY KEY (kind, number));

  -- Where items may stand: the open and the final states of each workflow.
  CREATE TABLE bench.places (
    workflow text, is_open boolean, number integer,
    kind text, prefix text, state text, phase text, outcome text, board text,
    text_field text, more jsonb, tokens text[],
    PRIMARY KEY (workflow, is_open, number));

  CREATE TABLE bench.systems (number integer PRIMARY KEY, name text);

  -- The items that are about to be written.
  CREATE TABLE bench.plan (
    number integer PRIMARY KEY, workflow text, is_open boolean, place integer,
    electorate integer, is_rare boolean)`;

/**
 * Makes what the generating statements read: sentences with their tokens, the
 * states of the workflows in force, the systems by number.
 *
 * @internal
 */
export async function createHelpers(knex: Knex): Promise<void> {
  await knex.raw(SCHEMA);
  const { titles, bodies, rare } = makeSentences();
  const kinds = { title: titles, body: bodies, rare: [rare] };
  const rows = Object.entries(kinds).flatMap(([kind, sentences]) =>
    sentences.map((sentence, number) => ({ kind, number, ...sentence })),
  );
  await knex.withSchema('bench').insert(rows).into('sentences');
  await knex
    .withSchema('bench')
    .insert(await placesOf(knex))
    .into('places');
  await knex.raw(`
    INSERT INTO bench.systems
    SELECT row_number() OVER (ORDER BY name) - 1, name FROM systems`);
  await knex.raw('ANALYZE bench.sentences, bench.places, bench.systems');
}
