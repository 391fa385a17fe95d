/*
 * Who leads a group, so that a rule of recusal can ask for the groups that a
 * member leads. It is filled when the catalog is next read.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('organization_groups', table => {
    table.string('head_ref', 255);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.raw('ALTER TABLE organization_groups DROP COLUMN head_ref');
};
