import { Item } from '@techbridge/plugin-bridge-common';
import { Response } from 'supertest';
import { DATABASE_IDS } from '../testing/databases';
import { demoEntities } from '../testing/demoEntities';
import { PATIENCE, rounds } from '../testing/rounds';
import { expectSoundLedger } from './testing/expectSoundLedger';
import { Replicas, startReplicas, stopReplicas } from './testing/startReplicas';
import { TestPeople } from './testing/TestPeople';

jest.setTimeout(PATIENCE);
afterAll(stopReplicas);

const MES = 'system:default/mes';
const SOLVERS = ['chen.zhiyuan', 'ma.jun'];
const VOTERS = ['zhou.qiming', 'zheng.bo', 'luo.yong', 'su.min', 'huang.lei'];
const REPORTERS = ['zhang.qiang', 'wu.di', 'liu.yang'];
const FIX = { rootCauseClass: 'defect', reply: '改好了，请重新扫码。' };

/** A request that waits to be sent, and what it is about. */
interface Waiting {
  about: string;
  send: () => Promise<Response>;
}

/** So many of them. */
function times<T>(count: number, make: (place: number) => T): T[] {
  return Array.from({ length: count }, (_, place) => make(place));
}

/** Mixes them so that neighbours are about different things. */
function mixed(waiting: Waiting[]): Waiting[] {
  return times(
    waiting.length,
    place => waiting[(place * 67 + 13) % waiting.length],
  );
}

describe.each(DATABASE_IDS)('two hundred requests at once on %s', id => {
  let replicas: Replicas;
  let people: TestPeople;

  beforeAll(async () => {
    const config = { bridge: { calendar: { timeZone: 'Asia/Shanghai' } } };
    replicas = await startReplicas(id, { entities: demoEntities, config });
    people = new TestPeople(replicas.addresses);
    await appoint('lead', SOLVERS[0]);
    await appoint('backup', SOLVERS[1]);
  });

  async function appoint(role: string, name: string): Promise<void> {
    const path = `/systems/mes/super-users/${name}`;
    const { status } = await people.put('lin.xiaolan', path, {
      role,
      department: 'group:default/production',
      from: '2000-01-01',
      until: '2999-12-31',
    });
    expect(status).toBe(200);
  }

  function report(name: string): Promise<Item> {
    const data = { title: '报工数量录不进去', system: MES, impact: 'slow' };
    return people.create(name, { workflow: 'feedback', data });
  }

  /** A feedback that its reporter may confirm. */
  async function solved(name: string): Promise<Item> {
    const { key } = await report(name);
    return people.act(SOLVERS[0], key, 'solve', { data: FIX });
  }

  /** A proposal that the board may vote on. */
  async function beforeTheBoard(): Promise<Item> {
    const [proposer] = SOLVERS;
    const { key } = await people.create(proposer, {
      workflow: 'proposal',
      data: { title: '扫码后强制确认', currentState: '数量常常录不进去。' },
    });
    await people.act(proposer, key, 'submit', {
      data: {
        system: MES,
        currentState: '扫码后不确认，数量常常录不进去。',
        method: '扫码后强制确认一次再提交。',
        expectedEffect: '录入异常减少一半。',
      },
    });
    await people.act(SOLVERS[1], key, 'accept', {
      data: {
        effort: 'M',
        cost: 20000,
        departments: ['group:default/production'],
        reversible: true,
        configuresCriticalSystem: true,
      },
    });
    return people.act(proposer, key, 'present', {
      data: {
        metric: '每千条录入异常数',
        baseline: 11.3,
        target: 4,
        expectedBenefit: 20000,
        evidence: '3月3日至3月8日MES录入日志，共15.9千条，异常179条。',
      },
    });
  }

  /** Two hundred requests about one proposal and its neighbours. */
  async function twoHundred(round: number) {
    const proposal = await beforeTheBoard();
    const open: Item[] = [];
    const toConfirm: Item[] = [];
    for (const place of times(12, one => one)) {
      const name = REPORTERS[place % REPORTERS.length];
      open.push(await report(name));
      toConfirm.push(await solved(name));
    }
    const path = `/items/${proposal.key}`;
    // What is said of an item makes it another one for whoever acts on it.
    const talked = await report(REPORTERS[0]);
    const waiting: Waiting[] = [
      ...times(60, place => ({
        about: 'ballot',
        send: () =>
          people.vote(VOTERS[place % VOTERS.length], proposal.key, {
            board: 'board',
            choice: 'approve',
            reason: `想法 ${place % 4}`,
          }),
      })),
      ...times(40, place => ({
        about: 'comment',
        send: () =>
          people.post(
            VOTERS[place % VOTERS.length],
            place % 2 ? `${path}/comments` : `/items/${talked.key}/comments`,
            { text: `意见 ${round} ${place}` },
          ),
      })),
      ...times(24, place => ({
        about: `solve ${place % 12}`,
        send: () => {
          const { key, rev } = open[place % 12];
          const body = { rev, data: FIX };
          const name = SOLVERS[place % SOLVERS.length];
          return people.post(name, `/items/${key}/actions/solve`, body);
        },
      })),
      ...times(36, place => ({
        about: `confirm ${place % 12}`,
        send: () => {
          const { key, rev, createdBy } = toConfirm[place % 12];
          const name = createdBy.replace('user:default/', '');
          return people.post(name, `/items/${key}/actions/confirm`, { rev });
        },
      })),
      ...times(20, place => ({
        about: 'link',
        send: () =>
          people.post('he.jing', `${path}/links`, {
            type: 'relatesTo',
            key: toConfirm[place % 10].key,
          }),
      })),
      ...times(20, place => ({
        about: 'create',
        send: () =>
          people.post(
            'wu.di',
            '/items',
            {
              workflow: 'feedback',
              data: { title: `同时 ${round}`, system: MES, impact: 'slow' },
            },
            { key: `create-${round}-${place % 10}` },
          ),
      })),
    ];
    return { proposal, toConfirm, waiting };
  }

  it('give one journal, no lost and no double row, and a ledger that is right', async () => {
    for (let round = 0; round < rounds(10); round += 1) {
      const { proposal, toConfirm, waiting } = await twoHundred(round);
      expect(waiting).toHaveLength(200);
      const answers = await Promise.all(
        mixed(waiting).map(async ({ about, send }) => {
          const { status } = await send();
          return { about, status };
        }),
      );
      const statuses = new Set(answers.map(({ status }) => status));
      expect([...statuses].sort().filter(s => s !== 409)).toEqual([200, 201]);
      const done = (about: string) =>
        answers.filter(one => one.about === about && one.status < 300).length;
      expect([done('comment'), done('create')]).toEqual([40, 20]);
      for (const place of times(12, one => one)) {
        expect(done(`solve ${place}`)).toBe(1);
        expect(done(`confirm ${place}`)).toBe(1);
      }
      await replicas.runTask('bridge-work');
      await expectDone(round, proposal.key, toConfirm);
      await expectSoundLedger(people, replicas.knex);
    }
  });

  /** What must stand in the tables, each once. */
  async function expectDone(
    round: number,
    key: string,
    toConfirm: Item[],
  ): Promise<void> {
    const { knex } = replicas;
    const comments: string[] = await knex('journal_payload')
      .where('payload', 'like', `{"text":"意见 ${round} %`)
      .pluck('payload');
    expect(new Set(comments).size).toBe(40);
    expect(comments).toHaveLength(40);
    const made = await knex('items').where({ title: `同时 ${round}` });
    expect(made).toHaveLength(10);
    const proposal = await people.item(key, 'he.jing');
    expect(proposal.state.id).toBe('inDelivery');
    const linked = proposal.links.map(({ type }) => type);
    expect(linked.filter(type => type === 'implements')).toHaveLength(1);
    const keys = toConfirm.map(one => one.key);
    const paid = await knex('ledger')
      .join('items', 'items.id', 'ledger.item_id')
      .whereIn('items.key', [...keys, key])
      .groupBy('items.key')
      .select('items.key', knex.raw('count(*) as rows'));
    expect(paid.filter(({ rows }) => Number(rows) !== 1)).toEqual([]);
    expect(paid.map(one => one.key)).toContain(key);
  }
});
