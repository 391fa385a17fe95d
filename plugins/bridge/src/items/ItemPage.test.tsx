import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type { Item } from '@techbridge/plugin-bridge-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, pageOf, refusal } from '../testing/fakeBridge';
import {
  aBoard,
  aFeedback,
  aJournal,
  anAction,
  aProposal,
  itemsOf,
} from '../testing/itemSamples';
import { Reader, renderPage } from '../testing/renderPage';
import { aSystemEntity, aUser } from '../testing/samples';
import { feedbackStates } from '../testing/workflowSamples';
import journal from '../translation/journal.zh';

const server = setupServer();

const people = [
  aUser('ma.jun', '马俊', 'Ma Jun'),
  aUser('tang.ting', '唐婷', 'Tang Ting'),
  aUser('he.jing', '何静', 'He Jing'),
  aUser('zhou.qiming', '周启明', 'Zhou Qiming'),
  aUser('chen.zhiyuan', '陈志远', 'Chen Zhiyuan'),
];

function show(item: Item, reader: Reader = {}, query = '') {
  server.use(...itemsOf(item), ...bridgeOf());
  renderPage(`/items/${item.key}${query}`, { entities: people, ...reader });
}

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));

const panel = (name: string | RegExp) => screen.findByRole('region', { name });

describe('ItemPage', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  it('shows what is known, the chain and the history; what people typed stays text', async () => {
    show(aFeedback({ dueAt: '2025-12-29T01:00:00.000Z' }));
    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: 'Scanner drops off the network',
      }),
    ).toBeInTheDocument();
    expect(await screen.findByText('FB-0405 · Feedback')).toBeInTheDocument();
    expect(await screen.findByText('Waits for Ma Jun')).toBeInTheDocument();
    expect(
      await screen.findByText(/^Overdue since 29 Dec 2025/),
    ).toBeInTheDocument();
    expect(
      within(screen.getByRole('list', { name: 'Phases' })).getByText(
        'Reported',
      ),
    ).toBeInTheDocument();

    const facts = await panel('Facts');
    expect(facts).toHaveTextContent('Does production suffer?Work is slower');
    expect(facts).toHaveTextContent('<img src=x onerror=alert(1)>');
    expect(facts).toHaveTextContent('**not bold**');
    expect(facts.querySelector('img, strong')).toBeNull();

    const chain = await panel('The chain');
    const current = await within(chain).findByRole('link', {
      current: 'page',
    });
    expect(current).toHaveTextContent(
      'FB-0405Scanner drops off the networkYou are here · Became a proposal',
    );
    expect(
      within(chain).getByRole('link', { name: /RQ-2025-031/ }),
    ).toHaveAttribute('href', '/items/RQ-2025-031');

    const history = await panel('Journal');
    expect(
      (await within(history).findAllByRole('listitem')).map(
        line => line.textContent,
      ),
    ).toEqual([
      expect.stringContaining('Tang Ting made this item'),
      expect.stringMatching(/^State: .*upAs before again: In your own words/),
      expect.stringMatching(
        /Ma Jun: Take upI come to the dock\.Filled in: In your own words, Reply to the reporter \(2\)29 Dec 2025/,
      ),
      expect.stringContaining('Milestone: taken up'),
      expect.stringContaining('Tang Ting commentedThank you!'),
      expect.stringContaining('A set time has passed'),
      expect.stringContaining(
        'The vote closed: Board, Approved (5 for, 1 against, 0 abstained)',
      ),
      expect.stringContaining('Ma Jun awarded 7 points: A good description'),
      expect.stringContaining('Done: Task of a software template (task-7)'),
      expect.stringContaining('The details were erased for privacy.'),
    ]);
    expect(within(history).getByText('Record is unbroken')).toBeVisible();
  });

  it('says why something may not be done, and leads to what may', async () => {
    show(aFeedback(), {}, '?do=confirm');
    const confirm = await screen.findByRole('button', {
      name: 'Yes it is solved',
    });
    expect(confirm).toHaveAttribute('aria-disabled', 'true');
    expect(confirm).toHaveAccessibleDescription(
      'Only the reporter may confirm.',
    );
    await userEvent.click(confirm);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('button', { name: 'Take up' })).not.toHaveAttribute(
      'aria-disabled',
    );
  });

  it('checks the form of an action, places what the bridge refuses at its field, and sends one command once', async () => {
    const sent: { key: string | null; body: unknown }[] = [];
    const solved = aFeedback({ rev: 2, state: feedbackStates.toConfirm });
    show(aFeedback(), {}, '?do=solve');
    server.use(
      http.post(at('/items/FB-0405/actions/solve'), async ({ request }) => {
        const key = request.headers.get('idempotency-key');
        sent.push({ key, body: await request.json() });
        switch (sent.length) {
          case 1:
            return HttpResponse.error();
          case 2:
            return refusal('invalid-input', {
              fields: [
                {
                  path: 'data.reply',
                  code: 'too-long',
                  params: { maximum: 9 },
                },
              ],
            });
          default:
            return HttpResponse.json(solved);
        }
      }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Solved on the spot · FB-0405',
    });
    const save = () =>
      userEvent.click(
        within(dialog).getByRole('button', { name: 'Solved on the spot' }),
      );
    const reply = await within(dialog).findByLabelText(
      /^Reply to the reporter/,
    );
    await userEvent.type(reply, 'Hm');
    await save();
    expect(reply).toHaveAccessibleDescription(
      'At least 5 characters. Write more.',
    );
    expect(
      within(dialog).getByLabelText(/^Root cause/),
    ).toHaveAccessibleDescription('Enter a value.');
    expect(sent).toEqual([]);

    await userEvent.click(within(dialog).getByLabelText(/^Root cause/));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Device or network' }),
    );
    await userEvent.type(reply, ', new battery.');
    await userEvent.type(
      within(dialog).getByLabelText('Comment (optional)'),
      'done',
    );
    await save();
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Try again in a minute',
    );
    await save();
    await waitFor(() =>
      expect(reply).toHaveAccessibleDescription(
        'At most 9 characters. Shorten it.',
      ),
    );
    expect(reply).toHaveValue('Hm, new battery.');
    await save();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(
      await screen.findByText('Waiting for confirmation'),
    ).toBeInTheDocument();
    expect(sent[0].body).toEqual({
      rev: 1,
      data: { rootCauseClass: 'device', reply: 'Hm, new battery.' },
      comment: 'done',
    });
    expect(sent[0].key).toMatch(/^[0-9a-f]{32}$/);
    expect(sent[1].key).toBe(sent[0].key);
    expect(sent[2].key).not.toBe(sent[0].key);
  });

  it('keeps what was typed when somebody else was quicker, and goes on from there', async () => {
    const moved = aFeedback({ rev: 5, state: feedbackStates.inProgress });
    const revs: number[] = [];
    show(aFeedback(), {}, '?do=solve');
    server.use(
      http.post(at('/items/FB-0405/actions/solve'), async ({ request }) => {
        const { rev } = (await request.json()) as { rev: number };
        revs.push(rev);
        return revs.length === 1
          ? refusal('item-changed', {
              params: { key: 'FB-0405' },
              current: moved,
            })
          : refusal('item-changed', {
              params: { key: 'FB-0405' },
              current: { ...moved, rev: 6, actions: [] },
            });
      }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(await within(dialog).findByLabelText(/^Root cause/));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Operating habit' }),
    );
    const reply = within(dialog).getByLabelText(/^Reply/);
    await userEvent.type(reply, 'Please scan, then confirm.');
    const save = () =>
      within(dialog).getByRole('button', { name: 'Solved on the spot' });
    await userEvent.click(save());
    expect(
      await within(dialog).findByText(/Somebody changed “FB-0405” meanwhile/),
    ).toBeInTheDocument();
    expect(within(dialog).getByText('In progress')).toBeInTheDocument();
    expect(reply).toHaveValue('Please scan, then confirm.');

    await userEvent.click(save());
    await waitFor(() =>
      expect(save()).toHaveAccessibleDescription(
        'This can no longer be done in the new state.',
      ),
    );
    expect(reply).toHaveValue('Please scan, then confirm.');
    expect(revs).toEqual([1, 5]);
  });

  it('lets a member vote with a reason, and shows quorum, votes and recusals', async () => {
    const sent: unknown[] = [];
    show(aProposal(), {}, '?do=vote');
    server.use(
      http.post(at('/items/OP-2025-018/ballots'), async ({ request }) => {
        sent.push(await request.json());
        const mine = {
          voter: 'user:default/tang.ting',
          choice: 'reject' as const,
          reason: 'The batteries must be replaced first.',
          at: '2025-12-31T01:00:00.000Z',
        };
        return HttpResponse.json(
          aProposal({
            boards: [aBoard({ mine, quorum: { needed: 2, present: 2 } })],
          }),
        );
      }),
    );
    const board = await panel('Vote: IT review board');
    expect(board).toHaveTextContent('Voted: 1 of 3; needed: 2');
    expect(board).toHaveTextContent('Due 5 Jan 2026');
    const lines = within(board).getAllByRole('listitem');
    await waitFor(() =>
      expect(lines[0]).toHaveTextContent(
        'Zhou QimingChair · counts 2 times · may veto',
      ),
    );
    expect(lines[0]).toHaveTextContent('Has not voted yet');
    expect(lines[1]).toHaveTextContent(
      'He JingApproveSaves a walk to the office.',
    );
    expect(lines[3]).toHaveTextContent(
      'Chen ZhiyuanRecused: Proposer of this item',
    );

    const vote = () =>
      within(board).getByRole('button', { name: /^(Vote|Change my vote)$/ });
    await userEvent.click(vote());
    expect(within(board).getByText('Enter a value.')).toBeInTheDocument();
    await userEvent.click(within(board).getByLabelText('Reject'));
    const reason = within(board).getByLabelText(/^Reason/);
    expect(reason).toHaveAccessibleDescription('At least 20 characters');
    await userEvent.type(reason, 'No');
    await userEvent.click(vote());
    expect(reason).toHaveAccessibleDescription(
      'At least 20 characters. Write more.',
    );
    await userEvent.clear(reason);
    await userEvent.type(reason, 'The batteries must be replaced first.');
    await userEvent.click(vote());
    expect(
      await within(board).findByText('You voted: Reject'),
    ).toBeInTheDocument();
    expect(vote()).toHaveTextContent('Change my vote');
    expect(sent).toEqual([
      {
        board: 'itReviewBoard',
        choice: 'reject',
        reason: 'The batteries must be replaced first.',
      },
    ]);
  });

  it('takes a conflict of interest, and tells who may not vote why', async () => {
    const sent: unknown[] = [];
    const barred = aBoard({
      allowed: false,
      mayRecuse: false,
      why: {
        code: 'recused',
        en: 'You declared a conflict of interest.',
        zh: '您已声明回避。',
      },
    });
    show(aProposal());
    server.use(
      http.post(at('/items/OP-2025-018/recusals'), async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(aProposal({ rev: 2, boards: [barred] }));
      }),
    );
    await press('Declare a conflict of interest');
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByLabelText(/^Reason/),
      'My brother sells it.',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Step aside' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent).toEqual([
      { board: 'itReviewBoard', reason: 'My brother sells it.' },
    ]);
    expect(
      screen.getByRole('button', { name: 'Vote' }),
    ).toHaveAccessibleDescription('You declared a conflict of interest.');
  });

  it('shows what somebody else did as soon as a signal calls', async () => {
    const calls = new Map<string, (message: never) => void>();
    const subscribe = (channel: string, call: (message: never) => void) => {
      calls.set(channel, call);
      return { unsubscribe: () => calls.delete(channel) };
    };
    show(aFeedback(), { signals: { subscribe } });
    await panel('Facts');
    server.use(
      http.get(at('/items/FB-0405'), () =>
        HttpResponse.json(
          aFeedback({ rev: 2, state: feedbackStates.toConfirm }),
        ),
      ),
    );
    act(() => calls.get('bridge:item:FB-0405')?.({ key: 'FB-0405' } as never));
    expect(
      await screen.findByText('Waiting for confirmation'),
    ).toBeInTheDocument();
  });

  it('takes comments and links', async () => {
    const sent: unknown[] = [];
    show(aFeedback());
    server.use(
      http.post(at('/items/FB-0405/:what'), async ({ request, params }) => {
        sent.push([params.what, await request.json()]);
        return HttpResponse.json(aFeedback({ rev: 2 }));
      }),
      http.get(at('/items'), () => HttpResponse.json(pageOf([aProposal()]))),
    );
    const comments = await panel('Comments');
    expect(comments).toHaveTextContent('I come to the dock.');
    await userEvent.type(
      within(comments).getByLabelText('Your comment'),
      'It works again.',
    );
    await userEvent.click(
      within(comments).getByRole('button', { name: 'Comment' }),
    );
    await waitFor(() =>
      expect(within(comments).getByLabelText('Your comment')).toHaveValue(''),
    );
    await press('Link another item');
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/^Item/), 'scanner');
    await userEvent.click(
      await screen.findByRole('option', { name: /^OP-2025-018/ }),
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Link' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent).toEqual([
      ['comments', { text: 'It works again.' }],
      ['links', { type: 'relatesTo', key: 'OP-2025-018' }],
    ]);
  });

  it('offers people, items and a new item in the fields of a form, and clears what is emptied', async () => {
    const hand = anAction(
      'handOver',
      { en: 'Hand over', zh: '转派' },
      {
        form: {
          schema: {
            type: 'object',
            required: ['helpers', 'urgent'],
            properties: {
              helpers: {
                type: 'array',
                title: 'Helpers',
                minItems: 1,
                items: { type: 'string', format: 'user-ref' },
              },
              urgent: { type: 'boolean', title: 'Urgent?' },
              spare: { type: 'string', title: 'Spare part' },
              criteria: {
                type: 'array',
                title: 'Criteria',
                items: { type: 'string', minLength: 2 },
              },
              proposal: {
                type: 'string',
                title: 'Proposal',
                format: 'item-key',
              },
            },
          },
          uiSchema: {
            urgent: {
              'ui:widget': 'radio',
              'ui:options': {
                labels: {
                  title: { en: 'Urgent?', zh: '' },
                  options: {
                    true: { en: 'Today', zh: '' },
                    false: { en: 'It can wait', zh: '' },
                  },
                },
              },
            },
            proposal: {
              'ui:options': { workflow: 'proposal', open: true, new: true },
            },
          },
        },
      },
    );
    const sent: unknown[] = [];
    const data = { ...aFeedback().data, spare: 'Battery' };
    show(aFeedback({ actions: [hand], data }), {}, '?do=handOver');
    server.use(
      http.get(at('/items'), ({ request }) => {
        const { searchParams } = new URL(request.url);
        const { workflow, open } = Object.fromEntries(searchParams);
        const found = workflow === 'proposal' && open === 'true';
        return HttpResponse.json(pageOf(found ? [aProposal()] : []));
      }),
      http.post(at('/items/FB-0405/actions/handOver'), async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(aFeedback({ rev: 2 }));
      }),
    );
    const dialog = await screen.findByRole('dialog');
    const helpers = await within(dialog).findByLabelText(/^Helpers/);
    await userEvent.type(helpers, 'he j');
    await userEvent.click(
      await screen.findByRole('option', { name: /He Jing/ }),
    );
    await userEvent.clear(within(dialog).getByLabelText(/^Spare part/));
    const proposal = within(dialog).getByLabelText(/^Proposal/);
    expect(proposal).toHaveAttribute('placeholder', 'A new one');
    await userEvent.click(proposal);
    await userEvent.click(
      await screen.findByRole('option', { name: /^OP-2025-018/ }),
    );
    const save = () =>
      userEvent.click(
        within(dialog).getByRole('button', { name: 'Hand over' }),
      );
    await save();
    expect(
      within(dialog).getByRole('group', { name: /Urgent/ }),
    ).toHaveAccessibleDescription('Enter a value.');
    await userEvent.click(within(dialog).getByLabelText('It can wait'));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add' }));
    await userEvent.type(
      within(dialog).getByLabelText(/^Criteria/),
      'No count is lost',
    );
    await save();
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual({
      rev: 1,
      data: {
        helpers: ['user:default/he.jing'],
        proposal: 'OP-2025-018',
        urgent: false,
        criteria: ['No count is lost'],
        spare: null,
      },
    });
  });

  it('reads in Chinese, with the mistakes of a form', async () => {
    show(aFeedback(), { language: 'zh-CN' }, '?do=solve');
    const dialog = await screen.findByRole('dialog', {
      name: '现场解决 · FB-0405',
    });
    const reply = await within(dialog).findByLabelText(/^给反馈人的回复/);
    await userEvent.type(reply, '好');
    await userEvent.click(
      within(dialog).getByRole('button', { name: '现场解决' }),
    );
    expect(reply).toHaveAccessibleDescription('至少 5 个字，请补充。');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const history = await panel(journal.title);
    expect(await within(history).findByText('马俊：受理')).toBeInTheDocument();
    expect(within(history).getByText('里程碑：已受理')).toBeInTheDocument();
    expect(
      within(history).getByText('马俊奖励 7 分：描述清楚'),
    ).toBeInTheDocument();
    expect(
      within(history).getByText('已完成：启动软件模板（task-7）'),
    ).toBeInTheDocument();
  });

  it('says that a record was tampered with, and what to do when nothing can be shown', async () => {
    show(aFeedback({ system: undefined }), { entities: [aSystemEntity('x')] });
    server.use(
      http.get(at('/items/FB-0405/journal'), () =>
        HttpResponse.json({
          ...pageOf(aJournal),
          intact: false,
          brokenAt: 3,
        }),
      ),
    );
    expect(
      await screen.findByText('The record does not fit together at line 3'),
    ).toBeInTheDocument();
  });

  it.each([
    ['item-not-found', 'There is no such work item', false],
    ['not-allowed', 'You may not see this', false],
    ['unavailable', 'The work item could not be loaded', true],
  ] as const)('explains %s', async (code, title, again) => {
    server.use(
      http.get(at('/items/FB-1'), () => refusal(code)),
      ...bridgeOf(),
    );
    renderPage('/items/fb-1');
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'All work items' }),
    ).toHaveAttribute('href', '/items');
    expect(screen.queryByRole('button', { name: 'Try again' }) !== null).toBe(
      again,
    );
  });
});
