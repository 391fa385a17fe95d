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
/** Another analyst, who belongs to the owners of the system as well. */
const DEPUTY = 'zheng.bo';
const NO = '现有版本已有此功能，无需再开发，请先试用新版本。';
const WRITTEN = {
  ...{ scope: '刷新', acceptanceCriteria: ['两秒内刷新'] },
  ...{ priority: 'low', release: 'MES 2.5', revertPlan: '退回2.4' },
};

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
    await people.act(ANALYST, first, 'submitDraft', { data: WRITTEN });
    await people.act(OPERATOR, first, 'confirmWording');
    await people.vote(DEPUTY, first, {
      ...{ board: 'owner', choice: 'reject', reason: NO },
    });
    const refused = await people.item(first, ANALYST);
    expect(refused.state.id).toBe('explanation');
    // Whoever wrote it down does not say why it is refused, and nobody without a reason.
    const said = { reasonCode: 'waitsForVersion', reasonText: NO };
    const explain = (name: string, given: object) =>
      people.post(name, `/items/${first}/actions/explain`, {
        ...{ rev: refused.rev, data: given },
      });
    expect((await explain(ANALYST, said)).status).toBe(403);
    const bare = await explain(DEPUTY, { reasonText: NO });
    expect([bare.status, bare.body.error.fields]).toMatchObject([
      ...[400, [{ path: 'data.reasonCode', code: 'required' }]],
    ]);
    const { body } = await explain(DEPUTY, {
      ...{ ...said, reopenVersion: 'MES 6' },
    });
    expect(body.state).toMatchObject({ id: 'rejected', type: 'end' });

    const next = await people.post(ANALYST, path, another);
    expect([next.status, next.body.error]).toEqual([200, undefined]);
    const again = await people.item(
      String(next.body.data.requirement),
      ANALYST,
    );
    const about = new URLSearchParams({
      ...{ workflow: 'requirement', title: again.title, except: again.key },
    });
    const like = await people.get(ANALYST, `/items/similar?${about}`);
    expect(like.body.items).toMatchObject([
      { key: first, facts: { ...said, reopenVersion: 'MES 6' } },
    ]);
  });

  it('leaves an approved requirement as it was when its change is refused or withdrawn', async () => {
    const { bridge, people } = await factory(id);
    const { data: made } = await people.item(await adopted(people), ANALYST);
    const key = String(made.requirement);
    const may = async (name: string, action: string) =>
      (await people.item(key, name)).actions.find(one => one.id === action)
        ?.allowed;
    // Nothing was approved that could stand again.
    expect(await may(ANALYST, 'withdrawRevision')).toBeUndefined();
    await people.act(ANALYST, key, 'submitDraft', { data: WRITTEN });
    // Without super users others confirm, but not whoever wrote it.
    expect(await may(ANALYST, 'confirmWording')).toBe(false);
    expect(await may(DEPUTY, 'confirmWording')).toBe(true);
    const { rev } = await people.item(key, ANALYST);
    const early = await people.post(
      ANALYST,
      `/items/${key}/actions/withdrawRevision`,
      { rev, comment: '直接进入批准状态试试看。' },
    );
    expect(early.status).toBe(409);
    await people.act(OPERATOR, key, 'confirmWording');
    const ballot = { board: 'owner', reason: NO };
    await people.vote(DEPUTY, key, { ...ballot, choice: 'approve' });
    await people.act(ANALYST, key, 'plan', {
      data: { plannedFor: '2999-03-01' },
    });
    const approved = await people.item(key, ANALYST);
    expect(approved).toMatchObject({
      ...{ state: { id: 'inDevelopment' } },
      data: { ...WRITTEN, revision: 1, drafter: user(ANALYST) },
    });

    const comment = '夜班戴手套点不中，改为扫两次。';
    const bold = {
      ...{ title: '换料后全部重算', scope: '全部重算', priority: 'high' },
      ...{ acceptanceCriteria: ['十秒内算完'], release: 'MES 9' },
      parameterChanges: [{ key: 'batch.refresh', old: '2', new: '10' }],
      revertPlan: null,
    };
    await people.act(ANALYST, key, 'revise', { comment });
    await people.act(DEPUTY, key, 'submitDraft', { data: bold });
    await people.act(OPERATOR, key, 'confirmWording');
    const revised = await people.item(key, ANALYST);
    expect(revised).toMatchObject({ title: bold.title, data: { revision: 2 } });
    await people.vote('zhou.qiming', key, { ...ballot, choice: 'reject' });
    const stands = await people.item(key, ANALYST);
    expect(stands).toMatchObject({
      ...{ state: { id: 'inDevelopment' }, title: approved.title },
    });
    expect(stands.data).toEqual(approved.data);

    // What was refused is still to be read, and what was put back, too.
    const { body: journal } = await people.get(
      ANALYST,
      `/items/${key}/journal?limit=100`,
    );
    expect(journal.intact).toBe(true);
    const lines: { type: string; payload: { data?: object } }[] = journal.items;
    const written = lines.map(({ payload: { data } }) => data);
    expect(written).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ scope: '全部重算', release: 'MES 9' }),
        expect.objectContaining({ ...WRITTEN, title: approved.title }),
      ]),
    );
    const records = await people.get(ANALYST, `/items/${key}/decision`);
    expect(records.body.items).toMatchObject([
      { round: 2, state: 'rejected' },
      { round: 1, state: 'approved' },
    ]);
    await bridge.runTask('bridge-work');
    const told = bridge.notifications.filter(({ title }) =>
      title.includes('按原批准内容继续'),
    );
    expect(told.flatMap(({ to }) => to)).toEqual(
      expect.arrayContaining([user(OPERATOR), user(ANALYST), user(DEPUTY)]),
    );

    await people.act(ANALYST, key, 'handToTest');
    // What was refused keeps its number, so that no other text bears it.
    const third = await people.act('zhou.qiming', key, 'revise', { comment });
    expect(third.data.revision).toBe(3);
    const withdrawn = await people.act(DEPUTY, key, 'withdrawRevision', {
      comment: '点错了单据，这一张不需要变更。',
    });
    expect(withdrawn.state.id).toBe('acceptanceTest');
    expect(withdrawn.data).toEqual({
      ...{ ...approved.data, builder: user(ANALYST) },
    });
    // Nor does anybody accept what they have written or built.
    expect(withdrawn.assignees).toContain(user(DEPUTY));
    expect(withdrawn.assignees).not.toContain(user(ANALYST));
    expect(await may(ANALYST, 'accept')).toBe(false);
    const done = await people.act(DEPUTY, key, 'accept', {
      data: { testResult: '逐条试过，全部通过。' },
    });
    expect(done).toMatchObject({ data: { tester: user(DEPUTY) } });
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
