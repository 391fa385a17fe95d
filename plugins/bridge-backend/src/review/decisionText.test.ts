import { DecisionFacts } from './decisionRecord';
import { decisionText } from './decisionText';

const facts: DecisionFacts = {
  item: { key: 'OP-2025-018', title: '阈值 | 按月' },
  workflow: {
    id: 'proposal',
    version: 3,
    hash: 'aa11',
    title: { en: 'Proposal', zh: '优化提案' },
  },
  board: 'board',
  label: { en: 'IT review board', zh: 'IT评审委员会' },
  round: 2,
  state: 'conditional',
  escalated: false,
  openedAt: '2025-12-29T01:00:00.000Z',
  closedAt: '2025-12-30T17:30:00.000Z',
  meeting: { id: 7, title: '年末评审会', startsAt: '2025-12-30T16:00:00.000Z' },
  deadlineAt: null,
  rule: [{ en: 'At least 2 must have voted.', zh: '至少 2 人表决。' }],
  ballot: 'open',
  electorate: [
    { user: 'user:default/zhou', chair: true },
    { user: 'user:default/he', chair: false },
    { user: 'user:default/luo', chair: false },
    { user: 'user:default/chen', chair: false },
  ],
  recused: [
    {
      user: 'user:default/chen',
      kind: 'automatic',
      reason: { en: 'Proposer', zh: '提案人' },
    },
  ],
  quorum: { needed: 2, present: 2 },
  count: { for: 2, against: 0, abstained: 0, cast: 2 },
  ballots: [
    {
      voter: 'user:default/zhou',
      choice: 'approveWithConditions',
      reason: '先试\n# 三个月',
      at: '2025-12-30T01:00:00.000Z',
    },
    {
      voter: 'user:default/he',
      castBy: 'user:default/luo',
      choice: 'approve',
      reason: null,
      at: '2025-12-30T17:30:00.000Z',
    },
  ],
  ballotsHash: 'bb22',
  conditions: [
    {
      id: 'board.2.1',
      text: '先在L3线试行',
      owner: 'user:default/he',
      due: '2026-01-31',
      by: 'user:default/zhou',
    },
  ],
};
const reading = {
  nameOf: (ref: string) => ref.slice('user:default/'.length),
  timeZone: 'Asia/Shanghai',
};

describe('a decision record as a document', () => {
  it('says what was decided, by whom, by which rule, and has room to sign', () => {
    expect(decisionText(facts, 'zh', reading)).toBe(`# 评审结论：IT评审委员会

| 项目 | 内容 |
| --- | --- |
| 单据 | OP-2025-018 阈值 \\| 按月 |
| 流程 | 优化提案, 版本 3 |
| 轮次 | 2 |
| 开始时间 | 2025-12-29 09:00 |
| 结束时间 | 2025-12-31 01:30 |
| 评审会 | 年末评审会, 2025-12-31 00:00 |
| 结论 | 有条件通过 |

## 表决规则

- 至少 2 人表决。

## 表决情况

应到 3 人，实到 2 人，回避 1 人，最低到会 2 人；同意 2，不同意 0，弃权 0。

| 姓名 | 表决 | 理由 | 时间 |
| --- | --- | --- | --- |
| zhou（主席） | 有条件同意 | 先试 # 三个月 | 2025-12-30 09:00 |
| he | 同意，代投人：luo |  | 2025-12-31 01:30 |
| luo | 未表决 |  |  |

## 回避

| 姓名 | 方式 | 理由 |
| --- | --- | --- |
| chen | 按规则自动 | 提案人 |

## 条件

| 条件 | 责任人 | 期限 | 提出人 |
| --- | --- | --- | --- |
| 先在L3线试行 | he | 2026-01-31 | zhou |

## 签字

| 姓名 | 签字 | 日期 |
| --- | --- | --- |
| zhou（主席） |  |  |
| he |  |  |
| luo |  |  |

## 存证

- 规则（SHA-256）: \`aa11\`
- 表决票（SHA-256）: \`bb22\``);
  });

  it('names the decision that was reopened, by whom and why', () => {
    const reopens: DecisionFacts['reopens'] = {
      action: { en: 'Appeal', zh: '申诉' },
      ...{ by: 'user:default/chen', at: '2025-12-20T01:00:00.000Z' },
      reason: '数据 | 有误',
      decision: {
        ...{ label: facts.label, round: 1, state: 'rejected' },
        closedAt: '2025-12-19T01:00:00.000Z',
      },
    };
    const row = (text: string) =>
      text.split('\n').find(line => /20 09:00/.test(line));
    expect(row(decisionText({ ...facts, reopens }, 'zh', reading))).toBe(
      '| IT评审委员会, 轮次 1 | 不采纳 | 2025-12-19 09:00 | 申诉: chen, 2025-12-20 09:00 | 数据 \\| 有误 |',
    );
    expect(row(decisionText({ ...facts, reopens }, 'en', reading))).toBe(
      '| IT review board, Round 1 | rejected | 2025-12-19 09:00 | Appeal: chen, 2025-12-20 09:00 | 数据 \\| 有误 |',
    );
    expect(decisionText(facts, 'en', reading)).not.toContain('before');
  });

  it('tells of a secret vote the count alone', () => {
    const { ballots, ...secret } = facts;
    const text = decisionText(
      { ...secret, ballot: 'secret', conditions: [] },
      'en',
      reading,
    );
    expect(text).toContain(
      'Members 3, voted 2, recused 1, needed 2; for 2, against 0, abstained 0.',
    );
    expect(text).toContain('The vote was secret; only the count is told.');
    expect(text).not.toContain('cast by');
    expect(text).not.toContain('## Conditions');
  });

  const weighty: DecisionFacts = {
    ...facts,
    ...{ escalated: true, extended: 2, overrides: 0.667 },
    deadlineAt: '2025-12-31T01:00:00.000Z',
    electorate: [
      { ...facts.electorate[0], weight: 2.5, veto: true },
      { user: 'user:default/he', chair: false, weight: 0.5 },
      { user: 'user:default/luo', chair: false, escalated: true },
      { user: 'user:default/chen', chair: false, weight: 9 },
    ],
    recused: [
      ...facts.recused,
      {
        ...{ user: 'user:default/tang', kind: 'declared' },
        reason: { en: 'My brother', zh: 'My brother' },
      },
      {
        ...{ user: 'user:default/ma', kind: 'imposed' },
        ...{ by: 'user:default/zhou', reason: { en: 'Hers', zh: 'Hers' } },
      },
      {
        ...{ user: 'user:default/wu', kind: 'left' },
        reason: { en: 'Is no member', zh: '已非成员' },
      },
      {
        ...{ user: 'user:default/qin', kind: 'removed' },
        ...{ by: 'user:default/zhou', reason: { en: 'Away', zh: 'Away' } },
      },
    ],
    count: { ...facts.count, weight: { for: 3, against: 1 } },
  };

  it.each<['en' | 'zh', string[]]>([
    [
      'en',
      [
        '| Deadline | 2025-12-31 09:00 (extensions: 2) |',
        '| Escalated to | luo |',
        '| About a veto | voted about the veto of the round before: 66.7 % in favour override it |',
        'Members 3, voted 2, recused 4, needed 2; for 2, against 0, abstained 0. By weight, of 4: for 3, against 1.',
        '| zhou (chair, weight 2.5, may veto) | approve with conditions |',
        '| he (weight 0.5) | approve, cast by luo |',
        '| luo (added by escalation) | did not vote |',
        '| chen | by a rule | Proposer |',
        '| tang | declared it | My brother |',
        '| ma | by the chair: zhou | Hers |',
        '| wu | is no member any more | Is no member |',
        '| zhou (chair, weight 2.5, may veto) |  |  |',
      ],
    ],
    [
      'zh',
      [
        '| 表决截止 | 2025-12-31 09:00（已延长 2 次） |',
        '| 升级加入 | luo |',
        '| 就否决再表决 | 就上一轮的一票否决再表决：同意达 66.7 % 即推翻否决 |',
        '弃权 0。按票权（共 4）：同意 3，不同意 1。',
        '| zhou（主席、票权 2.5、有否决权） | 有条件同意 |',
        '| he（票权 0.5） | 同意，代投人：luo |',
        '| luo（升级加入） | 未表决 |',
        '| chen | 按规则自动 | 提案人 |',
        '| tang | 本人声明 | My brother |',
        '| ma | 主席要求：zhou | Hers |',
        '| wu | 不再是成员 | 已非成员 |',
      ],
    ],
  ])(
    'says in %s what each vote weighs, who may veto, who stepped aside and how, and how the vote was kept going',
    (language, said) => {
      const text = decisionText(weighty, language, reading);
      for (const words of said) {
        expect(text).toContain(words);
      }
      expect(text).not.toContain('| qin |');
      const plain = decisionText(facts, language, reading);
      expect(plain).not.toMatch(
        /Deadline|Escalated|veto|weight|截止|升级|票权/,
      );
    },
  );

  it('says of a secret vote what each seat weighs, and nobody’s vote', () => {
    const { ballots, ...secret } = weighty;
    const text = decisionText({ ...secret, ballot: 'secret' }, 'en', reading);
    expect(text).toContain(
      '- zhou (chair, weight 2.5, may veto)\n- he (weight',
    );
    expect(text).not.toMatch(/cast by|did not vote|先试/);
  });

  it('says where silence was consent', () => {
    const silent: DecisionFacts = { ...facts, state: 'approved', tacit: true };
    expect(decisionText(silent, 'en', reading)).toContain(
      '| Decision | approved, because nobody objected in time |',
    );
  });
});
