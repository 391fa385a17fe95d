import { JournalPage } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { DatabaseId, DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { startBridgeForTest } from '../testing/startBridgeForTest';
import {
  canonicalJson,
  chain,
  ChainedRow,
  payloadHash,
  saltPayload,
} from './journalChain';

jest.setTimeout(60_000);

const ITEMS = '/api/bridge/items';

/** Who owns the database can do what nobody else can. */
async function withoutTriggers(
  knex: Knex,
  work: (trx: Knex.Transaction) => Promise<unknown>,
): Promise<void> {
  await knex.transaction(async trx => {
    if (trx.client.config.client === 'pg') {
      await trx.raw('SET LOCAL session_replication_role = replica');
    } else {
      const triggers = await trx('sqlite_master')
        .where({ type: 'trigger' })
        .where('tbl_name', 'like', 'journal%')
        .select('name');
      for (const { name } of triggers) {
        await trx.raw('DROP TRIGGER ??', [name]);
      }
      await trx.raw('PRAGMA defer_foreign_keys = ON');
    }
    await work(trx);
  });
}

async function start(id: DatabaseId) {
  const knex = await emptyDatabase(id);
  return { knex, bridge: await startBridgeForTest({ knex }) };
}

type Started = Awaited<ReturnType<typeof start>>;

/** An item with six lines in its journal. */
async function itemWithHistory({ bridge, knex }: Started) {
  const made = await bridge.send('post', ITEMS, {
    workflow: 'feedback',
    data: { title: '报工', system: 'system:default/mes', impact: 'slow' },
  });
  const { key } = made.body;
  for (const text of ['一', '二', '三']) {
    await bridge.send('post', `${ITEMS}/${key}/comments`, { text });
  }
  const journal = async (): Promise<JournalPage> =>
    (await bridge.get(`${ITEMS}/${key}/journal`)).body;
  const { total } = await journal();
  const row = await knex('items').where({ key }).first();
  return { journal, last: Number(total), item: row.id };
}

function toChained(row: Record<string, number & string>): ChainedRow {
  return {
    itemId: row.item_id,
    seq: row.seq,
    rev: row.rev,
    type: row.type,
    personId: row.person_id,
    at: row.at,
    payloadHash: row.payload_hash,
    previous: row.previous,
    hash: row.hash,
  };
}

function toColumns({
  itemId,
  personId,
  payloadHash: hashed,
  ...row
}: ChainedRow) {
  return {
    ...row,
    item_id: itemId,
    person_id: personId,
    payload_hash: hashed,
  };
}

type Tampering = (
  trx: Knex.Transaction,
  lines: { item: number; last: number; at: (seq: number) => object },
) => Promise<unknown>;

/** What somebody may do to the tables behind our back, and where it shows. */
const TAMPERINGS: [string, number | 'last' | 'behind', Tampering][] = [
  [
    'a changed payload',
    2,
    (trx, { at }) =>
      trx('journal_payload').where(at(2)).update({ payload: '{"text":"五"}' }),
  ],
  [
    'a changed payload without its salt',
    3,
    (trx, { at }) =>
      trx('journal_payload')
        .where(at(3))
        .update({ payload: '{"text":"五"}', salt: null }),
  ],
  [
    'a payload that was changed with its hash',
    3,
    async (trx, { at }) => {
      const salted = saltPayload({ text: '五' });
      await trx('journal_payload').where(at(3)).update(salted);
      await trx('journal')
        .where(at(3))
        .update({ payload_hash: payloadHash(salted) });
    },
  ],
  [
    'another person',
    2,
    async (trx, { at }) => {
      const [other] = await trx('person')
        .insert({ entity_ref: 'user:default/another', name: '' })
        .returning('id');
      await trx('journal').where(at(2)).update({ person_id: other.id });
    },
  ],
  [
    'another time, with a hash that fits',
    3,
    async (trx, { at }) => {
      const row = toChained(await trx('journal').where(at(2)).first());
      const kept = await trx('journal_payload').where(at(2)).first();
      const facts = { ...row, at: '2020-01-01T00:00:00.000Z' };
      const { salt, payload } = kept;
      const forged = chain(facts, { salt, payload }, row.previous);
      await trx('journal').where(at(2)).update(toColumns(forged));
    },
  ],
  [
    'a line taken out',
    2,
    async (trx, { at }) => {
      await trx('journal_payload').where(at(2)).delete();
      await trx('journal').where(at(2)).delete();
    },
  ],
  [
    'the last line taken out',
    'last',
    async (trx, { at, last }) => {
      await trx('journal_payload').where(at(last)).delete();
      await trx('journal').where(at(last)).delete();
    },
  ],
  [
    'all lines taken out',
    1,
    async (trx, { item }) => {
      await trx('journal_payload').where({ item_id: item }).delete();
      await trx('journal').where({ item_id: item }).delete();
    },
  ],
  [
    'a line added behind the last, with a hash that fits',
    'behind',
    async (trx, { at, last }) => {
      const row = toChained(await trx('journal').where(at(last)).first());
      const salted = saltPayload({ text: '六' });
      const facts = { ...row, seq: last + 1, rev: row.rev + 1 };
      const forged = chain(facts, salted, row.hash);
      await trx('journal').insert(toColumns(forged));
    },
  ],
  [
    'a line put in between',
    2,
    async (trx, { at, item, last }) => {
      for (let seq = last; seq > 1; seq -= 1) {
        await trx('journal')
          .where(at(seq))
          .update({ seq: seq + 1 });
      }
      const row = toChained(await trx('journal').where(at(1)).first());
      const forged = chain({ ...row, seq: 2 }, saltPayload({}), row.hash);
      await trx('journal').insert(toColumns(forged));
      await trx('items').where({ id: item }).increment('seq');
    },
  ],
  [
    'two lines in the place of each other',
    2,
    async (trx, { at }) => {
      await trx('journal').where(at(2)).update({ seq: 1000 });
      await trx('journal').where(at(3)).update({ seq: 2 });
      await trx('journal').where(at(1000)).update({ seq: 3 });
    },
  ],
];

describe.each(DATABASE_IDS)('the journal on %s', id => {
  it('is whole, also when what it said was erased', async () => {
    const started = await start(id);
    const { knex } = started;
    const { journal, item, last } = await itemWithHistory(started);
    const before = await journal();
    expect(before).toMatchObject({ intact: true, brokenAt: null });
    expect(before.items.at(-1)?.payload).toEqual({ text: '三' });
    await knex('journal_payload')
      .where({ item_id: item, seq: last })
      .update({ payload: null, salt: null });
    const after = await journal();
    expect(after).toMatchObject({ intact: true, brokenAt: null });
    expect(after.items).toEqual([
      ...before.items.slice(0, -1),
      { ...before.items.at(-1), payload: null },
    ]);
    await knex('journal_payload').update({ payload: null, salt: null });
    expect(await journal()).toMatchObject({ intact: true, brokenAt: null });
  });

  // Each has an item of its own, on one plugin.
  let attacked: Promise<Started> | undefined;

  it.each(TAMPERINGS)('tells of %s', async (_, where, tamper) => {
    attacked ??= start(id);
    const { knex } = await attacked;
    const { journal, item, last } = await itemWithHistory(await attacked);
    expect(last).toBeGreaterThan(4);
    const at = (seq: number) => ({ item_id: item, seq });
    await withoutTriggers(knex, trx => tamper(trx, { item, last, at }));
    const brokenAt =
      { last, behind: last + 1 }[where as 'last' | 'behind'] ?? where;
    expect(await journal()).toMatchObject({ intact: false, brokenAt });
  });

  it('refuses to be changed, deleted or emptied; what it said may only go', async () => {
    const started = await start(id);
    const { knex } = started;
    const { journal, item } = await itemWithHistory(started);
    const before = await journal();
    const refusal = /append-only/;
    await knex('ballots').insert({
      ...{ item_id: item, board: 'board', round: 1, voter_id: 1, number: 1 },
      ...{ choice: 'reject', at: new Date().toISOString() },
    });
    const line = { item_id: item, seq: 2 };
    const empty = (table: string) =>
      id === 'SQLITE_3' ? knex(table).delete() : knex(table).truncate();
    const other = canonicalJson({ text: '四' });
    for (const attempt of [
      () => knex('journal').where(line).update({ type: 'comment' }),
      () => knex('journal').where(line).delete(),
      () => knex('journal_payload').where(line).update({ payload: other }),
      () => knex('journal_payload').where(line).update({ payload: null }),
      () => knex('journal_payload').where(line).update({ salt: null }),
      () => knex('journal_payload').where(line).update({ seq: 77 }),
      () => knex('journal_payload').where(line).delete(),
      () => empty('journal_payload'),
      () => knex('ballots').update({ choice: 'approve' }),
      () => empty('ballots'),
    ]) {
      await expect(attempt()).rejects.toThrow(refusal);
    }
    expect(await journal()).toEqual(before);
  });
});
