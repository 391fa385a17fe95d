/*
 * The time that a series gave a meeting, apart from the time that it was moved
 * to, and the way from an item to the meetings that dealt with it.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('meetings', table => {
    table.string('series_at', 30).nullable().comment('Null: as it starts');
  });
  await knex.schema.alterTable('meeting_agenda', table => {
    table.index(['item_id', 'meeting_id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('meeting_agenda', table => {
    table.dropIndex(['item_id', 'meeting_id']);
  });
  // Knex would build the table anew on SQLite, to which others refer.
  await knex.schema.raw('ALTER TABLE meetings DROP COLUMN series_at');
};
