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
const CHEN = 'user:default/chen.zhiyuan';
const entities = [
  aUser('he.jing', '何静', 'He Jing'),
  aUser('tang.ting', '唐婷', 'Tang Ting'),
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
  deadlineAt: null,
  rule: [{ en: 'At least 2 must have voted.', zh: '至少 2 人表决。' }],
  ballot: 'open',
  electorate: [
    { user: HE, chair: true },
    { user: TANG, chair: false },
    { user: CHEN, chair: false },
  ],
  recused: [
    {
      user: CHEN,
      kind: 'declared',
      reason: { en: 'My brother sells it', zh: 'My brother sells it' },
    },
  ],
  quorum: { needed: 2, present: 1 },
  count: { for: 1, against: 0, abstained: 0, cast: 1 },
  ballots: [
    {
      ...{ voter: HE, castBy: TANG, choice: 'approveWithConditions' },
      ...{ reason: 'Try it first', at: '2025-12-30T01:00:00.000Z' },
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
      'Chen ZhiyuanRecusedMy brother sells it (declared)',
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
    expect(sheet).toHaveTextContent('rules aa11; of the votes bb22');
    expect(
      within(sheet).getByText('Approved with conditions', { selector: 'span' }),
    ).toBeInTheDocument();
  });

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
