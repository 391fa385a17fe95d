import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { itemReadPermission } from '@techbridge/plugin-bridge-common';
import { AddressInfo } from 'net';
import {
  createItemConditionalDecision,
  itemConditions,
} from '../permissions/itemRules';
import { DATABASE_IDS, DatabaseId, emptyDatabase } from '../testing/databases';
import { startBridgeForTest, TestPolicy } from '../testing/startBridgeForTest';
import { TestPeople, user } from './testing/TestPeople';

jest.setTimeout(120_000);

const MES = 'system:default/mes';
const OPERATOR = 'zhang.qiang';
const ANALYST = 'he.jing';

async function factory(id: DatabaseId, policy?: TestPolicy) {
  const knex = await emptyDatabase(id);
  const bridge = await startBridgeForTest({ knex, policy });
  const { port } = bridge.server.address() as AddressInfo;
  return { bridge, people: new TestPeople([`http://127.0.0.1:${port}`]) };
}

const feedback = {
  workflow: 'feedback',
  data: { title: '报工数量录不进去', system: MES, impact: 'slow' },
};

/** A small proposal of an operator, on the fast track. */
async function onFastTrack(people: TestPeople): Promise<string> {
  const { key } = await people.create(OPERATOR, {
    workflow: 'proposal',
    data: { title: '换料后刷新批次', currentState: '要退出重进。' },
  });
  await people.act(OPERATOR, key, 'submit', {
    // As short as the form allows, which must do for all that follows.
    data: { system: MES, method: '刷新', expectedEffect: '省时' },
  });
  await people.act(ANALYST, key, 'accept', {
    data: {
      effort: 'S',
      cost: 0,
      departments: ['group:default/production'],
      reversible: true,
      configuresCriticalSystem: false,
    },
  });
  return key;
}

async function adopted(people: TestPeople): Promise<string> {
  const key = await onFastTrack(people);
  for (const [name, board] of [
    ['lin.xiaolan', 'superUser'],
    [ANALYST, 'owner'],
  ]) {
    const { status } = await people.vote(name, key, {
      board,
      choice: 'approve',
    });
    expect([name, status]).toEqual([name, 200]);
  }
  return key;
}

describe.each(DATABASE_IDS)('the chain on %s', id => {
  it('has two people decide on the fast track, also where a system has no super users', async () => {
    const { people } = await factory(id);
    const { boards } = await people.item(await onFastTrack(people), ANALYST);
    const voters = Object.fromEntries(
      boards.map(({ id: board, electorate }) => [
        board,
        electorate.map(one => one.user),
      ]),
    );
    expect(voters.superUser).toEqual([user('lin.xiaolan')]);
    expect(voters.owner).toContain(user(ANALYST));
    expect(voters.owner).not.toContain(user('lin.xiaolan'));
  });

  it('goes on from an adopted proposal to one requirement at a time', async () => {
    const { people } = await factory(id);
    const key = await adopted(people);
    const { data, state, rev } = await people.item(key, ANALYST);
    expect(state.id).toBe('inDelivery');
    const first = String(data.requirement);
    expect((await people.item(first, ANALYST)).data.scope).toBe('刷新');

    const another = { rev, comment: '缩小范围重写。' };
    const path = `/items/${key}/actions/newRequirement`;
    const early = await people.post(ANALYST, path, another);
    expect([early.status, early.body.error.code]).toEqual([
      409,
      'follow-up-open',
    ]);
    expect(early.body.error.params).toEqual({ key: first });
    await people.act(ANALYST, first, 'submitDraft', {
      data: {
        scope: '刷新',
        acceptanceCriteria: ['两秒内刷新'],
        priority: 'low',
        release: 'MES 2.5',
      },
    });
    await people.act(OPERATOR, first, 'confirmWording');
    const reason = '现有版本已有此功能，无需再开发，请先试用新版本。';
    await people.vote('zheng.bo', first, {
      board: 'owner',
      choice: 'reject',
      reason,
    });
    expect((await people.item(first, ANALYST)).state.id).toBe('rejected');
    expect((await people.post(ANALYST, path, another)).status).toBe(200);
  });

  it('begins a requirement with an adopted proposal only', async () => {
    const { people } = await factory(id);
    const { status, body } = await people.post(ANALYST, '/items', {
      workflow: 'requirement',
      data: { title: '换料后刷新批次', system: MES, scope: '只刷新批次号。' },
    });
    expect([status, body.error.code]).toEqual([409, 'action-refused']);
    expect(body.error.params.whyZh).toContain('其他单据');
    const { body: list } = await people.get(ANALYST, '/items');
    expect(list.items).toEqual([]);
  });

  it('is made by actions; by hand items are only related, and a case documents', async () => {
    const { people } = await factory(id);
    const [one, other] = [
      await people.create(OPERATOR, feedback),
      await people.create(OPERATOR, feedback),
    ];
    const link = (type: string, from = one.key) =>
      people.post(OPERATOR, `/items/${from}/links`, { type, key: other.key });
    for (const type of [
      'implements',
      'convertedTo',
      'duplicateOf',
      'documents',
    ]) {
      const { status, body } = await link(type);
      expect([status, body.error.fields[0]]).toMatchObject([
        400,
        { path: 'type', code: 'link-by-action' },
      ]);
    }
    const made = await people.post(OPERATOR, '/items', {
      ...feedback,
      links: [{ type: 'implements', key: other.key }],
    });
    expect(made.body.error.fields[0].path).toBe('links.0.type');

    expect((await link('relatesTo')).status).toBe(200);
    const twice = await link('relatesTo');
    expect([twice.status, twice.body.error.code]).toEqual([
      409,
      'already-linked',
    ]);
    expect((await people.item(one.key, OPERATOR)).rev).toBe(one.rev + 1);
    const { key: study } = await people.create(OPERATOR, {
      workflow: 'case-review',
      data: { title: '批次刷新', type: 'guide', system: MES },
    });
    expect((await link('documents', study)).status).toBe(200);
  });

  it('shows of linked items only those that one may see', async () => {
    const own = createItemConditionalDecision(
      itemReadPermission,
      itemConditions.isReporter({ userRef: user(OPERATOR) }),
    );
    const policy: TestPolicy = (permission, person) =>
      permission === 'bridge.item.read' && person === user(OPERATOR)
        ? own
        : { result: AuthorizeResult.ALLOW };
    const { people } = await factory(id, policy);
    const mine = await people.create(OPERATOR, feedback);
    const secret = await people.create('luo.yong', feedback);
    const link = { type: 'relatesTo', key: mine.key };
    const linked = await people.post(
      'luo.yong',
      `/items/${secret.key}/links`,
      link,
    );
    expect(linked.body.links).toHaveLength(1);
    expect((await people.item(mine.key, OPERATOR)).links).toEqual([]);
    const comment = await people.post(OPERATOR, `/items/${mine.key}/comments`, {
      text: '还是不行。',
    });
    expect(comment.body.links).toEqual([]);
    // Nor can one find out by linking that there is such an item.
    const { body } = await people.post(OPERATOR, `/items/${mine.key}/links`, {
      ...link,
      key: secret.key,
    });
    expect(body.error.fields[0]).toMatchObject({
      path: 'key',
      code: 'unknown-item',
    });
  });
});
