/*
 * How often the catalog has not known a person, one look after the other: who
 * has left is absent where the rules name others to stand in.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('person', table => {
    table.integer('missed').notNullable().defaultTo(0);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // Knex would build the table anew on SQLite, to which others refer.
  await knex.schema.raw('ALTER TABLE person DROP COLUMN missed');
};
