import { WorkItem } from '@techbridge/bridge-workflow';
import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { insertion, Write } from '../database/writeTogether';
import { Assignment, assignmentKey } from './assignments';
import { laneOf } from './effects/laneOf';
import { toEngine } from './itemRows';
import { ChainedRow, SaltedPayload } from './journalChain';
import { BoardRow, CarriedRow, ItemRecord } from './records';

/** What changes of an item with a command. @internal */
export interface ItemChange {
  record: ItemRecord;
  item: WorkItem;
  phase: string | null;
  open: boolean;
  rev: number;
  seq: number;
  head: string;
  title: string;
  system: string | null;
  dueAt: string | null;
  dueWorking: boolean | null;
  hasLinks: boolean;
  /** The words under which it is found; undefined where they stay as they are. */
  tokens?: string[];
  now: string;
}

/** A timer to be kept. @internal */
export interface TimerRow {
  itemId: number;
  entry: number;
  timer: string;
  fireAt: string;
}

/** A line of the outbox to be written. @internal */
export interface OutboxRow {
  dedupeKey: string;
  use: string;
  effect: { with: Record<string, unknown>; item: { key: string } };
  at: string;
}

/** Two items that belong together. @internal */
export interface LinkRow {
  from: number;
  to: number;
  type: string;
  at: string;
  /** The other item, where the link must not have been there before. */
  freshWith?: string;
}

/** What waits for whom. @internal */
export interface TaskRow extends Assignment {
  itemId: number;
  entry: number;
  since: string;
}

/** Where links that were not there before are counted. @internal */
export const NEW_LINKS = 'links';

// Whoever has seen a board may see it again, as it stands now.
const BOARD_AGAIN = `on conflict (item_id, board, round)
  do update set status = excluded.status, facts = excluded.facts`;

const WORDS_AGAIN =
  'on conflict (item_id) do update set tokens = excluded.tokens';

/**
 * The statements with which a unit of work is written; they are sent together.
 *
 * @internal
 */
export class UnitStore {
  constructor(private readonly trx: Knex) {}

  /**
   * Changes an item that nobody has changed since it was read; its rows are
   * counted under its key. With it the words under which it is found, where they
   * are new.
   */
  update(change: ItemChange): Write[] {
    const { record, item, tokens } = change;
    const { row, more } = isPostgres(this.trx)
      ? { row: changing(change), more: words(record.id, tokens) }
      : { row: { ...changing(change), ...searchColumn(tokens) }, more: [] };
    const set = Object.keys(row).map(column => `"${column}" = ?`);
    const sql = `update items set ${set.join(', ')} where id = ? and rev = ?`;
    const values = [...Object.values(row), record.id, record.rev];
    return [{ name: item.key, sql, values }, ...more];
  }

  /** Adds journal rows with their payloads. */
  journal(rows: { row: ChainedRow; salted: SaltedPayload }[]): Write[] {
    const lines = rows.map(({ row }) => ({
      item_id: row.itemId,
      seq: row.seq,
      rev: row.rev,
      type: row.type,
      person_id: row.personId,
      at: row.at,
      payload_hash: row.payloadHash,
      previous: row.previous,
      hash: row.hash,
    }));
    const payloads = rows.map(({ row, salted }) => ({
      item_id: row.itemId,
      seq: row.seq,
      ...salted,
    }));
    return [
      ...insertion(this.trx, 'journal', lines),
      ...insertion(this.trx, 'journal_payload', payloads),
    ];
  }

  /** Hands work out. */
  tasks(rows: TaskRow[]): Write[] {
    const tasks = rows.map(({ itemId, entry, person, onBehalfOf, since }) => ({
      item_id: itemId,
      entry,
      person,
      on_behalf_of: onBehalfOf,
      since,
    }));
    return insertion(this.trx, 'tasks', tasks, 'on conflict do nothing');
  }

  /**
   * Takes all work back but this. That of a state which is
   * left is taken back by a trigger.
   */
  closeTasks(itemId: number, assignments: Assignment[]): Write {
    // Written together as `assignmentKey` does.
    const work = "person || ' ' || on_behalf_of";
    const others = isPostgres(this.trx)
      ? `${work} <> all(?::text[])`
      : `${work} not in (select value from json_each(?))`;
    const keys = assignments.map(assignmentKey);
    const staying = isPostgres(this.trx) ? keys : JSON.stringify(keys);
    const sql = `delete from tasks where item_id = ? and ${others}`;
    return { sql, values: [itemId, staying] };
  }

  /** Keeps timers. */
  timers(rows: TimerRow[]): Write[] {
    const timers = rows.map(({ itemId, entry, timer, fireAt }) => ({
      item_id: itemId,
      entry,
      timer,
      fire_at: fireAt,
    }));
    return insertion(this.trx, 'timers', timers, 'on conflict do nothing');
  }

  /** Writes boards as they stand. */
  boards(rows: BoardRow[]): Write[] {
    const boards = rows.map(({ itemId, board }) => ({
      item_id: itemId,
      board: board.id,
      round: board.round,
      status: board.status,
      facts: JSON.stringify(board),
    }));
    return insertion(this.trx, 'boards', boards, BOARD_AGAIN);
  }

  /** Keeps ballots that count in a round from its beginning. */
  ballots(rows: CarriedRow[]): Write[] {
    const ballots = rows.map(({ itemId, voterId, castById, ...ballot }) => ({
      ...ballot,
      ...{ item_id: itemId, voter_id: voterId, number: 1 },
      cast_by_id: castById,
    }));
    return insertion(this.trx, 'ballots', ballots, 'on conflict do nothing');
  }

  /** Puts effects into the outbox; one that is there already stays. */
  outbox(rows: OutboxRow[]): Write[] {
    const lines = rows.map(({ dedupeKey, use, effect, at }) => ({
      dedupe_key: dedupeKey,
      use,
      lane: laneOf(use, effect),
      effect: JSON.stringify(effect),
      status: 'waiting',
      available_at: at,
    }));
    return insertion(this.trx, 'outbox', lines, 'on conflict do nothing');
  }

  /** Links items; a link that is there already stays. */
  links(rows: LinkRow[]): Write[] {
    const links = rows.map(({ from, to, type, at }) => ({
      from_item: from,
      to_item: to,
      type,
      at,
    }));
    return insertion(this.trx, 'links', links, 'on conflict do nothing').map(
      write => ({ ...write, name: NEW_LINKS }),
    );
  }
}

/** The columns of an item that a command may change. @internal */
export function changing(change: ItemChange) {
  const { item } = change;
  return {
    title: change.title,
    version: item.workflow.version,
    state: item.state,
    phase: change.phase,
    system: change.system,
    outcome: item.outcome ?? null,
    is_open: change.open,
    is_private: Boolean(item.private),
    entry: item.entry,
    data: JSON.stringify(item.data),
    engine: JSON.stringify(toEngine(item)),
    rev: change.rev,
    seq: change.seq,
    head: change.head,
    updated_at: change.now,
    due_at: change.dueAt,
    due_working: change.dueWorking,
    // Never taken back: another item may have linked this one meanwhile.
    ...(change.hasLinks && { has_links: true }),
  };
}

function words(id: number, tokens?: string[]): Write[] {
  const row = 'values (?, array_to_tsvector(?::text[]))';
  const sql = `insert into item_search (item_id, tokens) ${row} ${WORDS_AGAIN}`;
  return tokens ? [{ sql, values: [id, tokens] }] : [];
}

// On SQLite a trigger keeps the index of these words.
function searchColumn(tokens?: string[]): { search?: string } {
  return tokens ? { search: tokens.join(' ') } : {};
}
