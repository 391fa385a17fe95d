import { WorkItem } from '@techbridge/bridge-workflow';
import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { applyItemFilter, ItemFilter } from './itemFilter';
import { ItemColumns, toEngine, toItemRecord } from './itemRows';
import { ChainedRow, SaltedPayload } from './journalChain';
import { BoardRow, ItemRecord } from './records';

/** The transaction of a command, which only stores look into. @internal */
export type Transaction = Knex.Transaction;

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
  hasLinks: boolean;
  tokens: string[];
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
  effect: object;
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
export interface TaskRow {
  itemId: number;
  entry: number;
  person: string;
  since: string;
}

// PostgreSQL takes 65,535 values in a statement, SQLite 32,766.
const ROWS_AT_ONCE = 1_000;

/**
 * Reads and writes single items, each write in the transaction of a command.
 *
 * @internal
 */
export class ItemStore {
  constructor(private readonly knex: Knex) {}

  /** Runs a command in one transaction. */
  inTransaction<T>(run: (trx: Transaction) => Promise<T>): Promise<T> {
    return this.knex.transaction(run);
  }

  /** One item by its key. One statement. */
  async load(trx: Knex, key: string): Promise<ItemRecord | undefined> {
    const row: ItemColumns | undefined = await this.columns(trx)
      .where('items.key', key)
      .first();
    return row && toItemRecord(row);
  }

  /**
   * One item by its key, which stays as it is until the transaction ends. One
   * statement. SQLite has one writer anyway.
   */
  async hold(trx: Knex, key: string): Promise<ItemRecord | undefined> {
    const query = this.columns(trx).where('items.key', key);
    if (isPostgres(trx)) {
      query.forNoKeyUpdate('items');
    }
    const row: ItemColumns | undefined = await query.first();
    return row && toItemRecord(row);
  }

  /** One item by its number. */
  async loadById(trx: Knex, id: number): Promise<ItemRecord | undefined> {
    const row: ItemColumns | undefined = await this.columns(trx)
      .where('items.id', id)
      .first();
    return row && toItemRecord(row);
  }

  /** The next number of a series of keys. */
  async nextNumber(trx: Knex, series: string): Promise<number> {
    const [row] = await trx('counters')
      .insert({ name: series, value: 1 })
      .onConflict('name')
      .merge({ value: trx.raw('counters.value + 1') })
      .returning('value');
    return Number(row.value);
  }

  /** Brings a series of keys at least up to a number. */
  async raiseNumber(trx: Knex, series: string, value: number): Promise<void> {
    await trx('counters')
      .insert({ name: series, value })
      .onConflict('name')
      .merge()
      .where('counters.value', '<', value);
  }

  /** Makes the row of a new item, still without a journal. */
  async insert(trx: Knex, change: ItemChange, creator: number) {
    const [{ id }] = await trx('items')
      .insert({
        ...this.changing(trx, change),
        key: change.item.key,
        workflow: change.item.workflow.id,
        version: change.item.workflow.version,
        kind: change.record.kind,
        created_by: creator,
        created_at: change.item.createdAt,
      })
      .returning('id');
    return Number(id);
  }

  /**
   * Changes an item that nobody has changed since it was read.
   *
   * @returns whether that was so
   */
  async update(trx: Knex, change: ItemChange): Promise<boolean> {
    const changed = await trx('items')
      .where({ id: change.record.id, rev: change.record.rev })
      .update(this.changing(trx, change));
    return changed === 1;
  }

  /** The number of an item that a filter covers, marked as linked. */
  async markLinked(
    trx: Knex,
    key: string,
    { filter, today }: { filter: ItemFilter; today: string },
  ): Promise<number | undefined> {
    const query = trx('items').where({ key });
    applyItemFilter(query, filter, today);
    const [row] = await query.update({ has_links: true }).returning('id');
    return row && Number(row.id);
  }

  /** Whether an item is there and not at its end. */
  async isOpen(trx: Knex, key: string): Promise<boolean> {
    const row = await trx('items').where({ key, is_open: true }).first('id');
    return row !== undefined;
  }

  /** Adds journal rows with their payloads. Two statements. */
  async journal(
    trx: Knex,
    rows: { row: ChainedRow; salted: SaltedPayload }[],
  ): Promise<void> {
    await insertAll(
      trx,
      'journal',
      rows.map(({ row }) => ({
        item_id: row.itemId,
        seq: row.seq,
        rev: row.rev,
        type: row.type,
        person_id: row.personId,
        at: row.at,
        payload_hash: row.payloadHash,
        previous: row.previous,
        hash: row.hash,
      })),
    );
    await insertAll(
      trx,
      'journal_payload',
      rows.map(({ row, salted }) => ({
        item_id: row.itemId,
        seq: row.seq,
        ...salted,
      })),
    );
  }

  /** Hands work out. */
  async tasks(trx: Knex, rows: TaskRow[]): Promise<void> {
    for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
      await trx('tasks')
        .insert(
          rows
            .slice(i, i + ROWS_AT_ONCE)
            .map(({ itemId, entry, person, since }) => ({
              item_id: itemId,
              entry,
              person,
              since,
            })),
        )
        .onConflict(['person', 'item_id', 'entry'])
        .ignore();
    }
  }

  /** Takes work back from everybody but these people. */
  async closeTasks(trx: Knex, itemId: number, people: string[]): Promise<void> {
    await trx('tasks')
      .where({ item_id: itemId })
      .whereNotIn('person', people)
      .delete();
  }

  /** Forgets work of states that were left. */
  async sweepTasks(): Promise<void> {
    await this.knex('tasks')
      .whereExists(items =>
        items
          .from('items')
          .whereRaw('items.id = tasks.item_id AND items.entry > tasks.entry')
          .select('items.id'),
      )
      .delete();
  }

  /** Keeps timers. */
  async timers(trx: Knex, rows: TimerRow[]): Promise<void> {
    if (rows.length > 0) {
      await trx('timers')
        .insert(
          rows.map(({ itemId, entry, timer, fireAt }) => ({
            item_id: itemId,
            entry,
            timer,
            fire_at: fireAt,
          })),
        )
        .onConflict(['item_id', 'entry', 'timer', 'fire_at'])
        .ignore();
    }
  }

  /** Writes boards as they stand. */
  async boards(trx: Knex, rows: BoardRow[]): Promise<void> {
    if (rows.length > 0) {
      await trx('boards')
        .insert(
          rows.map(({ itemId, board }) => ({
            item_id: itemId,
            board: board.id,
            round: board.round,
            status: board.status,
            facts: JSON.stringify(board),
          })),
        )
        .onConflict(['item_id', 'board', 'round'])
        .merge(['status', 'facts']);
    }
  }

  /** Puts effects into the outbox; one that is there already stays as it is. */
  async outbox(trx: Knex, rows: OutboxRow[]): Promise<void> {
    if (rows.length > 0) {
      await trx('outbox')
        .insert(
          rows.map(({ dedupeKey, use, effect, at }) => ({
            dedupe_key: dedupeKey,
            use,
            effect: JSON.stringify(effect),
            status: 'waiting',
            available_at: at,
          })),
        )
        .onConflict('dedupe_key')
        .ignore();
    }
  }

  /**
   * Links items; a link that is there already stays.
   *
   * @returns how many were not there before
   */
  async links(trx: Knex, rows: LinkRow[]): Promise<number> {
    if (rows.length === 0) {
      return 0;
    }
    const made = await trx('links')
      .insert(
        rows.map(({ from, to, type, at }) => ({
          from_item: from,
          to_item: to,
          type,
          at,
        })),
      )
      .onConflict(['from_item', 'to_item', 'type'])
      .ignore()
      .returning('to_item');
    return made.length;
  }

  private columns(trx: Knex) {
    return trx('items')
      .join('person', 'person.id', 'items.created_by')
      .select('items.*', 'person.entity_ref as creator');
  }

  private changing(trx: Knex, change: ItemChange) {
    const { item } = change;
    return {
      title: change.title,
      state: item.state,
      phase: change.phase,
      system: change.system,
      outcome: item.outcome ?? null,
      is_open: change.open,
      entry: item.entry,
      data: JSON.stringify(item.data),
      engine: JSON.stringify(toEngine(item)),
      rev: change.rev,
      seq: change.seq,
      head: change.head,
      updated_at: change.now,
      due_at: change.dueAt,
      // Never taken back: another item may have linked this one meanwhile.
      ...(change.hasLinks && { has_links: true }),
      search: searchColumn(trx, change.tokens),
    };
  }
}

function searchColumn(trx: Knex, tokens: string[]): Knex.Raw | string {
  return isPostgres(trx)
    ? trx.raw('array_to_tsvector(?::text[])', [tokens])
    : tokens.join(' ');
}

async function insertAll(
  trx: Knex,
  table: string,
  rows: object[],
): Promise<void> {
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
    await trx(table).insert(rows.slice(i, i + ROWS_AT_ONCE));
  }
}
