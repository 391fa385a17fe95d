import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { operationsManagePermission } from '@techbridge/plugin-bridge-common';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { AddressInfo } from 'net';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { parse, stringify } from 'yaml';
import { DATABASE_IDS, emptyDatabase } from '../../testing/databases';
import {
  startBridgeForTest,
  TestPolicy,
} from '../../testing/startBridgeForTest';
import { inThisFolder } from '../testing/assembly';
import { evidence, judged, threeSentences } from '../testing/proposalForms';
import { TestPeople, user } from '../testing/TestPeople';

jest.setTimeout(120_000);

const MANAGER = 'lin.xiaolan';
const PROPOSER = 'zhang.qiang';
const TRIAGER = 'he.jing';
const EFFECTS = '/api/bridge/operations/effects';
/** Whom the catalog does not know any more. */
const GONE = 'gao.yuan';

const policy: TestPolicy = (permission, person) => ({
  result:
    permission === operationsManagePermission.name && person !== user(MANAGER)
      ? AuthorizeResult.DENY
      : AuthorizeResult.ALLOW,
});

/** Waits for a group that has nobody, and asks what has no answer. */
function troubledProposal(): string {
  const shipped = resolve(inThisFolder('.'), '../../../workflows');
  const file = parse(readFileSync(join(shipped, 'proposal.yaml'), 'utf8'));
  const { roles, states } = file.spec;
  roles.watch = {
    label: { en: 'Night watch', zh: '夜班值守' },
    from: { group: 'group:default/night-watch' },
    min: 1,
  };
  states.triage.assign = 'watch';
  const { includes } = states.board.approval.boards.board.quorum;
  includes[1].when = "data.departments[7] == ''";
  return stringify(file);
}

const draft = (title: string) => ({
  workflow: 'proposal',
  data: { title, currentState: '每班要退出重进六次。' },
});
describe.each(DATABASE_IDS)('who looks after the bridge, on %s', id => {
  const folder = mkdtempSync(join(tmpdir(), 'tech-bridge-operations-'));
  writeFileSync(join(folder, 'proposal.yaml'), troubledProposal());
  afterAll(() => rmSync(folder, { recursive: true }));

  async function start() {
    const knex = await emptyDatabase(id);
    const config = { bridge: { workflows: { folders: [folder] } } };
    const bridge = await startBridgeForTest({ knex, policy, config });
    const { port } = bridge.server.address() as AddressInfo;
    const people = new TestPeople([`http://127.0.0.1:${port}`]);
    const read = async (path: string) =>
      (await people.get(MANAGER, `/operations${path}`)).body;
    const submitted = async (title: string) => {
      const { key } = await people.create(PROPOSER, draft(title));
      await people.act(PROPOSER, key, 'submit', { data: threeSentences });
      return key;
    };
    return { knex, bridge, people, read, submitted };
  }

  it('sees on what nobody can act, and who would have to', async () => {
    const { people, read, submitted } = await start();
    expect((await read('')).stuck).toBe(0);
    const empty = await submitted('没有人初审的提案');
    const { key: left } = await people.create(GONE, draft('已离职者的草稿'));
    const page = await read('/stuck-items');
    expect(page).toMatchObject({ total: 2, nextCursor: null });
    expect(page.items).toMatchObject([
      {
        item: { key: empty, workflow: 'proposal', title: '没有人初审的提案' },
        state: { zh: '初审' },
        reason: 'nobody',
        roles: [
          {
            label: { zh: '夜班值守' },
            source: 'group',
            ref: 'group:default/night-watch',
          },
        ],
      },
      { item: { key: left }, reason: 'left' },
    ]);
    expect((await read('')).stuck).toBe(2);

    // Each item says it itself, to whoever may read it, with what is missing.
    expect((await people.item(empty, PROPOSER)).stuck).toEqual({
      reason: 'nobody',
      roles: [
        {
          label: { en: 'Night watch', zh: '夜班值守' },
          ...{ source: 'group', ref: 'group:default/night-watch' },
          vanished: true,
        },
      ],
    });
    expect((await people.item(left, PROPOSER)).stuck).toMatchObject({
      reason: 'left',
      roles: [
        { source: 'field', ref: null },
        { source: 'creator', ref: null },
      ],
    });
    const { key: own } = await people.create(PROPOSER, draft('有人办的草稿'));
    expect(await people.item(own, PROPOSER)).not.toHaveProperty('stuck');

    // What waits for an event, and what has an end, waits for nobody.
    await people.act(TRIAGER, empty, 'accept', { data: judged });
    expect(await read('/stuck-items')).toMatchObject({ total: 1 });
    const first = await read('/stuck-items?limit=1');
    expect(first.nextCursor).toBeNull();
    expect(await people.item(empty, PROPOSER)).not.toHaveProperty('stuck');
  });

  it('sees work of those who have left go to whoever stands in, once the catalog is sure', async () => {
    const { knex, bridge, people } = await start();
    await people.create(GONE, draft('已离职者的草稿'));
    const { key } = await people.create(PROPOSER, draft('提案人已离职'));
    const asked = async () => {
      const { assignees, stuck } = await people.item(key, PROPOSER);
      const tasks = await knex('tasks').join('items', 'items.id', 'item_id');
      return {
        ...{ assignees, reason: stuck?.reason },
        tasks: tasks.flatMap(task => (task.key === key ? task.person : [])),
      };
    };
    const { data } = draft('提案人已离职');
    const named = JSON.stringify({ ...data, proposers: [user(GONE)] });
    await knex('items').where({ key }).update({ data: named });
    await knex('tasks')
      .whereIn('item_id', knex('items').where({ key }).select('id'))
      .update({ person: user(GONE) });
    const waits = { assignees: [user(GONE)], tasks: [user(GONE)] };
    expect(await asked()).toEqual({ ...waits, reason: 'left' });
    // Not found once may be a catalog that is being filled.
    await bridge.runTask('bridge-mirror-people');
    expect(await asked()).toEqual({ ...waits, reason: 'left' });
    await bridge.runTask('bridge-mirror-people');
    expect(await asked()).toEqual({
      ...{ assignees: [user(PROPOSER)], tasks: [user(PROPOSER)] },
      reason: undefined,
    });
    // Whoever is in a group again is back, whatever was found before.
    const member = { group_ref: 'group:default/it', user_ref: user(GONE) };
    await knex('organization_members').insert(member);
    expect((await asked()).assignees).toEqual([user(GONE)]);
  });

  it('has somebody take over from a person who has left', async () => {
    const { people, read } = await start();
    const { key } = await people.create(GONE, draft('已离职者的草稿'));
    const path = `/items/${key}/hand-over`;
    const wish = { from: user(GONE), to: user(PROPOSER), reason: '已离职' };
    const tries = async (name: string, change: object) => {
      const answer = await people.post(name, path, { ...wish, ...change });
      const {
        code,
        fields = [],
      }: { code: string; fields?: { path: string }[] } = answer.body.error;
      return [answer.status, code, ...fields.map(({ path: at }) => at)];
    };
    expect(await tries(PROPOSER, {})).toEqual([403, 'not-allowed']);
    expect(await tries(MANAGER, { from: user(TRIAGER) })).toEqual([
      ...[400, 'invalid-input', 'from'],
    ]);
    expect(await tries(MANAGER, { to: user('ghost') })).toEqual([
      ...[400, 'invalid-input', 'to'],
    ]);
    expect(await tries(MANAGER, { from: user('ghost') })).toEqual([
      ...[409, 'action-refused'],
    ]);
    expect(await tries(MANAGER, { reason: ' ' })).toEqual([
      ...[400, 'invalid-input', 'reason'],
    ]);

    const done = await people.post(MANAGER, path, wish);
    expect([done.status, done.body.assignees]).toEqual([200, [user(PROPOSER)]]);
    expect(await people.item(key, PROPOSER)).not.toHaveProperty('stuck');
    expect((await read('/stuck-items')).total).toBe(0);
    const inbox = (await people.get(PROPOSER, '/inbox')).body;
    expect(inbox.items).toMatchObject([{ item: { key } }]);
    const { items } = (await people.get(MANAGER, `/items/${key}/journal`)).body;
    expect(items.at(-1)).toMatchObject({
      ...{ type: 'handedOver', actor: { ref: user(MANAGER) } },
      payload: wish,
    });
    expect(await tries(MANAGER, {})).toEqual([409, 'action-refused']);
    // Whose place it is goes on with it, and may not judge it either.
    await people.act(PROPOSER, key, 'submit', { data: threeSentences });
    const { createdBy, data } = await people.item(key, MANAGER);
    expect([createdBy, data.proposers]).toEqual([user(GONE), [user(GONE)]]);
  });

  it('tells the owner of the workflow, once in each state', async () => {
    const { knex, bridge, people, submitted } = await start();
    const { key: left } = await people.create(GONE, draft('已离职者的草稿'));
    const { key } = await people.create(PROPOSER, draft('没有人初审'));
    const submit = await people.act(PROPOSER, key, 'submit', {
      data: threeSentences,
    });
    expect(submit.stuck).toMatchObject({ reason: 'nobody' });
    const told = async () => {
      await bridge.runTask('bridge-stuck');
      await bridge.runTask('bridge-work');
      const { notifications } = bridge;
      return notifications.filter(({ title }) => title.includes('没有人可以'));
    };

    // A catalog that knows nobody is still filling: nobody has left.
    const members = await knex('organization_members').select('*');
    await knex('organization_members').update({
      user_ref: knex.raw("user_ref || '.not.yet'"),
    });
    expect(await told()).toEqual([]);
    await knex('organization_members').delete();
    expect(await told()).toEqual([]);
    await knex('organization_members').insert(members);

    const first = await told();
    expect(first.map(({ to, link }) => ({ to, link }))).toEqual([
      { to: ['group:default/programme-office'], link: `/items/${left}` },
      { to: ['group:default/programme-office'], link: `/items/${key}` },
    ]);
    expect(first[1].title).toBe(
      `${key} 没有人可以处理（夜班值守），请为其安排人员 · Nobody can act on ${key} (Night watch); please see to it that somebody can`,
    );
    expect(await told()).toHaveLength(2);
    // Somebody comes and goes; the state is the same, and so is what was told.
    const watch = {
      group_ref: 'group:default/night-watch',
      user_ref: user(TRIAGER),
    };
    await knex('organization_members').insert(watch);
    expect(await people.item(key, TRIAGER)).not.toHaveProperty('stuck');
    await knex('organization_members').where(watch).delete();
    expect(await told()).toHaveLength(2);
    const other = await submitted('又一件没有人初审的提案');
    expect((await told()).at(-1)?.link).toBe(`/items/${other}`);
    expect(await told()).toHaveLength(3);
  });

  it('has what was given up tried again, or leaves it', async () => {
    const { knex, bridge, people, read, submitted } = await start();
    const key = await submitted('通知发不出去');
    await people.act(TRIAGER, key, 'accept', { data: judged });
    // No worker is at it any more.
    await bridge.runTask('bridge-work');
    const broken = { status: 'dead', attempts: 8, last_error: 'mail is down' };
    await knex('outbox').update({ ...broken, lease_until: null });
    const { total, items } = await read('/effects');
    expect(total).toBeGreaterThan(1);
    expect(items[0]).toMatchObject({
      ...{ use: 'notify', state: 'dead', attempts: 8, nextAt: null },
      ...{ item: { key, title: '通知发不出去' }, error: 'mail is down' },
    });
    const pages = await read('/effects?limit=1');
    const rest = await read(`/effects?limit=1&cursor=${pages.nextCursor}`);
    expect(rest.items[0].id).toBe(items[1].id);

    bridge.notifications.length = 0;
    const settle = (number: number, how: string) =>
      bridge.send('post', `${EFFECTS}/${number}/${how}`, {});
    expect((await settle(items[0].id, 'retry')).status).toBe(204);
    await bridge.runTask('bridge-work');
    expect(bridge.notifications).toHaveLength(1);
    expect((await settle(items[1].id, 'discard')).status).toBe(204);
    await bridge.runTask('bridge-work');
    expect(bridge.notifications).toHaveLength(1);
    // Neither stands in the list any more.
    for (const { id: number } of items.slice(0, 2)) {
      const again = await settle(number, 'retry');
      expect([again.status, again.body.error.code]).toEqual([
        404,
        'effect-not-found',
      ]);
    }
    expect((await read('')).effects.dead).toBe(total - 2);
  });

  it('sees timers, late ones too, and what they lead to', async () => {
    const { knex, bridge, people, read, submitted } = await start();
    const key = await submitted('等着的提案');
    await people.act(TRIAGER, key, 'accept', { data: judged });
    await people.act(PROPOSER, key, 'present', { data: evidence });
    const { items, total } = await read('/timers');
    expect(items).toHaveLength(total);
    expect(items).toContainEqual(
      expect.objectContaining({
        ...{ kind: 'deadline', overdue: false, leadsTo: null },
        item: { key, title: '等着的提案', workflow: 'proposal' },
        board: expect.objectContaining({ en: expect.any(String) }),
      }),
    );
    const { key: waiting } = await people.create(PROPOSER, draft('草稿'));
    const own = (await read('/timers')).items.filter(
      ({ item }: { item: { key: string } }) => item.key === waiting,
    );
    expect(own).toMatchObject([{ state: { zh: '草稿' }, board: null }]);
    expect((await read('')).timers).toMatchObject({ overdue: 0 });
    // No worker is at it, which would fire what is late.
    await bridge.runTask('bridge-work');
    const longAgo = '2020-01-01T00:00:00.000Z';
    await knex('timers').where({ id: own[0].id }).update({ fire_at: longAgo });
    const [late] = (await read('/timers?limit=1')).items;
    expect(late).toMatchObject({ id: own[0].id, overdue: true });
    expect((await read('')).timers).toMatchObject({ overdue: 1 });
  });

  it('sees which conditions could not be answered, and where', async () => {
    const { people, read, submitted } = await start();
    expect(await read('/guard-errors')).toMatchObject({ total: 0, items: [] });
    const key = await submitted('条件算不出来');
    await people.act(TRIAGER, key, 'accept', { data: judged });
    await people.act(PROPOSER, key, 'present', { data: evidence });
    const { items, total } = await read('/guard-errors');
    expect(total).toBeGreaterThan(0);
    expect(items[0]).toMatchObject({
      ...{ item: { key }, version: 1, where: expect.any(String) },
      message: expect.any(String),
    });
    expect((await read('')).guardErrors).toBe(total);
    const [first] = (await read('/guard-errors?limit=1')).items;
    expect(first).toEqual(items[0]);
  });

  it('is told why somebody may not do something, in the words they read themselves', async () => {
    const { people, read, submitted } = await start();
    const key = await submitted('为什么不能操作');
    const told = async (name: string) =>
      read(`/explanations/${key}?person=${name}`);
    const mine = await people.item(key, PROPOSER);
    expect(await told(PROPOSER)).toEqual({
      item: { key, title: '为什么不能操作', workflow: 'proposal' },
      ...{ state: mine.state.label, person: user(PROPOSER) },
      actions: mine.actions.map(({ id: action, label, allowed, why }) => ({
        ...{ id: action, label, allowed },
        ...(why && { why }),
      })),
      boards: [],
    });
    const accept = (explanation: { actions: { id: string }[] }) =>
      explanation.actions.find(action => action.id === 'accept');
    expect(accept(await told(PROPOSER))).toMatchObject({
      ...{ allowed: false, why: { code: 'forbidden' } },
    });
    expect(accept(await told(TRIAGER))).toMatchObject({ allowed: true });
    const path = `/operations/explanations/${key}`;
    const nobody = await people.get(MANAGER, `${path}?person=nobody.at.all`);
    expect(nobody.body.error).toMatchObject({
      fields: [{ path: 'person', code: 'unknown-person' }],
    });
  });

  it('is told no more than others without the permission', async () => {
    const { people, bridge } = await start();
    const paths = ['', '/effects', '/timers', '/guard-errors', '/stuck-items'];
    paths.push(`/explanations/FB-0001?person=${TRIAGER}`);
    for (const path of paths) {
      const answer = await people.get(PROPOSER, `/operations${path}`);
      expect([path, answer.status]).toEqual([path, 403]);
    }
    const path = `${EFFECTS}/1/retry`;
    const answer = await bridge.send('post', path, {}, user(PROPOSER));
    expect(answer.status).toBe(403);
  });
});
