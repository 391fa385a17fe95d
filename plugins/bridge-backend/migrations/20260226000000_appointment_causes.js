/*
 * Which effect of a workflow has written a line of an appointment's history, so
 * that one that is carried out twice appoints once.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('appointment_history', table => {
    table.string('cause', 255).nullable().unique();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('appointment_history', table => {
    table.dropUnique(['cause']);
    table.dropColumn('cause');
  });
};
