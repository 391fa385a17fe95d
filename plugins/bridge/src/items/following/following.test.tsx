import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type { Item } from '@techbridge/plugin-bridge-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, pageOf, refusal } from '../../testing/fakeBridge';
import {
  aFeedback,
  aJournal,
  anAction,
  itemsOf,
} from '../../testing/itemSamples';
import { Reader, renderPage } from '../../testing/renderPage';
import { aUser } from '../../testing/samples';
import { aState } from '../../testing/workflowSamples';

const server = setupServer();

const people = [
  aUser('ma.jun', '马俊', 'Ma Jun'),
  aUser('tang.ting', '唐婷', 'Tang Ting'),
];

const OTHER = aFeedback({
  ...{ key: 'FB-0311', title: 'Scanner loses counts' },
  support: { count: 5, mine: false, allowed: true, forOthers: false },
});

/** A feedback that the reader may merge. */
function mergeable(changes: Partial<Item> = {}): Item {
  const form = {
    schema: { type: 'object', properties: { duplicateOf: { type: 'string' } } },
    uiSchema: {},
  };
  return aFeedback({
    actions: [
      anAction('same', { en: 'Mark as a duplicate', zh: '标为重复' }, { form }),
    ],
    merge: { action: 'same', allowed: true },
    support: { count: 1, mine: false, allowed: true, forOthers: true },
    ...changes,
  });
}

function merged(changes: Partial<NonNullable<Item['merged']>> = {}): Item {
  return aFeedback({
    ...{ rev: 2, actions: [] },
    state: aState('duplicate', 'end', { en: 'Duplicate', zh: '重复反馈' }),
    merged: {
      ...{ into: 'FB-0311', by: 'user:default/ma.jun' },
      at: '2025-12-30T01:00:00.000Z',
      until: '2026-01-29T01:00:00.000Z',
      allowed: true,
      ...changes,
    },
  });
}

/** Shows the item; what is sent is noted, and answered as it says. */
function show(
  item: Item,
  answers: (body: unknown, what: string) => Item | Response = () => item,
  reader: Reader = {},
) {
  const sent: unknown[] = [];
  server.use(
    http.post(at(`/items/${item.key}/:what`), async ({ request, params }) => {
      const body = await request.json();
      sent.push([params.what, body]);
      const answer = answers(body, String(params.what));
      return answer instanceof Response ? answer : HttpResponse.json(answer);
    }),
    ...itemsOf(item, OTHER),
    ...bridgeOf(),
  );
  renderPage(`/items/${item.key}`, { entities: people, ...reader });
  return sent;
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const press = async (name: string | RegExp) =>
  userEvent.click(await button(name));

describe('following and merging items', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  it('speaks Chinese, of the merge and in the history of both', async () => {
    const why = { code: 'too-late', en: 'Too late.', zh: '期限已过。' };
    const lines = [true, false].flatMap(inward =>
      ['merged', 'unmerged'].map(type => ({ type, inward })),
    );
    const items = lines.map(({ type, inward }, place) => ({
      ...aJournal[0],
      ...{ type, seq: place + 1, payload: { key: 'FB-0311', inward } },
    }));
    show(merged({ allowed: false, why }), undefined, { language: 'zh-CN' });
    server.use(
      http.get(at('/items/:key/journal'), () =>
        HttpResponse.json({ ...pageOf(items), intact: true, brokenAt: null }),
      ),
    );
    const undo = await button('撤销');
    expect(undo).toHaveAccessibleDescription('期限已过。');
    expect(await screen.findByText(/马俊并入 FB-0311$/)).toBeInTheDocument();
    const history = await screen.findByRole('region', { name: '履历' });
    expect(history).toHaveTextContent('将重复的 FB-0311 并入本单据');
    expect(history).toHaveTextContent('撤销了并入 FB-0311');
  });

  it('supports and watches an item, and takes both back', async () => {
    let { support, watch } = aFeedback();
    const sent = show(aFeedback({ support, watch }), (body, what) => {
      const { withdraw, on } = body as { withdraw: boolean; on: boolean };
      if (what === 'support') {
        support = { ...support, mine: !withdraw, count: withdraw ? 0 : 1 };
      } else {
        watch = { on, count: on ? 1 : 0 };
      }
      return aFeedback({ support, watch });
    });
    expect(await button('Me too (0)')).toHaveAttribute('aria-pressed', 'false');
    await press('Me too (0)');
    expect(await button('You support this (1)')).toHaveAttribute(
      ...['aria-pressed', 'true'],
    );
    await press('You support this (1)');
    await button('Me too (0)');
    await press('Watch');
    expect(await button('Watching')).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByText('1 person watches this')).toBeVisible();
    await press('Watching');
    await button('Watch');
    expect(sent).toEqual([
      ['support', { withdraw: false }],
      ['support', { withdraw: true }],
      ['watch', { on: true }],
      ['watch', { on: false }],
    ]);
  });

  it('says why one cannot support, who recorded it, and records it for others', async () => {
    const why = { code: 'support-own', en: 'It is yours.', zh: '是您提出的。' };
    const recordedBy = 'user:default/ma.jun';
    const item = aFeedback({
      support: {
        ...{ count: 3, mine: true, allowed: false, why, recordedBy },
        forOthers: true,
      },
    });
    const sent = show(item);
    const barred = await button('You support this (3)');
    expect(barred).toHaveAccessibleDescription('It is yours.');
    await userEvent.click(barred);
    expect(
      await screen.findByText('Recorded for you by Ma Jun'),
    ).toBeInTheDocument();
    await press('Support of somebody else');
    const dialog = await screen.findByRole('dialog');
    await press('Record');
    expect(await within(dialog).findByText('Enter a value.')).toBeVisible();
    const field = within(dialog).getByRole('textbox');
    await userEvent.type(field, 'Tang');
    await userEvent.click(await screen.findByRole('option', { name: /Tang/ }));
    await press('Record');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent).toEqual([
      ['support', { onBehalfOf: 'user:default/tang.ting' }],
    ]);
  });

  it('merges into another item after a look at both, and keeps what is typed when refused', async () => {
    const params = { value: 'FB-0311', into: 'FB-0300' };
    const fields = [{ path: 'into', code: 'is-duplicate' as const, params }];
    const sent = show(mergeable(), () =>
      sent.length === 1 ? refusal('invalid-input', { fields }) : merged(),
    );
    await press('Merge into …');
    const dialog = await screen.findByRole('dialog', {
      name: 'Merge FB-0405 into another item',
    });
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /The other item/ }),
      'counts',
    );
    // The item itself was found, too, and cannot be meant.
    const [option, ...others] = await screen.findAllByRole('option');
    expect([option.textContent, others]).toEqual([
      expect.stringMatching(/^FB-0311/),
      [],
    ]);
    await userEvent.click(option);
    const both = await screen.findByRole('list', { name: 'What is merged' });
    await waitFor(() =>
      expect(
        within(both)
          .getAllByRole('listitem')
          .map(({ textContent }) => textContent),
      ).toEqual([
        expect.stringMatching(/FB-0405.*drops off.*1 supporter$/),
        expect.stringMatching(/FB-0311.*loses counts.*5 supporters$/),
      ]),
    );
    const reason = within(dialog).getByRole('textbox', { name: /Reason/ });
    await userEvent.type(reason, 'The same dock.');
    await press('Merge');
    expect(
      await within(dialog).findByText(/itself a duplicate of FB-0300/),
    ).toBeVisible();
    expect(reason).toHaveValue('The same dock.');
    await press('Merge');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const body = { into: 'FB-0311', rev: 1, reason: 'The same dock.' };
    expect(sent).toEqual([
      ['merge', body],
      ['merge', body],
    ]);
    expect(
      await screen.findByRole('link', {
        name: /^Merged into FB-0311 by Ma Jun/,
      }),
    ).toHaveAttribute('href', '/items/FB-0311');
  });

  it('undoes a merge, or says why that is over', async () => {
    const sent = show(merged(), () => mergeable({ rev: 3 }));
    await press('Undo');
    await press('Undo the merge');
    await button('Merge into …');
    expect(screen.queryByText(/^Merged into/)).toBeNull();
    expect(sent).toEqual([['unmerge', { rev: 2 }]]);
  });

  it('leaves an action with a longer form as it is', async () => {
    const properties = { duplicateOf: {}, words: { type: 'string' } };
    const form = { schema: { type: 'object', properties }, uiSchema: {} };
    const label = { en: 'Mark as a duplicate', zh: '标为重复' };
    show(mergeable({ actions: [anAction('same', label, { form })] }));
    expect(await button('Mark as a duplicate')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Merge into …' })).toBeNull();
  });
});
