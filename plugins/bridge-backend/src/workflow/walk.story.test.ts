import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_HEAD,
  DecisionRecord,
  Item,
} from '@techbridge/plugin-bridge-common';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { demoEntities } from '../testing/demoEntities';
import { startBridgeForTest, TestBridge } from '../testing/startBridgeForTest';

jest.setTimeout(30_000);

const MES = 'system:default/mes';
const year = { from: '2000-01-01', until: '2999-12-31' };

/** Sends commands as people do: look, then act on what was seen. */
function peopleOf(bridge: TestBridge) {
  const user = (name: string) => `user:default/${name}`;
  const get = async (key: string, name: string): Promise<Item> =>
    (await bridge.get(`/api/bridge/items/${key}`, user(name))).body;
  return {
    get,
    async create(name: string, body: object): Promise<Item> {
      const answer = await bridge.send(
        'post',
        '/api/bridge/items',
        body,
        user(name),
      );
      expect([answer.status, answer.body.error]).toEqual([201, undefined]);
      return answer.body;
    },
    async act(name: string, key: string, action: string, body: object = {}) {
      const { rev } = await get(key, name);
      return bridge.send(
        'post',
        `/api/bridge/items/${key}/actions/${action}`,
        { rev, ...body },
        user(name),
      );
    },
    vote: (name: string, key: string, body: object) =>
      bridge.send('post', `/api/bridge/items/${key}/ballots`, body, user(name)),
    inbox: async (name: string): Promise<string[]> => {
      const { body } = await bridge.get('/api/bridge/inbox', user(name));
      return body.items.map(({ item }: { item: Item }) => item.key);
    },
  };
}

async function staffedBridge(
  id: (typeof DATABASE_IDS)[number],
  entities?: Entity[],
) {
  const knex = await emptyDatabase(id);
  const bridge = await startBridgeForTest({ knex, entities });
  await bridge.send('put', '/api/bridge/systems/mes/super-users/chen.zhiyuan', {
    role: 'lead',
    department: 'group:default/production',
    ...year,
  });
  return { bridge, knex, people: peopleOf(bridge) };
}

const group = (name: string) => `group:default/${name}`;

/** Who leads which group; the members of departments without any in the catalog. */
function withHeads(
  heads: { [group: string]: string },
  members: { [group: string]: string[] },
): Entity[] {
  return demoEntities.map(entity => {
    const { name, annotations } = entity.metadata;
    const head = entity.kind === 'Group' ? heads[name] : undefined;
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          ...annotations,
          ...(head && { [ANNOTATION_HEAD]: head }),
        },
      },
      relations:
        members[name]?.map(one => ({
          type: 'hasMember',
          targetRef: `user:default/${one}`,
        })) ?? entity.relations,
    };
  });
}

const threeSentences = {
  system: MES,
  currentState: '扫码后不确认，数量常常录不进去。',
  method: '扫码后强制确认一次再提交。',
  expectedEffect: '录入异常减少一半。',
};
const judged = {
  effort: 'M',
  cost: 20000,
  departments: ['group:default/production'],
  reversible: true,
  configuresCriticalSystem: true,
};
const evidence = {
  metric: '每千条录入异常数',
  baseline: 11.3,
  target: 4,
  expectedBenefit: 120000,
  evidence: '3月3日至3月8日MES录入日志，共15.9千条，异常179条。',
};
const approve = { board: 'board', choice: 'approve' };
const problem = {
  workflow: 'feedback',
  data: { title: '报工数量录不进去', system: MES, impact: 'slow' },
};

describe.each(DATABASE_IDS)(
  'from a problem to a verified benefit on %s',
  id => {
    it('walks the whole chain', async () => {
      const { bridge, people } = await staffedBridge(id);
      const { create, act, vote, get, inbox } = people;
      const done = async (answer: Promise<{ status: number; body: Item }>) => {
        const { status, body } = await answer;
        expect([status, (body as { error?: object }).error]).toEqual([
          200,
          undefined,
        ]);
        return body;
      };

      const feedback = await create('zhang.qiang', problem);
      expect(feedback.key).toBe('FB-0001');
      expect(await inbox('chen.zhiyuan')).toEqual(['FB-0001']);
      const converted = await done(act('chen.zhiyuan', 'FB-0001', 'convert'));
      const proposal = converted.links[0].key;
      expect(proposal).toMatch(/^OP-\d{4}-001$/);
      expect(converted.links[0].type).toBe('convertedTo');

      await done(
        act('chen.zhiyuan', proposal, 'submit', { data: threeSentences }),
      );
      const refused = await act('chen.zhiyuan', proposal, 'accept');
      expect([refused.status, refused.body.error.code]).toEqual([
        403,
        'action-forbidden',
      ]);
      await done(act('he.jing', proposal, 'accept', { data: judged }));
      const missing = await act('chen.zhiyuan', proposal, 'present', {
        data: {},
      });
      expect(missing.status).toBe(400);
      expect(
        missing.body.error.fields.map((f: { path: string }) => f.path),
      ).toEqual(
        expect.arrayContaining([
          'data.metric',
          'data.baseline',
          'data.evidence',
        ]),
      );
      await done(act('chen.zhiyuan', proposal, 'present', { data: evidence }));

      expect(await inbox('luo.yong')).toEqual([proposal]);
      const own = await vote('chen.zhiyuan', proposal, approve);
      expect([own.status, own.body.error.code]).toEqual([
        403,
        'action-forbidden',
      ]);
      for (const name of ['luo.yong', 'zhou.qiming', 'zheng.bo', 'huang.lei']) {
        const { status } = await vote(name, proposal, approve);
        expect(status).toBe(200);
      }
      expect(await inbox('luo.yong')).toEqual([]);
      expect((await get(proposal, 'su.min')).state.id).toBe('board');
      await vote('su.min', proposal, approve);
      const adopted = await get(proposal, 'su.min');
      expect(adopted.state.id).toBe('inDelivery');
      const late = await vote('wang.haiyan', proposal, {
        board: 'board',
        choice: 'reject',
        reason: '理由写得足够长，至少要有二十个字，但是已经太晚了。',
      });
      expect([late.status, late.body.error.code]).toEqual([
        409,
        'board-closed',
      ]);

      const requirement = adopted.links.find(
        ({ type }) => type === 'implements',
      );
      const key = requirement?.key ?? '';
      const early = await act('he.jing', key, 'plan');
      expect(early.status).toBe(409);
      const review = async (acceptanceCriteria: string[]) => {
        const scope = '扫码报工后弹出确认框。';
        const data = { scope, acceptanceCriteria, priority: 'high' };
        await done(
          act('he.jing', key, 'submitDraft', {
            data: { ...data, release: 'MES 2.4' },
          }),
        );
        await done(act('chen.zhiyuan', key, 'confirmWording'));
        for (const name of [
          'luo.yong',
          'zhou.qiming',
          'zheng.bo',
          'huang.lei',
          'su.min',
        ]) {
          await vote(name, key, approve);
        }
        const { state, data: frozen } = await get(key, 'he.jing');
        return [state.id, frozen.revision];
      };
      const plan = () =>
        act('he.jing', key, 'plan', { data: { plannedFor: '2026-03-01' } });
      expect(await review(['不确认不能提交'])).toEqual(['frozen', 1]);
      await done(plan());
      // What is approved changes only by a revision with its own decision.
      const comment = '夜班戴手套点不中，改为扫两次码确认。';
      await done(act('he.jing', key, 'revise', { comment }));
      expect((await plan()).status).toBe(409);
      expect(await review(['不扫第二次不能提交'])).toEqual(['frozen', 2]);
      await done(plan());
      const decisions = await bridge.get(`/api/bridge/items/${key}/decision`);
      expect(decisions.body.items).toMatchObject([
        { board: 'board', round: 2, state: 'approved' },
        { board: 'board', round: 1, state: 'approved' },
      ]);
      await done(act('he.jing', key, 'handToTest'));
      await done(
        act('chen.zhiyuan', key, 'accept', {
          data: { testResult: '逐条试过，全部通过。' },
        }),
      );
      await done(
        act('he.jing', key, 'release', { data: { releasedIn: 'MES 2.4' } }),
      );

      await bridge.runTask('bridge-work');
      expect((await get(proposal, 'su.min')).state.id).toBe('tracking');
      await done(
        act('su.min', proposal, 'verify', {
          data: {
            actual: 4.7,
            benefitType: 'quality',
            hardness: 'soft',
            annualBenefit: 150000,
            verificationNote: '对比两周数据，异常率下降58%，显著。',
          },
        }),
      );
      const chain = await bridge.get('/api/bridge/items/FB-0001/chain');
      const keys = chain.body.nodes.map((node: Item) => node.key);
      expect(keys).toEqual(['FB-0001', proposal, key, 'KC-001']);
      const journal = await bridge.get(`/api/bridge/items/${proposal}/journal`);
      expect(journal.body).toMatchObject({ intact: true, brokenAt: null });
      const board = await bridge.get('/api/bridge/leaderboards/all');
      expect(board.body.items[0].person.ref).toBe('user:default/chen.zhiyuan');
      const rebuilt = await bridge.send(
        'post',
        '/api/bridge/ledger/rebuild',
        {},
      );
      expect(rebuilt.body).toMatchObject({ missing: 0, surplus: 0 });
    });

    it('has heads of departments that benefit stand aside, and waits for a member of a department concerned', async () => {
      const heads = {
        ...{ production: 'luo.yong', warehouse: 'User:default/wang.haiyan' },
        'information-technology': 'user:default/zhou.qiming',
        // These name nobody.
        ...{ 'benefit-control': group('production'), 'itrb-chair': '::' },
      };
      const members = {
        production: ['luo.yong', 'huang.lei'],
        warehouse: ['wang.haiyan'],
      };
      const { bridge, people } = await staffedBridge(
        id,
        withHeads(heads, members),
      );
      const { create, act, vote, get } = people;
      const toBoard = async (concerned: string, gain: string[]) => {
        const proposer = 'zhang.qiang';
        const { currentState } = threeSentences;
        const data = { title: `${concerned}扫码`, currentState };
        const { key } = await create(proposer, { workflow: 'proposal', data });
        await act(proposer, key, 'submit', { data: threeSentences });
        const departments = [group(concerned)];
        const beneficiaries = gain.map(group);
        await act('chen.zhiyuan', key, 'accept', {
          data: { ...judged, departments, beneficiaries },
        });
        const { status } = await act(proposer, key, 'present', {
          data: evidence,
        });
        expect(status).toBe(200);
        return key;
      };
      const votes = async (key: string, ...names: string[]) => {
        for (const name of names) {
          const { status } = await vote(name, key, approve);
          expect([name, status]).toEqual([name, 200]);
        }
        return (await get(key, 'zhang.qiang')).state.id;
      };
      const aside = async (key: string) =>
        (await get(key, 'zhang.qiang')).boards[0].recused;
      const reason = {
        en: 'Head of a department that benefits',
        zh: '受益部门负责人',
      };

      // Concerned alone is no gain: then the head votes like everybody else.
      expect(await aside(await toBoard('production', []))).toEqual([]);
      const gain = ['production', 'benefit-control', 'itrb-chair'];
      const key = await toBoard('production', gain);
      expect(await aside(key)).toEqual([
        { user: 'user:default/luo.yong', reason },
      ]);
      const own = await vote('luo.yong', key, approve);
      expect([own.status, own.body.error.params.whyZh]).toEqual([
        ...[403, '您已回避本次表决：受益部门负责人。'],
      ]);
      const others = ['zhou.qiming', 'he.jing', 'zheng.bo', 'su.min'];
      const sixth = ['chen.zhiyuan', 'wang.haiyan'];
      // Six of seven are for it, but nobody of the department.
      expect(await votes(key, ...others, ...sixth)).toBe('board');
      const abstains = { board: 'board', choice: 'abstain' };
      expect((await vote('huang.lei', key, abstains)).status).toBe(200);
      expect((await get(key, 'su.min')).state.id).toBe('inDelivery');
      const { body } = await bridge.get(`/api/bridge/items/${key}/decision`);
      const [record]: DecisionRecord[] = body.items;
      expect(record).toMatchObject({
        recused: [{ user: 'user:default/luo.yong', kind: 'automatic', reason }],
        ...{ quorum: { needed: 5, present: 7 }, count: { for: 6 } },
      });
      expect(record.markdown.zh).toContain(`| 按规则自动 | ${reason.zh} |`);
      expect(record.markdown.en).toContain(`| ${reason.en} |`);
      for (const language of ['zh', 'en'] as const) {
        const rule = record.rule.map(sentence => sentence[language]).join(' ');
        expect(rule).toContain(reason[language]);
        expect(record.markdown[language]).toContain(
          { zh: '涉及部门的委员', en: 'member from a department concerned' }[
            language
          ],
        );
      }

      // The only seat of its department: nobody is left to wait for.
      const alone = await toBoard('warehouse', ['warehouse']);
      expect(await votes(alone, ...others)).toBe('board');
      expect(await votes(alone, 'luo.yong')).toBe('inDelivery');

      // The chair stands aside, and whoever takes the chair then is asked for.
      const chairs = await toBoard('production', ['information-technology']);
      expect(await aside(chairs)).toEqual([
        { user: 'user:default/zhou.qiming', reason },
      ]);
      const four = ['su.min', 'huang.lei', 'luo.yong', 'wang.haiyan'];
      expect(await votes(chairs, ...four, 'chen.zhiyuan')).toBe('board');
      expect(await votes(chairs, 'he.jing')).toBe('inDelivery');
    });

    it('decides on a proposal of the chair under a deputy, and needs finance where money is at stake', async () => {
      const { people } = await staffedBridge(id);
      const { create, act, vote, get } = people;
      const chair = 'zhou.qiming';
      const { currentState } = threeSentences;
      const data = { title: '扫码后强制确认', currentState };
      const { key } = await create(chair, { workflow: 'proposal', data });
      await act(chair, key, 'submit', { data: threeSentences });
      await act('chen.zhiyuan', key, 'accept', { data: judged });
      await act(chair, key, 'present', { data: evidence });
      const opened = (await get(key, 'luo.yong')).boards[0];
      expect(opened.recused.map(({ user }) => user)).toEqual([
        `user:default/${chair}`,
      ]);
      const deputies = opened.electorate.filter(one => one.chair);
      expect(deputies.map(one => one.user)).toEqual(
        expect.arrayContaining(['user:default/he.jing']),
      );
      for (const name of ['luo.yong', 'huang.lei', 'wang.haiyan', 'he.jing']) {
        await vote(name, key, approve);
      }
      await vote('chen.zhiyuan', key, approve);
      // Five of seven are enough, but the controller is not among them.
      expect((await get(key, chair)).state.id).toBe('board');
      await vote('su.min', key, approve);
      expect((await get(key, chair)).state.id).toBe('inDelivery');
    });

    it('adopts with conditions, and delivers only when their owners have met them', async () => {
      const { bridge, knex, people } = await staffedBridge(id);
      const { create, act, vote, get, inbox } = people;
      const { currentState } = threeSentences;
      const data = { title: '扫码后强制确认', currentState };
      const { key } = await create('zhang.qiang', {
        workflow: 'proposal',
        data,
      });
      await act('zhang.qiang', key, 'submit', { data: threeSentences });
      await act('chen.zhiyuan', key, 'accept', { data: judged });
      await act('zhang.qiang', key, 'present', { data: evidence });
      const asking = (text: string, owner: string, due = '2999-01-31') => ({
        ...{ board: 'board', choice: 'approveWithConditions' },
        conditions: [{ text, owner, due }],
      });
      const fieldsOf = async (body: object) => {
        const answer = await vote('luo.yong', key, body);
        const { fields = [] } = answer.body.error;
        return [
          answer.status,
          ...fields.map((f: { path: string; code: string }) => [
            f.path,
            f.code,
          ]),
        ];
      };
      const { conditions, ...bare } = asking('x', 'he.jing');
      expect(await fieldsOf(bare)).toEqual([400, ['conditions', 'required']]);
      expect(await fieldsOf({ ...approve, conditions })).toEqual([
        ...[400, ['conditions', 'unknown-field']],
      ]);
      expect(await fieldsOf(asking('x', 'nobody.at.all'))).toEqual([
        ...[400, ['conditions.0.owner', 'unknown-person']],
      ]);
      expect(await fieldsOf(asking('x', 'he.jing', '2000-01-01'))).toEqual([
        ...[400, ['conditions.0.due', 'day-passed']],
      ]);

      await vote('luo.yong', key, asking('先在L3试两周', 'chen.zhiyuan'));
      await vote('su.min', key, asking('报备追溯影响', 'he.jing'));
      await vote('zheng.bo', key, asking('夜班先培训', 'chen.zhiyuan'));
      for (const name of ['huang.lei', 'he.jing', 'zhou.qiming']) {
        await vote(name, key, approve);
      }
      await vote('wang.haiyan', key, { ...approve, choice: 'abstain' });
      const adopted = await get(key, 'he.jing');
      expect(adopted).toMatchObject({ state: { id: 'conditions' }, links: [] });
      expect(
        adopted.conditions.map(({ id: one, owner, met, allowed }) => [
          ...[one, owner, met, allowed],
        ]),
      ).toEqual([
        ['board.1.1', 'user:default/chen.zhiyuan', null, false],
        ['board.1.2', 'user:default/he.jing', null, true],
        ['board.1.3', 'user:default/chen.zhiyuan', null, false],
      ]);
      // The owners are told; it waits for them, not for the programme office.
      await bridge.runTask('bridge-work');
      const told = bridge.notifications.filter(({ title }) =>
        title.includes('待您落实'),
      );
      expect(told.flatMap(({ to }) => to).sort()).toEqual([
        ...['user:default/chen.zhiyuan', 'user:default/he.jing'],
      ]);
      expect(await inbox('chen.zhiyuan')).toContain(key);
      expect(await inbox('he.jing')).toContain(key);
      expect(await inbox('lin.xiaolan')).not.toContain(key);
      const early = await act('lin.xiaolan', key, 'fulfilled');
      expect([early.status, early.body.error.message]).toEqual([
        ...[409, 'A condition is still open.'],
      ]);

      const report = (name: string, condition: string, body: object) =>
        bridge.send(
          'post',
          `/api/bridge/items/${key}/conditions/${condition}`,
          body,
          `user:default/${name}`,
        );
      const notMine = await report('luo.yong', 'board.1.2', { met: true });
      expect([notMine.status, notMine.body.error.code]).toEqual([
        ...[409, 'action-refused'],
      ]);
      const note = '已在L3试行两周，异常数见日报。';
      await report('chen.zhiyuan', 'board.1.1', { met: true, note });
      await report('he.jing', 'board.1.2', { met: true });
      expect(await inbox('he.jing')).not.toContain(key);
      const all = await report('chen.zhiyuan', 'board.1.3', { met: true });
      expect(all.body.conditions[0].met).toMatchObject({
        ...{ by: 'user:default/chen.zhiyuan', note },
      });
      expect(await inbox('lin.xiaolan')).toContain(key);
      const { body } = await act('lin.xiaolan', key, 'fulfilled');
      expect(body).toMatchObject({
        state: { id: 'inDelivery' },
        links: [{ type: 'implements' }],
      });
      const { body: journal } = await bridge.get(
        `/api/bridge/items/${key}/journal?limit=100`,
      );
      expect(journal.intact).toBe(true);
      const lines: { type: string; payload: { note?: string } }[] =
        journal.items;
      const reported = lines.filter(({ type }) => type === 'condition');
      expect(reported.map(({ payload }) => payload.note)).toEqual([
        ...[note, undefined, undefined],
      ]);
      // Whatever waited in states that were left waits no more.
      const left = await knex('tasks')
        .join('items', 'items.id', 'tasks.item_id')
        .whereRaw('tasks.entry <> items.entry')
        .select('tasks.person');
      expect(left).toEqual([]);
    });
  },
);
