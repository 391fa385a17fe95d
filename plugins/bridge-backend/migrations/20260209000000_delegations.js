/*
 * Who is away, and who votes meanwhile: absences, who cast a ballot for whom,
 * and work that waits for somebody on behalf of somebody else.
 */
// @ts-check

const TAKE_BACK =
  'DELETE FROM tasks WHERE item_id = NEW.id AND entry <> NEW.entry';

/**
 * @param {import('knex').Knex} knex
 */
const isPostgres = knex => knex.client.config.client === 'pg';

/**
 * @param {import('knex').Knex} knex
 */
async function createDelegations(knex) {
  await knex.schema.createTable('delegations', table => {
    table.comment('An absence ends with its last day, or when it is ended');
    table.increments('id');
    for (const name of ['person_id', 'delegate_id']) {
      table.integer(name).notNullable().references('id').inTable('person');
    }
    table.string('from_date', 10).notNullable();
    table.string('until_date', 10).notNullable();
    table.string('item', 60).nullable();
    table.string('note', 200).nullable();
    table.string('set_by', 255).notNullable();
    table.string('set_at', 30).notNullable();
    table.string('ended_by', 255).nullable();
    table.string('ended_at', 30).nullable();
    table.index(['person_id', 'until_date']);
    table.index(['delegate_id', 'until_date']);
    table.index(['until_date']);
  });
  await knex.schema.raw(
    'ALTER TABLE ballots ADD COLUMN cast_by_id integer NULL REFERENCES person (id)',
  );
}

/**
 * Makes the table anew, because SQLite cannot change a primary key.
 *
 * @param {import('knex').Knex} knex
 * @param {{ behalf: boolean }} shape
 */
async function remakeTasks(knex, { behalf }) {
  const more = behalf ? ['on_behalf_of'] : [];
  await knex.schema.renameTable('tasks', 'tasks_before');
  await knex.schema.createTable('tasks', table => {
    table.comment('What waits for whom; only those of the current entry count');
    table.integer('item_id').notNullable().references('id').inTable('items');
    table.integer('entry').notNullable();
    table.string('person', 255).notNullable();
    table.string('since', 30).notNullable();
    if (behalf) {
      table.string('on_behalf_of', 255).notNullable().defaultTo('');
    }
  });
  await knex.raw(
    `INSERT INTO tasks (item_id, entry, person, since)
     SELECT item_id, entry, person, since FROM tasks_before ${
       behalf ? '' : "WHERE on_behalf_of = ''"
     }`,
  );
  await knex.schema.dropTable('tasks_before');
  await knex.schema.alterTable('tasks', table => {
    table.unique(['person', 'item_id', 'entry', ...more], {
      indexName: 'tasks_person_item_entry_key',
    });
    table.index(['item_id', 'entry']);
    table.index(['person', 'since', 'item_id', ...more], 'tasks_person_since');
  });
}

/**
 * A trigger of SQLite follows a table that is renamed, and must not.
 *
 * @param {import('knex').Knex} knex
 * @param {() => Promise<void>} work
 */
async function withoutTrigger(knex, work) {
  if (isPostgres(knex)) {
    await work();
    return;
  }
  await knex.schema.raw('DROP TRIGGER items_take_back_work');
  await work();
  await knex.schema.raw(`
    CREATE TRIGGER items_take_back_work AFTER UPDATE OF entry ON items
    WHEN OLD.entry <> NEW.entry BEGIN ${TAKE_BACK}; END`);
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createDelegations(knex);
  await withoutTrigger(knex, () => remakeTasks(knex, { behalf: true }));
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await withoutTrigger(knex, () => remakeTasks(knex, { behalf: false }));
  await knex.schema.raw('ALTER TABLE ballots DROP COLUMN cast_by_id');
  await knex.schema.dropTable('delegations');
};
