const DAY = 86_400;

/** Adds people until there are enough. @internal */
export const ADD_PEOPLE = `
  INSERT INTO person (entity_ref, name)
  SELECT 'user:default/worker.' || number, '员工' || number
  FROM generate_series(
    1, :people - (SELECT count(*)::integer FROM person)) AS number`;

/** Puts three people into each group that owns a system. @internal */
export const ADD_TEAMS = `
  INSERT INTO organization_members (group_ref, user_ref)
  SELECT DISTINCT owner_ref, person.entity_ref
  FROM systems
  CROSS JOIN generate_series(1, 3) AS turn
  JOIN person ON person.id = 1 + bench.pick(hashtext(owner_ref), turn, 100)`;

/**
 * Plans items of all workflows in all states: half of them feedback, one of
 * five still open, as after years of use.
 *
 * @internal
 */
export const PLAN_ITEMS = `
  INSERT INTO bench.plan
  SELECT number, planned.workflow, planned.is_open,
    bench.pick(number, 2, counted.places), :electorate, number % :rarity = 0
  FROM (
    SELECT number, bench.pick(number, 1, 5) = 0 AS is_open,
      CASE
        WHEN number % 20 < 10 THEN 'feedback'
        WHEN number % 20 < 16 THEN 'proposal'
        WHEN number % 20 < 19 THEN 'requirement'
        ELSE 'case-review' END AS workflow
    FROM generate_series(1, :items) AS number
  ) AS planned
  JOIN (
    SELECT workflow, is_open, count(*)::integer AS places
    FROM bench.places GROUP BY 1, 2
  ) AS counted USING (workflow, is_open)`;

/** Plans more items, all in one state. @internal */
export const PLAN_MORE = `
  INSERT INTO bench.plan
  SELECT planned.number, workflow, is_open, places.number, :electorate, false
  FROM bench.places
  CROSS JOIN generate_series(
    (SELECT max(id) + 1 FROM items), (SELECT max(id) FROM items) + :count
  ) AS planned(number)
  WHERE workflow = :workflow AND state = :state`;

// Moments as seconds: made within two years, changed since, due within weeks.
const FACTS = `
  SELECT plan.number, plan.electorate, plan.is_rare, systems.name AS system,
    places.workflow, places.is_open, places.kind, places.prefix, places.state,
    places.phase, places.outcome, places.board, places.text_field, places.more,
    made.at AS made_at,
    made.at + (now.at - made.at) * bench.pick(plan.number, 7, 1000) / 1000.0
      AS changed_at,
    now.at + ${DAY} * (bench.pick(plan.number, 8, 40) - 20) AS due_at,
    1 + floor(:people * power(
      bench.pick(plan.number, 3, 1000000) / 1000000.0, 2))::integer AS creator
  FROM bench.plan
  JOIN bench.places
    ON places.workflow = plan.workflow AND places.is_open = plan.is_open
    AND places.number = plan.place
  JOIN bench.systems ON systems.number
    = bench.pick(plan.number, 6, (SELECT count(*)::integer FROM bench.systems))
  CROSS JOIN (SELECT extract(epoch FROM now())::float8 AS at) AS now
  CROSS JOIN LATERAL (
    SELECT now.at - bench.pick(plan.number, 4, ${730 * DAY})
      - bench.pick(plan.number, 5, 1000) / 1000.0 AS at
  ) AS made`;

const WRITTEN = `
  SELECT string_agg(text, '。') AS words,
    string_agg(array_to_string(tokens, ' '), ' ') AS tokens
  FROM generate_series(1, 8) AS turn
  JOIN bench.sentences
    ON kind = CASE WHEN is_rare AND turn = 8 THEN 'rare' ELSE 'body' END
    AND number = CASE WHEN is_rare AND turn = 8 THEN 0
      ELSE bench.pick(facts.number, 10 + turn, :sentences) END`;

const ELECTORATE = `
  SELECT jsonb_agg(jsonb_build_object('ref', entity_ref, 'chair', false))
  FROM generate_series(1, facts.electorate) AS turn
  JOIN person ON person.id = 1 + (facts.number + turn) % :people`;

const BOARDS = `
  SELECT CASE WHEN board IS NULL THEN '[]' ELSE
    jsonb_build_array(jsonb_build_object(
      'id', board, 'state', state, 'round', 1, 'status', 'open',
      'electorate', (${ELECTORATE}), 'recused', '[]'::jsonb,
      'included', '[]'::jsonb, 'openedAt', bench.moment(changed_at),
      'escalated', false)) END AS boards`;

/** Writes the planned items. @internal */
export const WRITE_ITEMS = `
  WITH facts AS MATERIALIZED (${FACTS})
  INSERT INTO items (
    id, key, workflow, version, kind, title, state, phase, system, outcome,
    is_open, data, engine, entry, rev, seq, head, created_by, created_at,
    updated_at, due_at)
  SELECT facts.number, prefix || '-' || lpad(facts.number::text, 7, '0'),
    workflow, 1, facts.kind, title.text, state, phase, system, outcome,
    is_open,
    (more || jsonb_build_object(
      'title', title.text, 'system', 'system:default/' || system,
      text_field, written.words))::text,
    jsonb_build_object(
      'entry', 1, 'enteredAt', bench.moment(changed_at), 'taken', '{}'::jsonb,
      'milestones', '[]'::jsonb, 'boards', sitting.boards)::text,
    1, 3, 3, repeat(md5(facts.number || '.3'), 2), creator,
    bench.moment(made_at), bench.moment(changed_at),
    CASE WHEN is_open THEN bench.moment(due_at) END
  FROM facts
  JOIN bench.sentences AS title ON title.kind = 'title'
    AND title.number = bench.pick(facts.number, 9, :sentences)
  CROSS JOIN LATERAL (${WRITTEN}) AS written
  CROSS JOIN LATERAL (${BOARDS}) AS sitting`;

/** Writes the words of the planned items. @internal */
export const WRITE_SEARCH = `
  INSERT INTO item_search (item_id, tokens)
  SELECT facts.number, array_to_tsvector(
    string_to_array(written.tokens, ' ') || places.tokens || title.tokens
    || ARRAY[lower(places.prefix), lpad(facts.number::text, 7, '0')])
  FROM bench.plan AS facts
  JOIN bench.places
    ON places.workflow = facts.workflow AND places.is_open = facts.is_open
    AND places.number = facts.place
  JOIN bench.sentences AS title ON title.kind = 'title'
    AND title.number = bench.pick(facts.number, 9, :sentences)
  CROSS JOIN LATERAL (${WRITTEN}) AS written`;

/** Writes for whom the planned items wait, and until when. @internal */
export const WRITE_TASKS = `
  INSERT INTO tasks (item_id, entry, person, since)
  SELECT items.id, items.entry, person.entity_ref, items.updated_at
  FROM bench.plan
  JOIN items ON items.id = plan.number AND items.is_open
  CROSS JOIN generate_series(1, 2) AS turn
  JOIN person ON person.id = 1 + floor(:people * power(
    bench.pick(plan.number, 30 + turn, 1000000) / 1000000.0, 2))::integer
  ON CONFLICT DO NOTHING`;

/** Writes the timers of the planned items; what is overdue has fired. @internal */
export const WRITE_TIMERS = `
  INSERT INTO timers (item_id, entry, timer, fire_at, done_at)
  SELECT items.id, items.entry, 'slow', due_at,
    CASE WHEN due_at <= bench.moment(extract(epoch FROM now())::float8)
      THEN due_at END
  FROM bench.plan JOIN items ON items.id = plan.number AND items.is_open`;

/** Writes three journal rows of each planned item. @internal */
export const WRITE_JOURNAL = `
  INSERT INTO journal (
    item_id, seq, rev, type, person_id, at, payload_hash, previous, hash)
  SELECT items.id, turn, turn, (ARRAY['created', 'action', 'comment'])[turn],
    items.created_by, items.updated_at, repeat(md5(items.key || turn), 2),
    repeat(md5(items.id || '.' || turn - 1), 2),
    repeat(md5(items.id || '.' || turn), 2)
  FROM bench.plan JOIN items ON items.id = plan.number
  CROSS JOIN generate_series(1, 3) AS turn`;

/** Writes what those journal rows say. @internal */
export const WRITE_PAYLOADS = `
  INSERT INTO journal_payload (item_id, seq, salt, payload)
  SELECT items.id, turn, md5(items.key || turn),
    jsonb_build_object('action', 'edit', 'data', left(items.data, 200))::text
  FROM bench.plan JOIN items ON items.id = plan.number
  CROSS JOIN generate_series(1, 3) AS turn`;
