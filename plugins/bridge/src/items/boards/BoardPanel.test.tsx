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
