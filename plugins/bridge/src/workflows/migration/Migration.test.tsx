import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type {
  MigrationGroup,
  WorkflowMigration,
} from '@techbridge/plugin-bridge-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, pageOf, refusal } from '../../testing/fakeBridge';
import { itemsOf } from '../../testing/itemSamples';
import { Reader, renderPage } from '../../testing/renderPage';
import { aUser } from '../../testing/samples';
import {
  aMigration,
  aVersion,
  migrationsOf,
} from '../../testing/versionSamples';

const server = setupServer();
const entities = [aUser('he.jing', '何静', 'He Jing')];
const board = { id: 'board', label: { en: 'Review board', zh: '评审委员会' } };
const triage = { id: 'triage', label: { en: 'Triage', zh: '初审' } };
const look = { id: 'look', label: { en: 'First look', zh: '初看' } };
const why = { en: 'A vote is in progress.', zh: '正在表决。' };

const groups: MigrationGroup[] = [
  {
    ...{ state: triage, to: look, outcome: 'moves', why: null },
    ...{ count: 4, keys: ['OP-0001', 'OP-0002', 'OP-0003'] },
  },
  {
    ...{ state: board, to: null, outcome: 'waits', why },
    ...{ count: 1, keys: ['OP-0007'] },
  },
];

/** A bridge whose version 4 is in force, with items of version 3. */
function listen({ may = true, refuse = false, byItself = false } = {}) {
  const sent: unknown[] = [];
  const done = { status: 'done', startedBy: 'system', moved: 2 } as const;
  const current: { migration: WorkflowMigration | null } = {
    migration: byItself ? aMigration(done) : null,
  };
  server.use(
    http.get(at('/workflows/:id/versions/:version'), () =>
      HttpResponse.json(aVersion({ status: 'published', steps: [] })),
    ),
    http.get(at('/workflows/:id/migrations'), () => {
      const { migration } = current;
      const items = 5 - (migration?.moved ?? 0);
      return HttpResponse.json(
        migrationsOf([{ version: 3, items, migration }], may),
      );
    }),
    http.get(at('/workflows/:id/migrate'), () =>
      HttpResponse.json(pageOf(groups)),
    ),
    http.post(at('/workflows/:id/migrate'), async ({ request }) => {
      sent.push(await request.json());
      if (refuse) {
        return refusal('version-changed', { params: { version: '4' } });
      }
      const status = 'waiting';
      current.migration = aMigration({ status, moved: 4, waits: 1 });
      return HttpResponse.json(current.migration, { status: 201 });
    }),
    http.get(at('/workflows/:id/migrations/7/items'), () =>
      HttpResponse.json(
        pageOf([
          { key: 'OP-0007', outcome: 'waits', why, at: '2025-12-31T01:00:00Z' },
        ]),
      ),
    ),
    http.post(at('/workflows/:id/migrations/7/cancel'), () => {
      current.migration = aMigration({ status: 'cancelled', moved: 4 });
      return HttpResponse.json(current.migration);
    }),
    ...itemsOf(),
    ...bridgeOf(),
  );
  return sent;
}

async function open(reader: Reader = {}): Promise<HTMLElement> {
  renderPage('/workflows/proposal/versions/4', { entities, ...reader });
  const chinese = reader.language === 'zh-CN';
  const name = chinese ? '旧版本的单据' : 'Items on older versions';
  return screen.findByRole('region', { name });
}

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));

describe('items on older versions', () => {
  registerMswTestHooks(server);
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('are tried in words, taken along, and told of', async () => {
    const sent = listen();
    const panel = await open();
    expect(await within(panel).findByText(/^Version 3: 5 open/)).toBeVisible();
    await press(/^What taking/);
    expect(
      await within(panel).findByText(
        /4 items in “Triage” go on in “First look”/,
      ),
    ).toBeVisible();
    expect(panel).toHaveTextContent(
      'One item in “Review board” follows later. A vote is in progress.',
    );
    expect(within(panel).getByRole('link', { name: 'OP-0007' })).toBeVisible();

    await press('Take along the items of version 3');
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent(/5 items go over from version 3 to/);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Take along' }),
    );
    expect(
      await within(panel).findByText(/Some items follow later. 4 have gone/),
    ).toBeVisible();
    expect(sent).toEqual([{ from: 3, to: 4, hash: 'a4' }]);
    expect(await within(panel).findByText(/by He Jing/)).toBeVisible();
    await press('Which ones');
    expect(await within(panel).findAllByText(/A vote is in/)).not.toEqual([]);

    await press('Stop taking the items of version 3 along');
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Stop',
      }),
    );
    expect(await within(panel).findByText(/^Stopped\./)).toBeVisible();
  });

  it('say why they cannot be taken along', async () => {
    listen({ refuse: true, byItself: true });
    const panel = await open();
    expect(
      await within(panel).findByText(
        /^To version 4, begun .+ by itself, because only wording has changed$/,
      ),
    ).toBeVisible();
    await press('Take along the items of version 3');
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Take along' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      /Somebody changed version 4 meanwhile/,
    );
  });

  it('are shown to others in Chinese, without the way to take them along', async () => {
    listen({ may: false, byItself: true });
    const panel = await open({ language: 'zh-CN' });
    expect(
      await within(panel).findByText('第 3 版：3 张在办单据'),
    ).toBeVisible();
    expect(panel).toHaveTextContent(
      /已迁移 2 张。转入第 4 版，因只改文字，.+自动开始/,
    );
    const start = within(panel).getByRole('button', {
      name: /迁移第 3 版的单据/,
    });
    expect(start).toHaveAttribute('aria-disabled', 'true');
    expect(panel).not.toHaveTextContent(/[a-z]{3}/);
  });
});
