/*
 * What a member asks for who approves with conditions, as JSON.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.raw('ALTER TABLE ballots ADD COLUMN conditions text NULL');
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.raw('ALTER TABLE ballots DROP COLUMN conditions');
};
