import { agendaScore } from './agendaScore';
import { attendanceAtOpening, membersOf, quorumOf } from './attendance';
import { nextStart } from './nextStart';

const NOW = '2026-01-05T01:00:00.000Z';

describe('the score of an agenda', () => {
  it.each([
    ['of nothing known is nothing', {}, [], [0, 0, 0, 0, 0]],
    [
      'counts from half a million a year on in full',
      { expectedBenefit: 500_000 },
      [],
      [40, 0, 0, 0, 40],
    ],
    ['counts less below', { expectedBenefit: 499_999 }, [], [30, 0, 0, 0, 30]],
    [
      'counts the smallest benefit',
      { expectedBenefit: 1 },
      [],
      [10, 0, 0, 0, 10],
    ],
    ['counts no benefit', { expectedBenefit: 0 }, [], [0, 0, 0, 0, 0]],
    [
      'counts how many departments are concerned',
      { departments: ['a', 'b', 'c'] },
      [],
      [0, 15, 0, 0, 15],
    ],
    [
      'likes what is little work',
      { effort: 'S', reversible: true },
      [],
      [0, 0, 20, 0, 20],
    ],
    [
      'likes less what cannot be undone',
      { effort: 'XL', reversible: false },
      [],
      [0, 0, 0, 0, 0],
    ],
    [
      'knows how urgent a requirement is',
      { priority: 'medium' },
      [],
      [0, 0, 0, 10, 10],
    ],
    [
      'hurries what ends today',
      {},
      ['2026-01-05T09:00:00Z'],
      [0, 0, 0, 20, 20],
    ],
    [
      'hurries what is overdue',
      {},
      ['2026-01-02T09:00:00Z'],
      [0, 0, 0, 20, 20],
    ],
    [
      'takes the nearest of several deadlines',
      {},
      ['2026-03-01T00:00:00Z', '2026-01-08T01:00:00Z'],
      [0, 0, 0, 15, 15],
    ],
    [
      'leaves time where there is time',
      {},
      ['2026-03-01T00:00:00Z'],
      [0, 0, 0, 5, 5],
    ],
  ])('%s', (_, data, deadlines, expected) => {
    const score = agendaScore({ data, deadlines, now: NOW });
    const { benefit, range, feasibility, urgency, total } = score;
    expect([benefit, range, feasibility, urgency, total]).toEqual(expected);
  });
});

describe('who takes part', () => {
  const group = ['a', 'b', 'c'];
  const row = (person: string, presence: 'present' | 'excused' | null) => ({
    ...{ person, presence, deputy: null },
  });

  it('is whoever belongs to the group, until the meeting is opened', () => {
    const rows = [row('b', 'excused'), row('x', null)];
    expect(membersOf({ state: 'planned' }, group, rows)).toEqual([
      { user: 'a', presence: null },
      { user: 'b', presence: 'excused' },
      { user: 'c', presence: null },
    ]);
    expect(membersOf({ state: 'open' }, group, rows)).toEqual([
      { user: 'b', presence: 'excused' },
      { user: 'x', presence: null },
    ]);
  });

  it('is represented by the deputy who votes, unless the member has said otherwise', () => {
    const members = membersOf({ state: 'planned' }, group, [
      row('b', 'present'),
    ]);
    expect(
      attendanceAtOpening(members, away => (away === 'c' ? undefined : 'd')),
    ).toEqual([
      { person: 'a', presence: 'represented', deputy: 'd' },
      { person: 'b', presence: 'present', deputy: null },
      { person: 'c', presence: null, deputy: null },
    ]);
  });

  it.each([
    [60, { expected: 3, present: 2, needed: 2 }],
    [67, { expected: 3, present: 2, needed: 3 }],
    [1, { expected: 3, present: 2, needed: 1 }],
  ])('needs %d per cent of the members, rounded up', (percent, expected) => {
    const members = [
      { user: 'a', presence: 'present' as const },
      { user: 'b', presence: 'represented' as const, deputy: 'd' },
      { user: 'c', presence: 'excused' as const },
    ];
    expect(quorumOf(members, percent)).toEqual(expected);
  });
});

describe('the next meeting of a series', () => {
  it.each([
    [
      'keeps its time of the day where clocks are changed',
      'Europe/Berlin',
      '2026-03-23T09:00:00.000Z',
      '2026-12-31',
      '2026-03-30T08:00:00.000Z',
    ],
    [
      'may be on the last day',
      'Asia/Shanghai',
      '2026-01-05T01:00:00.000Z',
      '2026-01-12',
      '2026-01-12T01:00:00.000Z',
    ],
    [
      'is none after the last day',
      'Asia/Shanghai',
      '2026-01-05T01:00:00.000Z',
      '2026-01-11',
      undefined,
    ],
  ])('%s', (_, zone, startsAt, repeatUntil, expected) => {
    const series = { startsAt, repeatWeeks: 1, repeatUntil };
    expect(nextStart(series, zone)).toBe(expected);
  });

  it('is none where it is held once', () => {
    const single = { startsAt: NOW, repeatWeeks: null, repeatUntil: null };
    expect(nextStart(single, 'Asia/Shanghai')).toBeUndefined();
  });
});
