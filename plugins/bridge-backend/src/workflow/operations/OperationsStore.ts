import { PendingEffect } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { writeTogether } from '../../database/writeTogether';
import { OutboxRow, UnitStore } from '../UnitStore';

/** The work item that something is about, with the rules it runs on. @internal */
export interface ConcernedRow {
  key: string;
  title: string;
  workflow: string;
  version: number;
  state: string;
}

/** An effect that is not done. @internal */
export interface EffectRow {
  id: number;
  use: string;
  effect: string;
  status: string;
  attempts: number;
  at: string;
  error: string | null;
}

/** A timer that has not fired. @internal */
export interface TimerRow extends ConcernedRow {
  id: number;
  timer: string;
  fireAt: string;
}

/** A condition that could not be answered. @internal */
export interface GuardErrorRow extends ConcernedRow {
  itemId: number;
  seq: number;
  at: string;
  payload: string | null;
}

/** An open item that waits for nobody who could act. @internal */
export interface StuckRow extends ConcernedRow {
  id: number;
  data: string;
  since: string;
  /** How many it waits for all the same. */
  waitsFor: number | string;
}

/** A stuck item of which nobody has been told. @internal */
export interface UntoldRow extends ConcernedRow {
  id: number;
  entry: number;
  data: string;
}

/** Under which the notice of a stuck item is kept: one in each state entered. @internal */
export function noticeKey({ key, entry }: Pick<UntoldRow, 'key' | 'entry'>) {
  return `${key}:${entry}:stuck`;
}

// As `noticeKey` says.
const NOTICE = "items.key || ':' || items.entry || ':stuck'";

/** A state of one version of a workflow. @internal */
export type StateOfVersion = Pick<
  ConcernedRow,
  'workflow' | 'version' | 'state'
>;

/** What makes an item stuck. @internal */
export interface Stuck {
  /** In one of these states, which wait for people. */
  states: StateOfVersion[];
  /** It waits for nobody, or for these people only. */
  left: string[];
}

/** Which part of a list. @internal */
export interface Part {
  limit: number;
  after?: string[];
}

const CONCERNED = ['key', 'title', 'workflow', 'version', 'state'].map(
  column => `items.${column}`,
);

/**
 * Reads what goes on by itself and what of it does not go on.
 *
 * @internal
 */
export class OperationsStore {
  constructor(private readonly knex: Knex) {}

  /** How many effects stand how. One statement. */
  async countEffects(): Promise<Record<PendingEffect['state'], number>> {
    const rows: { status: string; tried: number; total: number }[] =
      await this.knex('outbox')
        .whereIn('status', ['waiting', 'dead'])
        .groupBy('status')
        .select('status')
        .select(
          this.knex.raw(
            'sum(case when last_error is null then 0 else 1 end) as tried',
          ),
        )
        .count({ total: '*' });
    const of = (status: string) => rows.find(row => row.status === status);
    return {
      waiting: Number(of('waiting')?.total ?? 0),
      failing: Number(of('waiting')?.tried ?? 0),
      dead: Number(of('dead')?.total ?? 0),
    };
  }

  /** Effects of one kind, those that are due first. One statement. */
  effects(state: PendingEffect['state'], part: Part): Promise<EffectRow[]> {
    const query = this.knex('outbox')
      .where('status', state === 'dead' ? 'dead' : 'waiting')
      .orderBy(['available_at', 'id'])
      .limit(part.limit)
      .select('id', 'use', 'effect', 'status', 'attempts')
      .select({ at: 'available_at', error: 'last_error' });
    if (state !== 'dead') {
      query[state === 'failing' ? 'whereNotNull' : 'whereNull']('last_error');
    }
    return after(query, part, '(available_at, id) > (?, ?)');
  }

  /**
   * Puts an effect that failed back into line, or takes it out of it.
   *
   * @returns whether it still stood there, and no worker had it
   */
  async settle(
    id: number,
    how: 'retry' | 'discard',
    now: string,
  ): Promise<boolean> {
    const again = { status: 'waiting', failures: 0, available_at: now };
    const changed = await this.knex('outbox')
      .where({ id })
      .whereIn('status', ['waiting', 'dead'])
      .whereNotNull('last_error')
      .andWhere(query =>
        query.whereNull('lease_until').orWhere('lease_until', '<', now),
      )
      .update(
        how === 'retry'
          ? { ...again, lease_until: null }
          : { status: 'discarded' },
      );
    return changed === 1;
  }

  /** How many timers wait, and how many of them are late. One statement. */
  async countTimers(lateBefore: string) {
    const row = await this.waitingTimers()
      .select(
        this.knex.raw(
          'sum(case when timers.fire_at < ? then 1 else 0 end) as overdue',
          [lateBefore],
        ),
      )
      .count({ waiting: '*' })
      .first();
    return {
      waiting: Number(row?.waiting ?? 0),
      overdue: Number((row as { overdue?: number })?.overdue ?? 0),
    };
  }

  /** Timers that wait, the next one first. One statement. */
  timers(part: Part): Promise<TimerRow[]> {
    const query = this.waitingTimers()
      .orderBy(['timers.fire_at', 'timers.id'])
      .limit(part.limit)
      .select('timers.id', 'timers.timer', { fireAt: 'timers.fire_at' })
      .select(CONCERNED);
    return after(query, part, '(timers.fire_at, timers.id) > (?, ?)');
  }

  // One of an earlier entry fires in vain and is of no interest.
  private waitingTimers() {
    return this.knex('timers')
      .join('items', join =>
        join
          .on('items.id', 'timers.item_id')
          .andOn('items.entry', 'timers.entry'),
      )
      .whereNull('timers.done_at');
  }

  /** How many conditions could not be answered since then. One statement. */
  async countGuardErrors(since?: string): Promise<number> {
    const query = this.knex('journal').where('type', 'guardError');
    if (since !== undefined) {
      query.andWhere('at', '>=', since);
    }
    return total(query);
  }

  /** Conditions that could not be answered, the latest first. One statement. */
  guardErrors(part: Part): Promise<GuardErrorRow[]> {
    const query = this.knex('journal')
      .join('items', 'items.id', 'journal.item_id')
      .leftJoin('journal_payload', join =>
        join
          .on('journal_payload.item_id', 'journal.item_id')
          .andOn('journal_payload.seq', 'journal.seq'),
      )
      .where('journal.type', 'guardError')
      .orderBy(
        ['at', 'item_id', 'seq'].map(column => ({
          column: `journal.${column}`,
          order: 'desc' as const,
        })),
      )
      .limit(part.limit)
      .select('journal.seq', 'journal.at', 'journal_payload.payload')
      .select({ itemId: 'journal.item_id' })
      .select(CONCERNED);
    const before = '(journal.at, journal.item_id, journal.seq) < (?, ?, ?)';
    return after(query, part, before);
  }

  /** For whom open items wait who are in no group. One statement. */
  async peopleWithoutGroup(): Promise<string[]> {
    const groups = this.knex('organization_members')
      .whereRaw('user_ref = tasks.person')
      .select('user_ref');
    const rows: { person: string }[] = await this.knex('tasks')
      .join('items', join =>
        join
          .on('items.id', 'tasks.item_id')
          .andOn('items.entry', 'tasks.entry'),
      )
      .where('items.is_open', true)
      .whereNotExists(groups)
      .distinct('tasks.person');
    return rows.map(({ person }) => person);
  }

  /** Those of these people who are in no group. One statement. */
  async withoutGroup(people: string[]): Promise<string[]> {
    const found: string[] = await this.knex('organization_members')
      .whereIn('user_ref', people)
      .distinct('user_ref')
      .pluck('user_ref');
    return people.filter(person => !found.includes(person));
  }

  /** Some of those who are in groups. One statement. */
  async somePeople(limit: number): Promise<string[]> {
    return this.knex('organization_members')
      .distinct('user_ref')
      .orderBy('user_ref')
      .limit(limit)
      .pluck('user_ref');
  }

  /** Where open items stand that wait for nobody but those who have left. */
  statesWithoutPeople(left: string[]): Promise<StateOfVersion[]> {
    return this.withoutPeople(left).distinct(
      'items.workflow',
      'items.version',
      'items.state',
    );
  }

  /** How many open items in such states wait for nobody. One statement. */
  countStuck(where: Stuck): Promise<number> {
    return total(this.stuckIn(where));
  }

  /** Open items in such states that wait for nobody. One statement. */
  stuck(where: Stuck, part: Part): Promise<StuckRow[]> {
    const query = this.stuckIn(where)
      .orderBy(['items.updated_at', 'items.id'])
      .limit(part.limit)
      .select('items.id', 'items.data', { since: 'items.updated_at' })
      .select({ waitsFor: this.tasksOfItem().count('*') })
      .select(CONCERNED);
    return after(query, part, '(items.updated_at, items.id) > (?, ?)');
  }

  /**
   * Open items in such states that wait for nobody and of which nobody has been
   * told in this state. One statement.
   */
  untold(where: Stuck, limit: number): Promise<UntoldRow[]> {
    const told = this.knex('outbox')
      .whereRaw(`dedupe_key = ${NOTICE}`)
      .select('outbox.id');
    return this.stuckIn(where)
      .whereNotExists(told)
      .orderBy('items.id')
      .limit(limit)
      .select('items.id', 'items.entry', 'items.data')
      .select(CONCERNED);
  }

  /** Puts notices into the outbox; one that is there already stays. */
  async tell(rows: OutboxRow[]): Promise<void> {
    await writeTogether(this.knex, new UnitStore(this.knex).outbox(rows));
  }

  private stuckIn({ states, left }: Stuck) {
    return this.withoutPeople(left).whereIn(
      ['items.workflow', 'items.version', 'items.state'],
      states.map(({ workflow, version, state }) => [workflow, version, state]),
    );
  }

  private withoutPeople(left: string[]) {
    const somebody = this.tasksOfItem()
      .whereNotIn('tasks.person', left)
      .select('tasks.person');
    return this.knex('items')
      .where('items.is_open', true)
      .whereNotExists(somebody);
  }

  private tasksOfItem() {
    return this.knex('tasks')
      .whereRaw('tasks.item_id = items.id')
      .whereRaw('tasks.entry = items.entry');
  }
}

async function total(query: Knex.QueryBuilder): Promise<number> {
  const row = await query.count({ total: '*' }).first();
  return Number(row?.total ?? 0);
}

function after<TRow>(
  query: Knex.QueryBuilder,
  { after: values }: Part,
  condition: string,
): Promise<TRow[]> {
  return (values
    ? query.andWhereRaw(condition, values)
    : query) as unknown as Promise<TRow[]>;
}
