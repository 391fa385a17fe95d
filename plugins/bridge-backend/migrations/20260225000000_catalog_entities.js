/*
 * Entities that workflows have written for the catalog. One that was taken away
 * stays as a row without entity, so that the catalog hears of it.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('catalog_entities', table => {
    table.string('entity_ref', 200).primary();
    table.text('entity').nullable().comment('As JSON; null once taken away');
    table.integer('effect_id').notNullable().comment('The last that wrote it');
    table.bigInteger('sequence').notNullable().index();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('catalog_entities');
};
