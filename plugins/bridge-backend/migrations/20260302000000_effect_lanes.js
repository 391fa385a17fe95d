/*
 * Effects to the same receiver about the same item share a lane, in which they
 * keep their order. What waits from before has none, and waits for nothing.
 * How often one has failed is counted apart from how often it was taken: one
 * that was taken with others by a worker that died was not tried.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('outbox', table => {
    table.text('lane').nullable();
    table.integer('failures').notNullable().defaultTo(0);
  });
  // What is done is looked at by nobody, and is most of it after a while.
  await knex.schema.raw(`
    CREATE INDEX outbox_waiting ON outbox (id) WHERE status = 'waiting'`);
  await knex.schema.raw(`
    CREATE INDEX outbox_lane ON outbox (lane, id)
    WHERE status <> 'done' AND status <> 'dead' AND status <> 'discarded'`);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.raw('DROP INDEX outbox_lane');
  await knex.schema.raw('DROP INDEX outbox_waiting');
  // Knex would build the table anew on SQLite.
  await knex.schema.raw('ALTER TABLE outbox DROP COLUMN failures');
  await knex.schema.raw('ALTER TABLE outbox DROP COLUMN lane');
};
