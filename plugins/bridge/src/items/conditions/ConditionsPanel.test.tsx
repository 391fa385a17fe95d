import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type { Item, ItemConditionView } from '@techbridge/plugin-bridge-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, refusal } from '../../testing/fakeBridge';
import { aBoard, aProposal, itemsOf } from '../../testing/itemSamples';
import { Reader, renderPage } from '../../testing/renderPage';
import { aUser } from '../../testing/samples';

const server = setupServer();

const people = [
  aUser('he.jing', '何静', 'He Jing'),
  aUser('tang.ting', '唐婷', 'Tang Ting'),
];

function show(item: Item, reader: Reader = {}, query = '') {
  server.use(...itemsOf(item), ...bridgeOf());
  renderPage(`/items/${item.key}${query}`, { entities: people, ...reader });
}

/** A condition that the reader sees to. */
function aCondition(
  changes: Partial<ItemConditionView> = {},
): ItemConditionView {
  return {
    id: 'itReviewBoard.1.1',
    board: 'itReviewBoard',
    label: { en: 'IT review board', zh: 'IT评审委员会' },
    text: 'Try it on line L3 first.',
    owner: 'user:default/tang.ting',
    due: '2026-01-15',
    by: 'user:default/he.jing',
    met: null,
    allowed: true,
    ...changes,
  };
}

const late = aCondition({
  id: 'itReviewBoard.1.2',
  text: 'Name who is asked at night.',
  owner: 'user:default/he.jing',
  due: '2025-12-01',
  allowed: false,
  why: {
    code: 'not-your-condition',
    en: 'Only its owner may.',
    zh: '仅责任人',
  },
});

const panel = (name: string | RegExp) => screen.findByRole('region', { name });

describe('the conditions of a decision', () => {
  registerMswTestHooks(server);

  it('stand with their owners and days; whoever sees to one says that it is met', async () => {
    const sent: unknown[] = [];
    show(aProposal({ boards: [], conditions: [aCondition(), late] }));
    server.use(
      http.post(
        at('/items/OP-2025-018/conditions/:condition'),
        async ({ request, params }) => {
          sent.push([params.condition, await request.json()]);
          const met = {
            by: 'user:default/tang.ting',
            at: '2025-12-31T01:00:00.000Z',
            note: 'Two weeks, see the log.',
          };
          const conditions = [aCondition({ met }), late];
          return HttpResponse.json(aProposal({ boards: [], conditions }));
        },
      ),
    );
    const open = await panel('Conditions: 0 of 2 met');
    const [first, second] = within(open).getAllByRole('listitem');
    await waitFor(() =>
      expect(first).toHaveTextContent(
        'Tang Ting, until 15 Jan 2026 · asked for by He Jing',
      ),
    );
    expect(second).toHaveTextContent('He Jing, was due on 1 Dec 2025');
    const barred = within(second).getByRole('button', { name: 'It is met' });
    expect(barred).toHaveAccessibleDescription('Only its owner may.');

    await userEvent.click(
      within(first).getByRole('button', { name: 'It is met' }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'It is met' });
    expect(dialog).toHaveTextContent('Try it on line L3 first.');
    await userEvent.type(
      within(dialog).getByLabelText('What was done (optional)'),
      'Two weeks, see the log.',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'It is met' }),
    );
    const after = await panel('Conditions: 1 of 2 met');
    expect(after).toHaveTextContent(
      'Met on 31 Dec 2025, says Tang Ting. Two weeks, see the log.',
    );
    expect(
      within(after).getByRole('button', { name: 'Not met after all' }),
    ).toBeInTheDocument();
    expect(sent).toEqual([
      ['itReviewBoard.1.1', { met: true, note: 'Two weeks, see the log.' }],
    ]);
  });

  it('are written with the vote: what, who and until when; what is wrong stands at its field', async () => {
    const sent: unknown[] = [];
    const board = aBoard({
      choices: ['approve', 'approveWithConditions', 'reject'],
    });
    show(aProposal({ boards: [board] }), {}, '?do=vote');
    server.use(
      http.post(at('/items/OP-2025-018/ballots'), async ({ request }) => {
        sent.push(await request.json());
        return refusal('invalid-input', {
          fields: [{ path: 'conditions.0.due', code: 'day-passed' }],
        });
      }),
    );
    const vote = await panel('Vote: IT review board');
    await userEvent.click(
      within(vote).getByLabelText('Approve with conditions'),
    );
    const what = await within(vote).findByLabelText(/^Condition 1/);
    await userEvent.click(within(vote).getByRole('button', { name: 'Vote' }));
    expect(what).toHaveAccessibleDescription('Enter a value.');
    expect(within(vote).getAllByText('Enter a value.')).toHaveLength(3);

    await userEvent.click(what);
    await userEvent.paste('Try it on line L3 first.');
    await userEvent.type(
      within(vote).getByLabelText(/^Who sees to it/),
      'Tang',
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /Tang Ting/ }),
    );
    const due = within(vote).getByLabelText(/^Until/);
    await userEvent.type(due, '2025-01-15');
    await userEvent.click(
      within(vote).getByRole('button', { name: 'Another condition' }),
    );
    await userEvent.click(
      within(vote).getByRole('button', { name: 'Remove condition 2' }),
    );
    await userEvent.click(within(vote).getByRole('button', { name: 'Vote' }));
    await waitFor(() =>
      expect(due).toHaveAccessibleDescription(
        'Choose a day that has not passed.',
      ),
    );
    expect(sent).toEqual([
      {
        board: 'itReviewBoard',
        choice: 'approveWithConditions',
        conditions: [
          {
            text: 'Try it on line L3 first.',
            owner: 'user:default/tang.ting',
            due: '2025-01-15',
          },
        ],
      },
    ]);
  });

  it('stand with the votes that asked for them', async () => {
    const { text, owner, due } = aCondition();
    const board = aBoard({
      ballots: [
        {
          voter: 'user:default/he.jing',
          choice: 'approveWithConditions',
          reason: null,
          conditions: [{ text, owner, due }],
          at: '2025-12-30T01:00:00.000Z',
        },
      ],
    });
    show(aProposal({ boards: [board] }));
    const vote = await panel('Vote: IT review board');
    await waitFor(() =>
      expect(vote).toHaveTextContent(
        'Approve with conditionsTry it on line L3 first. Tang Ting, until 15 Jan 2026',
      ),
    );
  });
});
