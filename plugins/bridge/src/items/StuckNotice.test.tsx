import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type { Item } from '@techbridge/plugin-bridge-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf } from '../testing/fakeBridge';
import { aFeedback, itemsOf } from '../testing/itemSamples';
import { Reader, renderPage } from '../testing/renderPage';
import { aUser } from '../testing/samples';

const server = setupServer();

const entities = [
  aUser('ma.jun', '马俊', 'Ma Jun'),
  aUser('tang.ting', '唐婷', 'Tang Ting'),
];

function show(item: Item, reader: Reader = {}) {
  server.use(...itemsOf(item), ...bridgeOf());
  renderPage(`/items/${item.key}`, { entities, ...reader });
}

describe('an item on which nobody can act', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  it('says that nobody can act, why, and where the way out is', async () => {
    const superUser = {
      label: { en: 'Super user', zh: '超级用户' },
      ...{ source: 'superUser' as const, ref: 'system:default/wms' },
    };
    const watch = {
      label: { en: 'Night watch', zh: '夜班值守' },
      ...{ source: 'group' as const, ref: 'group:default/night-watch' },
      vanished: true as const,
    };
    const stuck = { reason: 'nobody' as const, roles: [watch, superUser] };
    show(aFeedback({ assignees: [], stuck }));
    const notice = await screen.findByText(/^Nobody can act on this item/);
    expect(notice).toHaveTextContent(
      'nobody has the role Night watch, Super user. The catalog does not know group:default/night-watch any more.',
    );
    expect(
      within(notice).getByRole('link', { name: /^Appoint a super user of/ }),
    ).toHaveAttribute('href', '/catalog/default/system/wms');
    expect(screen.queryByText(/^Waits for/)).toBeNull();
  });

  it('says in Chinese, too, that those it waits for have left', async () => {
    const label = { en: 'Reporter', zh: '反馈人' };
    const creator = { label, source: 'creator' as const, ref: null };
    const stuck = { reason: 'left' as const, roles: [creator] };
    show(aFeedback({ stuck }), { language: 'zh-CN' });
    const notice = await screen.findByText(/^此单据无人可以处理/);
    await waitFor(() =>
      expect(notice).toHaveTextContent(
        '此单据无人可以处理：组织目录中已查不到马俊。请联系推进办，确定由谁接手。',
      ),
    );
  });

  it('lets somebody take over from a person who has left', async () => {
    const label = { en: 'Reporter', zh: '反馈人' };
    const creator = { label, source: 'creator' as const, ref: null };
    const stuck = { reason: 'left' as const, roles: [creator] };
    const item = aFeedback({ stuck });
    const sent: unknown[] = [];
    server.use(
      http.post(at(`/items/${item.key}/hand-over`), async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(aFeedback({ rev: 2 }));
      }),
    );
    show(item);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Hand over' }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'Hand over' });
    const confirm = within(dialog).getByRole('button', { name: 'Hand over' });
    await userEvent.click(confirm);
    expect(await within(dialog).findAllByText('Enter a value.')).toHaveLength(
      2,
    );
    expect(sent).toEqual([]);
    const person = within(dialog).getByRole('textbox', {
      name: /^Who takes over/,
    });
    await userEvent.type(person, '唐婷');
    await userEvent.click(
      await screen.findByRole('option', { name: /Tang Ting/ }),
    );
    const reason = within(dialog).getByRole('textbox', { name: /^Reason/ });
    await userEvent.type(reason, 'Has left.');
    await userEvent.click(confirm);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent).toEqual([
      {
        from: 'user:default/ma.jun',
        to: 'user:default/tang.ting',
        reason: 'Has left.',
      },
    ]);
    expect(screen.queryByText(/^Nobody can act/)).toBeNull();
  });
});
