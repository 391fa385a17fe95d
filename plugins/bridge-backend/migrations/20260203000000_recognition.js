/*
 * Recognition: the points ledger, and what is counted from it. A row of the
 * ledger is never changed or deleted; scores and their histogram follow it by
 * trigger, so that whoever writes points cannot leave them behind.
 *
 * The histogram says how many people of a board stand at how many points:
 * exactly (width 1), by the ten, by the hundred and by the thousand. A rank is a
 * sum over a few rows of each instead of a count over people.
 */
// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
const isPostgres = knex => knex.client.config.client === 'pg';

/**
 * @param {import('knex').Knex} knex
 */
async function createLedger(knex) {
  await knex.schema.createTable('ledger', table => {
    table.increments('id');
    table.integer('person_id').notNullable().references('id').inTable('person');
    table.string('season', 7).notNullable();
    table.string('dimension', 10).notNullable();
    table.string('rule', 60).notNullable();
    table.string('grade', 10).nullable();
    table.integer('points').notNullable();
    table.integer('item_id').notNullable().references('id').inTable('items');
    table.integer('seq').notNullable();
    table.string('milestone', 40).notNullable();
    table.string('at', 30).notNullable();
    table
      .integer('confirmed_by')
      .notNullable()
      .references('id')
      .inTable('person');
    // The source: an outcome pays a person once.
    table.unique(['item_id', 'seq', 'rule', 'person_id']);
    table.index(['person_id', 'at', 'id']);
  });
}

/**
 * @param {import('knex').Knex} knex
 */
async function createScores(knex) {
  await knex.schema.createTable('scores', table => {
    table.integer('person_id').notNullable().references('id').inTable('person');
    table.string('dimension', 10).notNullable();
    table.string('season', 7).notNullable();
    table.integer('points').notNullable();
    table.primary(['person_id', 'dimension', 'season']);
  });
  // Holds all that a leaderboard shows, in its order.
  await knex.schema.raw(
    'CREATE INDEX scores_board_index ON scores (season, dimension, points DESC, person_id)',
  );
  await knex.schema.createTable('score_histogram', table => {
    table.string('season', 7).notNullable();
    table.string('dimension', 10).notNullable();
    table.integer('width').notNullable();
    table.integer('bucket').notNullable();
    table.integer('people').notNullable();
    table.primary(['season', 'dimension', 'width', 'bucket']);
  });
}

// Rows are locked in one order only, so that commands that credit the same
// people, or people of the same points, wait for each other and never in a ring.
const COUNT_ON_POSTGRES = `
  CREATE FUNCTION bridge_count_points() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    WITH added AS (
      SELECT fresh.person_id, board.dimension, fresh.season,
        sum(fresh.points)::integer AS points
      FROM fresh
      CROSS JOIN LATERAL (VALUES ('all'), (fresh.dimension)) AS board(dimension)
      GROUP BY 1, 2, 3
    ), counted AS (
      INSERT INTO scores AS known (person_id, dimension, season, points)
      SELECT person_id, dimension, season, points FROM added ORDER BY 1, 2, 3
      ON CONFLICT (person_id, dimension, season)
        DO UPDATE SET points = known.points + excluded.points
      RETURNING person_id, dimension, season, points
    ), moved AS (
      SELECT season, dimension, counted.points - added.points AS points_before,
        counted.points AS points_after
      FROM counted JOIN added USING (person_id, dimension, season)
    ), changes AS (
      SELECT season, dimension, points_before AS points, -1 AS people FROM moved
      UNION ALL
      SELECT season, dimension, points_after, 1 FROM moved
    )
    INSERT INTO score_histogram AS known
      (season, dimension, width, bucket, people)
    SELECT season, dimension, width, points / width, sum(people)::integer
    FROM changes CROSS JOIN (VALUES (1), (10), (100), (1000)) AS widths(width)
    WHERE points > 0
    GROUP BY 1, 2, 3, 4
    HAVING sum(people) <> 0
    ORDER BY 1, 2, 3, 4
    ON CONFLICT (season, dimension, width, bucket)
      DO UPDATE SET people = known.people + excluded.people;
    RETURN NULL;
  END $$`;

const WIDTHS =
  'SELECT 1 AS width UNION ALL SELECT 10 UNION ALL SELECT 100 UNION ALL SELECT 1000';

const COUNT_ON_SQLITE = `
  CREATE TRIGGER ledger_count_points AFTER INSERT ON ledger BEGIN
    UPDATE score_histogram SET people = people - 1
    WHERE (season, dimension, width, bucket) IN (
      SELECT season, dimension, width, points / width
      FROM scores, (${WIDTHS})
      WHERE person_id = new.person_id AND season = new.season
        AND dimension IN ('all', new.dimension) AND points > 0);
    INSERT INTO scores (person_id, dimension, season, points)
    SELECT new.person_id, dimension, new.season, new.points
    FROM (SELECT 'all' AS dimension UNION ALL SELECT new.dimension)
    WHERE true
    ON CONFLICT (person_id, dimension, season)
      DO UPDATE SET points = points + excluded.points;
    INSERT INTO score_histogram (season, dimension, width, bucket, people)
    SELECT season, dimension, width, points / width, 1
    FROM scores, (${WIDTHS})
    WHERE person_id = new.person_id AND season = new.season
      AND dimension IN ('all', new.dimension) AND points > 0
    ON CONFLICT (season, dimension, width, bucket)
      DO UPDATE SET people = people + 1;
  END`;

// Who asks holds the person until the end of the transaction, and reads the sum
// only then: so two outcomes at once cannot both fit below a cap.
const POINTS_UNDER_A_CAP = `
  CREATE FUNCTION bridge_points_within(
    person integer, wanted_rule text, since text, until text
  ) RETURNS integer LANGUAGE plpgsql VOLATILE AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(721252, person);
    RETURN (
      SELECT coalesce(sum(points), 0) FROM ledger
      WHERE person_id = person AND rule = wanted_rule
        AND at >= since AND at < until);
  END $$`;

/**
 * @param {import('knex').Knex} knex
 */
async function countPoints(knex) {
  if (!isPostgres(knex)) {
    await knex.schema.raw(COUNT_ON_SQLITE);
    return;
  }
  await knex.schema.raw(COUNT_ON_POSTGRES);
  await knex.schema.raw(`
    CREATE TRIGGER ledger_count_points AFTER INSERT ON ledger
    REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION bridge_count_points()`);
  await knex.schema.raw(POINTS_UNDER_A_CAP);
}

/**
 * @param {import('knex').Knex} knex
 */
async function refuseChanges(knex) {
  if (isPostgres(knex)) {
    await knex.schema.raw(`
      CREATE TRIGGER ledger_append_only
      BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger
      FOR EACH STATEMENT EXECUTE FUNCTION bridge_append_only()`);
    return;
  }
  for (const change of ['UPDATE', 'DELETE']) {
    await knex.schema.raw(`
      CREATE TRIGGER ledger_no_${change.toLowerCase()} BEFORE ${change} ON ledger
      BEGIN SELECT RAISE(ABORT, 'ledger is append-only'); END`);
  }
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createLedger(knex);
  await createScores(knex);
  await countPoints(knex);
  await refuseChanges(knex);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  if (await knex('ledger').first()) {
    throw new Error(
      'Manual intervention required: going back would lose the points of people. Export and empty the ledger first.',
    );
  }
  for (const table of ['score_histogram', 'scores', 'ledger']) {
    await knex.schema.dropTable(table);
  }
  if (isPostgres(knex)) {
    await knex.schema.raw('DROP FUNCTION bridge_count_points()');
    await knex.schema.raw(
      'DROP FUNCTION bridge_points_within(integer, text, text, text)',
    );
  }
};
