/*
 * The workflow room: definitions, items, their journals, and what makes them
 * go on: commands, tasks, boards, ballots, timers, the outbox.
 * Invariants are unique keys here, never isolation levels. The journal and the
 * ballots refuse to be changed or deleted; what a line of the journal says can
 * be erased, not changed.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
const isPostgres = knex => knex.client.config.client === 'pg';

/**
 * @param {import('knex').Knex} knex
 */
async function createOrganizationMembers(knex) {
  await knex.schema.createTable('organization_members', table => {
    table.comment('Who is in which group of the catalog');
    table.string('group_ref', 255).notNullable();
    table.string('user_ref', 255).notNullable();
    table.primary(['group_ref', 'user_ref']);
    table.index(['user_ref']);
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createDefinitions(knex) {
  await knex.schema.createTable('definitions', table => {
    table.string('id', 60).notNullable();
    table.integer('version').notNullable();
    table.string('hash', 64).notNullable();
    table.string('status', 12).notNullable();
    table.text('yaml').notNullable();
    table.text('compiled').notNullable();
    table.string('at', 30).notNullable();
    table.primary(['id', 'version']);
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createItems(knex) {
  await knex.schema.createTable('items', table => {
    table.increments('id');
    table.string('key', 40).notNullable().unique();
    table.string('workflow', 60).notNullable();
    table.integer('version').notNullable();
    table.string('kind', 60).notNullable();
    table.string('title', 200).notNullable();
    table.string('state', 60).notNullable();
    table.string('phase', 60).nullable();
    table.string('system', 51).nullable();
    table.string('outcome', 60).nullable();
    table.boolean('is_open').notNullable();
    table.text('data').notNullable();
    table.text('engine').notNullable();
    table.integer('entry').notNullable();
    table.integer('rev').notNullable();
    table.integer('seq').notNullable();
    table.string('head', 64).notNullable();
    table
      .integer('created_by')
      .notNullable()
      .references('id')
      .inTable('person');
    table.string('created_at', 30).notNullable();
    table.string('updated_at', 30).notNullable();
    table.string('due_at', 30).nullable();
    table.boolean('has_links').notNullable().defaultTo(false);
  });
  for (const order of ['updated_at', 'created_at', 'due_at']) {
    await knex.schema.alterTable('items', table => {
      table.index([order, 'id']);
      table.index(['workflow', order, 'id']);
    });
  }
  // The latest first is the usual order, whatever one looks for.
  for (const filter of ['state', 'phase', 'system', 'created_by', 'is_open']) {
    await knex.schema.alterTable('items', table => {
      table.index([filter, 'updated_at', 'id']);
    });
  }
}

/**
 * @param {import('knex').Knex} knex
 */
async function createItemSearch(knex) {
  if (isPostgres(knex)) {
    await knex.schema.raw('ALTER TABLE items ADD COLUMN search tsvector');
    await knex.schema.raw(
      'CREATE INDEX items_search_index ON items USING gin (search)',
    );
    return;
  }
  await knex.schema.raw('ALTER TABLE items ADD COLUMN search text');
  await knex.schema.raw(
    'CREATE VIRTUAL TABLE item_search USING fts5(tokens, content="")',
  );
  // A contentless index is told the old tokens to take them out again.
  await knex.schema.raw(`
    CREATE TRIGGER items_search_insert AFTER INSERT ON items BEGIN
      INSERT INTO item_search(rowid, tokens) VALUES (new.id, new.search);
    END`);
  await knex.schema.raw(`
    CREATE TRIGGER items_search_update AFTER UPDATE OF search ON items
    WHEN old.search IS NOT new.search BEGIN
      INSERT INTO item_search(item_search, rowid, tokens)
        VALUES ('delete', old.id, old.search);
      INSERT INTO item_search(rowid, tokens) VALUES (new.id, new.search);
    END`);
}

/**
 * @param {import('knex').Knex} knex
 */
async function createJournal(knex) {
  await knex.schema.createTable('journal', table => {
    table.integer('item_id').notNullable().references('id').inTable('items');
    table.integer('seq').notNullable();
    table.integer('rev').notNullable();
    table.string('type', 20).notNullable();
    table.integer('person_id').notNullable().references('id').inTable('person');
    table.string('at', 30).notNullable();
    table.string('payload_hash', 64).notNullable();
    table.string('previous', 64).notNullable();
    table.string('hash', 64).notNullable();
    table.primary(['item_id', 'seq']);
    table.index(['type', 'at']);
  });
  await knex.schema.createTable('journal_payload', table => {
    table.comment('The only table where erasure may null a row');
    table.integer('item_id').notNullable();
    table.integer('seq').notNullable();
    table.string('salt', 64).nullable();
    table.text('payload').nullable();
    table.primary(['item_id', 'seq']);
    table
      .foreign(['item_id', 'seq'])
      .references(['item_id', 'seq'])
      .inTable('journal');
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createCommands(knex) {
  await knex.schema.createTable('commands', table => {
    table.comment('Answers that are told again to the same command');
    table.integer('person_id').notNullable().references('id').inTable('person');
    table.string('idempotency_key', 255).notNullable();
    table.string('fingerprint', 64).notNullable();
    table.integer('status').notNullable();
    table.text('body').notNullable();
    table.string('at', 30).notNullable();
    table.primary(['person_id', 'idempotency_key']);
    table.index(['at']);
  });
  await knex.schema.createTable('tasks', table => {
    table.comment('What waits for whom; only those of the current entry count');
    table.integer('item_id').notNullable().references('id').inTable('items');
    table.integer('entry').notNullable();
    table.string('person', 255).notNullable();
    table.string('since', 30).notNullable();
    table.primary(['person', 'item_id', 'entry']);
    table.index(['item_id', 'entry']);
    table.index(['person', 'since', 'item_id']);
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createBoards(knex) {
  await knex.schema.createTable('boards', table => {
    table.integer('item_id').notNullable().references('id').inTable('items');
    table.string('board', 60).notNullable();
    table.integer('round').notNullable();
    table.string('status', 12).notNullable();
    table.text('facts').notNullable();
    table.primary(['item_id', 'board', 'round']);
    table.index(['status']);
  });
  await knex.schema.createTable('ballots', table => {
    table.comment('Append-only; the highest number of a voter counts');
    table.integer('item_id').notNullable();
    table.string('board', 60).notNullable();
    table.integer('round').notNullable();
    table.integer('voter_id').notNullable().references('id').inTable('person');
    table.integer('number').notNullable();
    table.string('choice', 30).notNullable();
    table.text('reason').nullable();
    table.string('at', 30).notNullable();
    table.primary(['item_id', 'board', 'round', 'voter_id', 'number']);
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createTimersAndOutbox(knex) {
  await knex.schema.createTable('timers', table => {
    table.increments('id');
    table.integer('item_id').notNullable().references('id').inTable('items');
    table.integer('entry').notNullable();
    table.string('timer', 80).notNullable();
    table.string('fire_at', 30).notNullable();
    table.string('done_at', 30).nullable();
    table.unique(['item_id', 'entry', 'timer', 'fire_at']);
    table.index(['done_at', 'fire_at']);
  });
  await knex.schema.createTable('outbox', table => {
    table.increments('id');
    table.string('dedupe_key', 120).notNullable().unique();
    table.string('use', 30).notNullable();
    table.text('effect').notNullable();
    table.string('status', 10).notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.string('available_at', 30).notNullable();
    table.string('lease_until', 30).nullable();
    table.text('last_error').nullable();
    table.index(['status', 'available_at']);
  });
  await knex.schema.createTable('links', table => {
    table.integer('from_item').notNullable().references('id').inTable('items');
    table.integer('to_item').notNullable().references('id').inTable('items');
    table.string('type', 20).notNullable();
    table.string('at', 30).notNullable();
    table.primary(['from_item', 'to_item', 'type']);
    table.index(['to_item']);
  });
}

const APPEND_ONLY = ['journal', 'ballots'];

/**
 * @param {import('knex').Knex} knex
 */
async function refuseChanges(knex) {
  if (isPostgres(knex)) {
    await knex.schema.raw(`
      CREATE FUNCTION bridge_append_only() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`);
  }
  for (const table of APPEND_ONLY) {
    if (isPostgres(knex)) {
      await knex.schema.raw(`
        CREATE TRIGGER ${table}_append_only
        BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION bridge_append_only()`);
      continue;
    }
    for (const change of ['UPDATE', 'DELETE']) {
      await knex.schema.raw(`
        CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table}
        BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`);
    }
  }
}

const ERASES = `new.item_id = old.item_id AND new.seq = old.seq
  AND new.salt IS NULL AND new.payload IS NULL`;

/**
 * @param {import('knex').Knex} knex
 */
async function letPayloadsBeErasedOnly(knex) {
  if (isPostgres(knex)) {
    await knex.schema.raw(`
      CREATE TRIGGER journal_payload_erasable BEFORE UPDATE ON journal_payload
      FOR EACH ROW WHEN (NOT (${ERASES}))
      EXECUTE FUNCTION bridge_append_only()`);
    await knex.schema.raw(`
      CREATE TRIGGER journal_payload_append_only
      BEFORE DELETE OR TRUNCATE ON journal_payload
      FOR EACH STATEMENT EXECUTE FUNCTION bridge_append_only()`);
    return;
  }
  await knex.schema.raw(`
    CREATE TRIGGER journal_payload_no_update BEFORE UPDATE ON journal_payload
    WHEN NOT (${ERASES})
    BEGIN SELECT RAISE(ABORT, 'journal_payload is append-only'); END`);
  await knex.schema.raw(`
    CREATE TRIGGER journal_payload_no_delete BEFORE DELETE ON journal_payload
    BEGIN SELECT RAISE(ABORT, 'journal_payload is append-only'); END`);
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createOrganizationMembers(knex);
  await createDefinitions(knex);
  await createItems(knex);
  await createItemSearch(knex);
  await createJournal(knex);
  await createCommands(knex);
  await createBoards(knex);
  await createTimersAndOutbox(knex);
  await refuseChanges(knex);
  await letPayloadsBeErasedOnly(knex);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  if (await knex('journal').first()) {
    throw new Error(
      'Manual intervention required: going back would lose work items. Export and empty them first.',
    );
  }
  if (!isPostgres(knex)) {
    await knex.schema.dropTable('item_search');
  }
  for (const table of [
    'links',
    'outbox',
    'timers',
    'ballots',
    'boards',
    'tasks',
    'commands',
    'journal_payload',
    'journal',
    'items',
    'definitions',
    'organization_members',
  ]) {
    await knex.schema.dropTable(table);
  }
  if (isPostgres(knex)) {
    await knex.schema.raw('DROP FUNCTION bridge_append_only()');
  }
};
