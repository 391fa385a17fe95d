import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, refusal } from '../testing/fakeBridge';
import { renderCard } from '../testing/renderPage';
import {
  aStaffedSystem,
  aSuperUser,
  aSystemEntity,
  aUser,
} from '../testing/samples';
import { WhoAnswersCard } from './WhoAnswersCard';

const server = setupServer();
const wms = aStaffedSystem([aSuperUser()], {
  modules: [{ id: 'stock', title: { en: 'Stock', zh: 'Stock' } }],
});
const withTang = aStaffedSystem([
  aSuperUser(),
  aSuperUser({
    user: 'user:default/tang.ting',
    name: 'Tang Ting',
    role: 'backup',
  }),
]);

function show(options: { allowed?: boolean } = {}) {
  renderCard(<WhoAnswersCard />, aSystemEntity('wms'), {
    ...options,
    entities: [
      aUser('ma.jun', '马俊', 'Ma Jun'),
      aUser('tang.ting', '唐婷', 'Tang Ting'),
    ],
  });
}

async function press(name: string | RegExp) {
  await userEvent.click(await screen.findByRole('button', { name }));
}

describe('WhoAnswersCard', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  it('shows both owners, their terms, and why nothing may be changed', async () => {
    server.use(...bridgeOf({ ...wms, source: 'catalog' }));
    show({ allowed: false });
    expect(await screen.findByText('Ask now')).toBeInTheDocument();
    expect(screen.getAllByRole('link', { name: 'Ma Jun' })[0]).toHaveAttribute(
      'href',
      '/catalog/default/user/ma.jun',
    );
    expect(
      await screen.findByText('Warehouse · Day shift · Basic'),
    ).toBeInTheDocument();
    expect(screen.getByText('1 Mar 2025 to 28 Feb 2026')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'IT' })).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Report a problem' }),
    ).toHaveAccessibleDescription(/Your roles do not allow this/);
    const appoint = screen.getByRole('button', { name: 'Appoint' });
    expect(appoint).toHaveAccessibleDescription(/Ask the programme office/);
    expect(
      screen.getByRole('button', { name: 'Edit system' }),
    ).toHaveAccessibleDescription(/Kept in the catalog/);
  });

  it('appoints a person found by name; a refusal keeps what was typed', async () => {
    const sent: unknown[] = [];
    server.use(
      ...bridgeOf(wms),
      http.put(
        at('/systems/wms/super-users/:user'),
        async ({ request, params }) => {
          sent.push([params.user, await request.json()]);
          return sent.length === 1
            ? refusal('second-backup', {
                params: {
                  user: 'user:default/ma.jun',
                  from: '2025-03-01',
                  until: '2026-02-28',
                },
              })
            : HttpResponse.json(withTang);
        },
      ),
    );
    show();
    await press('Appoint');
    const form = await screen.findByRole('dialog');
    const save = within(form).getByRole('button', { name: 'Appoint' });
    await userEvent.click(save);
    expect(within(form).getByLabelText(/^Person/)).toHaveAccessibleDescription(
      'Enter a value.',
    );

    await userEvent.type(within(form).getByLabelText(/^Person/), 'tang');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    await userEvent.click(screen.getByRole('option', { name: /Tang Ting/ }));
    await waitFor(() =>
      expect(within(form).getByLabelText(/^Department/)).toHaveTextContent(
        'Warehouse',
      ),
    );
    await userEvent.click(within(form).getByLabelText('Stock'));
    await userEvent.click(save);
    expect(await within(form).findByRole('alert')).toHaveTextContent(
      'user:default/ma.jun is backup from 2025-03-01 until 2026-02-28.',
    );
    expect(within(form).getByLabelText(/^Person/)).toHaveValue('Tang Ting');

    await userEvent.click(save);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(
      await screen.findByRole('link', { name: 'Tang Ting' }),
    ).toBeVisible();
    expect(sent[1]).toEqual([
      'user:default/tang.ting',
      {
        role: 'backup',
        department: 'group:default/warehouse',
        shift: 'all',
        modules: ['stock'],
        stage: 'basic',
        from: '2025-12-31',
        until: '2026-12-30',
      },
    ]);
  });

  it('ends an appointment after asking', async () => {
    server.use(
      ...bridgeOf(withTang),
      http.delete(at('/systems/wms/super-users/:user'), () =>
        HttpResponse.json(wms),
      ),
    );
    show();
    await press('End appointment: Tang Ting');
    const question = await screen.findByRole('dialog');
    expect(question).toHaveTextContent('End the appointment of Tang Ting?');
    await userEvent.click(
      within(question).getByRole('button', { name: 'End appointment' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('link', { name: 'Tang Ting' })).toBeNull(),
    );
  });

  it('shows what somebody else has saved meanwhile beside the input', async () => {
    const newest = { ...wms, title: { en: 'Stores', zh: 'Stores' } };
    const tags: (string | null)[] = [];
    server.use(
      ...bridgeOf(wms),
      http.put(at('/systems/wms'), ({ request }) => {
        tags.push(request.headers.get('if-match'));
        if (tags.length > 1) {
          return HttpResponse.json(wms);
        }
        server.use(
          http.get(at('/systems/wms'), () =>
            HttpResponse.json(newest, { headers: { etag: '"2"' } }),
          ),
        );
        return refusal('changed-meanwhile', {
          params: { name: 'wms' },
          current: newest,
        });
      }),
    );
    show();
    await press('Edit system');
    const english = await screen.findByLabelText(/^Name in English/);
    await userEvent.clear(english);
    await userEvent.type(english, 'Warehouse');
    await press('Save');
    await press('Show the newest state');
    await waitFor(() =>
      expect(english).toHaveAccessibleDescription('Newest: Stores'),
    );
    expect(english).toHaveValue('Warehouse');
    await press('Save');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(tags).toEqual(['"1"', '"2"']);
  });

  it('says so when the bridge does not know the system yet', async () => {
    server.use(...bridgeOf());
    show();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The bridge does not know this system yet.',
    );
    server.use(...bridgeOf(wms));
    await press('Try again');
    expect(await screen.findByText('Ask now')).toBeInTheDocument();
  });
});
