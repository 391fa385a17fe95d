import { LeaderboardId } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';

// The widths of the histogram, each ten times the one before.
const WIDTHS = [1, 10, 100, 1_000];
const WIDEST = 1_000;

// Each season is found by one look-up, instead of reading every row for it.
const SEASONS = `
  WITH RECURSIVE found(season) AS (
    SELECT max(season) FROM score_histogram
    UNION ALL
    SELECT (
      SELECT max(season) FROM score_histogram
      WHERE score_histogram.season < found.season
    ) FROM found WHERE found.season IS NOT NULL
  ) SELECT season FROM found`;

/** A leaderboard of a season. @internal */
export interface BoardOfSeason {
  season: string;
  board: LeaderboardId;
}

/** A place on a leaderboard. @internal */
export interface Place {
  personId: number;
  points: number;
}

/** Where somebody stands. @internal */
export interface Position {
  points: number;
  /** How many people have more points. */
  ahead: number;
  /** The points of the next better place. */
  next: number | null;
  /** How many people are on the board. */
  people: number;
}

/**
 * Reads scores and their histogram, which the database keeps in step with the
 * ledger.
 *
 * @internal
 */
export class ScoreStore {
  constructor(private readonly knex: Knex) {}

  /** The first places, read from one index. One statement. */
  async top({ season, board }: BoardOfSeason, limit: number): Promise<Place[]> {
    return this.knex('scores')
      .where({ season, dimension: board })
      .andWhere('points', '>', 0)
      .orderBy([{ column: 'points', order: 'desc' }, { column: 'person_id' }])
      .limit(limit)
      .select('person_id as personId', 'points');
  }

  /** People by number. One statement. */
  async names(
    ids: number[],
  ): Promise<Map<number, { ref: string; name: string }>> {
    const rows: { id: number; ref: string; name: string }[] =
      ids.length === 0
        ? []
        : await this.knex('person')
            .whereIn('id', ids)
            .select('id', 'entity_ref as ref', 'name');
    return new Map(rows.map(({ id, ref, name }) => [id, { ref, name }]));
  }

  /**
   * Where a person stands, and how many people are on the board: sums over the
   * histogram, never a count over people. One statement.
   */
  async position(wanted: BoardOfSeason, user: string): Promise<Position> {
    const { season, board: dimension } = wanted;
    const { knex } = this;
    const own = knex('scores')
      .where('person_id', knex('person').where('entity_ref', user).select('id'))
      .where({ season, dimension })
      .select('points');
    const people = (width: number) =>
      knex('score_histogram')
        .where({ season, dimension, width })
        .select(knex.raw('coalesce(sum(people), 0)'));
    const next = knex('score_histogram')
      .where({ season, dimension, width: 1 })
      .andWhere('people', '>', 0)
      .andWhereRaw('bucket > mine.points')
      .min('bucket');
    const mine = knex.select(knex.raw('coalesce((?), 0) AS points', [own]));
    const ahead = WIDTHS.map(width => above(people(width), width));
    const row = await knex
      .withMaterialized('mine', mine)
      .from('mine')
      .select('mine.points', { next, people: people(WIDEST) })
      .select(knex.raw(`${ahead.map(() => '(?)').join(' + ')} AS ahead`, ahead))
      .first();
    return {
      points: Number(row.points),
      ahead: Number(row.ahead),
      next: row.next === null ? null : Number(row.next),
      people: Number(row.people),
    };
  }

  /** The seasons with points, newest first. One statement. */
  async seasons(): Promise<string[]> {
    return this.knex
      .from(this.knex.raw(`(${SEASONS}) AS seasons`))
      .whereNotNull('season')
      .orderBy('season', 'desc')
      .pluck('season');
  }
}

// Up to the next bucket of the next width, which counts everything above that.
function above(people: Knex.QueryBuilder, width: number): Knex.QueryBuilder {
  people.whereRaw('bucket > mine.points / CAST(? AS integer)', [width]);
  return width === WIDEST
    ? people
    : people.andWhereRaw(
        'bucket < (mine.points / CAST(? AS integer) + 1) * 10',
        [width * 10],
      );
}
