import { JournalPage } from '@techbridge/plugin-bridge-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { DatabaseId, DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { startBridgeForTest } from '../testing/startBridgeForTest';
import { canonicalJson, firstBroken } from './journalChain';
import { JournalStore } from './JournalStore';
import { Chosen, Places, TAMPERINGS, Victim } from './testing/tamperings';

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

/** Does something to the tables, looks, and undoes it. */
async function undone<T>(
  knex: Knex,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  const looked: T[] = [];
  const undo = new Error('undo');
  await withoutTriggers(knex, async trx => {
    looked.push(await work(trx));
    throw undo;
  }).catch(error => {
    if (error !== undo) {
      throw error;
    }
  });
  return looked[0];
}

/** The first line of each item that does not fit, where there is one. */
async function brokenIn(trx: Knex, victims: Victim[]): Promise<Places> {
  const places: Places = [];
  for (const { item } of victims) {
    const seq = firstBroken(await new JournalStore(trx).chain(item));
    places.push(...(seq === undefined ? [] : ([[item, seq]] as Places)));
  }
  return places;
}

const PLACE = fc.nat(999);
const CHANCE = fc.record({
  ...{ item: PLACE, other: PLACE, at: PLACE, second: PLACE, otherAt: PLACE },
  number: fc.integer({ min: 1, max: 999 }),
  digits: fc.stringMatching(/^[0-9a-f]{64}$/),
});

type Chance = typeof CHANCE extends fc.Arbitrary<infer T> ? T : never;

function choose(victims: Victim[], chance: Chance): Chosen {
  const another = (place: number, from: number, of: number) =>
    (from + 1 + (place % (of - 1))) % of;
  const place = chance.item % victims.length;
  const victim = victims[place];
  const other = victims[another(chance.other, place, victims.length)];
  const at = chance.at % victim.last;
  const pair = [at, another(chance.second, at, victim.last)];
  const [first, second] = pair.sort((a, b) => a - b);
  return {
    ...{ ...victim, at: at + 1, pair: [first + 1, second + 1] },
    other: { ...other, at: 1 + (chance.otherAt % other.last) },
    ...{ number: chance.number, digits: chance.digits },
  };
}

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

  it.each([
    'another payload',
    'a line with a hash that fits',
    'the end cut off',
    'the same, and the item counts it',
  ])('tells of %s', async name => {
    attacked ??= start(id);
    const { knex } = await attacked;
    const { journal, item, last } = await itemWithHistory(await attacked);
    expect(last).toBeGreaterThan(4);
    const chance = { number: 1, digits: 'f'.repeat(64) };
    const other = { item, last, at: 2 };
    const chosen: Chosen = { ...other, ...chance, pair: [2, 3], other };
    const places: Places[] = [];
    await withoutTriggers(knex, async trx =>
      places.push(await TAMPERINGS[name](trx, chosen)),
    );
    const [[[, brokenAt]]] = places;
    expect(await journal()).toMatchObject({ intact: false, brokenAt });
  });

  // Who may write everything can also write an item and its journal anew from
  // the changed line to the end, with the last hash in the item: then both say
  // the same. That shows only beside a copy that was kept elsewhere.
  it('tells of every change that chance makes to it, and where; and of no other', async () => {
    const started = await start(id);
    const { knex } = started;
    const victims: Victim[] = [];
    for (let made = 0; made < 4; made += 1) {
      victims.push(await itemWithHistory(started));
    }
    // SQLite drops them for good, which would take most of the time.
    await withoutTriggers(knex, async () => undefined);
    const tried = new Set<string>();
    const property = fc.asyncProperty(
      fc.constantFrom(...Object.keys(TAMPERINGS)),
      CHANCE,
      async (name, chance) => {
        const chosen = choose(victims, chance);
        const { expected, found } = await undone(knex, async trx => ({
          expected: await TAMPERINGS[name](trx, chosen),
          found: await brokenIn(trx, victims),
        }));
        expect(new Map(found)).toEqual(new Map(expected));
        tried.add(name);
      },
    );
    await fc.assert(property, { numRuns: 1_000, seed: 20251231 });
    expect(tried.size).toBe(Object.keys(TAMPERINGS).length);
    expect(await brokenIn(knex, victims)).toEqual([]);
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
