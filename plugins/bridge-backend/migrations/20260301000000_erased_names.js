/*
 * The name of a file also stands in the line that tells of its removal. It goes
 * when what is said of the file is erased, and where that was erased already.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
const isPostgres = knex => knex.client.config.client === 'pg';

/**
 * Erases what lines say of the removal of a file. Other lines are not read as
 * JSON: what they hold may be none to PostgreSQL.
 *
 * @param {import('knex').Knex} knex
 * @param {string} erased - the line that told of the file, as SQL
 */
function eraseRemovals(knex, erased) {
  const isOfIt = isPostgres(knex)
    ? `payload::jsonb ->> 'attached' = ${erased}.seq::text`
    : `json_extract(payload, '$.attached') = ${erased}.seq`;
  return `
    UPDATE journal_payload SET salt = NULL, payload = NULL
    WHERE item_id = ${erased}.item_id AND CASE WHEN EXISTS (
      SELECT 1 FROM journal WHERE journal.item_id = journal_payload.item_id
        AND journal.seq = journal_payload.seq AND journal.type = 'detached'
    ) THEN ${isOfIt} ELSE false END`;
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const now = eraseRemovals(knex, 'new');
  if (isPostgres(knex)) {
    await knex.schema.raw(`
      CREATE FUNCTION bridge_erase_removal() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN ${now}; RETURN NULL; END $$`);
    await knex.schema.raw(`
      CREATE TRIGGER journal_payload_erases_removal
      AFTER UPDATE ON journal_payload
      FOR EACH ROW WHEN (new.payload IS NULL)
      EXECUTE FUNCTION bridge_erase_removal()`);
  } else {
    await knex.schema.raw(`
      CREATE TRIGGER journal_payload_erases_removal
      AFTER UPDATE ON journal_payload WHEN new.payload IS NULL
      BEGIN ${now}; END`);
  }
  // What was erased before is erased once more, now with all of it.
  await knex('journal_payload').whereNull('payload').update({ payload: null });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  if (isPostgres(knex)) {
    await knex.schema.raw(
      'DROP TRIGGER journal_payload_erases_removal ON journal_payload',
    );
    await knex.schema.raw('DROP FUNCTION bridge_erase_removal()');
  } else {
    await knex.schema.raw('DROP TRIGGER journal_payload_erases_removal');
  }
};
