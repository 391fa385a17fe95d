import {
  AgendaEntry,
  itemReadPermission,
  Meeting,
  meetingManagePermission,
} from '@techbridge/plugin-bridge-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { promises as fs } from 'fs';
import { AddressInfo } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';
import { DATABASE_IDS, emptyDatabase } from '../../testing/databases';
import {
  startBridgeForTest,
  TestBridge,
  TestPolicy,
} from '../../testing/startBridgeForTest';
import {
  evidence,
  judged,
  threeSentences,
} from '../../workflow/testing/proposalForms';
import { TestPeople, user } from '../../workflow/testing/TestPeople';

jest.setTimeout(120_000);

const BOARD = 'group:default/it-review-board';
const OFFICE = 'lin.xiaolan';
const CHAIR = 'zhou.qiming';
/** Who proposes, and so steps aside. */
const PROPOSER = 'chen.zhiyuan';
const OTHERS = ['he.jing', 'zheng.bo', 'luo.yong', 'su.min'];
/** Who may see no items at all. */
const STRANGER = 'ma.jun';

const policy: TestPolicy = (permission, person) => {
  const isManager = person === user(OFFICE);
  const isDenied =
    (permission === meetingManagePermission.name && !isManager) ||
    (permission === itemReadPermission.name && person === user(STRANGER));
  return {
    result: isDenied ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
  };
};

const plan = {
  title: '十二月评审会',
  group: BOARD,
  chair: user(CHAIR),
  place: '三楼会议室',
  startsAt: '2026-01-06T14:00:00+08:00',
};

describe.each(DATABASE_IDS)('a review meeting on %s', id => {
  let knex: Knex;
  let bridge: TestBridge;
  let people: TestPeople;
  let meetings = 0;
  let folder: string;

  afterAll(() => fs.rm(folder, { recursive: true }));

  beforeAll(async () => {
    knex = await emptyDatabase(id);
    folder = await fs.mkdtemp(join(tmpdir(), 'holidays-'));
    const days = 'plant:\n  off: [2096-11-12]\n';
    await fs.writeFile(join(folder, 'holidays.yaml'), days);
    const calendar = { timeZone: 'Asia/Shanghai', holidays: 'plant' };
    const config = { bridge: { calendar, workflows: { folders: [folder] } } };
    bridge = await startBridgeForTest({ knex, policy, config });
    const { port } = bridge.server.address() as AddressInfo;
    people = new TestPeople([`http://127.0.0.1:${port}`]);
    const path = '/api/bridge/systems/mes/super-users/chen.zhiyuan';
    const year = { from: '2000-01-01', until: '2999-12-31' };
    await bridge.send('put', path, {
      ...{ role: 'lead', department: 'group:default/production', ...year },
    });
  });

  /** A meeting of its own for each test, weeks apart. */
  async function planned(more: object = {}): Promise<number> {
    meetings += 1;
    const day = new Date(Date.parse(plan.startsAt) + meetings * 86_400_000);
    const startsAt = day.toISOString();
    const body = { ...plan, startsAt, ...more };
    const answer = await people.post(OFFICE, '/meetings', body);
    expect([answer.status, answer.body.error]).toEqual([201, undefined]);
    return answer.body.id;
  }

  async function meeting(number: number, name = CHAIR): Promise<Meeting> {
    const { status, body } = await people.get(name, `/meetings/${number}`);
    expect([status, body.error]).toEqual([200, undefined]);
    return body;
  }

  const post = (name: string, number: number, path: string, body = {}) =>
    people.post(name, `/meetings/${number}/${path}`, body);

  /** A proposal on which the board votes. */
  async function proposalInReview(benefit = 1000): Promise<string> {
    const made = await people.create(PROPOSER, {
      workflow: 'proposal',
      data: { title: `换料后刷新批次 ${benefit}`, currentState: '停用批次' },
    });
    const { key } = made;
    await people.act(PROPOSER, key, 'submit', { data: threeSentences });
    await people.act('he.jing', key, 'accept', { data: judged });
    await people.act(PROPOSER, key, 'present', {
      data: { ...evidence, expectedBenefit: benefit },
    });
    return key;
  }

  /** Twins of an item on which the board votes, in the database only. */
  async function copied(key: string, count: number): Promise<void> {
    const { id: original, ...item } = await knex('items')
      .where({ key })
      .first();
    const board = await knex('boards')
      .where({ item_id: original, status: 'open' })
      .first();
    for (let number = 1; number <= count; number += 1) {
      const twin = { ...item, key: `OP-2097-${number}` };
      const [{ id: item_id }] = await knex('items').insert(twin, ['id']);
      await knex('boards').insert({ ...board, item_id });
    }
  }

  const decide = async (key: string) => {
    for (const name of [...OTHERS, CHAIR]) {
      await people.vote(name, key, { board: 'board', choice: 'approve' });
    }
  };

  const defer = (key: string) =>
    people.act(CHAIR, key, 'defer', {
      data: {
        reasonCode: 'noCapacity',
        reviewDate: '2099-03-01',
        reasonText: '等待供应商给出接口文档以后，再由评审会讨论决定。',
      },
    });

  const keysOf = ({ agenda }: { agenda: AgendaEntry[] }) =>
    agenda.map(({ item }) => item.key);

  it('fills its agenda with what waits for the board, the highest score first, until somebody orders it', async () => {
    const small = await proposalInReview(1000);
    const large = await proposalInReview(600_000);
    const number = await planned();
    const shown = await meeting(number);
    expect(keysOf(shown)).toEqual([large, small]);
    expect(shown.agenda.map(({ score }) => score)).toMatchObject([
      { benefit: 40, range: 5, feasibility: 15 },
      { benefit: 10, range: 5, feasibility: 15 },
    ]);
    expect(shown.agenda[0]).toMatchObject({
      ...{ source: 'ready', minutes: 10, presenter: null, conclusion: null },
      boards: [{ id: 'board', recused: [{ user: user(PROPOSER) }] }],
    });
    expect(shown.quorum).toEqual({ expected: 8, present: 0, needed: 5 });
    expect(shown.may).toEqual({ manage: true, attend: true });

    const move = { do: 'move', item: small, to: 0 };
    const moved = await post(CHAIR, number, 'agenda', move);
    expect(keysOf(moved.body)).toEqual([small, large]);
    const removed = await post(CHAIR, number, 'agenda', {
      ...{ do: 'remove', item: small },
    });
    expect(keysOf(removed.body)).toEqual([large]);
    expect(removed.body.waiting).toMatchObject([{ key: small }]);
    const set = { do: 'set', item: large, rev: 0, minutes: 20 };
    const words = { ...set, presenter: 'chen.zhiyuan', note: '先看数据' };
    const written = await post(CHAIR, number, 'agenda', words);
    expect(written.body.agenda[0]).toMatchObject({
      ...{ minutes: 20, presenter: user(PROPOSER), note: '先看数据', rev: 1 },
    });
    const late = await post(OFFICE, number, 'agenda', {
      ...{ ...set, note: '后写的人没有看到' },
    });
    expect([late.status, late.body.error.code]).toEqual([
      ...[409, 'meeting-changed'],
    ]);

    await decide(large);
    await defer(small);
    expect(keysOf(await meeting(number))).toEqual([]);
  });

  it('is held: people come, votes are counted as everywhere, and the minutes tell what became of each item', async () => {
    const [adopted, deferred, untouched] = [
      await proposalInReview(),
      await proposalInReview(),
      await proposalInReview(),
    ];
    const other = await people.create('zhang.qiang', {
      workflow: 'feedback',
      data: { title: '看板不亮', system: 'system:default/mes', impact: 'slow' },
    });
    await bridge.send(
      'post',
      '/api/bridge/delegations',
      {
        ...{ person: 'huang.lei', delegate: 'luo.yong' },
        ...{ from: '2000-01-01', until: '2999-12-31' },
      },
      user('huang.lei'),
    );
    const number = await planned();
    await post(CHAIR, number, 'attendance', {
      ...{ user: 'wang.haiyan', presence: 'excused' },
    });
    const opened = await post(CHAIR, number, 'open');
    expect(opened.status).toBe(200);
    expect(opened.body.state).toBe('open');
    const presences = (body: Meeting) =>
      Object.fromEntries(
        body.members.map(({ user: who, presence, deputy }) => [
          who.slice('user:default/'.length),
          deputy ? `${presence} by ${deputy}` : presence,
        ]),
      );
    expect(presences(opened.body)).toMatchObject({
      'wang.haiyan': 'excused',
      'huang.lei': 'represented by user:default/luo.yong',
      'he.jing': null,
    });
    for (const name of [...OTHERS, CHAIR]) {
      await post(name, number, 'attendance', { presence: 'present' });
    }
    await post(CHAIR, number, 'agenda', { do: 'add', item: other.key });
    const held = await meeting(number, 'luo.yong');
    expect(held.quorum).toEqual({ expected: 8, present: 6, needed: 5 });
    expect(keysOf(held)).toEqual([adopted, deferred, untouched, other.key]);
    expect(held.agenda[0].boards[0]).toMatchObject({
      allowed: true,
      onBehalfOf: [{ user: user('huang.lei'), allowed: true }],
    });

    await decide(adopted);
    await defer(deferred);
    const meetingsOf = async (key: string, name = CHAIR) => {
      const { body } = await people.get(name, `/items/${key}/meetings`);
      return body.items ?? body.error.code;
    };
    const facts = { id: number, title: plan.title, startsAt: held.startsAt };
    expect(await meetingsOf(adopted)).toEqual([{ ...facts, state: 'open' }]);
    expect(await meetingsOf(adopted, STRANGER)).toBe('not-allowed');
    const [decision] = (await people.get(CHAIR, `/items/${adopted}/decision`))
      .body.items;
    expect(decision.meeting).toEqual(facts);
    expect(decision.markdown.zh).toContain('| 评审会 | 十二月评审会, 2026-');
    const during = await meeting(number);
    expect(during.agenda.map(({ conclusion }) => conclusion?.kind)).toEqual([
      ...['decided', 'moved', 'open', 'open'],
    ]);
    const text = { do: 'set', item: adopted, rev: 0, note: '*同意*试行两周' };
    await post(CHAIR, number, 'agenda', text);

    const closed = await post(CHAIR, number, 'close');
    expect([closed.status, closed.body.error]).toEqual([200, undefined]);
    const { record } = closed.body as Meeting;
    expect(record?.entries).toMatchObject([
      {
        key: adopted,
        note: '*同意*试行两周',
        conclusion: {
          kind: 'decided',
          boards: [
            {
              ...{ state: 'approved', for: 5, against: 0, abstained: 0 },
              recused: [{ user: user(PROPOSER) }],
            },
          ],
        },
      },
      { key: deferred, conclusion: { kind: 'moved', state: { zh: '暂缓' } } },
      { key: untouched, conclusion: { kind: 'open' } },
      { key: other.key, conclusion: { kind: 'open' } },
    ]);
    const zh = record?.markdown.zh ?? '';
    expect(zh).toContain('# 会议纪要：十二月评审会');
    expect(zh).toContain('应到 8 人，实到 6 人，最低到会 5 人。达到最低');
    expect(zh).toContain('\\*同意\\*试行两周');
    expect(zh).toContain('IT评审委员会：同意 5，不同意 0，弃权 0');
    expect(zh).toContain('**结论**: 暂缓');
    expect(record?.markdown.en).toContain('absent');
    expect(zh).toMatch(/\| .*（代 .*） \| {2}\| {2}\|/);
    // The next of its meetings, as it begins before all others.
    const next = await planned({ startsAt: '2020-01-06T06:00:00Z' });
    expect(await meetingsOf(untouched)).toMatchObject([
      { id: number, state: 'closed' },
      { id: next, state: 'planned' },
    ]);
    await post(OFFICE, next, 'cancel');
    expect(await meetingsOf(untouched)).not.toContainEqual(
      expect.objectContaining({ id: next }),
    );
    expect(record?.hash).toMatch(/^[0-9a-f]{64}$/);
    await defer(untouched);
    expect((await meeting(number)).record).toEqual(record);
  });

  it('has minutes that nobody can change, not even in the database', async () => {
    const number = await planned();
    const early = await post(CHAIR, number, 'close');
    expect([early.status, early.body.error.code]).toEqual([
      ...[409, 'meeting-not-open'],
    ]);
    await post(CHAIR, number, 'open');
    await post(CHAIR, number, 'close');
    const again = await post(CHAIR, number, 'close');
    expect(again.status).toBe(200);
    for (const [path, body] of [
      ['agenda', { do: 'add', item: 'FB-0001' }],
      ['attendance', { presence: 'present' }],
      ['open', {}],
    ] as const) {
      const { status, body: answer } = await post(CHAIR, number, path, body);
      expect([status, answer.error.code]).toEqual([409, 'meeting-is-over']);
    }
    const edit = knex('meetings').where({ id: number }).update({ title: 'x' });
    await expect(edit).rejects.toThrow(/minutes of a meeting are final/);
    const loss = knex('meetings').where({ id: number }).delete();
    await expect(loss).rejects.toThrow(/minutes of a meeting are final/);
  });

  const comingOf = async (title: string): Promise<Meeting[]> => {
    const { body } = await people.get(OFFICE, '/meetings?limit=100');
    return body.items.filter((one: Meeting) => one.title === title);
  };

  const startsOf = async (title: string) =>
    (await comingOf(title)).map(({ startsAt }) => startsAt);

  it('comes again at the same time of the day until its series ends', async () => {
    const until = '2096-11-26';
    const startsAt = '2096-10-29T02:00:00Z';
    const repeat = { weeks: 2, until };
    const number = await planned({ title: '双周会', startsAt, repeat });
    await post(OFFICE, number, 'open');
    await post(OFFICE, number, 'close');
    const [next, ...more] = await comingOf('双周会');
    expect(more).toEqual([]);
    expect(next).toMatchObject({
      // The twelfth is a holiday of the plant.
      startsAt: '2096-11-13T02:00:00.000Z',
      seriesAt: '2096-11-12T02:00:00.000Z',
      ...{ repeat, state: 'planned' },
      group: { ref: BOARD, title: { zh: 'IT评审委员会' } },
    });
    await post(OFFICE, next.id, 'open');
    await post(OFFICE, next.id, 'close');
    const [last] = await comingOf('双周会');
    expect(last.startsAt).toBe('2096-11-26T02:00:00.000Z');
    await post(OFFICE, last.id, 'open');
    await post(OFFICE, last.id, 'close');
    expect(await comingOf('双周会')).toEqual([]);
  });

  it('is called off or moved without its series, unless somebody says so', async () => {
    const title = '周例会';
    const repeat = { weeks: 1, until: '2096-12-31' };
    await planned({ title, startsAt: '2096-03-05T02:00:00Z', repeat });
    // A meeting of another kind takes the time of the one after it.
    await planned({ title: '专题会', startsAt: '2096-03-12T02:00:00Z' });
    const step = async (path: string, body = {}) => {
      const [{ id: number }] = await comingOf(title);
      const answer = await post(OFFICE, number, path, body);
      expect([answer.status, answer.body.error]).toEqual([200, undefined]);
      return answer.body;
    };
    const change = async (changes: object) => {
      const [{ id: number, rev }] = await comingOf(title);
      const { group, ...body } = { ...plan, title, rev, ...changes };
      return people.put(OFFICE, `/meetings/${number}`, body);
    };
    const { id: first } = await step('cancel');
    await post(OFFICE, first, 'cancel');
    expect(await startsOf(title)).toEqual(['2096-03-19T02:00:00.000Z']);

    const moved = await change({ startsAt: '2096-03-21T07:00:00Z' });
    expect(moved.body).toMatchObject({
      ...{ seriesAt: '2096-03-19T02:00:00.000Z', repeat },
    });
    await step('open');
    await step('close');
    expect(await startsOf(title)).toEqual(['2096-03-26T02:00:00.000Z']);

    const startsAt = '2096-03-27T03:00:00Z';
    const often = { weeks: 2, until: '2096-12-31' };
    await change({ startsAt, moves: 'series', repeat: often });
    await step('cancel');
    expect(await startsOf(title)).toEqual(['2096-04-10T03:00:00.000Z']);

    const [{ id: last }] = await comingOf(title);
    const ended = await step('cancel', { series: 'ends' });
    expect(ended).toMatchObject({ state: 'cancelled', repeat: null });
    expect(await comingOf(title)).toEqual([]);
    const told = bridge.notifications.filter(
      ({ link }) => link === `/meetings/${last}`,
    );
    expect(told.map(({ title: text }) => text.split(' · ')[0])).toEqual([
      '评审会“周例会”定于 2096-04-10 11:00 召开',
      '评审会“周例会”（2096-04-10 11:00）已取消，系列会议到此结束',
    ]);

    await planned({ title, startsAt: '2097-03-05T02:00:00Z', repeat: often });
    const once = await change({
      startsAt: '2097-03-05T02:00:00Z',
      repeat: null,
    });
    expect(once.body.repeat).toBeNull();
    await step('cancel');
    expect(await comingOf(title)).toEqual([]);
  });

  it('is planned once, however often the same command is sent, and never twice at the same time', async () => {
    const body = { ...plan, startsAt: '2027-01-06T06:00:00Z' };
    const send = (key: string) =>
      people.post(OFFICE, '/meetings', body, { key });
    const first = await send('plan-1');
    const twin = await send('plan-1');
    expect([twin.status, twin.text]).toEqual([201, first.text]);
    const clash = await send('plan-2');
    expect([clash.status, clash.body.error.code]).toEqual([
      ...[409, 'meeting-exists'],
    ]);
    const path = `/meetings/${first.body.id}`;
    const { group, ...change } = body;
    const changed = await people.put(OFFICE, path, {
      ...{ ...change, place: '二楼', rev: 0 },
    });
    expect(changed.body).toMatchObject({ place: '二楼', rev: 1 });
    const stale = await people.put(OFFICE, path, { ...change, rev: 0 });
    expect(stale.body.error.code).toBe('meeting-changed');
    const beyond = { ...change, rev: Number.MAX_SAFE_INTEGER };
    const absurd = await people.put(OFFICE, path, beyond);
    expect(absurd.body.error.code).toBe('meeting-changed');
    expect((await post(OFFICE, first.body.id, 'cancel')).body.state).toBe(
      'cancelled',
    );
    const told = bridge.notifications
      .filter(({ link }) => link === path)
      .map(({ title, to }) => [to, title.split(' · ')[0]]);
    expect(told).toEqual([
      [[BOARD], '评审会“十二月评审会”定于 2027-01-06 14:00 召开'],
      [[BOARD], '评审会“十二月评审会”（2027-01-06 14:00）已取消'],
    ]);
  });

  it('says which field is wrong', async () => {
    const number = await planned();
    const problems: [string, object, string][] = [
      ['', { ...plan, group: 'group:default/nobody' }, 'group unknown-group'],
      ['', { ...plan, chair: 'nobody' }, 'chair unknown-person'],
      ['', { ...plan, startsAt: 'tomorrow' }, 'startsAt bad-format'],
      [`/${number}/agenda`, { do: 'add', item: 'FB-9' }, 'item unknown-item'],
      [
        `/${number}/agenda`,
        { do: 'move', item: 'FB-0001', to: 1 },
        'item not-on-agenda',
      ],
      [
        `/${number}/attendance`,
        { user: 'zhang.qiang', presence: 'present' },
        'user not-a-member',
      ],
      [
        `/${number}/attendance`,
        { user: 'su.min', presence: 'represented' },
        'deputy required',
      ],
      [
        `/${number}/attendance`,
        { user: 'su.min', presence: 'represented', deputy: 'su.min' },
        'deputy delegate-is-person',
      ],
    ];
    for (const [path, body, expected] of problems) {
      const answer = await people.post(OFFICE, `/meetings${path}`, body);
      const [field] = answer.body.error.fields ?? [];
      expect([answer.status, `${field?.path} ${field?.code}`]).toEqual([
        400,
        expected,
      ]);
    }
    const missing = await people.get(OFFICE, '/meetings/999999');
    expect(missing.body.error.code).toBe('meeting-not-found');
  });

  it('is led by its chair and the programme office only, and shows nobody what they may not see', async () => {
    const secret = await proposalInReview();
    const number = await planned();
    const refused = await people.post('su.min', '/meetings', plan);
    expect(refused.status).toBe(403);
    for (const [path, body] of [
      ['open', {}],
      ['agenda', { do: 'remove', item: secret }],
      ['attendance', { user: 'he.jing', presence: 'absent' }],
      ['cancel', {}],
    ] as const) {
      expect((await post('su.min', number, path, body)).status).toBe(403);
    }
    expect((await meeting(number, 'su.min')).may).toEqual({
      ...{ manage: false, attend: true },
    });
    const strange = await people.get(STRANGER, `/meetings/${number}`);
    expect(strange.status).toBe(403);
    await defer(secret);
  });

  it('costs the same number of statements however long its agenda is', async () => {
    const number = await planned();
    const cost = async () => {
      await meeting(number);
      await bridge.runTask('bridge-work');
      bridge.resetCounts();
      await meeting(number);
      return bridge.counts.statements.length;
    };
    const first = await proposalInReview();
    const one = await cost();
    const second = await proposalInReview();
    expect(await cost()).toBe(one);
    expect(one).toBeLessThanOrEqual(16);
    await copied(second, 101);
    expect(await cost()).toBe(one);
    const crowded = await meeting(number);
    expect([crowded.agenda.length, crowded.more]).toEqual([100, 3]);
    await defer(first);
    await defer(second);
  });
});
