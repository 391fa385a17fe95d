import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type { Delegation } from '@techbridge/plugin-bridge-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, pageOf, refusal } from '../testing/fakeBridge';
import { aBoard, aProposal, itemsOf } from '../testing/itemSamples';
import { renderCard, renderPage } from '../testing/renderPage';
import { aUser } from '../testing/samples';
import { AbsenceCard } from './AbsenceCard';

const server = setupServer();
const HE = 'user:default/he.jing';
const TANG = 'user:default/tang.ting';
const he = aUser('he.jing', '何静', 'He Jing');
const tang = aUser('tang.ting', '唐婷', 'Tang Ting');
const entities = [he, tang];

const away: Delegation = {
  id: 7,
  person: TANG,
  delegate: HE,
  from: '2025-12-30',
  until: '2026-01-04',
  setBy: TANG,
  setAt: '2025-12-29T01:00:00.000Z',
  mayEnd: true,
};

function listen(...absences: Delegation[]) {
  const sent: { method: string; body?: unknown }[] = [];
  const refusals: Response[] = [];
  const rows = [...absences];
  server.use(
    http.get(at('/delegations'), () => HttpResponse.json(pageOf(rows))),
    http.post(at('/delegations'), async ({ request }) => {
      sent.push({ method: 'POST', body: await request.json() });
      const refused = refusals.shift();
      if (refused) {
        return refused;
      }
      rows.push(away);
      return HttpResponse.json(away, { status: 201 });
    }),
    http.delete(at('/delegations/:id'), ({ params }) => {
      sent.push({ method: `DELETE ${params.id}` });
      rows.splice(0, rows.length);
      return new HttpResponse(null, { status: 204 });
    }),
    http.get(at('/inbox'), () => HttpResponse.json(pageOf([]))),
    ...itemsOf(),
    ...bridgeOf(),
  );
  return { sent, refusals };
}

describe('an absence', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  it('is entered where work waits, with who votes meanwhile', async () => {
    const { sent, refusals } = listen();
    refusals.push(
      refusal('invalid-input', {
        fields: [
          {
            path: 'delegate',
            code: 'delegate-away',
            params: { value: HE, from: '2026-01-03', until: '2026-01-05' },
          },
        ],
      }) as unknown as Response,
    );
    renderPage('/inbox', { entities });
    const open = await screen.findByRole('button', {
      name: 'Enter an absence',
    });
    await userEvent.click(open);
    const dialog = await screen.findByRole('dialog');
    const save = () =>
      userEvent.click(
        within(dialog).getByRole('button', { name: 'Enter an absence' }),
      );
    await save();
    const delegate = within(dialog).getByLabelText(/^Who votes meanwhile/);
    expect(delegate).toHaveAccessibleDescription('Enter a value.');
    await userEvent.type(delegate, 'He');
    await userEvent.click(
      await screen.findByRole('option', { name: /^He Jing/ }),
    );
    expect(within(dialog).getByLabelText(/^First day/)).toHaveValue(
      '2025-12-31',
    );
    await userEvent.type(
      within(dialog).getByLabelText(/^Last day/),
      '2026-01-04',
    );
    await save();
    await waitFor(() =>
      expect(delegate).toHaveAccessibleDescription(/is away too/),
    );
    await save();
    expect(
      await screen.findByText(
        /You are entered as away until 4 Jan 2026. He Jing/,
      ),
    ).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(sent[1].body).toEqual({
      person: TANG,
      delegate: HE,
      from: '2025-12-31',
      until: '2026-01-04',
    });
  });

  it('stands on the page of the person, who may end it', async () => {
    const { sent } = listen(away, {
      ...{ ...away, id: 8, person: HE, delegate: TANG, mayEnd: false },
      ...{ from: '2026-02-01', until: '2026-02-02', item: 'OP-2025-018' },
    });
    renderCard(<AbsenceCard />, tang, { entities, allowed: false });
    expect(
      await screen.findByText('Away from 30 Dec 2025 until 4 Jan 2026'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('He Jing votes meanwhile'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Votes for He Jing from 1 Feb 2026 until 2 Feb 2026'),
    ).toBeInTheDocument();
    expect(screen.getByText('on OP-2025-018 only')).toBeInTheDocument();
    const [end, ...others] = screen.getAllByRole('button', {
      name: /^End the/,
    });
    expect(others).toEqual([]);
    await userEvent.click(end);
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'End' }));
    expect(
      await screen.findByText('No absence is entered.'),
    ).toBeInTheDocument();
    expect(sent).toEqual([{ method: 'DELETE 7' }]);
  });

  it('cannot be entered for somebody else without the right to', async () => {
    listen();
    renderCard(<AbsenceCard />, he, { entities, allowed: false });
    await screen.findByText('No absence is entered.');
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('a vote for somebody who is away', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  const seat = {
    user: HE,
    choices: ['approve' as const, 'reject' as const],
    allowed: true,
  };
  const closed = {
    allowed: false,
    mayRecuse: false,
    why: { code: 'not-a-voter', en: 'No member', zh: '非成员' },
    ballots: [],
  };

  it('waits in the inbox under their name', async () => {
    listen();
    const waiting = { item: aProposal(), verbs: ['vote'] };
    const since = '2025-12-30T22:00:00.000Z';
    const entries = [
      { ...waiting, since, onBehalfOf: HE },
      { ...waiting, since },
    ];
    server.use(
      http.get(at('/inbox'), () => HttpResponse.json(pageOf(entries))),
    );
    renderPage('/inbox', { entities });
    expect(
      await screen.findByText('For He Jing, who is away'),
    ).toBeInTheDocument();
    const links = screen.getAllByRole('button', { name: 'Vote: OP-2025-018' });
    expect(links.map(link => link.getAttribute('href'))).toEqual([
      '/items/OP-2025-018?do=vote&for=user%3Adefault%2Fhe.jing',
      '/items/OP-2025-018?do=vote',
    ]);
  });

  it('is cast in their place, and tells so', async () => {
    listen();
    const sent: unknown[] = [];
    const mine = {
      ...{ voter: HE, castBy: TANG, choice: 'approve' as const, reason: null },
      at: '2025-12-31T01:00:00.000Z',
    };
    const before = aBoard({ ...closed, onBehalfOf: [seat] });
    const after = aBoard({
      ...{ ...closed, ballots: [mine] },
      onBehalfOf: [{ ...seat, mine }],
    });
    server.use(
      ...itemsOf(aProposal({ boards: [before] })),
      http.post(at('/items/OP-2025-018/ballots'), async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(aProposal({ boards: [after] }));
      }),
    );
    const address = `?do=vote&for=${encodeURIComponent(HE)}`;
    renderPage(`/items/OP-2025-018${address}`, { entities });
    const form = await screen.findByRole('region', {
      name: 'Vote for He Jing, who is away',
    });
    expect(screen.queryByText('No member')).toBeNull();
    await userEvent.click(within(form).getByLabelText('Approve'));
    await userEvent.click(within(form).getByRole('button', { name: 'Vote' }));
    expect(
      await within(form).findByText('Cast for He Jing: Approve'),
    ).toBeInTheDocument();
    expect(await screen.findByText('cast by Tang Ting')).toBeInTheDocument();
    expect(sent).toEqual([
      { board: before.id, onBehalfOf: HE, choice: 'approve' },
    ]);
  });
});
