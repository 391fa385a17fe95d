import { Ballot } from '@techbridge/bridge-workflow';
import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { prepared } from '../database/prepared';
import { insertion, Write } from '../database/writeTogether';

/** A board in one round. @internal */
export interface BoardName {
  itemId: number;
  board: string;
  round: number;
}

/** A ballot as a row. @internal */
export interface BallotRow extends Ballot {
  number: number;
}

interface Columns {
  board: string;
  round: number;
  voter: string;
  number: number;
  choice: Ballot['choice'];
  reason: string | null;
  /** JSON. */
  conditions: string | null;
  at: string;
  cast_by: string | null;
}

type NewBallot = Omit<BallotRow, 'voter' | 'castBy' | 'reason'> & {
  reason?: string | null;
  /** Who casts it, where that is not the voter. */
  castById?: number;
};

const BALLOTS_OF_ITEM = `
  select board, round, number, choice, reason, conditions, at,
    person.entity_ref as voter, deputy.entity_ref as cast_by
  from ballots join person on person.id = ballots.voter_id
    left join person as deputy on deputy.id = ballots.cast_by_id
  where item_id = ? order by board, at, number`;

// Any fixed numbers; they only have to differ from other programs' locks.
const BALLOT_LOCK = 721_251;
const VOTER_LOCK = 721_252;
const LOCK = `select pg_advisory_xact_lock(${BALLOT_LOCK}, hashtext(?))`;
const SHARED_LOCK = `
  select pg_advisory_xact_lock_shared(${BALLOT_LOCK}, hashtext(?)),
    pg_advisory_xact_lock(${VOTER_LOCK}, hashtext(?))`;

/**
 * Ballots are a stream of their own: casting one never touches the item.
 *
 * @internal
 */
export class BallotStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Holds the boards of an item until the end of the transaction, as somebody
   * who casts a ballot: others may do so too, but nobody may close one, and the
   * same person casts one ballot after the other. SQLite has one writer anyway.
   */
  async share(trx: Knex, item: string, voter: string): Promise<void> {
    if (isPostgres(trx)) {
      await prepared(trx, SHARED_LOCK, [item, `${item} ${voter}`]);
    }
  }

  /**
   * Holds the boards of an item alone, while one is closed. So a ballot is
   * counted or refused, never lost.
   */
  async hold(trx: Knex, item: string): Promise<void> {
    if (isPostgres(trx)) {
      await prepared(trx, LOCK, [item]);
    }
  }

  /** The ballots that count on these boards, by board. One statement. */
  async counting(
    boards: BoardName[],
    connection: Knex = this.knex,
  ): Promise<Map<string, BallotRow[]>> {
    if (boards.length === 0) {
      return new Map();
    }
    const { itemId } = boards[0];
    const rows = await prepared<Columns>(connection, BALLOTS_OF_ITEM, [itemId]);
    const wanted = new Set(boards.map(nameIn));
    return countingByBoard(rows.filter(row => wanted.has(nameIn(row))));
  }

  /** The ballots that count on the latest boards of some items. One statement. */
  async countingOf(
    items: { id: number; boards: { id: string; round: number }[] }[],
  ): Promise<Map<number, Map<string, BallotRow[]>>> {
    const rows: (Columns & { item_id: number })[] = await this.knex('ballots')
      .join('person', 'person.id', 'ballots.voter_id')
      .leftJoin('person as deputy', 'deputy.id', 'ballots.cast_by_id')
      .whereIn(
        'item_id',
        items.map(({ id }) => id),
      )
      .orderBy(['item_id', 'board', 'at', 'number'])
      .select('item_id', 'board', 'round', 'number', 'choice', 'reason')
      .select('conditions', 'at')
      .select({ voter: 'person.entity_ref', cast_by: 'deputy.entity_ref' });
    return new Map(
      items.map(({ id, boards }) => {
        const wanted = new Set(
          boards.map(({ id: board, round }) => nameIn({ board, round })),
        );
        const own = rows.filter(
          row => row.item_id === id && wanted.has(nameIn(row)),
        );
        return [id, countingByBoard(own)];
      }),
    );
  }

  /** The row of a new ballot. */
  row(
    trx: Knex,
    { itemId, board, round }: BoardName,
    voterId: number,
    { number, choice, reason = null, conditions, at, castById }: NewBallot,
  ): Write[] {
    const name = { item_id: itemId, board, round, voter_id: voterId, number };
    const asked = conditions ? JSON.stringify(conditions) : null;
    const cast = { at, cast_by_id: castById ?? null };
    const row = { ...name, choice, reason, conditions: asked, ...cast };
    return insertion(trx, 'ballots', [row], 'on conflict do nothing');
  }

  /** Items with open boards that somebody has voted on, after one of them. */
  async withOpenBoards(
    after: number,
    limit: number,
  ): Promise<{ id: number; key: string }[]> {
    return this.knex('items')
      .whereIn('items.id', builder =>
        builder
          .from('boards')
          .join('ballots', join =>
            join
              .on('ballots.item_id', 'boards.item_id')
              .andOn('ballots.board', 'boards.board')
              .andOn('ballots.round', 'boards.round'),
          )
          .where('boards.status', 'open')
          .select('boards.item_id'),
      )
      .where('items.id', '>', after)
      .orderBy('items.id')
      .limit(limit)
      .select('items.id', 'items.key');
  }
}

function nameIn({ board, round }: { board: string; round: number }): string {
  return `${round} ${board}`;
}

function countingByBoard(rows: Columns[]): Map<string, BallotRow[]> {
  const groups = [...groupByBoard(rows)];
  return new Map(groups.map(([board, own]) => [board, latestOfEach(own)]));
}

function groupByBoard(rows: Columns[]): Map<string, Columns[]> {
  const groups = new Map<string, Columns[]>();
  for (const row of rows) {
    groups.set(row.board, [...(groups.get(row.board) ?? []), row]);
  }
  return groups;
}

function latestOfEach(rows: Columns[]): BallotRow[] {
  const latest = new Map<string, BallotRow>();
  for (const row of rows) {
    const known = latest.get(row.voter);
    if (!known || known.number < row.number) {
      latest.set(row.voter, toBallot(row));
    }
  }
  return [...latest.values()];
}

function toBallot(row: Columns): BallotRow {
  const { voter, number, choice, reason, conditions, at } = row;
  const { cast_by: castBy } = row;
  return {
    ...{ voter, number, choice, at },
    ...(reason !== null && { reason }),
    ...(conditions !== null && { conditions: JSON.parse(conditions) }),
    ...(castBy !== null && { castBy }),
  };
}
