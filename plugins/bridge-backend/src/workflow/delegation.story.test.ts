import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  delegationManagePermission,
  InboxEntry,
  Item,
} from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { DateTime } from 'luxon';
import request from 'supertest';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import {
  startBridgeForTest,
  TestBridge,
  TestPolicy,
} from '../testing/startBridgeForTest';
import { assemblyConfig, assemblyEntities } from './testing/assembly';
import { recordsOf } from './testing/recordsOf';
import { user } from './testing/TestPeople';

jest.setTimeout(120_000);

const API = '/api/bridge';
const CLERK = 'he.jing';
const OFFICE = 'lin.xiaolan';
const MEMBERS = ['v0', 'v1', 'v2', 'v3', 'v4'];

/** Only the programme office, and services, see to absences of others. */
const policy: TestPolicy = (permission, who) => ({
  result:
    permission === delegationManagePermission.name &&
    ![user(OFFICE), ''].includes(who)
      ? AuthorizeResult.DENY
      : AuthorizeResult.ALLOW,
});

function day(distance: number): string {
  const today = DateTime.now().setZone('Asia/Shanghai');
  return today.plus({ days: distance }).toISODate() ?? '';
}

const thisWeek = { from: day(-1), until: day(5) };

describe.each(DATABASE_IDS)('a member of a board who is away on %s', id => {
  let knex: Knex;
  let bridge: TestBridge;

  beforeAll(async () => {
    knex = await emptyDatabase(id);
    bridge = await startBridgeForTest({
      ...{ knex, policy },
      entities: assemblyEntities,
      config: assemblyConfig,
    });
  });

  afterEach(async () => {
    const { body } = await bridge.get(`${API}/delegations?limit=100`);
    for (const one of body.items) {
      await bridge.send('delete', `${API}/delegations/${one.id}`);
    }
  });

  const post = (name: string, path: string, body: object) =>
    bridge.send('post', API + path, body, user(name));

  const away = (name: string, delegate: string, more: object = {}) =>
    post(name, '/delegations', { delegate, ...thisWeek, ...more });

  async function openVote(): Promise<string> {
    const made = await post(CLERK, '/items', {
      workflow: 'referendum',
      data: {
        title: '公决',
        clerks: [user(CLERK)],
        voters: MEMBERS.map(user),
      },
    });
    const { key, rev } = made.body as Item;
    const called = await post(CLERK, `/items/${key}/actions/call`, { rev });
    expect(called.body.state.id).toBe('few');
    return key;
  }

  const vote = (name: string, key: string, more: object = {}) =>
    post(name, `/items/${key}/ballots`, {
      board: 'few',
      choice: 'approve',
      ...more,
    });

  /** For whom an item waits in somebody's inbox; empty for oneself. */
  async function inbox(name: string, key: string) {
    const path = `${API}/inbox?limit=100`;
    const { body } = await bridge.get(path, user(name));
    return body.items
      .filter((entry: InboxEntry) => entry.item.key === key)
      .map(({ onBehalfOf = '' }: InboxEntry) => onBehalfOf);
  }

  async function item(key: string, name = CLERK): Promise<Item> {
    return (await bridge.get(`${API}/items/${key}`, user(name))).body;
  }

  it('has a vote that is cast by whoever was named', async () => {
    expect((await away('v1', 'v9')).status).toBe(201);
    const key = await openVote();
    expect(await inbox('v9', key)).toEqual([user('v1')]);
    expect((await item(key)).assignees).toContain(user('v9'));

    const told = await vote('v9', key, { onBehalfOf: 'v1' });
    expect(told.status).toBe(200);
    expect(told.body.boards[0]).toMatchObject({
      cast: 1,
      ballots: [{ voter: user('v1'), castBy: user('v9'), choice: 'approve' }],
      onBehalfOf: [{ user: user('v1'), allowed: true }],
    });
    expect(await inbox('v9', key)).toEqual([]);
    expect(await inbox('v1', key)).toEqual([]);
  });

  it('may still vote in person, and that vote stands', async () => {
    await away('v1', 'v9');
    const key = await openVote();
    await vote('v9', key, { onBehalfOf: 'v1' });
    const own = await vote('v1', key, { choice: 'reject' });
    expect(own.body.boards[0]).toMatchObject({
      cast: 1,
      ballots: [{ voter: user('v1'), choice: 'reject' }],
    });
    expect(own.body.boards[0].ballots[0]).not.toHaveProperty('castBy');
    const again = await vote('v9', key, { onBehalfOf: 'v1' });
    expect(again.status).toBe(409);
    expect(again.body.error.message).toMatch(/voted in person/);
  });

  it('leaves the other members their own votes', async () => {
    const key = await openVote();
    await away('v2', 'v3');
    expect(await inbox('v3', key)).toEqual(['', user('v2')]);
    await vote('v3', key);
    expect(await inbox('v3', key)).toEqual([user('v2')]);
    await vote('v3', key, { onBehalfOf: 'v2' });
    await vote('v0', key, { choice: 'reject' });
    const decided = await vote('v4', key);
    expect(decided.body.boards[0].cast).toBe(4);
    const { state, boards } = await item(key);
    expect([state.id, boards[0].state]).toEqual(['accepted', 'approved']);

    const read = (path: string) => bridge.get(API + path, user(CLERK));
    const [record] = await recordsOf(read, key);
    expect(record.electorate.map(seat => seat.user)).toEqual(MEMBERS.map(user));
    expect(record.ballots).toMatchObject([
      { voter: user('v3') },
      { voter: user('v2'), castBy: user('v3') },
      { voter: user('v0'), choice: 'reject' },
      { voter: user('v4') },
    ]);
    expect(record.rule.map(({ zh }) => zh).join()).toContain('代为表决');
  });

  it('is waited for alone again once the absence has ended', async () => {
    const key = await openVote();
    const { body } = await away('v2', 'v9');
    expect(await inbox('v9', key)).toEqual([user('v2')]);
    const path = `${API}/delegations/${body.id}`;
    const byOther = await bridge.send('delete', path, {}, user('v3'));
    expect(byOther.status).toBe(403);
    const ended = await bridge.send('delete', path, {}, user('v2'));
    expect(ended.status).toBe(204);
    expect(await inbox('v9', key)).toEqual([]);
    expect((await vote('v9', key, { onBehalfOf: 'v2' })).status).toBe(403);
    expect(await inbox('v2', key)).toEqual(['']);
    const twice = await bridge.send('delete', path, {}, user('v2'));
    expect(twice.body.error.code).toBe('delegation-not-found');
  });

  it('can hand on the vote on one item only', async () => {
    const [key, other] = [await openVote(), await openVote()];
    expect((await away('v2', 'v9', { item: key })).status).toBe(201);
    expect(await inbox('v9', key)).toEqual([user('v2')]);
    expect(await inbox('v9', other)).toEqual([]);
    expect((await vote('v9', other, { onBehalfOf: 'v2' })).status).toBe(403);
  });

  it('is entered by the office, or by the calendar of the company', async () => {
    const byColleague = await away('v3', 'v9', { person: 'v2' });
    expect(byColleague.status).toBe(403);
    const byOffice = await away(OFFICE, 'v9', { person: 'v2' });
    expect(byOffice.body).toMatchObject({
      person: user('v2'),
      setBy: user(OFFICE),
      mayEnd: true,
    });
    const byCalendar = await request(bridge.server)
      .post(`${API}/delegations`)
      .set('Authorization', mockCredentials.service.header())
      .send({ person: 'v4', delegate: 'v9', ...thisWeek });
    expect(byCalendar.status).toBe(201);
    expect(byCalendar.body.setBy).toBe('external:test-service');
    const listed = await bridge.get(`${API}/delegations?person=v9`, user('v9'));
    expect(
      listed.body.items.map(({ person, mayEnd }: typeof byOffice.body) => [
        person,
        mayEnd,
      ]),
    ).toEqual([
      [user('v2'), false],
      [user('v4'), false],
    ]);
  });

  it.each([
    ['themselves', { delegate: 'v1' }, 'delegate', 'delegate-is-person'],
    ['a stranger', { delegate: 'nobody' }, 'delegate', 'unknown-person'],
    ['somebody away', { delegate: 'v7' }, 'delegate', 'delegate-away'],
    ['days gone', { from: day(-9), until: day(-2) }, 'until', 'day-passed'],
    ['days reversed', { until: day(-2) }, 'until', 'absence-ends-before'],
    ['no item', { item: 'REF-9999' }, 'item', 'unknown-item'],
  ])('cannot name %s', async (_, input, path, code) => {
    await away('v7', 'v8', { from: day(5), until: day(9) });
    const { status, body } = await away('v1', 'v9', input);
    expect([status, body.error.fields]).toMatchObject([400, [{ path, code }]]);
  });

  it('is away once at a time', async () => {
    await away('v1', 'v9');
    const { status, body } = await away('v1', 'v8', {
      from: day(5),
      until: day(9),
    });
    expect([status, body.error.code]).toEqual([409, 'absence-known']);
    const both = await Promise.all([away('v5', 'v6'), away('v6', 'v5')]);
    expect(both.map(answer => answer.status).sort()).toEqual([201, 400]);
  });

  it('is stood in for only where the board allows it', async () => {
    await away('v1', 'v9');
    const key = await openVote();
    await away('v0', CLERK);
    const stranger = await vote(CLERK, key, { onBehalfOf: 'v0' });
    expect(stranger.status).toBe(403);
    const notNamed = await vote('v8', key, { onBehalfOf: 'v1' });
    expect(notNamed.body.error.message).toMatch(/has not named you/);
  });
});
