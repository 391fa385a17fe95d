import {
  begin,
  compile,
  DueEffect,
  WorkItem,
} from '@techbridge/bridge-workflow';
import { readFileSync } from 'fs';
import { CaseDraftEffect } from './CaseDraftEffect';
import { Transaction } from './RevisionStore';
import { ChainItem } from './workItems';

const proposal: WorkItem = {
  key: 'OP-2025-018',
  workflow: { id: 'proposal', version: 1 },
  state: 'verified',
  entry: 9,
  enteredAt: '',
  data: {
    title: '批量采购阈值动态调整',
    system: 'system:default/erp',
    proposers: ['user:default/wang.haiyan'],
    currentState: '门槛固定,旺季断料,淡季积压。',
    method: '按物料动态计算:\nQ=max(MOQ,min(EOQ,*上限*))',
    expectedEffect: '周转率提高10%',
    metric: '库存周转率',
    unit: '次/年',
    baseline: 5.2,
    target: 5.8,
    actual: 5.98,
    annualBenefit: 271200,
    attributionShare: 0.8,
    runCost: 12000,
    oneOffCost: 60000,
    capitalReleased: 4520000,
    verificationNote: '财务按全年加权平均库存核定。',
  },
  createdBy: 'user:default/chen.zhiyuan',
  createdAt: '',
  taken: {},
  milestones: [],
  boards: [],
};

const chain: ChainItem[] = [
  {
    key: 'RQ-2025-031',
    kind: 'Requirement',
    title: '采购建议量按物料计算',
    data: {
      scope: '采购建议的数量算法',
      acceptanceCriteria: ['PP-T20 建议量为 2,800 kg', '<b>可回退</b>'],
      parameterChanges: [
        { key: 'PP-T20', old: '5,000', new: '2,800', by: 'user:default/x' },
        { key: '<b>下单</b>提示', new: '开' },
      ],
      releasedIn: 'R25.06',
    },
  },
  {
    key: 'OP-2025-018',
    kind: 'Proposal',
    title: '批量采购阈值动态调整',
    // As the database has it: before the benefit was verified.
    data: { ...proposal.data, actual: undefined, verificationNote: undefined },
  },
  {
    key: 'FB-0502',
    kind: 'Feedback',
    title: '批量采购门槛固定',
    data: { words: '# 每年旺季都断料\n> 淡季又堆满' },
  },
  { key: 'FB-0533', kind: 'Feedback', title: '也是*断料*', data: {} },
  { key: 'KC-001', kind: 'Case', title: '另一个案例', data: { body: 'x' } },
];

function draft(data: object, others: ChainItem[], with_: object = {}) {
  const effect: DueEffect = {
    use: 'openCaseDraft',
    with: { template: 'proposal-case', title: '${title}', ...with_ },
  };
  const chains = { chainOf: async () => others };
  return new CaseDraftEffect(chains).draft(
    undefined as unknown as Transaction,
    effect,
    { ...proposal, data: { ...proposal.data, ...data } },
  );
}

describe('the draft of a case', () => {
  it('tells what its chain tells, in the words of those who wrote it', async () => {
    const { workflow, link, data } = await draft({}, chain, {
      title: '批量采购阈值动态调整',
    });
    expect({ workflow, link }).toEqual({
      workflow: 'case-review',
      link: 'documents',
    });
    const { body, ...facts } = data;
    expect(facts).toEqual({
      title: '批量采购阈值动态调整',
      type: 'case',
      system: 'system:default/erp',
      systems: ['system:default/erp'],
      language: 'zh',
      authors: ['user:default/wang.haiyan'],
      source: 'OP-2025-018',
    });
    expect(body).toBe(
      [
        '## 现状问题',
        '',
        '门槛固定,旺季断料,淡季积压。',
        '',
        '> \\# 每年旺季都断料',
        '>',
        '> \\> 淡季又堆满',
        '>',
        '> — FB-0502',
        '',
        '> 也是\\*断料\\*',
        '>',
        '> — FB-0533',
        '',
        '## 改进方法',
        '',
        '按物料动态计算:',
        '',
        'Q=max(MOQ,min(EOQ,\\*上限\\*))',
        '',
        '## 需求与验收',
        '',
        '采购建议的数量算法',
        '',
        '验收标准：',
        '',
        '- PP-T20 建议量为 2,800 kg',
        '- \\<b\\>可回退\\</b\\>',
        '',
        '参数调整：',
        '',
        '- PP-T20：5,000 → 2,800',
        '- \\<b\\>下单\\</b\\>提示：开',
        '',
        '发布版本：R25.06',
        '',
        '## 实测效果',
        '',
        '| 指标 | 改进前 | 目标 | 改进后 | 变化 |',
        '| --- | --- | --- | --- | --- |',
        '| 库存周转率 | 5.2 次/年 | 5.8 次/年 | 5.98 次/年 | +15.0 % |',
        '',
        '年效益（元）：271,200',
        '',
        '归因比例：80 %',
        '',
        '年运行费用（元）：12,000',
        '',
        '一次性投入（元）：60,000',
        '',
        '释放资金占用（元）：4,520,000',
        '',
        '财务按全年加权平均库存核定。',
        '',
        '## 来源单据',
        '',
        '- FB-0502 批量采购门槛固定',
        '- FB-0533 也是\\*断料\\*',
        '- OP-2025-018 批量采购阈值动态调整',
        '- RQ-2025-031 采购建议量按物料计算',
      ].join('\n'),
    );
  });

  it('says less where the chain says less, and in English where that is wished', async () => {
    const { data } = await draft(
      {
        system: undefined,
        proposers: undefined,
        method: undefined,
        metric: undefined,
        verificationNote: undefined,
        annualBenefit: 0,
        attributionShare: 1,
        runCost: 0,
        oneOffCost: undefined,
        capitalReleased: undefined,
      },
      [chain[1]],
      { language: 'en', title: undefined },
    );
    expect(data).toEqual({
      title: '批量采购阈值动态调整',
      type: 'case',
      language: 'en',
      authors: ['user:default/chen.zhiyuan'],
      source: 'OP-2025-018',
      body: [
        '## The problem',
        '门槛固定,旺季断料,淡季积压。',
        '## Measured effect',
        '周转率提高10%',
        '## Where it comes from',
        '- OP-2025-018 批量采购阈值动态调整',
      ].join('\n\n'),
    });
  });

  it('compares before and after a major incident, as the playbook that its effect asks for', async () => {
    const incident: ChainItem = {
      key: 'CR-2025-02',
      kind: 'MajorIncident',
      title: '排产换模太频繁',
      data: {
        before: '按交期排，换模按0计算',
        after: '换模时间计入目标函数',
        ...{ startIndex: 70.2, recoveryCriterion: 95, index: 97.3 },
      },
    };
    const authors = ['user:default/huang.lei', 'user:default/chen.zhiyuan'];
    const wish = { type: 'playbook', data: { authors } };
    const { data } = await draft({}, [incident], wish);
    expect(data).toMatchObject({ type: 'playbook', authors });
    expect(data.body).toBe(
      [
        '## 变化对比',
        '### 之前',
        '按交期排，换模按0计算',
        '### 之后',
        '换模时间计入目标函数',
        '## 恢复情况',
        [
          '| 指数 | 初始 | 恢复标准 | 恢复时 |',
          '| --- | --- | --- | --- |',
          '| CR-2025-02 | 70.2 | 95 | 97.3 |',
        ].join('\n'),
        '## 来源单据',
        '- CR-2025-02 排产换模太频繁',
      ].join('\n\n'),
    );
  });

  it('is what the shipped workflow begins with', async () => {
    const file = `${__dirname}/../../workflows/case-review.yaml`;
    const { definition } = compile(readFileSync(file, 'utf8'));
    const { data } = await draft({}, chain);
    const step =
      definition &&
      begin(
        definition,
        { key: 'KC-001', version: 1, data, from: 'effect' },
        {
          actor: 'user:default/su.min',
          now: '2025-12-15T02:00:00.000Z',
          directory: {
            members: () => [],
            ownersOf: () => [],
            superUsersOf: () => [],
            departmentOf: () => undefined,
            standInsOf: () => [],
          },
        },
      );
    expect(step).toMatchObject({ ok: true, item: { state: 'draft', data } });
  });
});
