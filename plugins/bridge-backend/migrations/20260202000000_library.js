/*
 * The case library: every case is a work item, its text stands here in
 * revisions. `cases` repeats what lists show of the latest revision.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
const isPostgres = knex => knex.client.config.client === 'pg';

/**
 * @param {import('knex').Knex} knex
 */
async function createCases(knex) {
  await knex.schema.createTable('cases', table => {
    table.string('id', 40).primary();
    table
      .integer('item_id')
      .notNullable()
      .unique()
      .references('id')
      .inTable('items');
    table.string('title', 120).notNullable();
    table.string('language', 2).notNullable();
    table.text('systems').notNullable();
    table.string('summary', 300).notNullable();
    table.integer('author_id').notNullable().references('id').inTable('person');
    table.integer('revision').notNullable();
    table
      .integer('reviewed_revision')
      .nullable()
      .comment('The revision that stood when the review said yes');
    table.integer('published_revision').nullable();
    // Empty, not null, until it is published: so pages can begin after it.
    table.string('published_at', 30).notNullable().defaultTo('');
    table
      .bigInteger('catalog_change')
      .nullable()
      .comment('The number of the change that the catalog has to show');
    table.string('updated_at', 30).notNullable();
    table.index(['updated_at', 'id']);
    table.index(['published_at', 'id']);
    table.index(['catalog_change']);
  });
  if (isPostgres(knex)) {
    await knex.schema.raw(
      'CREATE INDEX cases_systems_index ON cases USING gin ((systems::jsonb) jsonb_path_ops)',
    );
  }
}

/**
 * @param {import('knex').Knex} knex
 */
async function createRevisions(knex) {
  await knex.schema.createTable('case_revisions', table => {
    table.string('case_id', 40).notNullable().references('id').inTable('cases');
    table.integer('revision').notNullable();
    table.string('title', 120).notNullable();
    table.string('language', 2).notNullable();
    table.text('systems').notNullable();
    table.text('body').notNullable();
    table.integer('author_id').notNullable().references('id').inTable('person');
    table.string('at', 30).notNullable();
    table.primary(['case_id', 'revision']);
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createSearch(knex) {
  if (isPostgres(knex)) {
    await knex.schema.raw('ALTER TABLE cases ADD COLUMN search tsvector');
    await knex.schema.raw(
      'CREATE INDEX cases_search_index ON cases USING gin (search)',
    );
    return;
  }
  await knex.schema.raw('ALTER TABLE cases ADD COLUMN search text');
  await knex.schema.raw(
    'CREATE VIRTUAL TABLE case_search USING fts5(tokens, content="")',
  );
  // A contentless index is told the old tokens to take them out again.
  await knex.schema.raw(`
    CREATE TRIGGER cases_search_insert AFTER INSERT ON cases BEGIN
      INSERT INTO case_search(rowid, tokens) VALUES (new.item_id, new.search);
    END`);
  await knex.schema.raw(`
    CREATE TRIGGER cases_search_update AFTER UPDATE OF search ON cases
    WHEN old.search IS NOT new.search BEGIN
      INSERT INTO case_search(case_search, rowid, tokens)
        VALUES ('delete', old.item_id, old.search);
      INSERT INTO case_search(rowid, tokens) VALUES (new.item_id, new.search);
    END`);
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createCases(knex);
  await createRevisions(knex);
  await createSearch(knex);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  if (await knex('case_revisions').first()) {
    throw new Error(
      'Manual intervention required: going back would lose cases. Export and empty them first.',
    );
  }
  if (!isPostgres(knex)) {
    await knex.schema.dropTable('case_search');
  }
  await knex.schema.dropTable('case_revisions');
  await knex.schema.dropTable('cases');
};
