import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type { InboxEntry } from '@techbridge/plugin-bridge-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, pageOf, refusal } from '../testing/fakeBridge';
import { aProposal, aRow, itemsOf } from '../testing/itemSamples';
import { renderPage } from '../testing/renderPage';
import zh from '../translation/inbox.zh';

const server = setupServer();

const late: InboxEntry = {
  item: aRow(),
  verbs: ['acknowledge', 'solve', 'convert', 'decline'],
  since: '2025-12-28T01:00:00.000Z',
  dueAt: '2025-12-30T01:00:00.000Z',
};
const soon: InboxEntry = {
  item: aProposal(),
  verbs: [],
  since: '2025-12-30T22:00:00.000Z',
  dueAt: '2026-01-02T09:00:00.000Z',
};
const someday: InboxEntry = {
  item: aRow({ key: 'FB-0411', title: 'Scanner loses counts' }),
  verbs: ['confirm'],
  since: '2025-12-31T00:40:00.000Z',
};

function listen(...entries: InboxEntry[]) {
  const asked: string[] = [];
  server.use(
    http.get(at('/inbox'), ({ request }) => {
      const { search, searchParams } = new URL(request.url);
      asked.push(search);
      return HttpResponse.json(
        searchParams.has('workflow') ? pageOf([]) : pageOf(entries),
      );
    }),
    ...itemsOf(),
    ...bridgeOf(),
  );
  return asked;
}

describe('InboxPage', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  it('groups what waits by its hurry, with the verbs of the workflow', async () => {
    const sooner = {
      ...soon,
      item: aProposal({ key: 'OP-2025-019' }),
      dueAt: '2026-01-01T09:00:00.000Z',
    };
    listen(someday, soon, sooner, late);
    renderPage('/inbox');
    const overdue = await screen.findByRole('region', { name: 'Overdue' });
    expect(overdue).toHaveTextContent(
      /Scanner drops off the network.*FB-0405 · Feedback.*Waiting for 3 days.*Overdue since 30 Dec 2025/,
    );
    expect(
      within(overdue)
        .getAllByRole('button')
        .map(button => [button.textContent, button.getAttribute('href')]),
    ).toEqual([
      ['Take up', '/items/FB-0405?do=acknowledge'],
      ['Solved on the spot', '/items/FB-0405?do=solve'],
      ['Turn into a proposal', '/items/FB-0405?do=convert'],
    ]);
    const next = screen.getByRole('region', { name: 'Due within three days' });
    expect(next).toHaveTextContent(/OP-2025-019.*OP-2025-018/);
    expect(next).toHaveTextContent('Waiting for 3 hours');
    expect(
      within(next).getByRole('button', { name: 'Vote: OP-2025-018' }),
    ).toHaveAttribute('href', '/items/OP-2025-018?do=vote');
    expect(screen.getByRole('region', { name: 'Waiting' })).toHaveTextContent(
      'Waiting for 20 minutes',
    );
    expect(screen.getByText('4 items wait for you')).toBeInTheDocument();
  });

  it('shows one kind, keeps itself fresh, and says when nothing waits', async () => {
    const asked = listen(late);
    renderPage('/inbox');
    await screen.findByRole('region', { name: 'Overdue' });
    fireEvent.focus(window);
    await waitFor(() => expect(asked).toEqual(['', '']));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Optimization proposal' }),
    );
    expect(
      await screen.findByText('Nothing of this kind waits for you'),
    ).toBeInTheDocument();
    expect(asked.at(-1)).toBe('?workflow=proposal');
    await userEvent.click(
      screen.getByRole('button', { name: 'Show everything' }),
    );
    expect(
      await screen.findByRole('region', { name: 'Overdue' }),
    ).toBeInTheDocument();
  });

  it('offers to try again', async () => {
    listen(late);
    server.use(
      http.get(at('/inbox'), () => refusal('unavailable'), { once: true }),
    );
    renderPage('/inbox');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByRole('region', { name: 'Overdue' }),
    ).toBeInTheDocument();
  });

  it('reads in Chinese', async () => {
    listen(late);
    renderPage('/inbox', { language: 'zh-CN' });
    const overdue = await screen.findByRole('region', {
      name: zh['group.overdue'],
    });
    expect(overdue).toHaveTextContent(/已等待3天/);
    expect(overdue).toHaveTextContent(/已于2025年12月30日 09:00逾期/);
    expect(
      within(overdue).getByRole('button', { name: '受理：FB-0405' }),
    ).toBeInTheDocument();
  });
});
