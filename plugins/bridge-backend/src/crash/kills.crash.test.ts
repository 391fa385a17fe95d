import { Item } from '@techbridge/plugin-bridge-common';
import { setTimeout } from 'timers/promises';
import { DATABASE_IDS } from '../testing/databases';
import { PATIENCE, rounds } from '../testing/rounds';
import { expectSoundLedger } from '../workflow/testing/expectSoundLedger';
import { BackendProcess } from './testing/BackendProcess';
import { buildBackend, BuiltBackend } from './testing/buildBackend';
import { Chance } from './testing/Chance';
import { contradictions, NO_CONTRADICTIONS } from './testing/contradictions';
import { CRASH_SEED as SEED } from './testing/crashSeed';
import { creationBy } from './testing/drillCommands';
import { anomalies, History } from './testing/History';
import { WRITERS } from './testing/people';
import { settle, until } from './testing/settle';
import { Plant, startPlant } from './testing/startPlant';
import { SentCommand, Storm } from './testing/Storm';

jest.setTimeout(PATIENCE);

const SERVES_WITHIN_MS = 5_000;
const A_LEASE_MS = 60_000;

let backend: BuiltBackend;

beforeAll(async () => {
  backend = await buildBackend();
});
afterAll(() => backend?.remove());

it('a history that no order explains is noticed', () => {
  const final = ['a', 'b', 'c'];
  const sound = { looks: [], added: ['a', 'c'], final };
  const seen = (...texts: string[]) => [{ seen: texts, known: ['a'] }];
  expect(anomalies({ ...sound, looks: seen('a', 'b') })).toEqual([]);
  expect(anomalies({ ...sound, final: ['a', 'b'] })).toEqual(['lost c']);
  expect(anomalies({ ...sound, final: [...final, 'c'] })).toEqual(['twice c']);
  expect(anomalies({ ...sound, looks: seen('a', 'c') })).toEqual([
    'order a,c of a,b,c',
  ]);
  expect(anomalies({ ...sound, looks: seen() })).toEqual(['stale a']);
  expect(anomalies({ ...sound, looks: seen('a', 'd') })).toEqual([
    'dirty d',
    'order a,d of a,b,c',
  ]);
});

describe.each(DATABASE_IDS)(`TECHBRIDGE_CRASH_SEED=${SEED} on %s:`, id => {
  const isAlone = id === 'SQLITE_3';
  const chance = new Chance(SEED);
  let plant: Plant;
  let storm: Storm;

  beforeAll(async () => {
    plant = await startPlant(id, chance, backend.program);
  });
  // Nobody stays signed in for as long as the long tests take.
  beforeEach(() => plant.signIn());
  afterAll(() => plant?.stop());

  /** Somebody makes an item, which must succeed. */
  async function create({ address }: BackendProcess): Promise<Item> {
    const message = creationBy('w0', 'probe');
    const { status, text } = await plant.callers.call(address, 'w0', message);
    expect([status, text]).toEqual([201, expect.any(String)]);
    return JSON.parse(text);
  }

  async function eventsOf(item: string): Promise<string[]> {
    const payloads = await plant
      .knex('journal')
      .join('items', 'items.id', 'journal.item_id')
      .join('journal_payload', join =>
        join
          .on('journal_payload.item_id', 'journal.item_id')
          .andOn('journal_payload.seq', 'journal.seq'),
      )
      .where({ key: item, type: 'event' })
      .pluck('payload');
    return payloads.map(text => JSON.parse(text).name);
  }

  it('writers and readers everywhere see one history', async () => {
    const history = new History(plant, chance);
    const operations = rounds(50_000, isAlone ? 150 : 300);
    expect(await history.run(operations)).toEqual([]);
  });

  // SQLite has one process, and nobody takes over from it.
  if (!isAlone) {
    it('whoever stands still while its lease ends does nothing twice', async () => {
      for (let round = 0; round < rounds(20, 1); round += 1) {
        const late = round % 2 === 0 ? 503 : 204;
        expect(await holdOne(late)).toEqual({
          status: 'done',
          tries: 2,
          taken: 1,
          events: ['answered'],
        });
      }
    });
  }

  /** Holds one while it tells of an effect; what it hears at last is no news. */
  async function holdOne(lateAnswer: number) {
    const { replicas, receiver, knex } = plant;
    const [sleeper] = replicas;
    const item = await create(sleeper);
    const { key } = item;
    const held = receiver.holdNext(key, 'ask');
    await ask(sleeper, item);
    const { name, answer } = await held;
    const status = async () =>
      (await knex('outbox').where({ dedupe_key: name }).first()).status;
    sleeper.hold();
    try {
      await plant.passTime(2 * A_LEASE_MS);
      await until(async () => (await status()) === 'done');
    } finally {
      answer(lateAnswer);
      sleeper.letGo();
    }
    // By the time it has done something else it has also heard that.
    await create(sleeper);
    await setTimeout(1_000);
    const { tries, taken } = receiver.effects.get(name) ?? {};
    const events = await eventsOf(key);
    return { status: await status(), tries, taken, events };
  }

  /** The bell may ring before the question is asked. */
  async function ask(
    { address }: BackendProcess,
    { key, rev }: Item,
  ): Promise<void> {
    const path = `/items/${key}/actions/ask`;
    const message = { path, body: { rev } };
    const { status, text } = await plant.callers.call(address, 'w0', message);
    if (status === 409) {
      await ask(plant.replicas[0], JSON.parse(text).error.current);
    }
  }

  it('what was answered is not lost, and nothing is done twice, whenever one is killed', async () => {
    storm = new Storm(plant, chance);
    storm.begin();
    const trouble = plant.receiver.makeTrouble(rounds(20, 1));
    try {
      for (let kill = 0; kill < rounds(50, isAlone ? 1 : 3); kill += 1) {
        const before = storm.answered('done').length;
        await setTimeout(500 + chance.below(1_500));
        await until(async () => storm.answered('done').length >= before + 40);
        await killOne();
      }
    } finally {
      await trouble.end();
      await storm.end();
    }
    await storm.resolve();
    await settle(plant);
    expect(storm.faults).toEqual([]);
    const { knex, receiver } = plant;
    expect(await contradictions(knex, receiver, storm.sent)).toEqual(
      NO_CONTRADICTIONS,
    );
    await expectSoundLedger(plant.callers, knex);
  });

  function doneBy({ address }: BackendProcess): number {
    return storm.answered('done').filter(({ by }) => by === address).length;
  }

  /** Kills one of them, now and then once more while it comes up. */
  async function killOne(): Promise<void> {
    const [first] = plant.replicas;
    const victim = chance.oneOf(plant.replicas) ?? first;
    const peer = plant.replicas.find(one => one !== victim);
    await victim.kill();
    const coming = victim.start();
    if (peer) {
      const since = Date.now();
      const before = doneBy(peer);
      await until(async () => doneBy(peer) > before);
      expect(Date.now() - since).toBeLessThan(SERVES_WITHIN_MS);
    }
    if (chance.percent(20)) {
      await setTimeout(chance.below(3_000));
      await victim.kill();
      await coming;
      await victim.start();
    }
    await coming;
  }

  /** Lets somebody send all of it again, to whichever replica. */
  async function expectSameAnswers(name: string, sent: SentCommand[]) {
    const own = sent.filter(({ writer }) => writer === name);
    for (const { path, body, key, answer } of own) {
      const { address } = chance.oneOf(plant.replicas) ?? plant.replicas[0];
      const again = await plant.callers.call(address, name, {
        ...{ path, body, key },
      });
      expect(again).toEqual(answer);
    }
  }

  it('a key outlives them: each command is answered as before, byte for byte', async () => {
    const done = storm.answered('done').slice(-rounds(5_000, 100));
    await Promise.all(WRITERS.map(name => expectSameAnswers(name, done)));
    const [{ writer, key }] = done;
    const [{ address }] = plant.replicas;
    const { status } = await plant.callers.call(address, writer, {
      ...{ key, ...creationBy(writer, 'something else') },
    });
    expect(status).toBe(422);
    const { knex, receiver } = plant;
    expect(await contradictions(knex, receiver, storm.sent)).toEqual(
      NO_CONTRADICTIONS,
    );
  });
});
