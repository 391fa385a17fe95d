import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, pageOf, refusal } from '../testing/fakeBridge';
import { renderPage } from '../testing/renderPage';
import { aStaffedSystem, aSuperUser, aSystem, aUser } from '../testing/samples';
import zh from '../translation/systems.zh';
import zhTerms from '../translation/terms.zh';

const server = setupServer();

const wms = aStaffedSystem([
  aSuperUser(),
  aSuperUser({
    user: 'user:default/liu.yang',
    name: '刘洋 Liu Yang',
    role: 'member',
    shift: 'night',
  }),
]);

/** Notes what was asked, and answers with the same systems. */
function listen(...systems: ReturnType<typeof aSystem>[]) {
  const asked: URL[] = [];
  const languages: (string | null)[] = [];
  server.use(
    http.get(at('/systems'), ({ request }) => {
      asked.push(new URL(request.url));
      languages.push(request.headers.get('accept-language'));
      return HttpResponse.json(pageOf(systems));
    }),
    ...bridgeOf(...systems),
  );
  return { asked, languages };
}

const rows = () => screen.findByRole('list', { name: /Systems found/ });

describe('SystemsPage', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  it('says who owns which system and whom to ask now', async () => {
    const { asked, languages } = listen(wms, aSystem({ name: 'bi' }));
    renderPage('/systems', {
      entities: [aUser('ma.jun', '马俊', 'Ma Jun')],
    });
    const [first, second] = within(await rows()).getAllByRole('listitem');

    expect(within(first).getByRole('link', { name: 'WMS' })).toHaveAttribute(
      'href',
      '/catalog/default/system/wms',
    );
    expect(within(first).getByLabelText('Criticality A')).toBeInTheDocument();
    expect(within(first).getByText('Lead · Day shift')).toBeInTheDocument();
    expect(within(first).getByText('Liu Yang')).toBeInTheDocument();
    expect(
      ['Report a problem: WMS', 'Suggest an improvement: WMS'].map(name =>
        within(first).getByRole('button', { name }).getAttribute('href'),
      ),
    ).toEqual(['/new/feedback?system=wms', '/new/proposal?system=wms']);
    expect(
      await within(first).findByText('Night shift · Warehouse'),
    ).toBeInTheDocument();
    expect(
      await within(first).findByLabelText('Write a mail to Ma Jun'),
    ).toHaveAttribute('href', 'mailto:ma.jun@example.com');
    expect(within(second).getAllByText('Not appointed')).toHaveLength(2);
    expect(second).toHaveTextContent('Ask the IT owner: IT');
    expect(screen.getByText('2 systems')).toBeInTheDocument();
    expect(screen.getByText('Demo date 31 Dec 2025')).toBeInTheDocument();
    expect(languages).toContain('en');
    expect(asked).toHaveLength(1);
  });

  it('reads in Chinese', async () => {
    const { languages } = listen(wms);
    renderPage('/systems', { language: 'zh-CN' });
    expect(
      await screen.findByRole('heading', { name: zh['page.title'] }),
    ).toBeInTheDocument();
    const list = await screen.findByRole('list', { name: zh['list.label'] });
    expect(list).toHaveTextContent(wms.title.zh);
    expect(list).toHaveTextContent(
      `${zhTerms['role.lead']} · ${zhTerms['shift.day']}`,
    );
    expect(list).not.toHaveTextContent('Ma Jun');
    expect(languages).toEqual(['zh-CN']);
  });

  it('searches after a pause, and answers a clear question in a sentence', async () => {
    const { asked } = listen(wms);
    renderPage('/systems');
    await rows();
    expect(screen.queryByRole('heading', { name: /answers for/ })).toBeNull();

    await userEvent.keyboard('/');
    await userEvent.keyboard('who owns WMS');
    expect(
      await screen.findByRole('heading', {
        name: 'Ma Jun answers for WMS now',
      }),
    ).toBeInTheDocument();
    expect(asked.map(url => url.searchParams.get('q'))).toEqual([
      null,
      'who owns WMS',
    ]);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(asked).toHaveLength(3));
  });

  it('filters with one click, and shows the next page', async () => {
    const { asked } = listen(wms);
    server.use(
      http.get(at('/systems'), ({ request }) => {
        const url = new URL(request.url);
        asked.push(url);
        return HttpResponse.json(
          url.searchParams.has('cursor')
            ? pageOf([aSystem({ name: 'mes' })])
            : pageOf([wms], 'next'),
        );
      }),
    );
    renderPage('/systems?criticality=A');
    await rows();
    await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
    expect(
      await screen.findByRole('link', { name: 'MES' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'WMS' })).toBeInTheDocument();

    const mine = screen.getByRole('button', { name: 'Systems I answer for' });
    await userEvent.click(mine);
    expect(mine).toHaveAttribute('aria-pressed', 'true');
    await waitFor(() =>
      expect(asked.at(-1)?.search).toBe(
        '?criticality=A&superUser=user%3Adefault%2Ftang.ting',
      ),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Without a lead' }),
    );
    await waitFor(() =>
      expect(asked.at(-1)?.searchParams.get('vacant')).toBe('lead'),
    );
  });

  it('says what to try when nothing is found', async () => {
    listen();
    renderPage('/systems?q=zzz&vacant=lead');
    expect(
      await screen.findByText('Nothing found for “zzz”'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await userEvent.click(
      (
        await screen.findAllByRole('button', { name: 'Clear the search' })
      )[0],
    );
    expect(
      await screen.findByText('No system is registered yet'),
    ).toBeInTheDocument();
  });

  it('offers to try again after an error', async () => {
    listen(wms);
    server.use(
      http.get(at('/systems'), () => refusal('unavailable'), { once: true }),
    );
    renderPage('/systems');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Try again in a minute; nothing was changed.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await rows()).toHaveTextContent('WMS');
  });

  it('says so when one may not look, or not register', async () => {
    listen(wms);
    server.use(http.get(at('/systems'), () => refusal('not-allowed')));
    renderPage('/systems', { allowed: false });
    expect(
      await screen.findByText('You may not see the systems'),
    ).toBeInTheDocument();
    const register = screen.getByRole('button', { name: 'Register a system' });
    expect(register).toHaveAttribute('aria-disabled', 'true');
    expect(register).toHaveAccessibleDescription(
      /Your roles do not allow this/,
    );
    await userEvent.click(register);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
