import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type { Item, ItemRow } from '@techbridge/plugin-bridge-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, pageOf } from '../testing/fakeBridge';
import { aFeedback, aProposal, aRow } from '../testing/itemSamples';
import { renderPage } from '../testing/renderPage';
import { aStaffedSystem, aSuperUser, aSystem } from '../testing/samples';
import zh from '../translation/home.zh';

const server = setupServer();
const wms = aStaffedSystem([aSuperUser()]);

/** A bridge that knows some items; notes what was asked about them. */
function holding(options: { inbox?: Item[]; items?: ItemRow[] } = {}) {
  const asked: string[] = [];
  server.use(
    http.get(at('/inbox'), () =>
      HttpResponse.json(
        pageOf(
          (options.inbox ?? []).map(item => ({
            item,
            verbs: [],
            since: item.createdAt,
          })),
        ),
      ),
    ),
    http.get(at('/items'), ({ request }) => {
      asked.push(new URL(request.url).search);
      return HttpResponse.json(pageOf(options.items ?? []));
    }),
  );
  return asked;
}

/** A bridge that knows who answers for what. */
function answering(answer: (query: URLSearchParams) => (typeof wms)[]) {
  server.use(
    http.get(at('/systems'), ({ request }) =>
      HttpResponse.json(pageOf(answer(new URL(request.url).searchParams))),
    ),
    ...bridgeOf(wms),
  );
}

describe('HomePage', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  it('lets everybody search, and greets once', async () => {
    answering(query => (query.size > 1 ? [] : [wms]));
    const asked = holding({ items: [aRow()] });
    renderPage('/', { allowed: false });
    expect(
      await screen.findByText(/whom to ask right now/),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('heading', { name: 'Whom to ask now' }),
    ).toBeInTheDocument();
    expect(
      screen
        .getAllByRole('button', { name: /^(Report|Suggest)/ })
        .map(link => link.getAttribute('href')),
    ).toEqual(['/new/feedback', '/new/proposal']);
    expect(
      await screen.findByRole('link', {
        name: 'Scanner drops off the network',
      }),
    ).toHaveAttribute('href', '/items/FB-0405');
    expect(asked).toEqual(['?createdBy=user%3Adefault%2Ftang.ting&limit=6']);
    await userEvent.click(screen.getByRole('button', { name: 'Got it' }));
    await waitFor(() =>
      expect(screen.queryByText(/whom to ask right now/)).toBeNull(),
    );
    await userEvent.type(screen.getByRole('textbox'), 'scanner{Enter}');
    expect(
      await screen.findByRole('heading', { name: 'Systems' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('searchbox')).toHaveValue('scanner');
  });

  it('shows super users their systems and IT members those of their group', async () => {
    answering(query =>
      query.has('superUser') || query.has('it') ? [wms] : [],
    );
    holding();
    renderPage('/', {
      allowed: false,
      user: 'user:default/ma.jun',
      groups: ['group:default/information-technology'],
    });
    expect(
      await screen.findByRole('heading', { name: 'Systems I answer for' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Lead · Day shift · You are asked first now'),
    ).toBeInTheDocument();
    expect(screen.getByText('Lead Ma Jun')).toBeInTheDocument();
    expect(
      screen
        .getAllByRole('link', { name: 'Show all' })
        .map(link => link.getAttribute('href')),
    ).toEqual([
      '/inbox',
      '/systems?mine=true',
      '/systems?it=group%3Adefault%2Finformation-technology',
    ]);
  });

  it('shows the programme office in Chinese where somebody is missing', async () => {
    answering(query =>
      query.has('vacant') ? [aSystem({ name: 'bi' }), wms] : [],
    );
    const asked = holding();
    renderPage('/', { language: 'zh-CN' });
    expect(
      await screen.findByRole('heading', { name: zh['vacant.title'] }),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(`${zh['vacant.lead']} · ${zh['vacant.backup']}`),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: zh['vacant.register'] }),
    ).toHaveAttribute('href', '/systems/new');
    expect(await screen.findByText(zh['overdue.none'])).toBeInTheDocument();
    expect(await screen.findByText(zh['month.none'])).toBeInTheDocument();
    expect(asked.sort()).toEqual([
      '?overdue=true&order=dueAt&limit=6',
      '?since=2025-12-01&order=-createdAt&limit=6',
    ]);
  });

  it('tells members of a board to vote, and people what waits for them', async () => {
    answering(() => []);
    holding({ inbox: [aProposal(), aFeedback()] });
    renderPage('/', { allowed: false, user: 'user:default/su.min' });
    expect(
      await screen.findByRole('heading', { name: 'To vote' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', {
        name: 'Scanner keeps its data while offline',
      }),
    ).toHaveAttribute('href', '/items/OP-2025-018?do=vote');
  });
});
