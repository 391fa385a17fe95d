/*
 * Work is taken back when an item leaves a state, by whichever replica moves it,
 * so that what waits for a person is what stands here; it used to stay, and
 * lists of one person read everything that ever waited for them.
 *
 * And orders of the lists of those who made items, and of items since a day,
 * which are asked of the index alone. And the words of an item stand in its row,
 * where they fit, not beside the table: whoever looks for them in many rows
 * reads less.
 */
// @ts-check

const INDEXES = [
  'items_created_by_key_index ON items (created_by, key)',
  'items_created_by_created_at_id_index ON items (created_by, created_at, id)',
  'items_created_by_due_at_id_index ON items (created_by, due_at, id)',
  'items_updated_at_id_created_at_index ON items (updated_at, id, created_at)',
  'items_created_at_id_due_at_index ON items (created_at, id, due_at)',
];

/** What the last two of them do as well. */
const REPLACED = ['updated_at', 'created_at'];

/**
 * @param {import('knex').Knex} knex
 */
const isPostgres = knex => knex.client.config.client === 'pg';

const TAKE_BACK =
  'DELETE FROM tasks WHERE item_id = NEW.id AND entry <> NEW.entry';
const TRIGGER =
  'CREATE TRIGGER items_take_back_work AFTER UPDATE OF entry ON items';

/**
 * @param {import('knex').Knex} knex
 */
async function takeWorkBack(knex) {
  await knex.raw(
    `DELETE FROM tasks WHERE entry <> (
      SELECT entry FROM items WHERE items.id = tasks.item_id)`,
  );
  if (isPostgres(knex)) {
    await knex.schema.raw(`
      CREATE FUNCTION bridge_take_back_work() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN ${TAKE_BACK}; RETURN NULL; END $$`);
    await knex.schema.raw(`
      ${TRIGGER} FOR EACH ROW WHEN (OLD.entry <> NEW.entry)
      EXECUTE FUNCTION bridge_take_back_work()`);
  } else {
    await knex.schema.raw(`
      ${TRIGGER} WHEN OLD.entry <> NEW.entry BEGIN ${TAKE_BACK}; END`);
  }
}

/**
 * @param {import('knex').Knex} knex
 */
async function leaveWork(knex) {
  if (isPostgres(knex)) {
    await knex.schema.raw('DROP TRIGGER items_take_back_work ON items');
    await knex.schema.raw('DROP FUNCTION bridge_take_back_work()');
  } else {
    await knex.schema.raw('DROP TRIGGER items_take_back_work');
  }
}

/**
 * @param {import('knex').Knex} knex
 * @param {'MAIN' | 'EXTENDED'} storage
 */
async function storeWords(knex, storage) {
  if (isPostgres(knex)) {
    await knex.schema.raw(
      `ALTER TABLE item_search ALTER COLUMN tokens SET STORAGE ${storage}`,
    );
  }
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await storeWords(knex, 'MAIN');
  await takeWorkBack(knex);
  for (const index of INDEXES) {
    await knex.schema.raw(`CREATE INDEX ${index}`);
  }
  for (const column of REPLACED) {
    await knex.schema.raw(`DROP INDEX items_${column}_id_index`);
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await leaveWork(knex);
  await storeWords(knex, 'EXTENDED');
  for (const column of REPLACED) {
    await knex.schema.raw(
      `CREATE INDEX items_${column}_id_index ON items (${column}, id)`,
    );
  }
  for (const index of INDEXES) {
    await knex.schema.raw(`DROP INDEX ${index.split(' ')[0]}`);
  }
};
