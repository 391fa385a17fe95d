import type { Entity } from '@backstage/catalog-model';
import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type { DecisionRecord, Item } from '@techbridge/plugin-bridge-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, pageOf, refusal } from '../../testing/fakeBridge';
import {
  aBoard,
  aFeedback,
  aJournal,
  aProposal,
  itemsOf,
} from '../../testing/itemSamples';
import { renderPage } from '../../testing/renderPage';
import { aUser } from '../../testing/samples';
import { aState } from '../../testing/workflowSamples';

const server = setupServer();
const HE = 'user:default/he.jing';
const TANG = 'user:default/tang.ting';
const ZHOU = 'user:default/zhou.qiming';

const warehouse: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'warehouse', title: '仓储部 Warehouse' },
  spec: { type: 'department', children: [] },
  relations: [{ type: 'hasMember', targetRef: TANG }],
};
const entities = [
  aUser('he.jing', '何静', 'He Jing'),
  aUser('tang.ting', '唐婷', 'Tang Ting'),
  aUser('zhou.qiming', '周启明', 'Zhou Qiming'),
  warehouse,
];

const condition = {
  ...{ id: 'board.1.1', board: 'board', text: 'Try it on line L3', by: HE },
  ...{ owner: TANG, due: '2026-01-31', met: null, allowed: false },
  label: { en: 'IT review board', zh: 'IT评审委员会' },
};

const record: DecisionRecord = {
  item: { key: 'OP-2025-018', title: 'Scanner keeps its data' },
  workflow: {
    ...{ id: 'proposal', version: 2, hash: 'aa11' },
    title: { en: 'Proposal', zh: '优化提案' },
  },
  ...{ board: 'board', round: 2, state: 'conditional', escalated: false },
  label: condition.label,
  openedAt: '2025-12-29T01:00:00.000Z',
  closedAt: '2025-12-30T17:30:00.000Z',
  ...{ deadlineAt: null, rule: [], ballot: 'open' },
  electorate: [
    { user: ZHOU, chair: true },
    { user: HE, chair: false },
    { user: TANG, chair: false },
  ],
  recused: [
    { user: TANG, kind: 'automatic', reason: { en: 'Hers', zh: '本人提案' } },
  ],
  quorum: { needed: 2, present: 2 },
  count: { for: 1, against: 1, abstained: 0, cast: 2 },
  ballotsHash: 'bb22',
  conditions: [condition],
  markdown: { en: '', zh: '' },
};

const proposal = aProposal({
  title: '扫码枪断网不丢数',
  createdBy: TANG,
  createdAt: '2025-12-28T17:00:00.000Z',
  data: {
    proposers: [TANG],
    currentState: '每班重扫六次。',
    method: '先存在本机。',
    expectedEffect: '不再重扫。',
  },
  conditions: [condition],
  boards: [aBoard({ state: 'conditional' })],
});

const HELD = '2025-12-30T16:30:00.000Z';
const meetings = [
  ...[{ id: 8, title: 'Next board', startsAt: HELD, state: 'planned' }],
  ...[{ id: 7, title: 'Last board', startsAt: HELD, state: 'closed' }],
];
const reopens: DecisionRecord['reopens'] = {
  action: { en: 'Appeal', zh: '申诉' },
  ...{ by: TANG, at: '2025-12-28T01:00:00.000Z', reason: 'Two were missed' },
  decision: {
    ...{ label: condition.label, round: 1, state: 'rejected' },
    closedAt: '2025-12-27T01:00:00.000Z',
  },
};

function listen(item: Item, ...records: DecisionRecord[]) {
  server.use(
    http.get(at('/items/:key/decision'), () =>
      HttpResponse.json(pageOf(records)),
    ),
    http.get(at('/items/:key/meetings'), () =>
      HttpResponse.json(pageOf(meetings)),
    ),
    ...itemsOf(item),
    ...bridgeOf(),
  );
}

/** The cells of a table, row by row. */
const cellsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .map(row =>
      [...row.querySelectorAll('th, td')].map(cell => cell.textContent),
    );

describe('a work item on paper', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  it('is a proposal form with framed cells, the opinion of the review and room to sign', async () => {
    const boards = [aBoard({ state: 'open', reopens })];
    listen({ ...proposal, boards }, record);
    const print = jest.spyOn(window, 'print').mockReturnValue();
    renderPage('/items/op-2025-018/print', { entities, language: 'zh-CN' });
    const sheet = await screen.findByRole('article', { name: '优化提案表' });
    await within(sheet).findAllByText('唐婷');
    await within(sheet).findByText('仓储部');
    const form = within(sheet).getByRole('table', { name: '优化提案表' });
    expect(cellsOf(form)).toEqual([
      // On the clock of the plant it was the next day already.
      ['提案编号', 'OP-2025-018', '提出日期', '2025年12月29日'],
      ['提案人', '唐婷', '部门', '仓储部'],
      ['系统', 'wms', '状态', '评审中'],
      ['提案名称', '扫码枪断网不丢数'],
      ['现状与问题', '每班重扫六次。'],
      ['改善方法', '先存在本机。'],
      ['预期效果', '不再重扫。'],
      [
        '评审意见',
        'IT评审委员会，第 2 轮 · 有条件通过 · 2025年12月31日' +
          '应到 2 人，实到 2 人，回避 1 人；同意 1，不同意 1，弃权 0' +
          '附加条件：Try it on line L3（唐婷，2026年1月31日前；未落实）' +
          '已列入Next board议程，2025年12月31日 00:30' +
          '已在Last board审议，2025年12月31日 00:30' +
          '原决定IT评审委员会，第 1 轮：不采纳（2025年12月27日 09:00）' +
          '申诉：唐婷，2025年12月28日 09:00理由：Two were missed',
      ],
      ['结论', '有条件通过'],
    ]);
    const signatures = within(sheet).getByRole('table', { name: '签字栏' });
    expect(cellsOf(signatures)).toEqual([
      ['签字栏', '姓名', '签字', '日期'],
      ['提案人', '唐婷', '', ''],
      ['系统负责人', '', '', ''],
      ['评审委员会主席', '周启明', '', ''],
    ]);
    expect(sheet).toHaveTextContent(/演示数据，2025年12月31日。履历共 10 条/);
    await userEvent.click(
      screen.getByRole('button', { name: '打印或存为PDF' }),
    );
    expect(print).toHaveBeenCalledTimes(1);
  });

  it('has what the proposal has brought, with its arithmetic, once that is verified', async () => {
    const data = {
      ...{ metric: '换模时间', unit: '分钟', baseline: 10.5, target: 7 },
      ...{ actual: 6, annualBenefit: 96_000, expectedBenefit: 80_000 },
      ...{ annualVolume: 2400, unitCost: 12.5, attributionShare: 0.8 },
      ...{ runCost: 12_000, oneOffCost: 60_000, capitalReleased: 500_000 },
      baselineSeries: [10, 12, 10, 11, 12, 8],
      actualSeries: [5, 6, 7],
    };
    listen({ ...proposal, data: { ...proposal.data, ...data } }, record);
    renderPage('/items/op-2025-018/print', { entities, language: 'zh-CN' });
    const name = '优化提案表';
    const form = await screen.findByRole('table', { name });
    const cell = within(form).getByRole('rowheader', { name: '效益' });
    const lines = cell.nextElementSibling?.querySelectorAll('span') ?? [];
    expect([...lines].map(line => line.textContent)).toEqual([
      '换模时间 · 10.5 分钟 → 6 分钟 · -42.9%',
      '差异显著：超出控制限5.18至15.82的实测值有1个',
      '基线6个数值，均值10.5；实测3个数值，均值6',
      '年效益 · 96,000元',
      '(10.5 − 6) × 2,400 × 12.5 × 80% − 12,000 = 96,000元',
      '达成率120%（预计80,000元）',
      '一次性投入60,000元，不从年效益中扣减',
      '一次性释放资金占用 · 500,000元 · 单独列示，不计入年效益',
    ]);
  });

  it('is a sheet with where it stands, facts, decisions, conditions, links and the last lines of the journal', async () => {
    const end = aState('converted', 'end', {
      en: 'Became a proposal',
      zh: '已转提案',
    });
    const link = {
      ...{ type: 'convertedTo' as const, inward: false },
      ...{ key: 'OP-2025-018', title: 'Keeps its data', state: end },
    };
    listen(
      aFeedback({
        state: end,
        dueAt: '2026-01-05T01:00:00.000Z',
        conditions: [condition],
        links: [link],
        data: { ...aFeedback().data, words: [5.1, 1200, -3] },
      }),
      {
        ...{ ...record, board: 'second', state: 'rejected', reopens },
        ...{ escalated: true, extended: 1, overrides: 0.75 },
        deadlineAt: '2025-12-30T01:00:00.000Z',
        electorate: record.electorate.map(seat =>
          seat.user === HE ? { ...seat, weight: 2, escalated: true } : seat,
        ),
        count: { ...record.count, weight: { for: 2, against: 1 } },
      },
      { ...record, round: 1 },
    );
    renderPage('/items/FB-0405/print', { entities });
    const sheet = await screen.findByRole('article', {
      name: 'FB-0405 Scanner drops off the network',
    });
    await within(sheet).findAllByText('Tang Ting');
    const said = [
      /WorkflowFeedbackStateBecame a proposalSystemwmsMade byTang Ting/,
      /Made at28 Dec 2025, 09:00.*Due5 Jan 2026, 09:00Waits forma\.jun/,
      /Does production suffer\?Work is slowerIn your own words5\.1 · 1,200 · -3/,
      /Became OP-2025-018 Keeps its data · Became a proposal/,
      /29 Dec 2025, 10:30Tang Ting/,
      /Review meetingsOn the agenda of Next board, 31 Dec 2025, 00:30Dealt with in Last board, 31 Dec 2025, 00:30/,
      /The decision beforeIT review board, round 1: Rejected .*Appeal: Tang Ting, 28 Dec 2025, 09:00Reason: Two were missed/,
      /The journal has 10 lines and is unbroken; SHA-256 of the last one h\./,
    ];
    for (const sentence of said) {
      expect(sheet).toHaveTextContent(sentence);
    }
    const tableOf = (name: string) =>
      cellsOf(within(sheet).getByRole('table', { name })).slice(1);
    expect(tableOf('Decisions')).toEqual([
      [
        ...['IT review board', 'Approved with conditions'],
        ...['2 / 2 / 1', '1 / 1 / 0', '31 Dec 2025'],
      ],
      [
        'IT review board, round 2',
        'Rejected · By weight: 2 for, 1 against, of 3 · Deadline: 30 Dec 2025, 09:00, extended once' +
          ' · Escalated to: He Jing · About a veto: Voted about the veto of the round before: 75 % in favour override it',
        ...['2 / 2 / 1', '1 / 1 / 0', '31 Dec 2025'],
      ],
    ]);
    expect(tableOf('Conditions')).toEqual([
      ['Try it on line L3', 'Tang Ting', '31 Jan 2026', 'Open'],
    ]);
  });

  it('has the end of a long journal, and says when the record is broken', async () => {
    const long = Array.from({ length: 14 }, (_, place) => ({
      ...aJournal[4],
      seq: place + 1,
      hash: `h${place + 1}`,
    }));
    listen(aFeedback());
    server.use(
      http.get(at('/items/:key/journal'), ({ request }) => {
        const first = !new URL(request.url).searchParams.has('cursor');
        return HttpResponse.json({
          ...pageOf(first ? long.slice(0, 9) : long.slice(9)),
          nextCursor: first ? 'next' : null,
          ...{ intact: false, brokenAt: 3 },
        });
      }),
    );
    renderPage('/items/FB-0405/print');
    expect(await screen.findByText('10 of 14 lines')).toBeInTheDocument();
    expect(
      screen.getByText(/The journal is broken at line 3\./),
    ).toBeInTheDocument();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('is found from the page of the item, and says what went wrong', async () => {
    listen(aFeedback());
    const { unmount } = renderPage('/items/FB-0405');
    expect(
      await screen.findByRole('button', { name: 'Print' }),
    ).toHaveAttribute('href', '/items/FB-0405/print');
    unmount();
    server.use(http.get(at('/items/:key'), () => refusal('unavailable')));
    renderPage('/items/FB-0405/print');
    expect(
      await screen.findByText('The print view could not be loaded'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Print/ })).toBeNull();
  });
});
