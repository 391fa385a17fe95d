import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Case, CaseRow } from '@techbridge/plugin-bridge-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { aCase, aCaseRow, aDraft } from '../testing/caseSamples';
import { at, bridgeOf, pageOf, refusal } from '../testing/fakeBridge';
import { renderCard, renderPage } from '../testing/renderPage';
import { aSystem, aSystemEntity, aUser } from '../testing/samples';
import zh from '../translation/library.zh';
import { CasesOfSystemCard } from './CasesOfSystemCard';

const server = setupServer();
const entities = [
  {
    ...aSystemEntity('wms'),
    metadata: { name: 'wms', namespace: 'default', title: '仓储管理 WMS' },
  },
  aUser('ma.jun', '马俊', 'Ma Jun'),
  aUser('tang.ting', '唐婷', 'Tang Ting'),
];

const documents = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'kc-014', namespace: 'default' },
};

/** Answers with the same cases, and notes what was asked. */
function listen(...cases: CaseRow[]) {
  const asked: URLSearchParams[] = [];
  server.use(
    ...bridgeOf(aSystem()),
    http.get(at('/cases'), ({ request }) => {
      asked.push(new URL(request.url).searchParams);
      return HttpResponse.json(pageOf(cases));
    }),
  );
  return asked;
}

function keep(found: Case) {
  server.use(
    ...bridgeOf(aSystem()),
    http.get(at(`/cases/${found.id}`), () => HttpResponse.json(found)),
    http.get(at(`/cases/${found.id}/revisions`), () =>
      HttpResponse.json(
        pageOf([
          {
            revision: 3,
            title: found.title,
            author: 'user:default/ma.jun',
            at: '2025-04-21T08:00:00.000Z',
            published: true,
          },
          {
            revision: 2,
            title: found.title,
            author: 'user:default/tang.ting',
            at: '2025-04-20T08:00:00.000Z',
            published: false,
          },
        ]),
      ),
    ),
  );
}

const list = () => screen.findByRole('list', { name: 'Cases found' });

describe('case library', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  it('shows at a glance what each case is about', async () => {
    listen(
      aCaseRow(),
      aDraft({ id: 'kc-021', key: 'KC-021', title: 'Draft', systems: ['spc'] }),
    );
    renderPage('/cases', { entities });
    const [first, second] = within(await list())
      .getAllByRole('heading', { level: 2 })
      .map(heading => heading.closest('li')!);
    expect(
      within(first).getByRole('link', { name: 'Scanner reconnects' }),
    ).toHaveAttribute('href', '/cases/kc-014');
    expect(first).toHaveTextContent('The scanner loses its base station.');
    expect(await within(first).findByText('WMS')).toBeInTheDocument();
    // In the plant it was already the next day.
    expect(first).toHaveTextContent('Ma Jun · Published 23 Apr 2025');
    expect(second).toHaveTextContent('spc');
    expect(second).toHaveTextContent('Changed 21 Apr 2025');
    expect(screen.getByText('2 cases')).toBeInTheDocument();
    expect(screen.getByText('Demo date 31 Dec 2025')).toBeInTheDocument();
  });

  it('searches, filters and pages on the server', async () => {
    const asked = listen();
    server.use(
      http.get(at('/cases'), ({ request }) => {
        const { searchParams } = new URL(request.url);
        asked.push(searchParams);
        return HttpResponse.json(
          searchParams.has('cursor')
            ? pageOf([aCaseRow({ id: 'kc-045', title: 'Second page' })])
            : pageOf([aCaseRow()], 'next'),
        );
      }),
    );
    renderPage('/cases?published=true', { entities });
    await list();
    expect(Object.fromEntries(asked[0])).toEqual({
      published: 'true',
      order: '-updatedAt',
    });
    await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
    expect(
      await screen.findByRole('link', { name: 'Second page' }),
    ).toBeInTheDocument();
    expect(await list()).toHaveTextContent('Scanner reconnects');

    await userEvent.click(screen.getByRole('button', { name: 'In work' }));
    await userEvent.click(screen.getByRole('textbox', { name: 'System' }));
    await userEvent.click(await screen.findByRole('option', { name: 'WMS' }));
    await userEvent.type(screen.getByRole('searchbox'), '换模');
    await waitFor(() =>
      expect(Object.fromEntries(asked.at(-1)!)).toEqual({
        q: '换模',
        published: 'false',
        system: 'wms',
        order: '-updatedAt',
      }),
    );
  });

  it('says what to do when nothing is found, and when one may not look', async () => {
    listen();
    renderPage('/cases?q=zzz&system=wms', {
      entities,
      language: 'zh-CN',
      allowed: false,
    });
    expect(await screen.findByText('没有找到“zzz”')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: zh['filter.clear'] }),
    );
    const begin = await screen.findAllByRole('button', {
      name: zh['page.begin'],
    });
    expect(begin[0]).toHaveAttribute('aria-disabled', 'true');

    server.use(http.get(at('/cases'), () => refusal('not-allowed')));
    await userEvent.click(
      screen.getByRole('button', { name: zh['filter.inWork'] }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      '您的角色没有此权限',
    );
  });

  it('shows a case with its facts and where else it stands', async () => {
    keep(aCase({ publishedRevision: 2 }));
    renderPage('/cases/kc-014', { entities: [...entities, documents] });
    expect(
      await screen.findByRole('heading', { name: 'Scanner reconnects' }),
    ).toBeInTheDocument();
    const text = screen.getByRole('article');
    expect(
      within(text).getByRole('heading', { name: 'What happened' }),
    ).toBeInTheDocument();
    expect(text).toHaveTextContent('the published one, which is revision 2');
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Read in TechDocs' }),
      ).toHaveAttribute('href', '/docs/default/resource/kc-014'),
    );
    expect(screen.getByRole('link', { name: 'KC-014' })).toHaveAttribute(
      'href',
      '/items/KC-014',
    );
    expect(await screen.findByRole('link', { name: 'WMS' })).toHaveAttribute(
      'href',
      '/catalog/default/system/wms',
    );
    const revisions = within(
      await screen.findByRole('list', { name: 'Revisions' }),
    ).getAllByRole('listitem');
    expect(revisions[0]).toHaveTextContent('Revision 3Published');
    expect(revisions[1]).toHaveTextContent('Tang Ting · 20 Apr 2025, 16:00');
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
  });

  it('does not lead to documents that the catalog does not show yet', async () => {
    keep(aCase());
    renderPage('/cases/kc-014', { entities, language: 'zh-CN' });
    const docs = await screen.findByRole('button', { name: zh['case.docs'] });
    expect(docs).toHaveAttribute('aria-disabled', 'true');
    expect(docs).toHaveAccessibleDescription(zh['case.docsSoon']);
  });

  it('executes nothing that stands in the text', async () => {
    const hostile = [
      '<script>window.attacked = true</script>',
      '<img src="x" onerror="window.attacked = true" alt="picture">',
      '<iframe src="https://evil.example"></iframe><style>*{display:none}</style>',
      '<form action="https://evil.example"><input name="password"></form>',
      '<svg onload="window.attacked = true"></svg>',
      '[click](javascript:window.attacked=true)',
      '[coded](&#106;avascript:window.attacked=true)',
      '[data](data:text/html,<script>1</script>)',
      '<a href="JaVaScRiPt:window.attacked=true" onclick="window.attacked=true">raw</a>',
      '![p](javascript:window.attacked=true)',
      'last words',
    ].join('\n\n');
    keep(aCase({ body: hostile, title: '<img src=x onerror=alert(1)>' }));
    renderPage('/cases/kc-014', { entities });
    const text = await screen.findByRole('article');
    expect(text).toHaveTextContent('last words');
    expect(within(text).getByText('click')).toBeInTheDocument();
    const dangerous =
      'script, iframe, style, form, svg, object, embed, [onerror], [onclick], [onload]';
    expect(text.querySelector(dangerous)).toBeNull();
    [...text.querySelectorAll('[href], [src]')].forEach(element => {
      const address =
        element.getAttribute('href') ?? element.getAttribute('src') ?? '';
      expect(address).not.toMatch(/^\s*(javascript|data|vbscript):/i);
    });
    expect(window).not.toHaveProperty('attacked');
    expect(
      screen.getByRole('heading', { name: '<img src=x onerror=alert(1)>' }),
    ).toBeInTheDocument();
  });

  it('shows a text that would freeze the browser as it was typed', async () => {
    keep(aCase({ body: `${'>'.repeat(5000)} deep` }));
    renderPage('/cases/kc-014', { entities });
    const text = await screen.findByRole('article');
    expect(text).toHaveTextContent(/^>{5000} deep$/);
    expect(text.querySelector('blockquote')).toBeNull();
  });

  it('says why a case cannot be shown or changed', async () => {
    server.use(
      ...bridgeOf(),
      http.get(at('/cases/kc-999'), () =>
        refusal('case-not-found', { params: { id: 'kc-999' } }),
      ),
    );
    const { unmount } = renderPage('/cases/kc-999', { entities });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no case “kc-999”',
    );
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    unmount();

    keep(aDraft({ mayEdit: false }));
    renderPage('/cases/kc-014', { entities });
    expect(
      await screen.findByRole('button', { name: 'Edit' }),
    ).toHaveAccessibleDescription(/Only its authors can change a case/);
  });

  it('stands on the page of a system', async () => {
    const asked = listen(aCaseRow());
    renderCard(<CasesOfSystemCard />, aSystemEntity('wms'));
    expect(
      await screen.findByRole('link', { name: 'Scanner reconnects' }),
    ).toHaveAttribute('href', '/cases/kc-014');
    expect(Object.fromEntries(asked[0])).toEqual({ system: 'wms', limit: '5' });
    expect(
      screen.getByRole('link', { name: 'All cases of this system' }),
    ).toHaveAttribute('href', '/cases?system=wms');
  });
});
