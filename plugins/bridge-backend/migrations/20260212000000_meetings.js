/*
 * Review meetings: when a board meets, what it talks about, who takes part, and
 * the minutes, which nobody can change.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
const isPostgres = knex => knex.client.config.client === 'pg';

const GUARD = 'the minutes of a meeting are final';

/**
 * @param {import('knex').Knex} knex
 */
async function createTables(knex) {
  await knex.schema.createTable('meetings', table => {
    table.increments('id');
    table.integer('series').nullable().comment('The first of its kind');
    table.string('title', 120).notNullable();
    table.string('group_ref', 255).notNullable();
    table.string('chair', 255).notNullable();
    table.string('place', 120).nullable();
    table.string('starts_at', 30).notNullable();
    table.integer('minutes').notNullable();
    table.integer('quorum_percent').notNullable();
    table.integer('repeat_weeks').nullable();
    table.string('repeat_until', 10).nullable();
    table.string('state', 10).notNullable();
    table.integer('rev').notNullable();
    table.string('created_by', 255).notNullable();
    table.string('created_at', 30).notNullable();
    table.string('opened_at', 30).nullable();
    table.string('closed_at', 30).nullable();
    table.text('record').nullable().comment('The minutes, as JSON');
    table.string('record_hash', 64).nullable();
    table.index(['state', 'starts_at', 'id']);
  });
  // One board does not meet twice at the same time.
  await knex.schema.raw(`
    CREATE UNIQUE INDEX meetings_group_time ON meetings (group_ref, starts_at)
    WHERE state <> 'cancelled'`);
  await knex.schema.createTable('meeting_agenda', table => {
    table
      .integer('meeting_id')
      .notNullable()
      .references('id')
      .inTable('meetings');
    table.integer('item_id').notNullable().references('id').inTable('items');
    table.string('source', 5).notNullable();
    table.boolean('removed').notNullable().defaultTo(false);
    table
      .integer('place')
      .nullable()
      .comment('Null: by its score, after those');
    table.string('listed_state', 60).nullable().comment('When it came here');
    table.integer('minutes').nullable();
    table.string('presenter', 255).nullable();
    table.text('note').nullable();
    table.integer('rev').notNullable().defaultTo(0);
    table.primary(['meeting_id', 'item_id']);
  });
  await knex.schema.createTable('meeting_attendance', table => {
    table
      .integer('meeting_id')
      .notNullable()
      .references('id')
      .inTable('meetings');
    table.string('person', 255).notNullable();
    table.string('presence', 12).nullable();
    table.string('deputy', 255).nullable();
    table.string('set_by', 255).nullable();
    table.string('set_at', 30).nullable();
    table.primary(['meeting_id', 'person']);
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function guardMinutes(knex) {
  if (isPostgres(knex)) {
    await knex.schema.raw(`
      CREATE FUNCTION bridge_meetings_final() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '${GUARD}'; END $$`);
    await knex.schema.raw(`
      CREATE TRIGGER bridge_meetings_final BEFORE UPDATE OR DELETE ON meetings
      FOR EACH ROW WHEN (OLD.state = 'closed')
      EXECUTE FUNCTION bridge_meetings_final()`);
    return;
  }
  for (const what of ['UPDATE', 'DELETE']) {
    await knex.schema.raw(`
      CREATE TRIGGER bridge_meetings_final_${what.toLowerCase()} BEFORE ${what} ON meetings
      WHEN OLD.state = 'closed' BEGIN SELECT RAISE(ABORT, '${GUARD}'); END`);
  }
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createTables(knex);
  await guardMinutes(knex);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  if (await knex('meetings').where({ state: 'closed' }).first()) {
    throw new Error(
      'Manual intervention required: the minutes of meetings would be lost.',
    );
  }
  await knex.schema.dropTable('meeting_attendance');
  await knex.schema.dropTable('meeting_agenda');
  await knex.schema.dropTable('meetings');
  if (isPostgres(knex)) {
    await knex.schema.raw('DROP FUNCTION bridge_meetings_final()');
  }
};
