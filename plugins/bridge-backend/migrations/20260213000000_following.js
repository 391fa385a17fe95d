/*
 * Who supports and who watches an item, and which items are duplicates of
 * others. A support is never written over: the latest of a person counts.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
const isPostgres = knex => knex.client.config.client === 'pg';

/**
 * @param {import('knex').Knex} knex
 */
async function createSupports(knex) {
  await knex.schema.createTable('supports', table => {
    table.integer('item_id').notNullable().references('id').inTable('items');
    table.integer('person_id').notNullable().references('id').inTable('person');
    table.integer('number').notNullable();
    table.boolean('given').notNullable().comment('False: taken back');
    table
      .integer('recorded_by')
      .notNullable()
      .references('id')
      .inTable('person');
    table.string('at', 30).notNullable();
    table.primary(['item_id', 'person_id', 'number']);
  });
  if (isPostgres(knex)) {
    await knex.schema.raw(`
      CREATE TRIGGER supports_append_only
      BEFORE UPDATE OR DELETE OR TRUNCATE ON supports
      FOR EACH STATEMENT EXECUTE FUNCTION bridge_append_only()`);
    return;
  }
  for (const change of ['UPDATE', 'DELETE']) {
    await knex.schema.raw(`
      CREATE TRIGGER supports_no_${change.toLowerCase()} BEFORE ${change} ON supports
      BEGIN SELECT RAISE(ABORT, 'supports is append-only'); END`);
  }
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.raw(
    'ALTER TABLE items ADD COLUMN is_followed boolean NOT NULL DEFAULT false',
  );
  await createSupports(knex);
  await knex.schema.createTable('watches', table => {
    table.integer('item_id').notNullable().references('id').inTable('items');
    table.integer('person_id').notNullable().references('id').inTable('person');
    table
      .text('sees')
      .notNullable()
      .comment('Which items the person may read, as JSON');
    table.string('at', 30).notNullable();
    table.primary(['item_id', 'person_id']);
  });
  await knex.schema.createTable('merges', table => {
    table.increments('id');
    table
      .integer('duplicate_id')
      .notNullable()
      .references('id')
      .inTable('items');
    table.integer('target_id').notNullable().references('id').inTable('items');
    table.integer('by_id').notNullable().references('id').inTable('person');
    table.string('at', 30).notNullable();
    table.integer('undone_by').nullable().references('id').inTable('person');
    table.string('undone_at', 30).nullable();
  });
  // An item is a duplicate of one other item at a time.
  await knex.schema.raw(`
    CREATE UNIQUE INDEX merges_duplicate ON merges (duplicate_id)
    WHERE undone_at IS NULL`);
  await knex.schema.raw(`
    CREATE INDEX merges_target ON merges (target_id) WHERE undone_at IS NULL`);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of ['supports', 'merges']) {
    if (await knex(table).first()) {
      throw new Error(
        'Manual intervention required: who supports what, and which items were merged, would be lost.',
      );
    }
  }
  await knex.schema.dropTable('merges');
  await knex.schema.dropTable('watches');
  await knex.schema.dropTable('supports');
  await knex.schema.raw('ALTER TABLE items DROP COLUMN is_followed');
};
