import {
  isWorkingTimer,
  ItemData,
  Plant,
  runScenarios,
  step,
  StepContext,
  WorkflowDefinition,
} from './index';
import { done, handedIn } from './testing/desk';
import { improvement } from './testing/improvement';
import { directory, people } from './testing/people';

const calendar = `  calendar: { timezone: Asia/Shanghai, holidays: spring }
  phases:
`;
const plant: Plant = {
  timeZone: 'UTC',
  holidays: new Map([
    ['spring', { off: new Set(['2025-03-04']), work: new Set(['2025-03-02']) }],
  ]),
};

/** The quick board votes within two working days, and is reminded after one. */
const definition: WorkflowDefinition = improvement(yaml =>
  yaml
    .replace('  phases:\n', calendar)
    .replace(
      'deadline: { after: P2D, then',
      'remind: [P1D]\n            deadline: { after: P2D, calendar: business, then',
    ),
);

/** Saturday, 1 March 2025; the Sunday is worked, the Tuesday is not. */
const saturday: StepContext = {
  actor: people.lead,
  now: '2025-03-01T08:00:00.000Z',
  directory,
  plant,
};

const small = { price: 100, danger: 'none' };

describe('working time in a workflow', () => {
  const pass = { type: 'action' as const, action: 'pass' };
  const opened = done(step(definition, handedIn(small), pass, saturday));

  it('counts deadlines and reminders of boards', () => {
    const [lead, owner] = opened.item.boards;
    expect(lead.deadlineAt).toBe('2025-03-05T00:00:00.000Z');
    expect(opened.timers).toContainEqual({
      ...{ id: 'remind.0:lead', entry: opened.item.entry },
      fireAt: '2025-03-03T00:00:00.000Z',
    });
    // Where nothing is said, days are days.
    expect(owner.deadlineAt).toBe('2025-03-03T08:00:00.000Z');
  });

  it('counts the second time of a board that is escalated', () => {
    const wednesday = '2025-03-05T00:00:00.000Z';
    const { item, lines } = done(
      step(
        definition,
        opened.item,
        {
          ...{ type: 'timer', id: 'deadline:lead', entry: opened.item.entry },
          ballots: [],
        },
        { ...saturday, actor: 'system', now: wednesday },
      ),
    );
    expect(lines.map(({ type }) => type)).toContain('boardEscalated');
    expect(item.boards[0].deadlineAt).toBe('2025-03-07T00:00:00.000Z');
  });

  it('counts timers and their turns', () => {
    const own = improvement(yaml =>
      yaml
        .replace('  phases:\n', calendar)
        .replace(
          'after: P10D',
          'after: P1D\n          calendar: business\n          repeat: { every: PT4H, times: 2 }',
        ),
    );
    const state = own.states.measuring.timers[0];
    const measuring = {
      ...handedIn(),
      ...{ state: 'measuring', entry: 9 },
    };
    const fired = done(
      step(
        own,
        measuring,
        { type: 'timer', id: state.id, entry: 9 },
        { ...saturday, actor: 'system', now: '2025-03-03T07:00:00.000Z' },
      ),
    );
    expect(fired.timers).toEqual([
      { id: `${state.id}~2`, entry: 9, fireAt: '2025-03-05T02:00:00.000Z' },
    ]);
  });

  it('says of each timer whether it counts working time', () => {
    const own = improvement(yaml =>
      yaml
        .replace('  phases:\n', calendar)
        .replace(
          'deadline: { after: P2D, then',
          'remind: [P1D]\n            deadline: { after: P2D, calendar: business, then',
        )
        .replace('after: P10D', 'after: P1D\n          calendar: business'),
    );
    const { measuring, settling, quick, council } = own.states;
    expect([
      ...['late', 'late~2', 'other'].map(id => isWorkingTimer(measuring, id)),
      isWorkingTimer(settling, 'settled'),
      ...['deadline:lead', 'again.1:lead', 'remind.0:lead'].map(id =>
        isWorkingTimer(quick, id),
      ),
      isWorkingTimer(council, 'deadline:council'),
      isWorkingTimer(quick, 'deadline:council'),
    ]).toEqual([true, true, false, false, true, true, true, false, false]);
  });

  const reminders = (data: ItemData, after = 'PT8H', now = saturday.now) => {
    const own = improvement(yaml =>
      yaml
        .replace('  phases:\n', calendar)
        .replace(
          'goal: { type: number }',
          'goal: { type: number }\n      lookAgain: { type: string, format: date }',
        )
        .replace(
          'after: P10D',
          `after: ${after}\n          from: data.lookAgain`,
        ),
    );
    const settling = { ...handedIn(), data, state: 'settling', entry: 9 };
    const fired = { type: 'timer' as const, id: 'settled', entry: 9 };
    const entered = done(step(own, settling, fired, { ...saturday, now }));
    return entered.timers.map(({ id, fireAt }) => [id, fireAt]);
  };

  it('counts from a day in the data, where there is one and it has not been', () => {
    expect(reminders({ lookAgain: '2025-03-10' })).toEqual([
      ['late', '2025-03-10T00:00:00.000Z'],
    ]);
    expect(reminders({ lookAgain: '2025-02-01' })).toEqual([
      ['late', '2025-03-01T16:00:00.000Z'],
    ]);
    expect(reminders({})).toEqual([]);
    expect(reminders({ lookAgain: 'some day' })).toEqual([]);
  });

  const evening = '2025-02-28T14:00:00.000Z';
  const night = '2025-02-28T17:00:00.000Z';

  // In the plant it is ten in the evening of that day, or one in the next night.
  it.each([
    ['tomorrow', evening, '2025-03-01', 'PT8H', '2025-03-01T00:00:00.000Z'],
    ['today', evening, '2025-02-28', 'P1D', '2025-02-28T16:00:00.000Z'],
    ['today, too late', evening, '2025-02-28', 'PT8H', evening],
    ['yesterday', evening, '2025-02-27', 'P1D', '2025-03-01T14:00:00.000Z'],
    ['today at night', night, '2025-03-01', 'P1D', '2025-03-01T16:00:00.000Z'],
    ['a day just over', night, '2025-02-28', 'P1D', '2025-03-01T17:00:00.000Z'],
  ])('counts from the beginning of %s', (_, now, lookAgain, after, fireAt) => {
    expect(reminders({ lookAgain }, after, now)).toEqual([['late', fireAt]]);
  });

  it('lets a scenario wait in working time where a timer does', () => {
    // A scenario begins on a Monday morning; five days later is Saturday.
    const ofCouncil = (deadline: string) =>
      improvement(yaml =>
        yaml
          .replace('  phases:\n', calendar)
          .replace(
            'deadline: { after: P5D, then: noQuorum }',
            `deadline: { after: P5D, ${deadline}then: noQuorum }`,
          ),
      );
    const ends = (own: WorkflowDefinition, wait: string) => {
      const scenario = {
        name: { en: 'nobody votes', zh: '无人表决' },
        data: { price: 90_000, danger: 'none', before: 1, goal: 2 },
        steps: ['handIn', 'pass', `after ${wait}`],
        expect: { state: 'parked' },
      };
      return runScenarios({ ...own, scenarios: [scenario] })[0].ok;
    };
    expect(ends(ofCouncil('calendar: business, '), 'P5D')).toBe(true);
    expect(ends(ofCouncil('calendar: business, '), 'P4D')).toBe(false);
    expect(ends(ofCouncil(''), 'P5D')).toBe(true);
  });
});
