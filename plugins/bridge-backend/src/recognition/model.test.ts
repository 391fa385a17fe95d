import { shippedRules } from './buildRecognition';
import {
  capOf,
  Earned,
  earnedBy,
  JournalEntry,
  milestonesOf,
  ranked,
  Rule,
  seasonOf,
  withinCaps,
} from './model';
import { parseRules, readRules } from './readRules';
import { AT, entered, milestone, TIME_ZONE, user } from './testing/TestPlant';

const rules = readRules(shippedRules());
const [zhang, chen, wang, he] = ['zhang', 'chen', 'wang', 'he'].map(user);

type Line = { type: string; payload: Record<string, unknown> | null };

/** An item's journal: who did what, in order. */
function journal(...lines: [string, Line][]): JournalEntry[] {
  return lines.map(([actor, { type, payload }], place) => ({
    ...{ itemId: 1, seq: place + 1, type, actor, at: AT, payload },
  }));
}

function worth(entries: JournalEntry[], table = rules): string[] {
  return earnedBy(milestonesOf(entries), table, TIME_ZONE).map(
    ({ person, rule, points, grade }: Earned) =>
      [person.replace('user:default/', ''), rule.id, points, grade]
        .filter(part => part !== undefined)
        .join(' '),
  );
}

const solved = (solver: string, reporter = zhang) =>
  milestone('Feedback', 'resolvedOnSpot', {
    reporter: [reporter],
    solver: [solver],
  });
const confirmed = (solver: string, reporter = zhang, times = 1) =>
  milestone(
    'Feedback',
    'confirmed',
    { reporter: [reporter], solver: [solver] },
    times,
  );
const reached = (name: string, proposers: string[]) =>
  milestone('Proposal', name, { proposers });

describe('the shipped rules', () => {
  it.each<[string, string[], JournalEntry[]]>([
    [
      'a fix on the spot that the reporter confirms',
      ['chen fix-confirmed 2'],
      journal([chen, solved(chen)], [zhang, confirmed(chen)]),
    ],
    ['a fix that nobody has confirmed yet', [], journal([chen, solved(chen)])],
    [
      'a fix that the clock closed',
      [],
      journal([chen, solved(chen)], ['system', confirmed(chen)]),
    ],
    [
      'a confirmation by another plugin',
      [],
      journal([chen, solved(chen)], ['plugin:x', confirmed(chen)]),
    ],
    [
      'a fix that its solver confirms',
      [],
      journal([chen, solved(chen)], [chen, confirmed(chen)]),
    ],
    [
      'a fix of one’s own report, whoever confirms it',
      [],
      journal([chen, solved(chen, chen)], [he, confirmed(chen, chen)]),
    ],
    ['a fix that was not on the spot', [], journal([zhang, confirmed(he)])],
    [
      'a fix on the spot that failed, and another by IT that held',
      [],
      journal([chen, solved(chen)], [zhang, confirmed(he)]),
    ],
    [
      'a fix that is confirmed again after a reopening',
      ['chen fix-confirmed 2'],
      journal(
        [chen, solved(chen)],
        [zhang, confirmed(chen)],
        [chen, solved(chen)],
        [zhang, confirmed(chen, zhang, 2)],
      ),
    ],
    [
      'a proposal that is handed in and triaged',
      [],
      journal(
        [wang, reached('submitted', [wang])],
        [chen, reached('triaged', [wang])],
      ),
    ],
    [
      'an adopted proposal of three, in the order named',
      [
        'wang proposal-adopted 4',
        'chen proposal-adopted 3',
        'he proposal-adopted 3',
      ],
      journal([zhang, reached('adopted', [wang, chen, he, wang])]),
    ],
    [
      'a proposal that one of its proposers has adopted',
      [],
      journal([he, reached('adopted', [wang, he])]),
    ],
    [
      'a proposal that is not achieved',
      [],
      journal([he, reached('benefitNotAchieved', [wang])]),
    ],
    [
      'a released requirement with its acceptance test',
      ['chen acceptance-test 5', 'wang proposal-released 20'],
      journal(
        [
          chen,
          milestone('Requirement', 'accepted', {
            proposers: [wang],
            tester: [chen],
          }),
        ],
        [
          he,
          milestone('Requirement', 'released', {
            proposers: [wang],
            tester: [chen],
          }),
        ],
      ),
    ],
    [
      'a requirement that its own proposer has tested',
      ['wang acceptance-test 5', 'wang proposal-released 20'],
      journal(
        [
          wang,
          milestone('Requirement', 'accepted', {
            proposers: [wang],
            tester: [wang],
          }),
        ],
        [
          he,
          milestone('Requirement', 'released', {
            proposers: [wang],
            tester: [wang],
          }),
        ],
      ),
    ],
    [
      'a case that a second person has published',
      ['chen case-published 5'],
      journal([
        he,
        milestone('Case', 'published', { author: [chen], reviewer: [he] }),
      ]),
    ],
    [
      'a milestone of another kind with the same name',
      [],
      journal([he, milestone('Crisis', 'published', { author: [chen] })]),
    ],
    [
      'credited names that are no people',
      [],
      journal([
        he,
        milestone('Case', 'published', {
          author: ['group:default/it', '__proto__'],
        }),
      ]),
    ],
    [
      'capacities named like parts of every object',
      [],
      journal([
        he,
        milestone(
          'Case',
          'published',
          JSON.parse('{"__proto__":["user:default/x"]}'),
        ),
      ]),
    ],
  ])('%s earns %j', (_, expected, entries) => {
    expect(worth(entries)).toEqual(expected);
  });

  it.each([
    [undefined, 'G5 20'],
    [0, 'G5 20'],
    [9_999.99, 'G5 20'],
    [10_000, 'G4 50'],
    [271_200, 'G3 100'],
    [500_000, 'G2 200'],
    [1_000_000, 'G1 400'],
    ['1000000', 'G5 20'],
    [-5, 'G5 20'],
  ])('grade a verified benefit of %s a year as %s', (value, expected) => {
    const [grade, points] = expected.split(' ');
    const entries = journal(
      [wang, { type: 'created', payload: { data: { annualBenefit: 1 } } }],
      [
        he,
        entered(
          value === undefined
            ? { annualBenefit: null }
            : { annualBenefit: value },
        ),
      ],
      [he, reached('benefitVerified', [wang])],
    );
    expect(worth(entries)).toEqual([
      `wang benefit-verified ${points} ${grade}`,
    ]);
  });

  it('give no points for what stands in erased lines', () => {
    expect(
      worth(journal([chen, { type: 'milestone', payload: null }])),
    ).toEqual([]);
  });
});

describe('a rule', () => {
  const rule = (facts: Partial<Rule>): Rule => ({
    ...rules.find(({ id }) => id === 'proposal-adopted')!,
    ...facts,
  });

  it('shares few points among many, whoever is named first', () => {
    const entries = journal([zhang, reached('adopted', [wang, chen, he])]);
    expect(worth(entries, [rule({ points: 2 })])).toEqual([
      'wang proposal-adopted 1',
      'chen proposal-adopted 1',
    ]);
  });

  it('is in force from its first to its last day in the plant’s time', () => {
    const entries = (at: string) =>
      journal([zhang, reached('adopted', [wang])]).map(one => ({ ...one, at }));
    const table = [rule({ from: '2025-10-01', until: '2025-12-31' })];
    const paid = (at: string) => worth(entries(at), table).length;
    expect(paid('2025-09-30T15:59:59.999Z')).toBe(0);
    expect(paid('2025-09-30T16:00:00.000Z')).toBe(1);
    expect(paid('2025-12-31T15:59:59.999Z')).toBe(1);
    expect(paid('2025-12-31T16:00:00.000Z')).toBe(0);
  });
});

describe('a cap', () => {
  const fix = rules.find(({ id }) => id === 'fix-confirmed')!;
  const one = (at: string, points = 2): Earned => {
    const [reachedOnce] = milestonesOf(journal([zhang, confirmed(chen)]));
    return {
      milestone: { ...reachedOnce, at },
      rule: fix,
      person: chen,
      points,
    };
  };

  it('lets 30 points a week through, Monday to Sunday in the plant’s time', () => {
    const sunday = '2025-11-16T15:59:59.999Z';
    const monday = '2025-11-16T16:00:00.000Z';
    const used = new Map<string, number>();
    const sixteen = Array(16).fill(one(sunday));
    expect(withinCaps(sixteen, used, TIME_ZONE)).toHaveLength(15);
    expect(withinCaps([one(sunday)], used, TIME_ZONE)).toHaveLength(0);
    expect(withinCaps([one(monday)], used, TIME_ZONE)).toHaveLength(1);
  });

  it('cuts what fits only in part, and leaves rules without one alone', () => {
    const { key } = capOf(fix, chen, AT, TIME_ZONE)!;
    const [cut] = withinCaps([one(AT)], new Map([[key, 29]]), TIME_ZONE);
    expect(cut.points).toBe(1);
    const free = { ...one(AT), rule: rules[2] };
    expect(withinCaps([free], new Map([[key, 30]]), TIME_ZONE)).toEqual([free]);
  });

  it.each([
    ['month', '2025-10-31T16:00:00.000Z', '2025-11-30T16:00:00.000Z'],
    ['quarter', '2025-09-30T16:00:00.000Z', '2025-12-31T16:00:00.000Z'],
  ] as const)('may count by the %s', (per, from, until) => {
    const rule = { ...fix, cap: { points: 1, per } };
    expect(capOf(rule, chen, AT, TIME_ZONE)).toMatchObject({ from, until });
  });
});

describe('a season', () => {
  it.each([
    ['2025-09-30T15:59:59.999Z', '2025-Q3'],
    ['2025-09-30T16:00:00.000Z', '2025-Q4'],
    ['2025-12-31T16:00:00.000Z', '2026-Q1'],
  ])('of %s is %s', (at, season) => {
    expect(seasonOf(at, TIME_ZONE)).toBe(season);
  });
});

describe('ranks', () => {
  it('are shared by equal points', () => {
    const places = [9, 7, 7, 5].map(points => ({ points }));
    expect(ranked(places).map(({ rank }) => rank)).toEqual([1, 2, 2, 4]);
  });
});

describe('a table of rules', () => {
  const good = `{ id: a, subject: Case, milestone: published, credit: author,
    dimension: culture, points: 5, label: { en: A, zh: 甲 } }`;
  const table = (...rows: string[]) => `rules: [${rows.join(', ')}]`;

  it('is read', () => {
    expect(parseRules(table(good), 'x.yaml')).toMatchObject([
      { id: 'a', points: 5 },
    ]);
  });

  it.each([
    ['milestone: published', 'milestone: won', /no milestone “won”.*published/],
    [
      'subject: Case, milestone: published, credit: author',
      'subject: Feedback, milestone: duplicate, credit: reporter',
      /duplicate.*undone/,
    ],
    ['credit: author', 'credit: solver', /no capacity “solver”.*author/],
    ['points: 5', 'points: 0.5', /rules\.0\.points/],
    ['points: 5, ', '', /either points or grades/],
    ['subject: Case', 'subject: Crisis', /rules\.0\.subject/],
    [
      'points: 5',
      'grades: {field: x, steps: [{id: g, from: 1, points: 1}]}',
      /begin at 0/,
    ],
    ['points: 5', 'punkte: 5', /punkte/],
  ])('is refused with a sentence: %s → %s', (from, to, message) => {
    const bad = table(good.replace(from, to));
    expect(() => parseRules(bad, 'x.yaml')).toThrow(message);
    expect(() => parseRules(bad, 'x.yaml')).toThrow(/x\.yaml/);
  });

  it('is refused when an id stands there twice, or when it is no YAML', () => {
    expect(() => parseRules(table(good, good), 'x.yaml')).toThrow(
      /a stands there twice/,
    );
    expect(() => parseRules('a: [', 'x.yaml')).toThrow(/x\.yaml/);
  });
});
