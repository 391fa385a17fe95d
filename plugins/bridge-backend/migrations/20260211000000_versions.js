/*
 * Versions of workflows that are not in force yet: on which one they are based,
 * who made them, and who did what with them. What was done is never changed.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.raw('ALTER TABLE definitions ADD COLUMN based_on integer');
  await knex.schema.raw(
    'ALTER TABLE definitions ADD COLUMN made_by varchar(255)',
  );
  await knex.schema.createTable('definition_history', table => {
    table.increments('id');
    table.string('workflow', 60).notNullable();
    table.integer('version').notNullable();
    table.string('type', 12).notNullable();
    table.string('person', 255).nullable();
    table.string('hash', 64).notNullable();
    table.string('comment', 1000).nullable();
    table.string('at', 30).notNullable();
    table.index(['workflow', 'version']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('definition_history');
  await knex('definitions')
    .whereNotIn('status', ['published', 'deprecated'])
    .delete();
  await knex.schema.raw('ALTER TABLE definitions DROP COLUMN made_by');
  await knex.schema.raw('ALTER TABLE definitions DROP COLUMN based_on');
};
