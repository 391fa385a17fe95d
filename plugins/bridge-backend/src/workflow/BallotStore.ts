import { Ballot } from '@techbridge/bridge-workflow';
import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';

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
  at: string;
}

// Any fixed number; it only has to differ from other programs' locks.
const BALLOT_LOCK = 721_251;

/**
 * Ballots are a stream of their own: casting one never touches the item.
 *
 * @internal
 */
export class BallotStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Holds a board until the end of the transaction: `shared` while a ballot is
   * cast, `alone` while it is closed. So a ballot is counted or refused, never
   * lost. SQLite has one writer anyway.
   */
  async hold(trx: Knex, item: string, how: 'shared' | 'alone'): Promise<void> {
    if (isPostgres(trx)) {
      const lock =
        how === 'shared'
          ? 'pg_advisory_xact_lock_shared'
          : 'pg_advisory_xact_lock';
      await trx.raw('SELECT ??(?, hashtext(?))', [lock, BALLOT_LOCK, item]);
    }
  }

  /** The ballots that count on these boards, by board. One statement. */
  async counting(
    boards: BoardName[],
    connection: Knex = this.knex,
  ): Promise<Map<string, BallotRow[]>> {
    const found = new Map<string, BallotRow[]>();
    if (boards.length === 0) {
      return found;
    }
    const rows: Columns[] = await connection('ballots')
      .join('person', 'person.id', 'ballots.voter_id')
      .where('item_id', boards[0].itemId)
      .whereIn(
        ['board', 'round'],
        boards.map(({ board, round }) => [board, round]),
      )
      .orderBy(['board', 'at', 'number'])
      .select('board', 'round', 'number', 'choice', 'reason', 'at')
      .select('person.entity_ref as voter');
    for (const [board, own] of groupByBoard(rows)) {
      found.set(board, latestOfEach(own));
    }
    return found;
  }

  /** The ballot of one voter that counts. */
  async mine(
    trx: Knex,
    { itemId, board, round }: BoardName,
    voter: { id: number; ref: string },
  ): Promise<BallotRow | undefined> {
    const row = await trx('ballots')
      .where({ item_id: itemId, board, round, voter_id: voter.id })
      .orderBy('number', 'desc')
      .first('number', 'choice', 'reason', 'at');
    return row && { ...row, reason: row.reason ?? undefined, voter: voter.ref };
  }

  /**
   * Adds a ballot.
   *
   * @returns whether it did; the same voter may have been faster elsewhere
   */
  async insert(
    trx: Knex,
    { itemId, board, round }: BoardName,
    voterId: number,
    ballot: Omit<BallotRow, 'voter'>,
  ): Promise<boolean> {
    const inserted = await trx('ballots')
      .insert({
        item_id: itemId,
        board,
        round,
        voter_id: voterId,
        number: ballot.number,
        choice: ballot.choice,
        reason: ballot.reason ?? null,
        at: ballot.at,
      })
      .onConflict(['item_id', 'board', 'round', 'voter_id', 'number'])
      .ignore()
      .returning('number');
    return inserted.length === 1;
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

function groupByBoard(rows: Columns[]): Map<string, Columns[]> {
  const groups = new Map<string, Columns[]>();
  for (const row of rows) {
    groups.set(row.board, [...(groups.get(row.board) ?? []), row]);
  }
  return groups;
}

function latestOfEach(rows: Columns[]): BallotRow[] {
  const latest = new Map<string, BallotRow>();
  for (const { voter, number, choice, reason, at } of rows) {
    const known = latest.get(voter);
    if (!known || known.number < number) {
      const why = reason === null ? {} : { reason };
      latest.set(voter, { voter, number, choice, at, ...why });
    }
  }
  return [...latest.values()];
}
