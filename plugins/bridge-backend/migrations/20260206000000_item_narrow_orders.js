/*
 * More orders of the list of items where it is narrowed. Without these
 * PostgreSQL reads all items of a state, phase or system and sorts them, or
 * walks the order of due times and looks into the row of each.
 */
// @ts-check

const INDEXES = [
  'items_state_created_at_id_index ON items (state, created_at, id)',
  'items_phase_created_at_id_index ON items (phase, created_at, id)',
  'items_system_created_at_id_index ON items (system, created_at, id)',
  'items_system_due_at_id_index ON items (system, due_at, id)',
  'items_workflow_state_due_at_id_index ON items (workflow, state, due_at, id)',
  // When an item was made is asked of the index, not of the row.
  'items_due_at_id_created_at_index ON items (due_at, id, created_at)',
];

/** What the last of them does as well. */
const REPLACED = 'items_due_at_id_index';

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  for (const index of INDEXES) {
    await knex.schema.raw(`CREATE INDEX ${index}`);
  }
  await knex.schema.raw(`DROP INDEX ${REPLACED}`);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.raw(`CREATE INDEX ${REPLACED} ON items (due_at, id)`);
  for (const index of INDEXES) {
    await knex.schema.raw(`DROP INDEX ${index.split(' ')[0]}`);
  }
};
