import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, refusal } from '../testing/fakeBridge';
import { renderPage } from '../testing/renderPage';
import { aSystem, departments } from '../testing/samples';
import zh from '../translation/systems.zh';
import zhTerms from '../translation/terms.zh';

const server = setupServer();

describe('RegisterSystem', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  it('shows every refusal at its field, in Chinese, and loses nothing', async () => {
    const { zh: itTitle } = departments[1].title;
    const sent: unknown[] = [];
    server.use(
      ...bridgeOf(),
      http.post(at('/systems'), async ({ request }) => {
        sent.push(await request.json());
        return refusal('invalid-input', {
          fields: [
            { path: 'name', code: 'bad-format', params: { example: 'mes-2' } },
            { path: 'modules.0.id', code: 'required' },
            { path: 'else', code: 'invalid' },
          ],
        });
      }),
    );
    renderPage('/systems/new', { language: 'zh-CN' });
    const form = await screen.findByRole('dialog', {
      name: zh['form.registerTitle'],
    });
    const field = (label: string) =>
      within(form).getByRole('textbox', { name: new RegExp(`^${label}`) });
    const submit = within(form).getByRole('button', {
      name: zh['form.register'],
    });

    await userEvent.click(submit);
    expect(field(zh['form.name'])).toHaveAccessibleDescription('请填写。');
    expect(sent).toHaveLength(0);

    await userEvent.type(field(zh['form.name']), 'bad name');
    await userEvent.type(field(zh['form.titleZh']), 'zh');
    await userEvent.type(field(zh['form.titleEn']), 'Andon');
    await userEvent.type(field(zhTerms['field.aliases']), 'a，b, c');
    await userEvent.click(within(form).getByLabelText(/^IT/));
    await userEvent.click(await screen.findByRole('option', { name: itTitle }));
    await userEvent.click(
      within(form).getByRole('button', { name: zh['form.addModule'] }),
    );
    await userEvent.click(submit);

    await waitFor(() =>
      expect(field(zh['form.name'])).toHaveAccessibleDescription(
        '请按此格式填写：mes-2。',
      ),
    );
    expect(
      field(zh['form.moduleId'].replace('{{number}}', '1')),
    ).toHaveAccessibleDescription('请填写。');
    expect(within(form).getByRole('alert')).toHaveTextContent('else: ');
    expect(field(zh['form.name'])).toHaveValue('bad name');
    expect(field(zh['form.titleEn'])).toHaveValue('Andon');
    expect(sent).toEqual([
      {
        name: 'bad name',
        title: { en: 'Andon', zh: 'zh' },
        aliases: ['a', 'b', 'c'],
        criticality: 'B',
        lifecycle: 'steady',
        it: 'group:default/information-technology',
        modules: [{ id: '', title: { en: '', zh: '' } }],
      },
    ]);
  });

  it('leads on to who answers for the system', async () => {
    const andon = aSystem({
      name: 'andon',
      title: { en: 'Andon', zh: 'Andon' },
    });
    server.use(
      ...bridgeOf(andon),
      http.post(at('/systems'), () =>
        HttpResponse.json(andon, { status: 201 }),
      ),
    );
    renderPage('/systems/new');
    const form = await screen.findByRole('dialog');
    for (const label of [/^System code/, /^Name in Chinese/, /^Name in Eng/]) {
      await userEvent.type(within(form).getByLabelText(label), 'Andon');
    }
    await userEvent.click(within(form).getByLabelText(/^IT owner/));
    await userEvent.click(await screen.findByRole('option', { name: 'IT' }));
    await userEvent.click(
      within(form).getByRole('button', { name: 'Register' }),
    );

    const next = await screen.findByRole('dialog', {
      name: 'Andon is registered',
    });
    expect(next).toHaveTextContent('No super user is appointed yet.');
    expect(
      within(next).getByRole('button', { name: 'Appoint' }),
    ).toBeInTheDocument();
    await userEvent.click(within(next).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
