import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type {
  GuardError,
  Operations,
  PendingEffect,
  PendingTimer,
  StuckItem,
} from '@techbridge/plugin-bridge-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, pageOf, refusal } from '../testing/fakeBridge';
import { itemsOf } from '../testing/itemSamples';
import { boardPeople } from '../testing/meetingSamples';
import { renderPage } from '../testing/renderPage';

const server = setupServer();
const item = { key: 'OP-2025-091', title: '换料刷新', workflow: 'proposal' };
const triage = { en: 'Triage', zh: '初审' };

const anEffect = (own: Partial<PendingEffect> = {}): PendingEffect => ({
  ...{ id: 7, use: 'notify', item, state: 'dead', attempts: 8 },
  ...{ nextAt: null, error: 'mail is down', ...own },
});

const stuck: StuckItem = {
  ...{ item, state: triage, since: '2025-12-30T01:00:00.000Z' },
  reason: 'nobody',
  roles: [
    {
      label: { en: 'Super user', zh: '超级用户' },
      ...{ source: 'superUser', ref: 'system:default/mes' },
    },
  ],
};

const guard: GuardError = {
  ...{ item, seq: 4, at: '2025-12-30T01:00:00.000Z', version: 2 },
  ...{ state: triage, where: 'triage.actions.accept' },
  message: 'No such key: cost',
};

const timer: PendingTimer = {
  ...{ id: 3, item, state: triage, kind: 'deadline', overdue: true },
  board: { en: 'IT review board', zh: 'IT评审委员会' },
  ...{ leadsTo: null, fireAt: '2025-12-30T01:00:00.000Z' },
};

const operations: Operations = {
  effects: { waiting: 3, failing: 1, dead: 1 },
  timers: { waiting: 12, overdue: 2 },
  ...{ guardErrors: 5, stuck: 1 },
};

/** A bridge in trouble, which notes what is done about it. */
function listen(dead: PendingEffect[] = [anEffect()]) {
  const sent: string[] = [];
  const lists: { [state: string]: PendingEffect[] } = {
    dead,
    failing: [anEffect({ id: 8, state: 'failing', nextAt: timer.fireAt })],
    waiting: [],
  };
  server.use(
    http.get(at('/operations'), () => HttpResponse.json(operations)),
    http.get(at('/operations/effects'), ({ request }) => {
      const state = new URL(request.url).searchParams.get('state') ?? 'dead';
      return HttpResponse.json(pageOf(lists[state]));
    }),
    http.get(at('/operations/timers'), () =>
      HttpResponse.json(pageOf([timer])),
    ),
    http.get(at('/operations/guard-errors'), () =>
      HttpResponse.json(pageOf([guard])),
    ),
    http.get(at('/operations/stuck-items'), () =>
      HttpResponse.json(pageOf([stuck])),
    ),
    http.post(at('/operations/effects/:id/:how'), ({ params }) => {
      sent.push(`${params.how} ${params.id}`);
      lists.dead = [];
      return new HttpResponse(null, { status: 204 });
    }),
    ...itemsOf(),
    ...bridgeOf(),
  );
  return sent;
}

describe('the page of operations', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  const section = (name: string) => screen.findByRole('region', { name });

  it('says what needs a hand, how it came, and where the way out is', async () => {
    listen();
    renderPage('/operations');
    const tiles = await screen.findByRole('list', { name: 'At a glance' });
    expect(
      within(tiles)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      '1Nobody can act',
      '1Effects given up',
      '5Conditions without an answer, 30 days',
      '2Timers overdue',
    ]);
    const items = await section('Work items on which nobody can act');
    expect(
      await within(items).findByText('Nobody has the role: Super user.'),
    ).toBeInTheDocument();
    expect(
      within(items).getByRole('link', { name: /Appoint a super user of/ }),
    ).toHaveAttribute('href', '/catalog/default/system/mes');
    const guards = await section('Conditions that could not be answered');
    expect(
      await within(guards).findByText(/No such key: cost/),
    ).toBeInTheDocument();
    expect(
      within(guards).getByRole('link', { name: /^Correct/ }),
    ).toHaveAttribute('href', '/workflows');
    const timers = await section('Timers');
    expect(
      await within(timers).findByText('Deadline of the vote: IT review board'),
    ).toBeInTheDocument();
    expect(within(timers).getByText('Overdue')).toBeInTheDocument();
  });

  it('has an effect tried again, or set aside after a question', async () => {
    const sent = listen([anEffect(), anEffect({ id: 9 })]);
    renderPage('/operations');
    const effects = await section('Effects');
    const [again] = await within(effects).findAllByRole('button', {
      name: 'Try again: Notification, OP-2025-091',
    });
    await userEvent.click(again);
    expect(
      await within(effects).findByText('No effect was given up.'),
    ).toBeInTheDocument();
    await userEvent.click(
      within(effects).getByRole('button', { name: 'Failing: 1' }),
    );
    await userEvent.click(
      await within(effects).findByRole('button', { name: /^Set aside:/ }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'Set aside' });
    expect(dialog).toHaveTextContent('The decision itself stays as it is.');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Set aside' }),
    );
    await waitFor(() => expect(sent).toEqual(['retry 7', 'discard 8']));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('says so when somebody else was quicker', async () => {
    listen();
    server.use(
      http.post(at('/operations/effects/:id/:how'), () =>
        refusal('effect-not-found'),
      ),
    );
    renderPage('/operations', { language: 'zh-CN' });
    const button = await screen.findByRole('button', {
      name: '重试：发送通知，OP-2025-091',
    });
    await userEvent.click(button);
    expect(
      await screen.findByText('该操作已完成或已搁置，请刷新列表。'),
    ).toBeInTheDocument();
  });

  it('explains why somebody may not do something', async () => {
    listen();
    server.use(
      http.get(at('/operations/explanations/:key'), ({ request, params }) => {
        const person = new URL(request.url).searchParams.get('person');
        const why = { code: 'forbidden', en: 'For: Triage.', zh: '限：初审。' };
        const accept = { id: 'accept', label: { en: 'Accept', zh: '受理' } };
        const council = {
          id: 'council',
          label: { en: 'Council', zh: '委员会' },
        };
        return params.key === item.key
          ? HttpResponse.json({
              ...{ item, state: triage, person },
              actions: [{ ...accept, allowed: false, why }],
              boards: [{ ...council, allowed: true }],
            })
          : refusal('item-not-found', { params: { key: String(params.key) } });
      }),
    );
    renderPage('/operations', { entities: boardPeople });
    const explain = await section('Why may somebody not do something?');
    const ask = within(explain).getByRole('button', { name: 'Explain' });
    expect(ask).toBeDisabled();
    const key = within(explain).getByLabelText('Number of the work item');
    await userEvent.type(key, item.key);
    await userEvent.type(within(explain).getByLabelText('Person'), 'Chen');
    await userEvent.click(
      await screen.findByRole('option', { name: /Chen Zhiyuan/ }),
    );
    await userEvent.click(ask);
    expect(await within(explain).findByText(/^Accept/)).toHaveTextContent(
      'Accept: not allowed',
    );
    const lines = within(explain).getAllByRole('listitem');
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      'Vote: Council: allowed',
      'Accept: not allowedFor: Triage.',
    ]);
  });

  it('explains who may see it', async () => {
    listen();
    server.use(http.get(at('/operations'), () => refusal('not-allowed')));
    renderPage('/operations');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see this',
    );
  });
});
