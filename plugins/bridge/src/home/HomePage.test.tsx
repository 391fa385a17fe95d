import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, pageOf } from '../testing/fakeBridge';
import { renderPage } from '../testing/renderPage';
import { aStaffedSystem, aSuperUser, aSystem } from '../testing/samples';
import zh from '../translation/home.zh';

const server = setupServer();
const wms = aStaffedSystem([aSuperUser()]);

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
    renderPage('/', { allowed: false });
    expect(
      await screen.findByText(/whom to ask right now/),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('heading', { name: 'Whom to ask now' }),
    ).toBeInTheDocument();
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
      '/systems?mine=true',
      '/systems?it=group%3Adefault%2Finformation-technology',
    ]);
  });

  it('shows the programme office in Chinese where somebody is missing', async () => {
    answering(query =>
      query.has('vacant') ? [aSystem({ name: 'bi' }), wms] : [],
    );
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
  });
});
