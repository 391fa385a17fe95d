import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type { PlayInput, WorkflowPlay } from '@techbridge/plugin-bridge-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, refusal } from '../../testing/fakeBridge';
import { itemsOf } from '../../testing/itemSamples';
import { renderPage } from '../../testing/renderPage';

const server = setupServer();
const PATH = '/workflows/proposal/versions/3/play';
const board = { en: 'IT review board', zh: 'IT评审委员会' };
const onBoard = {
  ...{ id: 'board', phase: null, type: 'approval' as const },
  label: { en: 'Before the board', zh: '委员会评审' },
};
const deadline = { kind: 'deadline' as const, board, leadsTo: null };

const scenarios: WorkflowPlay['scenarios'] = [
  {
    name: { en: 'adopted', zh: '采纳' },
    data: { title: 'x' },
    steps: ['submit', 'vote board approve x1'],
  },
  { name: { en: 'nobody votes', zh: '无人表决' }, data: {}, steps: ['submit'] },
];

const form = {
  schema: {
    type: 'object',
    properties: {
      cost: { type: 'number', title: 'Cost' },
      reason: { type: 'string', title: 'Why' },
      place: { type: 'string', title: 'Place' },
    },
    required: ['reason'],
  },
  uiSchema: {
    'ui:order': ['cost', 'reason', 'place'],
    cost: { 'ui:options': { labels: { title: { en: 'Cost', zh: '费用' } } } },
    reason: { 'ui:options': { labels: { title: { en: 'Why', zh: '原因' } } } },
    place: { 'ui:options': { labels: { title: { en: 'Place', zh: '地点' } } } },
  },
};

/** Plays whatever is asked for: the board votes, and time passes. */
function answer({ steps = [] }: PlayInput): WorkflowPlay {
  const step = { state: onBoard, fired: [], effects: [], milestones: [] };
  const when = '2025-06-02T01:00:00.000Z';
  const taken = steps.filter(one => one !== 'withdraw');
  const aside = taken.filter(one => one === 'recuse board').length;
  const words = taken.map((one): WorkflowPlay['steps'][number]['words'] => {
    const [kind, , choice, times] = String(one).split(' ');
    if (kind === 'vote') {
      return { kind, board, choice, times: Number(times.slice(1)) };
    }
    if (kind === 'recuse') {
      return { kind, board };
    }
    return kind === 'after'
      ? { kind, time: { en: '7 days', zh: '7天' } }
      : { kind: 'action', label: { en: 'Submit', zh: '提交' } };
  });
  return {
    ...{ version: 3, scenarios, conditions: [], events: [] },
    steps: [{ kind: 'start' as const }, ...words].map(one => ({
      ...{ ...step, words: one, at: when },
      ...(one.kind === 'after' && {
        fired: [{ ...deadline, state: onBoard.label, at: when }],
      }),
      ...(one.kind === 'action' && { effects: ['notify'] }),
    })),
    failure:
      taken.length < steps.length
        ? { en: 'The board is not open.', zh: '评审组未在表决。' }
        : null,
    actions: [
      { id: 'withdraw', label: { en: 'Withdraw', zh: '撤回' }, data: {} },
      {
        ...{ id: 'assess', label: { en: 'Assess', zh: '评估' }, form },
        data: { cost: 0, place: 'L3' },
      },
    ],
    boards: [
      {
        ...{ id: 'board', label: board, choices: ['approve', 'veto'] },
        ...{ left: 5 - aside, cast: 1, needed: 3, mayRecuse: aside === 0 },
      },
    ],
    timers: [{ ...deadline, fireAt: when }],
  };
}

describe('the page that plays a workflow through', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  function listen() {
    const asked: PlayInput[] = [];
    server.use(
      http.post(at('/workflows/proposal/simulate'), async ({ request }) => {
        const body = (await request.json()) as PlayInput;
        asked.push(body);
        return HttpResponse.json(answer(body));
      }),
      ...itemsOf(),
      ...bridgeOf(),
    );
    return asked;
  }

  const happened = () => screen.findByRole('region', { name: 'What happened' });

  it('begins with a scenario, and goes on as one chooses', async () => {
    const asked = listen();
    renderPage(PATH);
    const steps = await happened();
    expect(
      within(steps).getByText('IT review board: one votes “Approve”'),
    ).toBeInTheDocument();
    expect(within(steps).getByText('Follows: Notification')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', {
        name: 'IT review board: one votes “Approve”',
      }),
    );
    expect(
      await screen.findByText('IT review board: 2 vote “Approve”'),
    ).toBeInTheDocument();
    expect(asked.at(-1)).toEqual({
      version: 3,
      data: { title: 'x' },
      steps: ['submit', 'vote board approve x2'],
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Go back to here: step 2' }),
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'IT review board: one votes “Veto”',
      }),
    );
    expect(asked.at(-1)?.steps).toEqual(['submit', 'veto board']);
  });

  it('says what comes by itself, and why a step cannot be taken', async () => {
    const asked = listen();
    renderPage(PATH, { language: 'zh-CN' });
    const press = async (name: string) =>
      userEvent.click(await screen.findByRole('button', { name }));
    await press('7 天后');
    expect(await screen.findByText('7天后')).toBeInTheDocument();
    expect(
      screen.getAllByText(/表决截止：IT评审委员会/).length,
    ).toBeGreaterThan(1);
    await press('撤回');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      '评审组未在表决。',
    );
    await press('撤回最后一步');
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(asked.at(-1)?.steps?.at(-1)).toBe('after P7D');
  });

  it.each<['en' | 'zh-CN', string, string, RegExp, RegExp]>([
    ['en', 'Fill in: Assess', 'Assess', /Why/, /Place/],
    ['zh-CN', '填写：评估', '评估', /原因/, /地点/],
  ])(
    'takes a step with one’s own answers in the form of its action, also where one leaves empty what the scenario fills in, in %s',
    async (language, opens, done, field, optional) => {
      const asked = listen();
      renderPage(PATH, { language });
      await userEvent.click(await screen.findByRole('button', { name: opens }));
      const dialog = await screen.findByRole('dialog', { name: opens });
      const why = await within(dialog).findByLabelText(field);
      const submit = within(dialog).getByRole('button', { name: done });
      const before = asked.length;
      await userEvent.click(submit);
      expect(dialog).toBeInTheDocument();
      expect(asked).toHaveLength(before);
      await userEvent.type(why, 'Dust');
      const place = within(dialog).getByLabelText(optional);
      expect(place).toHaveValue('L3');
      await userEvent.clear(place);
      await userEvent.click(submit);
      await waitFor(() =>
        expect(asked.at(-1)?.steps?.at(-1)).toEqual({
          do: 'assess',
          set: { cost: 0, reason: 'Dust', place: null },
        }),
      );
      expect(screen.queryByRole('dialog')).toBeNull();
    },
  );

  it.each<['en' | 'zh-CN', string, string]>([
    [
      'en',
      'IT review board: one declares a conflict',
      'IT review board: one steps aside',
    ],
    ['zh-CN', 'IT评审委员会：一人申请回避', 'IT评审委员会：一人申请回避'],
  ])(
    'lets a member declare a conflict where the board allows it, in %s',
    async (language, name, said) => {
      const asked = listen();
      renderPage(PATH, { language });
      const button = await screen.findByRole('button', { name });
      await userEvent.click(button);
      expect(await screen.findByText(said)).toBeInTheDocument();
      expect(asked.at(-1)?.steps?.at(-1)).toBe('recuse board');
      expect(screen.queryByRole('button', { name })).toBeNull();
    },
  );

  it('explains when there is nothing to play', async () => {
    listen();
    server.use(
      http.post(at('/workflows/proposal/simulate'), () =>
        refusal('workflow-not-found', { params: { id: 'proposal' } }),
      ),
    );
    renderPage(PATH);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The workflow could not be played through',
    );
  });
});
