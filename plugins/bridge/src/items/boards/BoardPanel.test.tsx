import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf } from '../../testing/fakeBridge';
import { aBoard, aProposal, itemsOf } from '../../testing/itemSamples';
import { renderPage } from '../../testing/renderPage';
import { aUser } from '../../testing/samples';

const server = setupServer();
const CHAIR = 'user:default/zhou.qiming';
const HE = 'user:default/he.jing';
const entities = [
  aUser('zhou.qiming', '周启明', 'Zhou Qiming'),
  aUser('he.jing', '何静', 'He Jing'),
  aUser('tang.ting', '唐婷', 'Tang Ting'),
];

describe('the chair of a board', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  const seats = { mayRecuseOthers: true, recused: [], mayRecuse: false };

  it('recuses a member with a conflict of interest', async () => {
    const sent: unknown[] = [];
    const reason = { en: 'Own plant', zh: 'Own plant' };
    const after = aBoard({ ...seats, recused: [{ user: HE, reason }] });
    server.use(
      http.post(at('/items/OP-2025-018/recusals'), async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(aProposal({ rev: 2, boards: [after] }));
      }),
      ...itemsOf(aProposal({ boards: [aBoard(seats)] })),
      ...bridgeOf(),
    );
    renderPage('/items/OP-2025-018', { entities, user: CHAIR });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Recuse He Jing' }),
    );
    expect(screen.queryByRole('button', { name: /^Recuse Zhou/ })).toBeNull();
    const dialog = await screen.findByRole('dialog', {
      name: 'Recuse He Jing',
    });
    const recuse = () =>
      userEvent.click(within(dialog).getByRole('button', { name: 'Recuse' }));
    await recuse();
    const why = within(dialog).getByLabelText(/^Reason/);
    expect(why).toHaveAccessibleDescription('Enter a value.');
    await userEvent.type(why, 'Own plant');
    await recuse();
    expect(await screen.findByText('Recused: Own plant')).toBeInTheDocument();
    expect(sent).toEqual([
      { board: 'itReviewBoard', reason: 'Own plant', voter: HE },
    ]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('alone may do so', async () => {
    const board = aBoard({ ...seats, mayRecuseOthers: false });
    server.use(...itemsOf(aProposal({ boards: [board] })), ...bridgeOf());
    renderPage('/items/OP-2025-018', { entities, user: HE });
    await screen.findByText('Who votes');
    expect(screen.queryByRole('button', { name: /^Recuse/ })).toBeNull();
  });
});

describe('whoever may say who votes', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  const TANG = 'user:default/tang.ting';
  const made = {
    ...{ voter: TANG, change: 'remove' as const, by: CHAIR },
    ...{ at: '2025-12-30T01:00:00.000Z', reason: 'On another site' },
  };
  const open = async (
    language: 'en' | 'zh-CN',
    before: Parameters<typeof aBoard>[0],
    answer: () => Response,
  ) => {
    const sent: unknown[] = [];
    server.use(
      http.post(at('/items/OP-2025-018/voters'), async ({ request }) => {
        sent.push(await request.json());
        return answer();
      }),
      ...itemsOf(aProposal({ boards: [aBoard(before)] })),
      ...bridgeOf(),
    );
    renderPage('/items/OP-2025-018', { entities, user: CHAIR, language });
    return sent;
  };

  it('removes a voter with a reason, and everybody reads it', async () => {
    const after = aBoard({
      mayChangeVoters: true,
      recused: [
        {
          ...{ user: TANG, removed: true },
          reason: { en: made.reason, zh: made.reason },
        },
      ],
      changes: [made],
    });
    const sent = await open('en', { mayChangeVoters: true }, () =>
      HttpResponse.json(aProposal({ rev: 2, boards: [after] })),
    );
    const name = 'Add or remove a voter';
    await userEvent.click(await screen.findByRole('button', { name }));
    const dialog = await screen.findByRole('dialog', { name });
    await userEvent.click(within(dialog).getByLabelText('What is to change'));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Remove a voter' }),
    );
    const remove = within(dialog).getByRole('button', {
      name: 'Remove a voter',
    });
    await userEvent.click(remove);
    const why = within(dialog).getByRole('textbox', { name: /^Reason/ });
    expect(why).toHaveAccessibleDescription('Enter a value.');
    expect(sent).toEqual([]);
    await userEvent.click(within(dialog).getByLabelText(/^Who/));
    // Neither oneself nor who is recused.
    expect(
      (await screen.findAllByRole('option')).map(one => one.textContent),
    ).toEqual(['He Jing', 'Tang Ting']);
    await userEvent.click(screen.getByRole('option', { name: 'Tang Ting' }));
    await userEvent.type(why, made.reason);
    await userEvent.click(remove);
    expect(
      await screen.findByText(/Zhou Qiming removed Tang Ting: On another site/),
    ).toBeInTheDocument();
    expect(screen.getByText('Removed: On another site')).toBeInTheDocument();
    const { by, at: moment, ...wish } = made;
    expect(sent).toEqual([{ ...wish, board: 'itReviewBoard' }]);
  });

  it('adds somebody, and is told in words why that is not possible', async () => {
    const why = '该人员须回避本次表决：提案人。请选择其他人。';
    const sent = await open('zh-CN', { mayChangeVoters: true }, () =>
      HttpResponse.json(
        {
          error: {
            code: 'action-refused',
            message: why,
            params: { whyEn: 'x', whyZh: why },
          },
        },
        { status: 409 },
      ),
    );
    const name = '加签、减签';
    await userEvent.click(await screen.findByRole('button', { name }));
    const dialog = await screen.findByRole('dialog', { name });
    const who = within(dialog).getByRole('textbox', { name: /^人员/ });
    await userEvent.type(who, '何静');
    await userEvent.click(await screen.findByRole('option', { name: /何静/ }));
    const field = within(dialog).getByRole('textbox', { name: /^理由/ });
    await userEvent.type(field, '熟悉产线');
    await userEvent.click(within(dialog).getByRole('button', { name: '加签' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(why);
    expect(sent).toMatchObject([{ change: 'add', voter: HE }]);
  });

  it('is nobody else', async () => {
    await open('en', { changes: [made] }, () => HttpResponse.json({}));
    expect(
      await screen.findByText(/removed Tang Ting: On another site/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Add or remove a voter' }),
    ).toBeNull();
  });
});

describe('a vote that takes longer', () => {
  registerMswTestHooks(server);

  it('says that it is about a veto, and how often it was prolonged', async () => {
    const board = aBoard({ round: 2, overrides: 0.8, extended: 1 });
    server.use(...itemsOf(aProposal({ boards: [board] })), ...bridgeOf());
    renderPage('/items/OP-2025-018', { entities, user: HE });
    expect(
      await screen.findByText(/80 % in favour override it/),
    ).toBeInTheDocument();
    expect(screen.getByText(/Prolonged once/)).toBeInTheDocument();
    expect(screen.getByText('Round 2')).toBeInTheDocument();
  });
});
