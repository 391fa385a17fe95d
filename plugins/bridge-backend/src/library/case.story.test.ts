import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { FieldProblem, Item } from '@techbridge/plugin-bridge-common';
import { http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { startBridgeForTest, TestBridge } from '../testing/startBridgeForTest';

const CASES = '/api/bridge/cases';
const MES = 'system:default/mes';
const APPOINTMENT = {
  role: 'lead',
  department: 'group:default/production',
  from: '2000-01-01',
  until: '2999-12-31',
};
const text = {
  title: '扫码枪重连',
  systems: ['mes'],
  language: 'zh',
  body: '## 现象\n\n扫码枪频繁断连，重新配对后恢复。',
};
const next = {
  ...text,
  title: '扫码枪断连处理',
  systems: ['mes', 'wms'],
  body: '先看电量，再看信号。',
};

const techDocs = setupServer(http.all('*', () => passthrough()));
registerMswTestHooks(techDocs);

/** Cases and items as people send and read them. */
function peopleOf(bridge: TestBridge) {
  const user = (name: string) => `user:default/${name}`;
  const send = (
    method: 'post' | 'put',
    path: string,
    body: object,
    name: string,
  ) => bridge.send(method, path, body, user(name));
  const read = async (path: string, name = 'zhang.qiang') =>
    (await bridge.get(path, user(name))).body;
  const item = (key: string): Promise<Item> => read(`/api/bridge/items/${key}`);
  return {
    read,
    item,
    send,
    put: (body: object, name = 'zhang.qiang') =>
      send('put', `${CASES}/kc-001`, body, name),
    async act(name: string, key: string, action: string, body: object = {}) {
      const { rev } = await item(key);
      const path = `/api/bridge/items/${key}/actions/${action}`;
      const answer = await send('post', path, { rev, ...body }, name);
      expect([answer.body.error, answer.status]).toEqual([undefined, 200]);
      return answer.body as Item;
    },
    async vote(name: string, key: string, board: string) {
      const path = `/api/bridge/items/${key}/ballots`;
      const ballot = { board, choice: 'approve' };
      const answer = await send('post', path, ballot, name);
      expect([answer.body.error, answer.status]).toEqual([undefined, 200]);
    },
  };
}

/**
 * A requirement whose parameters are written as rows and changed once: who
 * entered them and when is for the bridge to say.
 */
async function draftTwice(
  people: { bridge: TestBridge } & Pick<
    ReturnType<typeof peopleOf>,
    'send' | 'item' | 'act'
  >,
  key: string,
) {
  const { bridge, send, item, act } = people;
  const data = {
    scope: '扫码报工后弹出确认框。',
    acceptanceCriteria: ['不确认不能提交'],
    ...{ priority: 'high', release: 'MES 2.4' },
  };
  const box = { key: '确认框', old: '关', new: '开' };
  const repeat = { key: '重复扫码拦截', new: '10秒' };
  const submit = (parameterChanges: object[]) =>
    act('he.jing', key, 'submitDraft', { data: { ...data, parameterChanges } });
  const path = `/api/bridge/items/${key}/actions/submitDraft`;
  const { rev, actions } = await item(key);
  const wrong = { ...data, parameterChanges: [box, { old: '1', note: 'x' }] };
  const answer = await send('post', path, { rev, data: wrong }, 'he.jing');
  expect(
    answer.body.error.fields.map((field: FieldProblem) => field.path).sort(),
  ).toEqual(
    ['key', 'new', 'note'].map(part => `data.parameterChanges.1.${part}`),
  );
  // Nobody is asked for what the bridge knows.
  expect(JSON.stringify(actions)).not.toMatch(/Entered by|填写时间/);

  const liar = { by: 'user:default/su.min', at: '2001-01-01T00:00:00.000Z' };
  await submit([{ ...repeat, ...liar }, box]);
  const first = (await item(key)).data.parameterChanges as object[];
  const by = 'user:default/he.jing';
  const at = expect.stringMatching(/^20[2-9]\d-.*Z$/);
  expect(first).toEqual([
    { ...repeat, by, at },
    { ...box, by, at },
  ]);
  await act('chen.zhiyuan', key, 'askBack', { comment: '拦截改为12秒。' });
  await submit([box, { ...repeat, new: '12秒' }]);
  const second = (await item(key)).data.parameterChanges as typeof first;
  expect(second).toEqual([first[1], { ...repeat, new: '12秒', by, at }]);
  expect(second[1]).not.toMatchObject(first[0]);
  const csv = await bridge.get(
    '/api/bridge/export/items.csv?workflow=requirement',
    by,
  );
  expect(csv.text).toMatch(/Parameter: 确认框, Old value: 关, New value: 开, /);
}

describe.each(DATABASE_IDS)('a case, from its first word on, on %s', id => {
  async function start() {
    const built: string[] = [];
    techDocs.use(
      http.get('*/api/techdocs/sync/default/resource/:name', ({ params }) => {
        built.push(String(params.name));
        return new HttpResponse('event: finish\ndata: {"updated":true}\n\n');
      }),
    );
    const bridge = await startBridgeForTest({
      knex: await emptyDatabase(id),
      config: { app: { baseUrl: 'https://bridge.test' } },
    });
    const appointed = `/api/bridge/systems/mes/super-users/chen.zhiyuan`;
    await bridge.send('put', appointed, APPOINTMENT);
    return { bridge, built, ...peopleOf(bridge) };
  }

  it('is begun once, written by its author, reviewed by another, and read by all', async () => {
    const { bridge, built, read, item, send, put, act } = await start();
    const begin = () =>
      send('post', CASES, text, 'zhang.qiang').set('Idempotency-Key', 'once');
    const begun = await begin();
    expect([begun.status, begun.body.id]).toEqual([201, 'kc-001']);
    const again = await begin();
    expect([again.status, again.body]).toEqual([201, begun.body]);
    expect(await read(CASES)).toMatchObject({ total: 1 });

    await bridge.runTask('bridge-work');
    bridge.resetCounts();
    const written = await put({ ...next, revision: 1 });
    expect(written.body).toMatchObject({
      title: '扫码枪断连处理',
      systems: [MES, 'system:default/wms'],
      revision: 2,
      mayEdit: true,
    });
    expect(bridge.counts.authorize).toBe(1);
    // The worker that is woken up adds two of its own.
    expect(bridge.counts.statements.length).toBeLessThanOrEqual(18);
    // Inboxes, lists and the form of the workflow say what the case says.
    expect(await item('KC-001')).toMatchObject({
      title: '扫码枪断连处理',
      data: {
        system: MES,
        systems: [MES, 'system:default/wms'],
        body: next.body,
      },
    });

    const late = await put({ ...text, revision: 1 });
    expect([late.status, late.body.error]).toMatchObject([
      409,
      { code: 'changed-meanwhile', current: { revision: 2, body: next.body } },
    ]);
    const stranger = await put({ ...next, revision: 2 }, 'ma.jun');
    expect([stranger.status, stranger.body.error.code]).toEqual([
      403,
      'action-forbidden',
    ]);
    const short = await put({ ...next, title: '短', revision: 2 });
    expect(short.body.error.fields).toMatchObject([
      { path: 'title', code: 'too-short' },
    ]);
    const blank = await put({ ...next, body: ' \n', revision: 2 });
    expect(blank.body).toMatchObject({ body: '', summary: '', revision: 3 });
    const restored = await put({ ...next, revision: 3 });
    expect(restored.body).toMatchObject({ body: next.body, revision: 4 });
    // The same text is no next revision.
    const same = await put({ ...next, revision: 4 });
    expect([same.status, same.body.revision]).toEqual([200, 4]);
    await act('zhang.qiang', 'KC-001', 'edit', {
      data: { body: '先看电量。' },
    });
    expect(await read(`${CASES}/kc-001`)).toMatchObject({
      ...{ title: next.title, systems: [MES, 'system:default/wms'] },
      ...{ body: '先看电量。', revision: 5 },
    });

    await act('zhang.qiang', 'KC-001', 'submit');
    const inReview = await put({ ...next, revision: 5 });
    expect([inReview.status, inReview.body.error]).toMatchObject([
      409,
      {
        code: 'action-refused',
        current: { revision: 5, state: { id: 'inReview' }, mayEdit: false },
      },
    ]);
    const documents = `${CASES}/kc-001/documents`;
    expect((await bridge.asService(documents)).status).toBe(404);
    const { cursor } = (
      await bridge.asService('/api/bridge/catalog-projection')
    ).body;

    await act('chen.zhiyuan', 'KC-001', 'publish');
    await bridge.runTask('bridge-work');
    const projection = `/api/bridge/catalog-projection?since=${cursor}`;
    const { entities } = (await bridge.asService(projection)).body;
    expect(entities).toMatchObject([
      {
        kind: 'Resource',
        metadata: {
          name: 'kc-001',
          title: '扫码枪断连处理',
          annotations: {
            'backstage.io/techdocs-ref': 'url:https://bridge.test/cases/kc-001',
          },
        },
        spec: {
          type: 'case-study',
          owner: 'group:default/super-users-mes',
          dependsOn: [MES, 'system:default/wms'],
        },
      },
    ]);
    const page = await bridge.asService(documents);
    expect([page.status, page.headers.etag]).toEqual([200, '"5"']);
    expect(page.body.files[1].text).toContain('先看电量。');
    expect(built).toEqual(['kc-001']);
    expect(bridge.topics).toContain('bridge.catalog');
    const ended = await put({ ...next, revision: 5 });
    expect(ended.body.error.code).toBe('action-refused');
    const journal = await read('/api/bridge/items/KC-001/journal');
    expect(journal).toMatchObject({ intact: true });
  });

  it('is no draft any more when it was given up', async () => {
    const { read, send, act } = await start();
    await send('post', CASES, text, 'zhang.qiang');
    await send('post', CASES, next, 'zhang.qiang');
    expect(await read(`${CASES}?published=false`)).toMatchObject({ total: 2 });
    await act('zhang.qiang', 'KC-001', 'discard');
    expect(await read(`${CASES}?published=false`)).toMatchObject({
      items: [{ key: 'KC-002' }],
      total: 1,
    });
  });

  it('begins with the whole story when a benefit was verified', async () => {
    const { bridge, read, item, send, act, vote } = await start();
    const problem = {
      title: '扫码后数量录不进去',
      system: MES,
      impact: 'slow',
    };
    const feedback = { workflow: 'feedback', data: problem };
    await send('post', '/api/bridge/items', feedback, 'zhang.qiang');
    const converted = await act('chen.zhiyuan', 'FB-0001', 'convert');
    const proposal = converted.links[0].key;
    const does = (name: string, action: string, data?: object) =>
      act(name, proposal, action, { data });
    await does('chen.zhiyuan', 'submit', {
      title: '扫码后强制确认',
      system: MES,
      currentState: '扫码后不确认。',
      method: '扫码后强制确认一次。',
      expectedEffect: '异常减少一半。',
    });
    await does('he.jing', 'accept', {
      ...{ effort: 'S', cost: 0, reversible: true },
      departments: ['group:default/production'],
      configuresCriticalSystem: false,
    });
    await vote('lin.xiaolan', proposal, 'superUser');
    await vote('zhou.qiming', proposal, 'owner');
    const requirement = String((await item(proposal)).data.requirement);
    await draftTwice({ bridge, send, item, act }, requirement);
    await act('chen.zhiyuan', requirement, 'confirmWording');
    await vote('zheng.bo', requirement, 'owner');
    const plan = { plannedFor: '2026-03-01' };
    await act('he.jing', requirement, 'plan', { data: plan });
    await act('he.jing', requirement, 'handToTest');
    const tested = { testResult: '逐条试过，全部通过。' };
    await act('chen.zhiyuan', requirement, 'accept', { data: tested });
    const release = { releasedIn: 'MES 2.4' };
    await act('he.jing', requirement, 'release', { data: release });
    await bridge.runTask('bridge-work');
    await does('su.min', 'verify', {
      ...{ benefitType: 'quality', hardness: 'soft', annualBenefit: 150000 },
      verificationNote: '对比两周数据，异常率下降一半。',
    });

    const drafted = await read(`${CASES}/kc-001`, 'chen.zhiyuan');
    expect(drafted).toMatchObject({
      title: '扫码后强制确认',
      ...{ systems: [MES], author: 'user:default/chen.zhiyuan' },
      ...{ state: { id: 'draft' }, revision: 1, mayEdit: true },
    });
    expect(drafted.body).toBe(
      [
        '## 现状问题',
        '扫码后不确认。',
        '> 扫码后数量录不进去\n>\n> — FB-0001',
        '## 改进方法',
        '扫码后强制确认一次。',
        '## 需求与验收',
        '扫码报工后弹出确认框。',
        '验收标准：',
        '- 不确认不能提交',
        '参数调整：',
        '- 确认框：关 → 开\n- 重复扫码拦截：12秒',
        '发布版本：MES 2.4',
        '## 实测效果',
        '年效益（元）：150,000',
        '对比两周数据，异常率下降一半。',
        '## 来源单据',
        [
          '- FB-0001 扫码后数量录不进去',
          `- ${proposal} 扫码后强制确认`,
          `- ${requirement} 扫码后强制确认`,
        ].join('\n'),
      ].join('\n\n'),
    );
    // A draft without a kind or further systems is saved as any other.
    const saved = await send(
      'put',
      `${CASES}/kc-001`,
      { ...next, revision: 1 },
      'chen.zhiyuan',
    );
    expect([saved.status, saved.body.revision]).toEqual([200, 2]);
    const chain = await read('/api/bridge/items/KC-001/chain');
    expect(chain.nodes).toHaveLength(4);
  });
});
