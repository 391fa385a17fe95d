/*
 * Which groups are departments, so that a rule of recusal can ask for the
 * department of a member.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.raw(
    "ALTER TABLE organization_groups ADD COLUMN type varchar(120) NOT NULL DEFAULT ''",
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.raw('ALTER TABLE organization_groups DROP COLUMN type');
};
