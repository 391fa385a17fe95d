/*
 * Orders of the list of items that need an index of their own where it is
 * narrowed: by due time, which only open items have, and by key, which begins
 * with the kind of the item, so that items in one state stand together far from
 * either end. Without them PostgreSQL walks the whole order to find a page.
 */
// @ts-check

const INDEXES = [
  'items_is_open_due_at_id_index ON items (is_open, due_at, id)',
  'items_state_due_at_id_index ON items (state, due_at, id)',
  'items_phase_due_at_id_index ON items (phase, due_at, id)',
  'items_workflow_key_index ON items (workflow, key)',
  'items_state_key_index ON items (state, key)',
  'items_phase_key_index ON items (phase, key)',
];

const STATISTICS = 'items_standing';

/**
 * @param {import('knex').Knex} knex
 */
const isPostgres = knex => knex.client.config.client === 'pg';

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  for (const index of INDEXES) {
    await knex.schema.raw(`CREATE INDEX ${index}`);
  }
  if (isPostgres(knex)) {
    // A state says the workflow, the phase and whether an item is open; taken
    // one by one PostgreSQL expects far too few items of several of them.
    await knex.schema.raw(
      `CREATE STATISTICS ${STATISTICS} (mcv) ON workflow, state, phase, is_open FROM items`,
    );
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  if (isPostgres(knex)) {
    await knex.schema.raw(`DROP STATISTICS ${STATISTICS}`);
  }
  for (const index of INDEXES) {
    await knex.schema.raw(`DROP INDEX ${index.split(' ')[0]}`);
  }
};
