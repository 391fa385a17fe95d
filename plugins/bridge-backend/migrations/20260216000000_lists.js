/*
 * Filters of lists that people have saved for themselves.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('saved_filters', table => {
    table.increments('id');
    table.integer('person_id').notNullable().references('id').inTable('person');
    table.string('name', 60).notNullable();
    table.text('address').notNullable().comment('Of the list, as JSON');
    table.unique(['person_id', 'name'], {
      indexName: 'saved_filters_person_name_key',
    });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('saved_filters');
};
