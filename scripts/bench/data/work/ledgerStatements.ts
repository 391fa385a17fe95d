/** The eight seasons up to the current one. @internal */
export const WRITE_SEASONS = `
  CREATE TABLE bench.seasons AS
  SELECT 7 - turn AS number, to_char(day, 'YYYY"-Q"Q') AS season,
    to_char(day, 'YYYY-MM-DD"T04:00:00.000Z"') AS at
  FROM (
    SELECT turn, date_trunc('quarter', now() AT TIME ZONE 'Asia/Shanghai')
      - turn * interval '3 months' + interval '15 days' AS day
    FROM generate_series(0, 7) AS turn
  ) AS days`;

/**
 * Writes rows of the ledger, a few people with many and many with few; scores
 * and histogram follow by the trigger of the plugin.
 *
 * @internal
 */
export const WRITE_LEDGER = `
  INSERT INTO ledger (
    person_id, season, dimension, rule, points, item_id, seq, milestone, at,
    confirmed_by)
  SELECT
    1 + floor(:people * power(
      bench.pick(turn, 1, 1000000) / 1000000.0, 2))::integer,
    season,
    (ARRAY['technical', 'business', 'culture'])[1 + bench.pick(turn, 2, 3)],
    'fix-confirmed', (ARRAY[2, 5, 10, 20])[1 + bench.pick(turn, 3, 4)],
    1 + turn % :items, 1 + turn / :items, 'confirmed', at,
    1 + bench.pick(turn, 4, :people)
  FROM generate_series(CAST(:from AS integer), CAST(:until AS integer)) AS turn
  JOIN bench.seasons ON seasons.number = bench.pick(turn, 5, 8)`;
