/*
 * Who sees an item that is private. The rows are kept in the transaction of
 * each command on such an item; an item that everybody sees has none.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.raw(
    'ALTER TABLE items ADD COLUMN is_private boolean NOT NULL DEFAULT false',
  );
  // Few are; what is counted without its items leaves these out.
  await knex.schema.raw(
    'CREATE INDEX items_private ON items (id) WHERE is_private',
  );
  await knex.schema.createTable('item_readers', table => {
    table.integer('item_id').notNullable().references('id').inTable('items');
    table.text('person').notNullable().comment('A reference');
    table
      .boolean('worked')
      .notNullable()
      .comment('Has done something with it, and stays whatever the roles say');
    table.primary(['person', 'item_id']);
    table.index(['item_id'], 'item_readers_item');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('item_readers');
  await knex.schema.raw('DROP INDEX items_private');
  await knex.schema.raw('ALTER TABLE items DROP COLUMN is_private');
};
