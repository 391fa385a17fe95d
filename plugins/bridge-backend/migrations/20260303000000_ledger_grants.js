/*
 * The ledger refuses to be changed by a trigger, and on PostgreSQL also because
 * the role that owns it may only read it and add to it.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
const isPostgres = knex => knex.client.config.client === 'pg';

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  if (isPostgres(knex)) {
    await knex.schema.raw(
      'REVOKE UPDATE, DELETE, TRUNCATE ON ledger FROM CURRENT_USER, PUBLIC',
    );
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  if (isPostgres(knex)) {
    await knex.schema.raw(
      'GRANT UPDATE, DELETE, TRUNCATE ON ledger TO CURRENT_USER',
    );
  }
};
