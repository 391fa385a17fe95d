import { indexTokens } from '@techbridge/cjk-text';
import { Knex } from 'knex';

/** How many items are written. */
export const CROWD = 40_000;

/** Who has made a few items, and for whom a few wait. */
export const RARE_PERSON = 'user:default/zhang.qiang';

/** For whom hundreds of items wait. */
export const BUSY_PERSON = 'user:default/chen.zhiyuan';

/** Words by how many items have them: every second one, 1 in 40, 1 in 400. */
export const WORDS = { common: '扫码枪', some: '阈值', rare: '换模' };

const TITLES = Array.from({ length: 400 }, (_, place) =>
  [
    place % 2 === 0 ? `${WORDS.common}掉线` : '报表打不开',
    place % 40 === 1 ? `${WORDS.some}不对` : `产线${place}`,
    place === 7 ? `${WORDS.rare}等待` : '',
  ].join(' '),
);

// Of each hundred items of a workflow: from which one on, which state. Of the
// older ones most have ended.
const STATES = `(VALUES
  ('feedback', 0, 'reported', 'report', true),
  ('feedback', 10, 'inProgress', 'handling', true),
  ('feedback', 20, 'closed', 'finish', false),
  ('feedback', 99, 'declined', 'finish', false),
  ('proposal', 0, 'draft', 'proposal', true),
  ('proposal', 20, 'verified', 'finish', false)
) AS states(workflow, since, state, phase, is_open)`;

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS".000Z"'`;

const ITEMS = `
  INSERT INTO items (key, workflow, version, kind, title, state, phase, system,
    outcome, is_open, data, engine, entry, rev, seq, head, created_by,
    created_at, updated_at, due_at, has_links)
  SELECT 'XX-' || n, template.workflow, template.version, template.kind,
    titles.title, states.state, states.phase,
    CASE WHEN n % 2 = 0 THEN 'mes' WHEN n % 1000 = 1 THEN 'wms'
      ELSE 'system-' || n % 50 END,
    NULL, states.is_open, template.data, template.engine, 3, 4, 4,
    repeat('0', 64),
    CASE WHEN n % 8000 = 0 THEN
        (SELECT id FROM person WHERE entity_ref = '${RARE_PERSON}')
      ELSE (SELECT max(id) FROM person) - n % 2000 END,
    to_char(made, ${ISO}),
    to_char(made + (n * 31 % 1000) * interval '1 hour', ${ISO}),
    CASE WHEN states.is_open THEN
      to_char(made + (n * 17 % 3000) * interval '1 hour', ${ISO}) END,
    true
  FROM generate_series(1, ${CROWD}) AS n
  CROSS JOIN LATERAL (
    SELECT timestamp '2021-01-01' + n * interval '1 hour' AS made) AS moment
  JOIN titles ON titles.place = n % ${TITLES.length}
  JOIN items AS template ON template.workflow =
    CASE WHEN n % 10 < 8 THEN 'feedback' ELSE 'proposal' END
    AND template.key NOT LIKE 'XX-%'
  CROSS JOIN LATERAL (
    SELECT state, phase, is_open FROM ${STATES}
    WHERE states.workflow = template.workflow AND since <=
      CASE WHEN n > ${CROWD} - 3000 OR n % 50 = 0 THEN n * 7 % 100
        WHEN n % 100 = 7 THEN 99 ELSE 50 END
    ORDER BY since DESC LIMIT 1) AS states`;

/** Everything that hangs on the items. */
const REST = [
  `INSERT INTO item_search (item_id, tokens)
   SELECT items.id, titles.search FROM items
   JOIN titles ON titles.place = substr(key, 4)::integer % ${TITLES.length}
   WHERE key LIKE 'XX-%'`,
  `INSERT INTO tasks (item_id, entry, person, since)
   SELECT items.id, entry.number, CASE WHEN place > 0
     THEN 'user:default/p' || (items.id + place) % 2000
     WHEN system = 'wms' THEN '${RARE_PERSON}'
     WHEN system = 'mes' THEN '${BUSY_PERSON}'
     ELSE 'user:default/p' || items.id % 2000 END, updated_at
   FROM items CROSS JOIN (VALUES (2), (3)) AS entry(number)
   CROSS JOIN generate_series(0, 12) AS place
   WHERE key LIKE 'XX-%' AND (is_open AND entry.number = 3 OR items.id % 200 = 0)`,
  `INSERT INTO journal
     (item_id, seq, rev, type, person_id, at, payload_hash, previous, hash)
   SELECT id, line, line, CASE WHEN line = 4 THEN 'milestone' ELSE 'action' END,
     created_by, created_at, repeat('1', 64), repeat('2', 64), repeat('3', 64)
   FROM items CROSS JOIN generate_series(1, 4) AS line WHERE key LIKE 'XX-%'`,
  `INSERT INTO journal_payload (item_id, seq, salt, payload)
   SELECT journal.item_id, journal.seq, repeat('5', 32), '{}'
   FROM journal JOIN items ON items.id = item_id WHERE key LIKE 'XX-%'`,
  `INSERT INTO boards (item_id, board, round, status, facts)
   SELECT id, 'board', 1, 'approved', '{}' FROM items
   WHERE key LIKE 'XX-%' AND workflow = 'proposal'`,
  `INSERT INTO ballots (item_id, board, round, voter_id, number, choice, at)
   SELECT item_id, board, round, (SELECT max(id) FROM person) - voter, 1,
     'approve', '2025-01-01T00:00:00.000Z'
   FROM boards CROSS JOIN generate_series(0, 7) AS voter`,
  `INSERT INTO ledger (person_id, season, dimension, rule, points, item_id, seq,
     milestone, at, confirmed_by)
   SELECT created_by, '2025-Q' || 1 + id % 4, 'business', 'proposal-adopted', 10,
     id, 4, 'adopted', updated_at, created_by
   FROM items WHERE key LIKE 'XX-%'`,
  `INSERT INTO links (from_item, to_item, type, at)
   SELECT id - 1, id, 'convertedTo', created_at FROM items
   WHERE key LIKE 'XX-%' AND id % 6 <> 0`,
  `INSERT INTO timers (item_id, entry, timer, fire_at, done_at)
   SELECT id, 3, 'slow', updated_at, updated_at FROM items
   WHERE key LIKE 'XX-%'`,
  `INSERT INTO outbox (dedupe_key, use, effect, status, available_at)
   SELECT key || ':1', 'notify', '{}', 'done', updated_at FROM items
   WHERE key LIKE 'XX-%'`,
];

/**
 * Writes many items with all that hangs on them, as the work of some years
 * would have left them. There must be one feedback and one proposal already,
 * which are repeated. For PostgreSQL only.
 */
export async function writeCrowd(knex: Knex): Promise<void> {
  await knex.transaction(async trx => {
    await trx.raw(`INSERT INTO person (entity_ref, name)
      VALUES ('${RARE_PERSON}', 'rare') ON CONFLICT DO NOTHING`);
    await trx.raw(`INSERT INTO person (entity_ref, name)
      SELECT 'user:default/p' || n, 'p' || n FROM generate_series(0, 1999) AS n
      ON CONFLICT DO NOTHING`);
    await trx.raw(
      `CREATE TEMPORARY TABLE titles ON COMMIT DROP AS
       SELECT place - 1 AS place, title->>'text' AS title,
         array_to_tsvector(ARRAY(
           SELECT jsonb_array_elements_text(title->'tokens'))) AS search
       FROM jsonb_array_elements(?::jsonb) WITH ORDINALITY AS t(title, place)`,
      [
        JSON.stringify(
          TITLES.map(text => ({
            text,
            tokens: [...new Set(indexTokens(text))],
          })),
        ),
      ],
    );
    await trx.raw(ITEMS);
    for (const statement of REST) {
      await trx.raw(statement);
    }
  });
  await knex.raw('VACUUM ANALYZE');
}
