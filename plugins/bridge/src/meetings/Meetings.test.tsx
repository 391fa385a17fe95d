import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type { Meeting, MeetingRow } from '@techbridge/plugin-bridge-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, pageOf, refusal } from '../testing/fakeBridge';
import { aBoard, aRow, itemsOf } from '../testing/itemSamples';
import {
  aClosedMeeting,
  aConclusion,
  aMeeting,
  aMeetingRow,
  anEntry,
  aPlannedMeeting,
  boardPeople,
} from '../testing/meetingSamples';
import { Reader, renderPage } from '../testing/renderPage';

const server = setupServer();
const PAGE = '/meetings/7';
const TANG = 'user:default/tang.ting';

interface Told {
  meeting?: Meeting;
  coming?: MeetingRow[];
  past?: MeetingRow[];
}

/** A bridge that holds meetings, and notes what is sent about them. */
function listen({ meeting, coming = [], past = [] }: Told = {}) {
  const sent: unknown[] = [];
  const told = { current: meeting };
  const note = async (request: Request) => {
    const path = new URL(request.url).pathname.split('/meetings')[1];
    sent.push([request.method, path, await request.json()]);
    return HttpResponse.json(told.current ?? aMeetingRow({ id: 8 }));
  };
  server.use(
    http.get(at('/meetings'), ({ request }) => {
      const query = new URL(request.url).searchParams;
      const rows = query.get('when') === 'past' ? past : coming;
      const more = past.length > 0 && !query.get('cursor');
      const cursor = query.get('when') === 'past' && more ? 'next' : null;
      return HttpResponse.json(
        pageOf(query.get('cursor') ? [aMeetingRow({ id: 3 })] : rows, cursor),
      );
    }),
    http.get(at('/meetings/:id'), () =>
      told.current
        ? HttpResponse.json(told.current)
        : refusal('meeting-not-found'),
    ),
    http.post(at('/meetings'), ({ request }) => note(request)),
    http.put(at('/meetings/:id'), ({ request }) => note(request)),
    http.post(at('/meetings/:id/:what'), ({ request }) => note(request)),
    ...itemsOf(),
    ...bridgeOf(),
  );
  return { sent, told };
}

function show(meeting: Meeting, reader: Reader = {}) {
  const bridge = listen({ meeting });
  renderPage(PAGE, { entities: boardPeople, ...reader });
  return bridge;
}

const section = (name: string | RegExp) =>
  screen.findByRole('region', { name });
const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const textsOf = (list: HTMLElement, role = 'listitem') =>
  within(list)
    .getAllByRole(role)
    .map(({ textContent }) => textContent);

describe('the page of review meetings', () => {
  registerMswTestHooks(server);
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('lists what is to come and what is over, page by page', async () => {
    listen({
      coming: [aMeetingRow()],
      past: [aMeetingRow({ id: 4, state: 'cancelled', repeat: null })],
    });
    renderPage('/meetings');
    const coming = await section('Coming meetings');
    expect(
      await within(coming).findByRole('link', { name: 'Board in January' }),
    ).toHaveAttribute('href', '/meetings/7');
    await waitFor(() =>
      expect(textsOf(coming)).toEqual([
        'Board in January12 Jan 2026, 14:00IT review boardRoom 3Every 2 weeksPlanned',
      ]),
    );
    const past = await section('Past meetings');
    await userEvent.click(
      await within(past).findByRole('button', { name: 'Load more' }),
    );
    await waitFor(() =>
      expect(textsOf(past)).toEqual([
        'Board in January12 Jan 2026, 14:00IT review boardRoom 3Called off',
        expect.stringMatching(/^Board in January/),
      ]),
    );
    expect(
      screen.getByRole('button', { name: 'Plan a meeting' }),
    ).not.toHaveAttribute('aria-disabled');
  });

  it('is empty, or says what went wrong and tries again', async () => {
    listen();
    const { unmount } = renderPage('/meetings');
    expect(
      await screen.findByText('No meeting is planned.'),
    ).toBeInTheDocument();
    unmount();
    server.use(http.get(at('/meetings'), () => refusal('internal')));
    renderPage('/meetings');
    expect(
      await screen.findAllByRole('button', { name: 'Try again' }),
    ).toHaveLength(2);
  });

  it('bars whoever may not plan, and says why', async () => {
    listen();
    renderPage('/meetings/new', { allowed: false });
    const dialog = await screen.findByRole('dialog');
    const button = await within(dialog).findByRole('button', { name: 'Plan' });
    await waitFor(() =>
      expect(button).toHaveAccessibleDescription(/Your roles do not allow/),
    );
  });

  it('plans a meeting on the clock of the plant; what is missing stands at its field', async () => {
    const { sent } = listen();
    renderPage('/meetings', { entities: boardPeople });
    await press('Plan a meeting');
    const dialog = await screen.findByRole('dialog', {
      name: 'Plan a meeting',
    });
    const field = (name: string | RegExp) =>
      within(dialog).getByLabelText<HTMLInputElement>(name);
    const plan = within(dialog).getByRole('button', { name: 'Plan' });
    await waitFor(() => expect(field(/^Led by/)).toHaveValue('Tang Ting'));
    await userEvent.type(field(/^Title/), ' January ');
    await userEvent.clear(field(/^Length/));
    await userEvent.click(plan);
    await waitFor(() =>
      expect(field(/^Date/)).toHaveAccessibleDescription('Enter a value.'),
    );
    expect(field(/^Length/)).toHaveAccessibleDescription('Enter a number.');
    expect(field(/^Title/)).toBeValid();
    expect(sent).toEqual([]);

    await userEvent.click(field(/^Board/));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Warehouse' }),
    );
    await userEvent.type(field(/^Date/), '2026-01-12');
    await userEvent.type(field(/^Time/), '14:00');
    await userEvent.type(field(/^Length/), '60');
    await userEvent.click(within(dialog).getByLabelText(/^Repeat/));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Every 2 weeks' }),
    );
    await userEvent.type(field(/^Repeat until/), '2026-06-30');
    await userEvent.click(plan);
    await waitFor(() =>
      expect(sent).toEqual([
        [
          ...['POST', ''],
          {
            ...{ title: 'January', chair: TANG },
            ...{ startsAt: '2026-01-12T14:00:00+08:00', minutes: 60 },
            ...{ quorumPercent: 60, group: 'group:default/warehouse' },
            repeat: { weeks: 2, until: '2026-06-30' },
          },
        ],
      ]),
    );
  });

  it('shows the plan and the agenda with its order, times and points', async () => {
    const second = anEntry('OP-2025-019', {
      ...{ source: 'added', minutes: 20, presenter: TANG, score: null },
    });
    show(
      aPlannedMeeting({
        agenda: [anEntry('OP-2025-018'), second],
        ...{ hidden: 1, more: 3, seriesAt: '2026-01-10T06:00:00.000Z' },
        may: { manage: false, attend: false },
      }),
    );
    expect(
      await screen.findByRole('heading', {
        name: 'Board in January',
        level: 1,
      }),
    ).toBeInTheDocument();
    expect(await section('Facts')).toHaveTextContent(
      'Time12 Jan 2026, 14:00 – 15:30PlaceRoom 3BoardIT review board',
    );
    expect(await section('Facts')).toHaveTextContent(
      'Quorum3 of 4 members (60 %)RepeatsEvery 2 weeks, until 30 Jun 2026By its series on10 Jan 2026, 14:00',
    );
    const agenda = await section('Agenda (2)');
    await waitFor(() =>
      expect(textsOf(agenda)).toEqual([
        '14:0015 minTitle of OP-2025-018OP-2025-018Ready for a vote72: benefit 40 · range 12 · feasibility 20 · urgency 0Before the board',
        '14:1520 minTitle of OP-2025-019OP-2025-019Added by handPresented by Tang TingBefore the board',
      ]),
    );
    expect(agenda).toHaveTextContent('1 agenda item is not shown to you.');
    expect(agenda).toHaveTextContent('And 3 more are ready for a vote.');
    expect(
      screen.queryByRole('button', { name: /^Move|^Open the/ }),
    ).toBeNull();
  });

  it('lets those who lead it set up the agenda, and change, open or call off', async () => {
    const waiting = [aRow({ key: 'OP-2025-020', title: 'Waits' })];
    const { sent, told } = show(aPlannedMeeting({ waiting }));
    expect(
      await screen.findByRole('button', { name: 'Move up: OP-2025-018' }),
    ).toHaveAccessibleDescription('It is the first one.');
    const agenda = [anEntry('OP-2025-019'), anEntry('OP-2025-018')];
    told.current = aPlannedMeeting({ waiting, agenda });
    await press('Move down: OP-2025-018');
    const moved = screen.getByRole('button', {
      name: 'Move down: OP-2025-018',
    });
    await waitFor(() =>
      expect(moved).toHaveAccessibleDescription('It is the last one.'),
    );
    expect(moved).toHaveFocus();
    await press('Take off the agenda: OP-2025-019');
    await waitFor(() => expect(sent).toHaveLength(2));
    await press('Add to the agenda: OP-2025-020');
    await waitFor(() => expect(sent).toHaveLength(3));
    const added = await section('Add to the agenda');
    await userEvent.type(
      within(added).getByLabelText('Work item'),
      'op-2025-021{Enter}',
    );
    await waitFor(() => expect(sent).toHaveLength(4));
    await press('Time and presenter: OP-2025-018');
    const dialog = await screen.findByRole('dialog');
    const time = within(dialog).getByLabelText(/^Minutes/);
    await userEvent.clear(time);
    await userEvent.type(time, '25');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await press('Change the plan');
    const plan = await screen.findByRole('dialog', { name: 'Change the plan' });
    expect(within(plan).getByLabelText(/^Time/)).toHaveValue('14:00');
    const pick = async (label: RegExp, name: string) => {
      await userEvent.click(await screen.findByLabelText(label));
      await userEvent.click(await screen.findByRole('option', { name }));
    };
    expect(within(plan).getByLabelText(/^Repeat until/)).toHaveValue(
      '2026-06-30',
    );
    await pick(/^A new time/, 'This one and all later ones');
    await pick(/^Repeat(?! until)/, 'Once only');
    await userEvent.click(within(plan).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const confirm = async (name: string) => {
      const question = screen.getByRole('dialog');
      await userEvent.click(within(question).getByRole('button', { name }));
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    };
    await press('Open the meeting');
    await confirm('Open the meeting');
    await press('Call off');
    expect(await screen.findByLabelText(/^The series/)).toHaveTextContent(
      'Only this meeting',
    );
    await pick(/^The series/, 'This one and all later ones');
    await confirm('Call off');
    const item = 'OP-2025-018';
    const path = ['POST', '/7/agenda'];
    expect(sent).toEqual([
      [...path, { do: 'move', item, to: 1 }],
      [...path, { do: 'remove', item: 'OP-2025-019' }],
      [...path, { do: 'add', item: 'OP-2025-020' }],
      [...path, { do: 'add', item: 'op-2025-021' }],
      [...path, { do: 'set', item, rev: 1, minutes: 25, presenter: null }],
      [
        ...['PUT', '/7'],
        {
          ...{ title: 'Board in January', chair: 'user:default/zhou.qiming' },
          ...{ place: 'Room 3', startsAt: '2026-01-12T14:00:00+08:00' },
          ...{ minutes: 90, quorumPercent: 60, rev: 3 },
          ...{ moves: 'series', repeat: null },
        },
      ],
      ['POST', '/7/open', {}],
      ['POST', '/7/cancel', { series: 'ends' }],
    ]);
  });

  it('tells whether enough take part; a member comes in with one tap', async () => {
    const { sent, told } = show(aMeeting());
    const attendance = await section('Attendance');
    expect(textsOf(attendance)).toEqual([
      '4Members',
      '1Present',
      '1Represented',
      '3Needed',
    ]);
    expect(
      within(attendance).getByText(
        'The quorum is not met: 2 take part, 3 are needed.',
      ),
    ).toBeInTheDocument();
    const members = await section('Members');
    await waitFor(() =>
      expect(textsOf(members)).toEqual([
        expect.stringMatching(/Zhou Qiming.*Chair.*Present$/),
        expect.stringMatching(/He Jing.*Zhou Qiming votes.*Represented$/),
        expect.stringMatching(/Tang Ting.*Not said yet$/),
        expect.stringMatching(/Chen Zhiyuan.*Excused$/),
      ]),
    );
    expect(
      within(members)
        .getAllByRole('button')
        .map(button => button.getAttribute('aria-label')),
    ).toEqual(['Not said yet: Tang Ting']);

    told.current = aMeeting({
      members: [{ user: TANG, presence: 'present' }],
      quorum: { expected: 4, present: 3, needed: 3 },
    });
    await press('I am here');
    expect(
      await screen.findByText('You are entered as present.'),
    ).toBeInTheDocument();
    expect(attendance).toHaveTextContent('The quorum is met: 3 take part');
    expect(sent).toEqual([['POST', '/7/attendance', { presence: 'present' }]]);
  });

  it('lets the chair say of everybody whether they take part, or who does for them', async () => {
    const { sent } = show(aMeeting({ may: { manage: true, attend: false } }));
    await press('Not said yet: Tang Ting');
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Absent' }),
    );
    await waitFor(() => expect(sent).toHaveLength(1));
    await press('Excused: Chen Zhiyuan');
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Represented' }),
    );
    const dialog = await screen.findByRole('dialog');
    const deputy = within(dialog).getByLabelText(/^Who votes/);
    const enter = within(dialog).getByRole('button', { name: 'Enter' });
    await userEvent.click(enter);
    await waitFor(() =>
      expect(deputy).toHaveAccessibleDescription('Enter a value.'),
    );
    await userEvent.type(deputy, 'he.jing');
    await userEvent.click(
      await screen.findByRole('option', { name: /He Jing/ }),
    );
    await userEvent.click(enter);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const chen = 'user:default/chen.zhiyuan';
    const he = 'user:default/he.jing';
    expect(sent).toEqual([
      ['POST', '/7/attendance', { user: TANG, presence: 'absent' }],
      [
        ...['POST', '/7/attendance'],
        { user: chen, presence: 'represented', deputy: he },
      ],
    ]);
  });

  it('shows each vote as far as its board does, and leads to it', async () => {
    const { ballots, ...hidden } = aBoard({ recused: [], allowed: false });
    const mine = { voter: TANG, choice: 'approve', reason: null, at: '' };
    const away = {
      ...{ user: 'user:default/he.jing', choices: ['approve'], allowed: true },
    };
    const silent = { ...hidden, mine, onBehalfOf: [away] };
    const decided = aBoard({ state: 'conditional', allowed: false });
    show(
      aMeeting({
        agenda: [
          anEntry('OP-2025-018'),
          anEntry('OP-2025-019', {
            boards: [silent] as (typeof decided)[],
          }),
          anEntry('OP-2025-020', {
            ...{ boards: [decided], conclusion: aConclusion() },
            note: 'All agree.',
          }),
        ],
      }),
    );
    const items = await section('Agenda (3)');
    const [first, second, third] = within(items)
      .getAllByRole('group', { name: 'IT review board' })
      .map(group => within(group));
    await waitFor(() =>
      expect(first.getByText('Recused: Chen Zhiyuan')).toBeInTheDocument(),
    );
    expect(first.getByText('Voted 1 of 3; needed 2')).toBeInTheDocument();
    expect(first.getByText('For 1 · against 0')).toBeInTheDocument();
    expect(
      first.getByRole('button', { name: 'Vote: OP-2025-018' }),
    ).toHaveAttribute('href', '/items/OP-2025-018?do=vote');
    expect(second.getByText('Voted 1 of 4; needed 2')).toBeInTheDocument();
    expect(second.queryByText(/^For/)).toBeNull();
    expect(second.getByText('Voted: Approve')).toBeInTheDocument();
    expect(
      second.getByRole('button', { name: 'Vote for He Jing: OP-2025-019' }),
    ).toHaveAttribute(
      'href',
      '/items/OP-2025-019?do=vote&for=user%3Adefault%2Fhe.jing',
    );
    expect(second.queryByRole('button', { name: /^Vote:/ })).toBeNull();
    expect(
      third.getByRole('link', { name: 'Decision record: OP-2025-020' }),
    ).toHaveAttribute('href', '/items/OP-2025-020/decision');
    expect(items).toHaveTextContent(
      'Conclusion: Approved with conditions · AdoptedTry it on line L3 (Tang Ting, until 31 Jan 2026)',
    );
    expect(within(items).getAllByText(/^Try it on line L3/)).toHaveLength(1);
    expect(items).toHaveTextContent('All agree.');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('keeps what is typed of a note when somebody else was quicker', async () => {
    const agenda = (note: string | null, rev: number) => [
      anEntry('OP-2025-018', { note, rev }),
    ];
    const may = { manage: true, attend: true };
    const { sent, told } = show(aMeeting({ agenda: agenda(null, 1), may }));
    server.use(
      http.post(at('/meetings/:id/agenda'), () => refusal('meeting-changed'), {
        once: true,
      }),
    );
    const note = await screen.findByLabelText('What was said: OP-2025-018');
    await userEvent.type(note, 'Mine');
    expect(screen.getByText('Not saved yet.')).toBeInTheDocument();
    told.current = aMeeting({ agenda: agenda('Theirs', 2), may });
    await press('Save the note: OP-2025-018');
    const theirs = await screen.findByText('Theirs');
    expect(screen.getByRole('alert')).toContainElement(theirs);
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Somebody else has written meanwhile:Theirs',
    );
    expect(note).toHaveValue('Mine');
    await press('Keep my text');
    told.current = aMeeting({ agenda: agenda('Mine', 3), may });
    await press('Save the note: OP-2025-018');
    expect(await screen.findByText('Saved.')).toBeInTheDocument();
    expect(sent).toEqual([
      [
        ...['POST', '/7/agenda'],
        { do: 'set', item: 'OP-2025-018', rev: 2, note: 'Mine' },
      ],
    ]);
    expect(sessionStorage).toHaveLength(0);
  });

  it('names what is still open before it is closed', async () => {
    const agenda = [
      anEntry('OP-2025-018', { conclusion: aConclusion() }),
      anEntry('OP-2025-019', {
        conclusion: aConclusion({ kind: 'open', boards: [] }),
      }),
    ];
    const may = { manage: true, attend: true };
    const { sent, told } = show(aMeeting({ agenda, may }));
    await press('Close the meeting');
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('The minutes become final');
    expect(dialog).toHaveTextContent('without a conclusion: OP-2025-019.');
    told.current = aClosedMeeting();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Close the meeting' }),
    );
    expect(await screen.findByRole('article')).toBeInTheDocument();
    expect(sent).toEqual([['POST', '/7/close', {}]]);
  });

  it('wakes up when the meeting or one of its items changes', async () => {
    const calls = new Map<string, (message: never) => void>();
    const subscribe = (channel: string, call: (message: never) => void) => {
      calls.set(channel, call);
      return { unsubscribe: () => calls.delete(channel) };
    };
    const { told } = show(aMeeting(), { signals: { subscribe } });
    await section('Attendance');
    told.current = aMeeting({ title: 'By the meeting' });
    act(() => calls.get('bridge:meeting:7')?.({ id: 7 } as never));
    expect(
      await screen.findByRole('heading', { name: 'By the meeting' }),
    ).toBeInTheDocument();
    told.current = aMeeting({ title: 'By an item' });
    act(() => calls.get('bridge:item:OP-2025-019')?.({ key: '' } as never));
    expect(
      await screen.findByRole('heading', { name: 'By an item' }),
    ).toBeInTheDocument();
  });

  it('has the minutes of a closed meeting to print, keep and sign', async () => {
    const print = jest.spyOn(window, 'print').mockReturnValue();
    const files: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (file: Blob) => `blob:${files.push(file)}`,
      revokeObjectURL: () => undefined,
    });
    show(aClosedMeeting(), { language: 'zh-CN' });
    const sheet = await screen.findByRole('article', {
      name: '会议纪要：Board in January',
    });
    await within(sheet).findAllByText(/何静/);
    expect(sheet).toHaveTextContent(
      '时间2026年1月12日 14:05 – 15:40地点Room 3评审组IT评审委员会主持人周启明记录人何静应到4实到2 人：周启明、何静委托1 人：唐婷（由何静代为表决）请假0 人：–缺席1 人：陈志远最低到会人数最低 3 人，到会 3 人，已达到',
    );
    const rowsOf = (name: string) =>
      textsOf(within(sheet).getByRole('table', { name }), 'row');
    expect(rowsOf('议题')).toEqual([
      '议题汇报人讨论要点回避表决结论条件',
      'OP-2025-018Scanner keeps its data唐婷Works offline.\nCosts little.陈志远同意 2，不同意 1，弃权 0有条件通过 · 已采纳Try it on line L3（责任人：唐婷，期限：2026年1月31日）',
      'OP-2025-019Label by the shelf未形成结论，继续表决',
    ]);
    expect(rowsOf('签字')).toEqual([
      '姓名签字日期',
      '周启明（主持人）',
      '何静（记录人、代唐婷）',
    ]);
    expect(sheet).toHaveTextContent(/SHA-256：cc33$/);
    await press('打印或存为PDF');
    expect(print).toHaveBeenCalledTimes(1);
    await press('存为Markdown');
    expect(files[0].size).toBe(new Blob(['# 会议纪要']).size);
  });

  it('says that a meeting was called off', async () => {
    show(aPlannedMeeting({ state: 'cancelled' }));
    expect(
      await screen.findByText('This meeting was called off'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Move/ })).toBeNull();
  });

  it('says so when there is no such meeting', async () => {
    listen();
    renderPage(PAGE);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no such review meeting.',
    );
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
});
