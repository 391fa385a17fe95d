import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { BridgeError } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { JournalRow, OutboxEffect } from '../../workflow';
import { PersonStore } from '../../workflow/PersonStore';
import { ItemNarrowing } from '../CaseStore';
import { CaseData, ChainItem, ItemView } from '../workItems';

/** The author of cases in tests. */
export const AUTHOR = 'user:default/chen.zhiyuan';

/** The reviewer of cases in tests. */
export const REVIEWER = 'user:default/ma.jun';

const AT = '2025-12-30T02:00:00.000Z';

const STATES = {
  draft: { open: true, assignees: [AUTHOR] },
  inReview: { open: true, assignees: [REVIEWER] },
  published: { open: false, assignees: [] },
  discarded: { open: false, assignees: [] },
};

/** The state of a case's item in tests. */
export type TestState = keyof typeof STATES;

/** Writes what a command's journal rows mean for the library. */
export type Follower = (
  trx: Knex.Transaction,
  rows: JournalRow[],
) => Promise<void>;

/** What tests say of a journal row. */
export type TestRow = Pick<JournalRow, 'type' | 'payload'> &
  Partial<JournalRow>;

const ITEM = {
  workflow: 'case-review',
  version: 1,
  kind: 'Case',
  title: 'x',
  state: 'draft',
  is_open: true,
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
  /** Runs once, before the text of a case is changed. */
  beforeEdit?: () => Promise<void>;
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
    return new Map(keys.map(key => [key, this.viewOf(key)]));
  }

  async chainOf(): Promise<ChainItem[]> {
    return this.chain;
  }

  async create(data: object, caller: BackstageCredentials) {
    if (this.refusal) {
      throw this.refusal;
    }
    const key = `KC-${String(this.states.size + 1).padStart(3, '0')}`;
    await this.begin(key, data, { actor: userOf(caller) });
    return { key };
  }

  async edit(
    key: string,
    rev: number,
    data: CaseData,
    caller: BackstageCredentials,
  ): Promise<void> {
    const { beforeEdit } = this;
    this.beforeEdit = undefined;
    await beforeEdit?.();
    const query = this.knex('items').where({ key });
    (await this.narrowing({ name: 'bridge.item.act' }))(query);
    const item = await query.first('rev');
    const actor = userOf(caller);
    this.refuse({ key, found: item?.rev, rev, actor });
    const row = { type: 'action', payload: { action: 'edit', data }, actor };
    await this.knex.transaction(trx => this.write(trx, { key, rev }, [row]));
  }

  /** Makes the item of a case, as a command would. */
  async begin(
    key: string,
    data: object,
    facts: Partial<JournalRow> = {},
  ): Promise<void> {
    this.states.set(key, 'draft');
    const creator = await this.people.id(facts.actor ?? AUTHOR);
    const { rev } = ITEM;
    await this.knex.transaction(async trx => {
      await trx('items').insert({
        ...ITEM,
        ...{ key, data: '{}', created_by: creator },
      });
      const row = { ...facts, type: 'created', payload: { data } };
      await this.write(trx, { key, rev }, [row]);
    });
  }

  /** Brings an item into a state, with journal rows. */
  async move(
    key: string,
    state: TestState,
    rows: TestRow[] = [],
  ): Promise<void> {
    const is_open = STATES[state].open;
    await this.knex.transaction(async trx => {
      const [{ rev }] = await trx('items')
        .where({ key })
        .update({ state, is_open })
        .returning('rev');
      await this.write(trx, { key, rev }, rows);
    });
    this.states.set(key, state);
  }

  private refuse(asked: {
    key: string;
    /** The number of the item, when there is one that one may see. */
    found?: number;
    rev: number;
    actor: string;
  }): void {
    const { key, found, rev, actor } = asked;
    const { state, assignees } = this.viewOf(key);
    const params = { whyEn: 'why', whyZh: '为什么' };
    if (found === undefined) {
      throw new BridgeError('item-not-found', { params: { key } });
    }
    if (found !== rev) {
      throw new BridgeError('item-changed', { params: { key } });
    }
    if (state.id !== 'draft') {
      throw new BridgeError('action-refused', { params });
    }
    if (!assignees.includes(actor)) {
      throw new BridgeError('action-forbidden', { params });
    }
  }

  private async write(
    trx: Knex.Transaction,
    item: { key: string; rev: number },
    rows: TestRow[],
  ): Promise<void> {
    const before = await trx('items').where(item).first('id', 'data');
    const data = Object.assign(
      JSON.parse(before?.data ?? '{}'),
      ...rows.map(({ payload }) => payload.data),
    );
    const changed = await trx('items')
      .where(item)
      .update({ data: JSON.stringify(data), rev: item.rev + 1 });
    if (changed !== 1) {
      throw new BridgeError('item-changed', { params: { key: item.key } });
    }
    const facts = { ...ROW, itemId: before.id, key: item.key };
    await this.follower?.(
      trx,
      rows.map(row => ({ ...facts, ...row })),
    );
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

function userOf({ principal }: BackstageCredentials): string {
  return (principal as { userEntityRef: string }).userEntityRef;
}

/** The effect of publishing a case, as the outbox hands it over. */
export function publishing(
  key: string,
  at = '2025-12-30T20:30:00.000Z',
): OutboxEffect {
  return {
    id: 1,
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
