import {
  compile,
  differencesOf,
  isWorkingTimer,
  ItemData,
  Plant,
  runScenarios,
  step,
  StepContext,
  WorkflowDefinition,
} from './index';
import { done, handedIn } from './testing/desk';
import { improvement, improvementYaml } from './testing/improvement';
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
    // A moment counts also where it is over.
    expect(
      reminders({ lookAgain: '2025-02-01T04:00:00.000Z' }, 'P90D'),
    ).toEqual([['late', '2025-05-02T04:00:00.000Z']]);
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

  it('keeps a timer only where its condition holds', () => {
    const own = improvement(yaml =>
      yaml.replace(
        'after: P10D',
        'after: P10D\n          when: data.price > 1000',
      ),
    );
    const timersFor = (data: ItemData) => {
      const settling = { ...handedIn(), data, state: 'settling', entry: 9 };
      const fired = { type: 'timer' as const, id: 'settled', entry: 9 };
      return done(step(own, settling, fired, saturday)).timers;
    };
    expect(timersFor({ ...small, price: 1001 })).toEqual([
      { id: 'late', entry: 10, fireAt: '2025-03-11T08:00:00.000Z' },
    ]);
    expect(timersFor(small)).toEqual([]);
  });
});

describe('a calendar with shifts', () => {
  const withCalendar = (words: string) =>
    improvement(yaml =>
      yaml.replace('  phases:\n', `  calendar: { ${words} }\n  phases:\n`),
    );
  const OFFICE =
    "{ days: [mon, tue, wed, thu, fri], from: '08:00', to: '17:00' }";

  it('leaves one that is written in short as it was', () => {
    const { definition: short } = compile(
      improvementYaml.replace('  phases:\n', '  calendar: {}\n  phases:\n'),
    );
    expect(JSON.stringify(short?.calendar)).toBe(
      '{"workdays":["mon","tue","wed","thu","fri"],"hours":{"from":"08:00","to":"17:00"}}',
    );
    expect(withCalendar(`shifts: [${OFFICE}]`).calendar).toEqual({
      shifts: [
        {
          days: ['mon', 'tue', 'wed', 'thu', 'fri'],
          ...{ from: '08:00', to: '17:00' },
        },
      ],
    });
  });

  const told = (before: string, after: string) =>
    differencesOf(withCalendar(before), withCalendar(after)).map(
      ({ class: weight, path, message }) => [
        `${weight} ${path}`,
        message.en,
        message.zh,
      ],
    );

  it.each([
    ['', `shifts: [${OFFICE}]`, []],
    [
      '',
      "shifts: [{ days: [mon, tue, wed, thu, fri], from: '08:00', to: '12:00' }, { days: [mon, tue, wed, thu, fri], from: '13:00', to: '17:00' }, { days: [sat], from: '08:00', to: '12:00' }]",
      [
        'minor spec.calendar',
        'Working time: Mon–Fri 08:00–17:00 → Mon–Fri 08:00–12:00, 13:00–17:00; Sat 08:00–12:00',
        '工作时间：周一至周五 08:00–17:00 → 周一至周五 08:00–12:00、13:00–17:00；周六 08:00–12:00',
      ],
    ],
    [
      "workdays: [mon, wed, thu], hours: { from: '00:00', to: '24:00' }",
      "shifts: [{ days: [mon, tue, wed, thu, fri, sat, sun], from: '20:00', to: '08:00' }]",
      [
        'minor spec.calendar',
        'Working time: Mon 00:00–24:00; Wed–Thu 00:00–24:00 → every day 20:00–08:00 of the next day',
        '工作时间：周一 00:00–24:00；周三至周四 00:00–24:00 → 每天 20:00–次日08:00',
      ],
    ],
    [
      'holidays: cn-public',
      'timezone: Asia/Shanghai, holidays: cn-public',
      [
        'minor spec.calendar.timezone',
        'Time zone of working time: that of the plant → Asia/Shanghai',
        '工作时间的时区：工厂所在时区 → Asia/Shanghai',
      ],
    ],
    [
      'holidays: cn-public',
      '',
      [
        'minor spec.calendar.holidays',
        'List of holidays: cn-public → none',
        '节假日表：cn-public → 无',
      ],
    ],
  ])('is told in words: %s → %s', (before, after, sentences) => {
    expect(told(before, after).flat()).toEqual(sentences);
  });

  it('is told with the times that begin to count by it', () => {
    const after = improvement(yaml =>
      yaml
        .replace('  phases:\n', '  calendar: {}\n  phases:\n')
        .replace('after: P10D', 'after: P10D\n          calendar: business'),
    );
    const words = differencesOf(improvement(), after).map(
      ({ message: { en } }) => en,
    );
    expect(words).toEqual([
      'Working time: none → Mon–Fri 08:00–17:00',
      'Measuring › This time is counted in: All time → Working time',
    ]);
    const state = after.states.measuring.label.en;
    expect(words[1]).toContain(state);
  });

  it('names the day of shifts that overlap', () => {
    const yaml = improvementYaml.replace(
      '  phases:\n',
      `  calendar: { shifts: [${OFFICE}, { days: [thu], from: '23:00', to: '08:30' }] }\n  phases:\n`,
    );
    expect(compile(yaml).problems).toContainEqual(
      expect.objectContaining({
        rule: 'calendar-overlap',
        message: {
          en: 'On Thu the shift overlaps with one above it, or is there twice.',
          zh: '周四的这个班次与前面的班次重叠，或写了两次。',
        },
      }),
    );
  });
});
