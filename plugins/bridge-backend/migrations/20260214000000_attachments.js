/*
 * Files that people attach to work items. An attachment is a line of the
 * journal that says what was attached; what is known of the file stands in one
 * table and its bytes in another, so that lists never read them. Both go when
 * what the line says is erased.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
const isPostgres = knex => knex.client.config.client === 'pg';

/**
 * @param {import('knex').Knex} knex
 */
async function createTables(knex) {
  await knex.schema.createTable('attachments', table => {
    table.comment('What is known of attached files, by their journal line');
    table.integer('item_id').notNullable();
    table.integer('seq').notNullable();
    table.string('name', 120).notNullable();
    table.string('type', 100).notNullable();
    table.integer('size').notNullable();
    table.string('sha256', 64).notNullable();
    table.integer('person_id').notNullable().references('id').inTable('person');
    table.string('at', 30).notNullable();
    table.primary(['item_id', 'seq']);
    table
      .foreign(['item_id', 'seq'])
      .references(['item_id', 'seq'])
      .inTable('journal');
  });
  await knex.schema.createTable('attachment_bytes', table => {
    table.comment('The files themselves; pictures also in small');
    table.integer('item_id').notNullable();
    table.integer('seq').notNullable();
    table.binary('content').notNullable();
    table.binary('small').nullable();
    table.primary(['item_id', 'seq']);
    table
      .foreign(['item_id', 'seq'])
      .references(['item_id', 'seq'])
      .inTable('attachments')
      .onDelete('CASCADE');
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function eraseWithTheirLine(knex) {
  if (isPostgres(knex)) {
    await knex.schema.raw(`
      CREATE FUNCTION bridge_erase_attachment() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM attachments WHERE item_id = new.item_id AND seq = new.seq;
        RETURN NULL;
      END $$`);
    await knex.schema.raw(`
      CREATE TRIGGER journal_payload_erases_attachment
      AFTER UPDATE ON journal_payload
      FOR EACH ROW WHEN (new.payload IS NULL)
      EXECUTE FUNCTION bridge_erase_attachment()`);
    return;
  }
  await knex.schema.raw(`
    CREATE TRIGGER journal_payload_erases_attachment
    AFTER UPDATE ON journal_payload WHEN new.payload IS NULL BEGIN
      DELETE FROM attachment_bytes
        WHERE item_id = new.item_id AND seq = new.seq;
      DELETE FROM attachments WHERE item_id = new.item_id AND seq = new.seq;
    END`);
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createTables(knex);
  await eraseWithTheirLine(knex);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  if (await knex('attachments').first()) {
    throw new Error(
      'Manual intervention required: going back would lose attached files. Keep and remove them first.',
    );
  }
  await knex.schema.raw(
    `DROP TRIGGER journal_payload_erases_attachment${
      isPostgres(knex) ? ' ON journal_payload' : ''
    }`,
  );
  if (isPostgres(knex)) {
    await knex.schema.raw('DROP FUNCTION bridge_erase_attachment()');
  }
  await knex.schema.dropTable('attachment_bytes');
  await knex.schema.dropTable('attachments');
};
