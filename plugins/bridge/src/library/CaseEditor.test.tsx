import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { aDraft } from '../testing/caseSamples';
import { at, bridgeOf, pageOf, refusal } from '../testing/fakeBridge';
import { renderPage } from '../testing/renderPage';
import { aSystem, aUser } from '../testing/samples';
import zh from '../translation/library.zh';
import zhTerms from '../translation/terms.zh';

const server = setupServer();
const entities = [aUser('tang.ting', '唐婷', 'Tang Ting')];
const draft = aDraft({ id: 'kc-030', key: 'KC-030', body: 'Old text' });

const text = () => screen.findByRole('textbox', { name: 'Text' });
const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

/** Keeps a draft as the bridge does: one revision after the other. */
function keep(start = draft) {
  let kept = start;
  const sent: unknown[] = [];
  server.use(
    ...bridgeOf(aSystem()),
    http.get(at(`/cases/${start.id}`), () => HttpResponse.json(kept)),
    http.get(at(`/cases/${start.id}/revisions`), () =>
      HttpResponse.json(pageOf([])),
    ),
    http.put(at(`/cases/${start.id}`), async ({ request }) => {
      const input = (await request.json()) as { revision: number };
      sent.push(input);
      if (input.revision !== kept.revision) {
        return refusal('changed-meanwhile', {
          params: { name: start.key },
          current: kept,
        });
      }
      kept = { ...kept, ...input, revision: kept.revision + 1 };
      return HttpResponse.json(kept);
    }),
  );
  const write = (changes: Partial<typeof kept>) => {
    kept = { ...kept, ...changes, revision: kept.revision + 1 };
  };
  return { sent, write };
}

describe('case editor', () => {
  registerMswTestHooks(server);
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('shows what is typed as it will be read, and saves it', async () => {
    const { sent } = keep();
    renderPage('/cases/kc-030/edit', { entities });
    const field = await text();
    const preview = screen.getByRole('tabpanel', { name: 'Preview' });
    expect(preview).toHaveTextContent('Old text');
    await userEvent.clear(field);
    await userEvent.paste('# News\n\n<script>window.attacked=1</script>');
    expect(
      await within(preview).findByRole('heading', { name: 'News' }),
    ).toBeInTheDocument();
    expect(preview.querySelector('script')).toBeNull();

    await userEvent.keyboard('{Control>}s{/Control}');
    expect(await screen.findByText('KC-030 is saved.')).toBeInTheDocument();
    expect(
      await screen.findByRole('heading', { name: 'News' }),
    ).toBeInTheDocument();
    expect(sent).toEqual([
      {
        title: 'Scanner reconnects',
        systems: ['system:default/wms'],
        language: 'en',
        body: '# News\n\n<script>window.attacked=1</script>',
        revision: 3,
      },
    ]);
    expect(sessionStorage).toHaveLength(0);
  });

  it('keeps what was typed in a conflict, beside what is newer', async () => {
    const { sent, write } = keep();
    renderPage('/cases/kc-030/edit', { entities });
    const field = await text();
    await userEvent.clear(field);
    await userEvent.paste('My text');
    write({ body: 'Their text', title: 'Their title' });
    await press('Save');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Somebody changed “KC-030” meanwhile.',
    );
    expect(
      await screen.findByRole('textbox', { name: 'Newer text, revision 4' }),
    ).toHaveValue('Their text');
    expect(screen.getByText('Its title: Their title')).toBeInTheDocument();
    expect(field).toHaveValue('My text');

    await press('Save');
    expect(await screen.findByText('KC-030 is saved.')).toBeInTheDocument();
    expect(sent.at(-1)).toMatchObject({ body: 'My text', revision: 4 });
  });

  it('finds what was typed again after going elsewhere', async () => {
    const { sent, write } = keep();
    const { unmount } = renderPage('/cases/kc-030/edit', { entities });
    await userEvent.type(await text(), ' and more');
    unmount();

    write({ body: 'Their text' });
    renderPage('/cases/kc-030/edit', { entities });
    expect(
      await screen.findByText(/What you typed earlier/),
    ).toBeInTheDocument();
    expect(await text()).toHaveValue('Old text and more');
    // It is not saved over what came in between without a question.
    await press('Save');
    expect(
      await screen.findByRole('textbox', { name: 'Newer text, revision 4' }),
    ).toHaveValue('Their text');
    expect(sent).toHaveLength(1);
    await press('Discard it');
    expect(await text()).toHaveValue('Their text');
  });

  it('begins a case, in Chinese, and names every problem at its field', async () => {
    const sent: { key: string | null; body: unknown }[] = [];
    server.use(
      ...bridgeOf(aSystem()),
      http.post(at('/cases'), async ({ request }) => {
        const key = request.headers.get('idempotency-key');
        sent.push({ key, body: await request.json() });
        return sent.length === 1
          ? refusal('invalid-input', {
              fields: [
                { path: 'title', code: 'too-long', params: { maximum: 120 } },
                { path: 'elsewhere', code: 'invalid' },
              ],
            })
          : HttpResponse.json(draft, { status: 201 });
      }),
      http.get(at('/cases/kc-030'), () => HttpResponse.json(draft)),
      http.get(at('/cases/kc-030/revisions'), () =>
        HttpResponse.json(pageOf([])),
      ),
    );
    renderPage('/cases/new', { entities, language: 'zh-CN' });
    const title = await screen.findByRole('textbox', {
      name: new RegExp(zh['form.title']),
    });
    await press(zh['form.create']);
    expect(title).toHaveAccessibleDescription('请填写。');
    expect(sent).toHaveLength(0);

    await userEvent.click(title);
    await userEvent.paste('E-217');
    await userEvent.click(
      screen.getByRole('textbox', { name: zh['form.systems'] }),
    );
    await userEvent.paste('wms');
    await userEvent.click(
      await screen.findByRole('option', { name: '仓储管理' }),
    );
    await press(zh['form.create']);
    await waitFor(() =>
      expect(title).toHaveAccessibleDescription('最多 120 个字，请缩短。'),
    );
    expect(screen.getByRole('alert')).toHaveTextContent(
      'elsewhere: 此值无法使用，请换一个。',
    );

    await press(zh['form.create']);
    expect(
      await screen.findByRole('heading', { name: draft.title }),
    ).toBeInTheDocument();
    expect(sent.at(-1)).toEqual({
      key: expect.stringMatching(/^\w{32}$/),
      body: {
        title: 'E-217',
        systems: ['system:default/wms'],
        language: 'zh',
        body: expect.stringContaining(`## ${zh['template.issue']}`),
      },
    });
  });

  it('says so when the case cannot be changed now', async () => {
    keep(aDraft({ id: 'kc-030', mayEdit: false }));
    renderPage('/cases/kc-030/edit', { entities });
    expect(
      await screen.findByText('This case cannot be changed now'),
    ).toBeInTheDocument();
    expect(screen.getByText(/in the state “Draft”/)).toBeInTheDocument();
  });

  it('shows one pane at a time on a phone, and forgets nothing', async () => {
    keep();
    const wide = window.matchMedia;
    window.matchMedia = query =>
      ({
        matches: /max-width/.test(query),
        media: query,
        addListener: () => {},
        removeListener: () => {},
        addEventListener: () => {},
        removeEventListener: () => {},
      } as unknown as MediaQueryList);
    try {
      renderPage('/cases/kc-030/edit', { entities, language: 'zh-CN' });
      const field = await screen.findByRole('textbox', {
        name: zh['form.text'],
      });
      await userEvent.type(field, '!');
      await userEvent.click(
        screen.getByRole('tab', { name: zh['form.preview'] }),
      );
      expect(field).not.toBeVisible();
      await waitFor(() =>
        expect(
          screen.getByRole('tabpanel', { name: zh['form.preview'] }),
        ).toHaveTextContent('Old text!'),
      );
      await userEvent.click(
        screen.getByRole('tab', { name: zh['form.write'] }),
      );
      expect(field).toBeVisible();
      expect(field).toHaveValue('Old text!');
      expect(
        screen.getByRole('button', { name: zhTerms.save }),
      ).toBeInTheDocument();
    } finally {
      window.matchMedia = wide;
    }
  });
});
