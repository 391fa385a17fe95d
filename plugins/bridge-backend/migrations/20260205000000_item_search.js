/*
 * The words of items move into a table of their own on PostgreSQL. An item
 * changes with every command, its words seldom do, and every change of a row
 * is written into all indexes of its table again. On SQLite the words stand in
 * an index of their own already.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
const isPostgres = knex => knex.client.config.client === 'pg';

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  if (!isPostgres(knex)) {
    return;
  }
  await knex.schema.raw(`
    CREATE TABLE item_search (
      item_id integer PRIMARY KEY REFERENCES items (id),
      tokens tsvector NOT NULL)`);
  await knex.schema.raw(`
    INSERT INTO item_search (item_id, tokens)
    SELECT id, search FROM items WHERE search IS NOT NULL`);
  await knex.schema.raw('ALTER TABLE items DROP COLUMN search');
  await knex.schema.raw(
    'CREATE INDEX item_search_tokens_index ON item_search USING gin (tokens)',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  if (!isPostgres(knex)) {
    return;
  }
  await knex.schema.raw('ALTER TABLE items ADD COLUMN search tsvector');
  await knex.schema.raw(`
    UPDATE items SET search = item_search.tokens
    FROM item_search WHERE item_search.item_id = items.id`);
  await knex.schema.raw('DROP TABLE item_search');
  await knex.schema.raw(
    'CREATE INDEX items_search_index ON items USING gin (search)',
  );
};
