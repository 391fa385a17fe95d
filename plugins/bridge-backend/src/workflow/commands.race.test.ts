import { Item } from '@techbridge/plugin-bridge-common';
import { DATABASE_IDS } from '../testing/databases';
import { PATIENCE, rounds } from '../testing/rounds';
import { assemblyConfig, assemblyEntities } from './testing/assembly';
import { expectSoundLedger } from './testing/expectSoundLedger';
import { Replicas, startReplicas, stopReplicas } from './testing/startReplicas';
import { TestPeople, user } from './testing/TestPeople';

jest.setTimeout(PATIENCE);
afterAll(stopReplicas);

const CLERKS = ['he.jing', 'zheng.bo'];
const start = {
  workflow: 'referendum',
  data: { title: '公决', clerks: CLERKS.map(user) },
};

describe.each(DATABASE_IDS)('commands at once on %s', id => {
  let replicas: Replicas;
  let people: TestPeople;
  const newItem = () => people.create('lin.xiaolan', start);

  beforeAll(async () => {
    const options = { entities: assemblyEntities, config: assemblyConfig };
    replicas = await startReplicas(id, options);
    people = new TestPeople(replicas.addresses);
  });

  it('of two who act on the same state one wins, the other sees what won, in every round', async () => {
    for (let round = 0; round < rounds(500); round += 1) {
      const { key, rev } = await newItem();
      const stamps = CLERKS.map(name => `stamp of ${name}`);
      const answers = await Promise.all(
        CLERKS.map((name, place) =>
          people.post(name, `/items/${key}/actions/stamp`, {
            rev,
            data: { stamp: stamps[place] },
          }),
        ),
      );
      const winner = answers.findIndex(({ status }) => status === 200);
      const loser = answers[1 - winner];
      expect(answers[winner].body).toMatchObject({
        rev: rev + 1,
        data: { stamp: stamps[winner] },
      });
      expect(loser.status).toBe(409);
      expect(loser.body.error.code).toBe('item-changed');
      // What one reads after losing is what won, as the loser may see it.
      const current: Item = await people.item(key, CLERKS[1 - winner]);
      expect(loser.body.error.current).toEqual(current);
      expect(current.data.stamp).toBe(stamps[winner]);
    }
    await expectSoundLedger(people, replicas.knex);
  });

  it('comments do not stand in the way of each other', async () => {
    const { key } = await newItem();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, place) =>
        people.post(CLERKS[place % 2], `/items/${key}/comments`, {
          text: `comment ${place}`,
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const { body } = await people.get(
      CLERKS[0],
      `/items/${key}/journal?limit=50`,
    );
    const texts = body.items.flatMap(
      (line: { payload: { text?: string } }) => line.payload.text ?? [],
    );
    expect(new Set(texts).size).toBe(20);
    await expectSoundLedger(people, replicas.knex);
  });

  it('items that are linked crosswise at once both get their links', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [one, other] = [await newItem(), await newItem()];
      const pairs = [
        [one.key, other.key],
        [other.key, one.key],
      ];
      const answers = await Promise.all(
        pairs.map(([from, key]) =>
          people.post(CLERKS[0], `/items/${from}/links`, {
            type: 'relatesTo',
            key,
          }),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      const { links }: Item = await people.item(one.key, CLERKS[0]);
      expect(links.map(({ inward }) => inward).sort()).toEqual([false, true]);
    }
    await expectSoundLedger(people, replicas.knex);
  });

  it('a command sent ten times under one key has one effect and one answer', async () => {
    const rows = (table: string) =>
      replicas.knex(table).count({ n: '*' }).first();
    const countItems = async () => Number((await rows('items'))?.n);
    const before = await countItems();
    // Four keys a round; a thousand are promised.
    const times = rounds(1_000) / 4;
    for (let round = 0; round < times; round += 1) {
      const made = await tenTimes('/items', start, `make-${round}`);
      expect(made.status).toBe(201);
      const { key, rev }: Item = JSON.parse(made.text);
      const path = `/items/${key}`;
      const stamp = { rev, data: { stamp: `${round}` } };
      const acted = await tenTimes(
        `${path}/actions/stamp`,
        stamp,
        `act-${round}`,
      );
      expect(JSON.parse(acted.text)).toMatchObject({ rev: rev + 1 });
      const comment = { text: `once ${round}` };
      const said = await tenTimes(`${path}/comments`, comment, `say-${round}`);
      expect(JSON.parse(said.text)).toMatchObject({ rev: rev + 2 });
      const other = { type: 'relatesTo', key: 'REF-0001' };
      const linked = await tenTimes(`${path}/links`, other, `link-${round}`);
      expect(JSON.parse(linked.text)).toMatchObject({ rev: rev + 3 });
    }
    expect(await countItems()).toBe(before + times);
    expect(await replicas.knex('commands')).toHaveLength(4 * times);
    await expectSoundLedger(people, replicas.knex);
  });

  /** Sends a command ten times at once, to all replicas. */
  async function tenTimes(path: string, body: object, key: string) {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        people.post(CLERKS[0], path, body, { key }),
      ),
    );
    const told = new Set(answers.map(({ status, text }) => status + text));
    expect([...told]).toHaveLength(1);
    return answers[0];
  }

  it('a vote under one key is one ballot', async () => {
    const { key } = await people.create('lin.xiaolan', {
      ...start,
      data: { ...start.data, voters: CLERKS.concat('luo.yong').map(user) },
    });
    await people.act('he.jing', key, 'call');
    const vote = { board: 'few', choice: 'reject' };
    const answer = await tenTimes(`/items/${key}/ballots`, vote, 'vote');
    expect(answer.status).toBe(200);
    expect(await replicas.knex('ballots')).toHaveLength(1);
  });

  it('keeps a key to one person, one path and one body, over restarts, for two days', async () => {
    const { key, rev } = await newItem();
    const path = `/items/${key}/actions/stamp`;
    const body = { rev, data: { stamp: 'first' } };
    const extras = { key: 'mine' };
    const first = await people.post(CLERKS[0], path, body, extras);
    expect(first.status).toBe(200);
    for (const [otherPath, otherBody] of [
      [path, { ...body, data: { stamp: 'second' } }],
      [`/items/${key}/comments`, { text: 'first' }],
      ['/items', start],
    ] as const) {
      const { status, body: told } = await people.post(
        CLERKS[0],
        otherPath,
        otherBody,
        extras,
      );
      expect([status, told.error.code]).toEqual([
        422,
        'idempotency-key-reused',
      ]);
    }
    const stranger = await people.post(CLERKS[1], path, body, extras);
    expect([stranger.status, stranger.body.error.code]).toEqual([
      409,
      'item-changed',
    ]);
    const again = { rev: rev + 1, data: { stamp: 'third' } };
    const own = await people.post(CLERKS[1], path, again, extras);
    expect([own.status, own.body.rev]).toEqual([200, rev + 2]);

    const restarted = new TestPeople([await replicas.more()]);
    const told = await restarted.post(CLERKS[0], path, body, extras);
    expect([told.status, told.text]).toEqual([first.status, first.text]);

    await replicas.runTask('bridge-clean');
    const kept = await people.post(CLERKS[0], path, body, extras);
    expect(kept.text).toBe(first.text);
    const longAgo = new Date(Date.now() - 49 * 3_600_000).toISOString();
    await replicas.knex('commands').update({ at: longAgo });
    await replicas.runTask('bridge-clean');
    expect(await replicas.knex('commands').pluck('idempotency_key')).toEqual(
      [],
    );
  });

  it('a refusal is not kept: the same key may be tried again', async () => {
    const { key, rev } = await newItem();
    const path = `/items/${key}/actions/stamp`;
    const extras = { key: 'again' };
    const tooLong = { rev, data: { stamp: 'x'.repeat(201) } };
    const refused = await people.post(CLERKS[0], path, tooLong, extras);
    expect(refused.status).toBe(400);
    const body = { rev, data: { stamp: 'x' } };
    const done = await people.post(CLERKS[0], path, body, extras);
    expect(done.status).toBe(200);
  });
});
