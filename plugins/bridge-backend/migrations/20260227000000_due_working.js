/*
 * Whether the due time of an item was counted in working time. It is not known
 * of items from before; they count as the calendar of their workflow does.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('items', table => {
    table.boolean('due_working').nullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // Knex would build the table anew on SQLite, to which others refer.
  await knex.schema.raw('ALTER TABLE items DROP COLUMN due_working');
};
