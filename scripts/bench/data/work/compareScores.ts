import { Knex } from 'knex';

const EARNED = `
  SELECT person_id, board AS dimension, season, sum(points)::integer AS points
  FROM ledger CROSS JOIN LATERAL (VALUES ('all'), (dimension)) AS boards(board)
  GROUP BY 1, 2, 3`;

const DIFFERENT_SCORES = `
  SELECT count(*)::integer AS differences
  FROM (${EARNED}) AS earned
  FULL JOIN scores USING (person_id, dimension, season)
  WHERE earned.points IS DISTINCT FROM scores.points`;

const DIFFERENT_BUCKETS = `
  SELECT count(*)::integer AS differences
  FROM (
    SELECT season, dimension, width, points / width AS bucket,
      count(*)::integer AS people
    FROM scores CROSS JOIN (VALUES (1), (10), (100), (1000)) AS widths(width)
    WHERE points > 0
    GROUP BY 1, 2, 3, 4
  ) AS counted
  FULL JOIN (SELECT * FROM score_histogram WHERE people <> 0) AS kept
    USING (season, dimension, width, bucket)
  WHERE counted.people IS DISTINCT FROM kept.people`;

/**
 * Holds scores and histogram, which follow the ledger by trigger, against a sum
 * over the whole ledger.
 *
 * @throws Error when they differ
 * @internal
 */
export async function compareScores(knex: Knex): Promise<void> {
  for (const statement of [DIFFERENT_SCORES, DIFFERENT_BUCKETS]) {
    const { rows } = await knex.raw(statement);
    if (rows[0].differences !== 0) {
      throw new Error('Scores do not follow from the ledger that was written');
    }
  }
}
