import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type { DecisionRecord } from '@techbridge/plugin-bridge-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, pageOf, refusal } from '../../testing/fakeBridge';
import { aBoard, aProposal, itemsOf } from '../../testing/itemSamples';
import { renderPage } from '../../testing/renderPage';
import { aUser } from '../../testing/samples';

const server = setupServer();
const HE = 'user:default/he.jing';
const TANG = 'user:default/tang.ting';
const ZHOU = 'user:default/zhou.qiming';
const CHEN = 'user:default/chen.zhiyuan';
const entities = [
  aUser('he.jing', '何静', 'He Jing'),
  aUser('tang.ting', '唐婷', 'Tang Ting'),
  aUser('zhou.qiming', '周启明', 'Zhou Qiming'),
  aUser('chen.zhiyuan', '陈志远', 'Chen Zhiyuan'),
];

const record: DecisionRecord = {
  item: { key: 'OP-2025-018', title: 'Scanner keeps its data' },
  workflow: {
    id: 'proposal',
    version: 2,
    hash: 'aa11',
    title: { en: 'Proposal', zh: '优化提案' },
  },
  board: 'board',
  label: { en: 'IT review board', zh: 'IT评审委员会' },
  round: 1,
  state: 'conditional',
  escalated: false,
  openedAt: '2025-12-29T01:00:00.000Z',
  closedAt: '2025-12-30T17:30:00.000Z',
  meeting: { id: 7, title: 'Last board', startsAt: '2025-12-30T16:30:00.000Z' },
  deadlineAt: null,
  rule: [{ en: 'At least 2 must have voted.', zh: '至少 2 人表决。' }],
  ballot: 'open',
  electorate: [
    { user: HE, chair: true },
    { user: TANG, chair: false },
    { user: CHEN, chair: false },
    { user: ZHOU, chair: false },
  ],
  recused: [
    {
      user: CHEN,
      kind: 'declared',
      reason: { en: 'My brother sells it', zh: 'My brother sells it' },
    },
    { ...{ user: ZHOU, kind: 'removed' }, reason: { en: 'Away', zh: 'Away' } },
  ],
  reopens: {
    action: { en: 'Appeal', zh: '申诉' },
    ...{ by: CHEN, at: '2025-12-28T01:00:00.000Z', reason: 'Two were missed' },
    decision: {
      label: { en: 'IT review board', zh: 'IT评审委员会' },
      ...{ round: 1, state: 'rejected', closedAt: '2025-12-27T01:00:00.000Z' },
    },
  },
  changes: [
    {
      ...{ voter: ZHOU, change: 'remove', by: HE, reason: 'Away' },
      at: '2025-12-29T05:00:00.000Z',
    },
  ],
  quorum: { needed: 2, present: 1 },
  count: { for: 1, against: 0, abstained: 0, cast: 1 },
  ballots: [
    {
      ...{ voter: HE, castBy: TANG, choice: 'approveWithConditions' },
      ...{ reason: 'Try it first', at: '2025-12-30T01:00:00.000Z' },
    },
    {
      ...{ voter: ZHOU, choice: 'reject' },
      ...{ reason: null, at: '2025-12-29T02:00:00.000Z' },
    },
  ],
  ballotsHash: 'bb22',
  conditions: [
    {
      ...{ id: 'board.1.1', text: 'Try it on line L3', by: HE },
      ...{ owner: TANG, due: '2026-01-31' },
    },
  ],
  markdown: { en: '# Decision', zh: '# 评审结论' },
};

function listen(...records: DecisionRecord[]) {
  server.use(
    http.get(at('/items/:key/decision'), () =>
      HttpResponse.json(pageOf(records)),
    ),
    ...itemsOf(),
    ...bridgeOf(),
  );
}

const PAGE = '/items/op-2025-018/decision';

describe('DecisionsPage', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  it('says who decided what, how and by which rule, and has room to sign', async () => {
    listen(record);
    renderPage(PAGE, { entities });
    const sheet = await screen.findByRole('article', {
      name: 'Decision record: IT review board',
    });
    const rowsOf = (name: string) =>
      within(within(sheet).getByRole('table', { name }))
        .getAllByRole('row')
        .map(row => row.textContent);
    await within(sheet).findAllByText(/He Jing/);
    expect(rowsOf('The votes')).toEqual([
      'NameVoteReasonWhen',
      'He Jing (chair)Approve with conditions · cast by Tang TingTry it first30 Dec 2025, 09:00',
      'Tang TingDid not vote',
      'Chen ZhiyuanRecused, declared itMy brother sells it',
    ]);
    expect(rowsOf('Voters added and removed')).toEqual([
      'NameChangeReasonByWhen',
      'Zhou QimingRemoved · Reject, not countedAwayHe Jing29 Dec 2025, 13:00',
    ]);
    expect(rowsOf('Conditions')).toEqual([
      'ConditionWho sees to itUntilAsked for by',
      'Try it on line L3Tang Ting31 Jan 2026He Jing',
    ]);
    expect(rowsOf('Signatures')).toEqual([
      'NameSignatureDate',
      'He Jing (chair)',
      'Tang Ting',
    ]);
    expect(sheet).toHaveTextContent('Members 2Voted 1Recused 1Needed 2');
    expect(sheet).toHaveTextContent('At least 2 must have voted.');
    expect(
      within(sheet).getByRole('region', { name: 'The decision before' }),
    ).toHaveTextContent(
      'IT review board, round 1: Rejected (27 Dec 2025, 09:00)Appeal: Chen Zhiyuan, 28 Dec 2025, 09:00Reason: Two were missed',
    );
    expect(
      within(sheet).getByRole('link', {
        name: 'Last board, 31 Dec 2025, 00:30',
      }),
    ).toHaveAttribute('href', '/meetings/7');
    expect(sheet).toHaveTextContent('rules aa11; of the votes bb22');
    expect(
      within(sheet).getByText('Approved with conditions', { selector: 'span' }),
    ).toBeInTheDocument();
  });

  it.each<['en' | 'zh-CN', string, string[]]>([
    [
      'en',
      'The votes',
      [
        'He Jing (chair, weight 2.5, may veto)',
        'Tang Ting (added by escalation)',
        'Chen ZhiyuanRecused by the chair, He JingHers',
        'By weight2.5 for, 0 against, of 3.5',
        'Deadline30 Dec 2025, 09:00, extended 2 times',
        'Escalated toTang Ting',
        'About a vetoVoted about the veto of the round before: 66.7 % in favour override it',
      ],
    ],
    [
      'zh-CN',
      '表决情况',
      [
        '何静（主席、票权 2.5、有否决权）',
        '唐婷（升级加入）',
        '陈志远回避（主席何静要求）Hers',
        '按票权同意 2.5，不同意 0，共 3.5',
        '表决截止2025年12月30日 09:00，已延长 2 次',
        '升级加入唐婷',
        '就否决再表决就上一轮的一票否决再表决：同意达 66.7 % 即推翻否决',
      ],
    ],
  ])(
    'says in %s what votes weigh, who may veto, who stepped aside and how, and how the vote was kept going',
    async (language, table, said) => {
      listen({
        ...record,
        ...{ escalated: true, extended: 2, overrides: 0.667 },
        deadlineAt: '2025-12-30T01:00:00.000Z',
        electorate: [
          { ...{ user: HE, chair: true, weight: 2.5 }, veto: true },
          { user: TANG, chair: false, escalated: true },
          { user: CHEN, chair: false, weight: 4 },
        ],
        recused: [
          {
            ...{ user: CHEN, kind: 'imposed', by: HE },
            reason: { en: 'Hers', zh: 'Hers' },
          },
        ],
        count: { ...record.count, weight: { for: 2.5, against: 0 } },
      });
      renderPage(PAGE, { entities, language });
      await screen.findByRole('table', { name: table });
      await screen.findAllByText(/Tang Ting|唐婷/);
      for (const words of said) {
        expect(screen.getByRole('article')).toHaveTextContent(words);
      }
    },
  );

  it('is printed, or kept as a document', async () => {
    listen(record);
    const print = jest.spyOn(window, 'print').mockReturnValue();
    const files: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (file: Blob) => `blob:${files.push(file)}`,
      revokeObjectURL: () => undefined,
    });
    renderPage(PAGE, { entities, language: 'zh-CN' });
    const button = await screen.findByRole('button', { name: '打印或存为PDF' });
    await userEvent.click(button);
    expect(print).toHaveBeenCalledTimes(1);
    await userEvent.click(screen.getByRole('button', { name: '存为Markdown' }));
    expect(files).toHaveLength(1);
    expect(files[0].size).toBe(new Blob(['# 评审结论']).size);
    expect(
      screen.getByRole('article', { name: '评审结论：IT评审委员会' }),
    ).toBeInTheDocument();
  });

  it('tells how nobody voted in a secret vote', async () => {
    const { ballots, ...secret } = record;
    listen({ ...secret, ballot: 'secret', state: 'approved', conditions: [] });
    renderPage(PAGE, { entities });
    expect(
      await screen.findByText('The vote was secret; only the count is told.'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Did not vote')).toBeNull();
    expect(screen.queryByRole('table', { name: 'Conditions' })).toBeNull();
  });

  it('is empty before a board has closed, and says what went wrong', async () => {
    listen();
    const { unmount } = renderPage(PAGE);
    expect(
      await screen.findByText('No board has decided yet'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Print/ })).toBeNull();
    unmount();
    server.use(
      http.get(at('/items/:key/decision'), () => refusal('unavailable')),
    );
    renderPage(PAGE);
    expect(
      await screen.findByText('The decision records could not be loaded'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Try again' }),
    ).toBeInTheDocument();
  });

  it.each<['en' | 'zh-CN', string, string]>([
    [
      'en',
      'On the agenda of Next board, 12 Jan 2026, 14:00',
      'Dealt with in Last board, 31 Dec 2025, 00:30',
    ],
    [
      'zh-CN',
      '已列入Next board议程，2026年1月12日 14:00',
      '已在Last board审议，2025年12月31日 00:30',
    ],
  ])(
    'leads from the item to its meetings, in %s',
    async (language, ...names) => {
      const held = { ...record.meeting, state: 'closed' };
      const next = {
        title: 'Next board',
        startsAt: '2026-01-12T06:00:00.000Z',
      };
      server.use(
        http.get(at('/items/:key/meetings'), () =>
          HttpResponse.json(
            pageOf([{ ...next, id: 8, state: 'planned' }, held]),
          ),
        ),
        ...itemsOf(aProposal()),
        ...bridgeOf(),
      );
      renderPage('/items/OP-2025-018', { language });
      const links = await Promise.all(
        names.map(name => screen.findByRole('link', { name })),
      );
      expect(links.map(link => link.getAttribute('href'))).toEqual([
        '/meetings/8',
        '/meetings/7',
      ]);
    },
  );

  it('is found beside the vote', async () => {
    listen(record);
    const boards = [aBoard({ state: 'approved' })];
    server.use(...itemsOf(aProposal({ boards })));
    renderPage('/items/OP-2025-018');
    expect(
      await screen.findByRole('link', { name: 'Decision record' }),
    ).toHaveAttribute('href', '/items/OP-2025-018/decision');
  });
});
