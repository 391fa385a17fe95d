import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { JournalRow, OutboxEffect } from '../../workflow';
import { PersonStore } from '../../workflow/PersonStore';
import { ItemNarrowing } from '../CaseStore';
import { ChainItem, ItemView } from '../workItems';

/** The author of cases in tests. */
export const AUTHOR = 'user:default/chen.zhiyuan';

/** The reviewer of cases in tests. */
export const REVIEWER = 'user:default/ma.jun';

const AT = '2025-12-30T02:00:00.000Z';

const STATES = {
  draft: { open: true, assignees: [AUTHOR] },
  inReview: { open: true, assignees: [REVIEWER] },
  published: { open: false, assignees: [] },
};

/** The state of a case's item in tests. */
export type TestState = keyof typeof STATES;

/** Writes what a command's journal rows mean for the library. */
export type Follower = (
  trx: Knex.Transaction,
  rows: JournalRow[],
) => Promise<void>;

const ITEM = {
  workflow: 'case-review',
  version: 1,
  kind: 'Case',
  title: 'x',
  state: 'draft',
  is_open: true,
  data: '{}',
  engine: '{}',
  entry: 1,
  rev: 1,
  seq: 1,
  head: '',
  created_at: AT,
  updated_at: AT,
};

const ROW = {
  workflow: 'case-review',
  kind: 'Case',
  title: 'x',
  seq: 1,
  rev: 1,
  at: AT,
  actor: AUTHOR,
};

/**
 * The items behind cases: rows that tests bring from state to state, with the
 * journal rows that a command would write.
 */
export class TestItems {
  readonly people: PersonStore;
  /** What the next callers may see. */
  narrow: ItemNarrowing = () => undefined;
  /** What led to a case. */
  chain: ChainItem[] = [];
  /** The permissions that were asked for. */
  readonly asked: string[] = [];
  /** Runs once, after the state of an item was read. */
  afterView?: () => Promise<void>;
  /** Why the next item is refused. */
  refusal?: Error;
  private readonly states = new Map<string, TestState>();
  private follower?: Follower;

  constructor(private readonly knex: Knex) {
    this.people = new PersonStore(knex);
  }

  follow(follower: Follower): void {
    this.follower = follower;
  }

  async narrowing(permission: { name: string }): Promise<ItemNarrowing> {
    this.asked.push(permission.name);
    return this.narrow;
  }

  async view(keys: string[]): Promise<Map<string, ItemView>> {
    const views = new Map(keys.map(key => [key, this.viewOf(key)]));
    const { afterView } = this;
    this.afterView = undefined;
    await afterView?.();
    return views;
  }

  async chainOf(): Promise<ChainItem[]> {
    return this.chain;
  }

  async create(data: object, caller: BackstageCredentials) {
    if (this.refusal) {
      throw this.refusal;
    }
    const { userEntityRef } = caller.principal as { userEntityRef: string };
    const key = `KC-${String(this.states.size + 1).padStart(3, '0')}`;
    await this.begin(key, data, { actor: userEntityRef });
    return { key };
  }

  /** Makes the item of a case, as a command would. */
  async begin(
    key: string,
    data: object,
    facts: Partial<JournalRow> = {},
  ): Promise<void> {
    this.states.set(key, 'draft');
    const creator = await this.people.id(facts.actor ?? AUTHOR);
    await this.knex.transaction(async trx => {
      const [{ id }] = await trx('items')
        .insert({ ...ITEM, key, created_by: creator })
        .returning('id');
      const payload = { data };
      const row = { ...ROW, itemId: id, key, type: 'created', payload };
      await this.follower?.(trx, [{ ...row, ...facts }]);
    });
  }

  /** Brings an item into a state, with journal rows. */
  async move(
    key: string,
    state: TestState,
    rows: Pick<JournalRow, 'type' | 'payload'>[] = [],
  ): Promise<void> {
    await this.knex.transaction(async trx => {
      const [{ id }] = await trx('items')
        .where({ key })
        .update({ state })
        .returning('id');
      const facts = { ...ROW, itemId: id, key };
      await this.follower?.(
        trx,
        rows.map(row => ({ ...facts, ...row })),
      );
    });
    this.states.set(key, state);
  }

  private viewOf(key: string): ItemView {
    const state = this.states.get(key) ?? 'draft';
    const label = { en: state, zh: state };
    return {
      state: { id: state, label, phase: null, type: 'task' },
      createdBy: AUTHOR,
      ...STATES[state],
    };
  }
}

/** The effect of publishing a case, as the outbox hands it over. */
export function publishing(
  key: string,
  at = '2025-12-30T20:30:00.000Z',
): OutboxEffect {
  return {
    dedupeKey: `${key}:publish`,
    attempts: 1,
    recorded: false,
    use: 'publishCase',
    with: {},
    item: { id: 1, key, title: 'x', workflow: 'case-review' },
    actor: REVIEWER,
    at,
  };
}
