/*
 * Items of older versions of a workflow that are taken along to a newer one:
 * the migrations that somebody has started, and what became of each item.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('migrations', table => {
    table.increments('id');
    table.string('workflow', 60).notNullable();
    table.integer('from_version').notNullable();
    table.integer('to_version').notNullable();
    table.string('hash', 64).notNullable();
    table.string('status', 10).notNullable();
    table.string('started_by', 255).notNullable();
    table.string('started_at', 30).notNullable();
    table.string('ended_at', 30).nullable();
    table
      .integer('cursor')
      .notNullable()
      .defaultTo(0)
      .comment('The item that was looked at last');
    table
      .string('lease_until', 30)
      .nullable()
      .comment('So long a replica works on it');
    table.index(['workflow', 'from_version', 'id']);
  });
  // The items of a version go one way at a time.
  await knex.schema.raw(`
    CREATE UNIQUE INDEX migrations_open ON migrations (workflow, from_version)
    WHERE status IN ('running', 'waiting')`);
  await knex.schema.createTable('migration_items', table => {
    table
      .integer('migration_id')
      .notNullable()
      .references('id')
      .inTable('migrations');
    table.integer('item_id').notNullable().references('id').inTable('items');
    table.string('outcome', 5).notNullable();
    table.text('why').nullable();
    table.integer('rev').notNullable().comment('Of the item as it was seen');
    table.string('at', 30).notNullable();
    table.primary(['migration_id', 'item_id']);
    table.index(['migration_id', 'outcome', 'item_id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('migration_items');
  await knex.schema.dropTable('migrations');
};
