import { agendaScore } from './agendaScore';
import { attendanceAtOpening, membersOf, quorumOf } from './attendance';
import { meetingAt, meetingsOf } from './itemMeetings';
import { ItemMeetingRecord } from './MeetingStore';
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
  const monday = '2026-01-05T01:00:00.000Z';
  const holidays = {
    off: new Set(['2026-01-12', '2026-01-13', '2026-01-17', '2026-01-18']),
    work: new Set(['2026-01-18']),
  };
  const next = (
    changes: object,
    { timeZone = 'Asia/Shanghai', after = '2026-01-01T00:00:00.000Z' } = {},
  ) => {
    const series = { repeatWeeks: 1, repeatUntil: '2026-12-31' };
    const times = { startsAt: monday, seriesAt: null };
    return nextStart(
      { ...series, ...times, ...changes },
      { timeZone, holidays },
      after,
    );
  };
  const at = (seriesAt: string, startsAt = seriesAt) => ({
    ...{ seriesAt, startsAt },
  });

  it('keeps its time of the day where clocks are changed', () => {
    const startsAt = '2026-03-23T09:00:00.000Z';
    expect(next({ startsAt }, { timeZone: 'Europe/Berlin' })).toEqual(
      at('2026-03-30T08:00:00.000Z'),
    );
  });

  it('is counted from the time of the series, wherever this one was moved to', () => {
    const startsAt = '2026-01-21T06:00:00.000Z';
    const seriesAt = '2026-01-19T01:00:00.000Z';
    const following = at('2026-01-26T01:00:00.000Z');
    expect(next({ startsAt, seriesAt })).toEqual(following);
    const beyond = { startsAt: '2026-01-27T06:00:00.000Z', seriesAt };
    expect(next(beyond)).toEqual(at('2026-02-02T01:00:00.000Z'));
    const late = { after: '2026-01-26T09:00:00.000Z' };
    expect(next({ startsAt: seriesAt }, late)).toEqual(
      at('2026-02-02T01:00:00.000Z'),
    );
  });

  it('is on the next working day where it falls on a holiday, and the series keeps its day', () => {
    expect(next({})).toEqual(
      at('2026-01-12T01:00:00.000Z', '2026-01-14T01:00:00.000Z'),
    );
    // A weekend that is off ends where it is worked in exchange.
    expect(next({ startsAt: '2026-01-10T01:00:00.000Z' })).toEqual(
      at('2026-01-17T01:00:00.000Z', '2026-01-18T01:00:00.000Z'),
    );
    // Whoever meets on a weekend that is no holiday means it.
    expect(next({ startsAt: '2026-01-17T01:00:00.000Z' })).toEqual(
      at('2026-01-24T01:00:00.000Z'),
    );
  });

  it.each([
    ['may be on the last day', '2026-01-14', '2026-01-14T01:00:00.000Z'],
    ['is none after the last day', '2026-01-11', undefined],
    ['is not moved beyond the last day', '2026-01-13', undefined],
  ])('%s', (_, repeatUntil, expected) => {
    expect(next({ repeatUntil })?.startsAt).toBe(expected);
  });

  it('is none where it is held once', () => {
    expect(next({ repeatWeeks: null, repeatUntil: null })).toBeUndefined();
  });
});

describe('the meetings of an item', () => {
  let ids = 0;
  const one = (
    state: ItemMeetingRecord['state'],
    changes: Partial<ItemMeetingRecord> = {},
  ): ItemMeetingRecord => ({
    ...{ id: ++ids, title: '', group: 'board', startsAt: '', state },
    ...{ openedAt: null, closedAt: null, removed: false, source: 'ready' },
    ...changes,
  });
  const unsaid = { removed: null, source: null };
  const idsOf = (rows: ItemMeetingRecord[]) => rows.map(({ id }) => id);

  it('are those that had it on their agenda, and the next that it comes onto', () => {
    const held = one('closed');
    const dropped = one('closed', { removed: true });
    const calledOff = one('cancelled');
    const open = one('open');
    const next = one('planned', unsaid);
    const later = one('planned', unsaid);
    const added = one('planned', { source: 'added', group: 'others' });
    const others = one('planned', { ...unsaid, group: 'others' });
    const all = [held, dropped, calledOff, open, next, later, added, others];
    expect(idsOf(meetingsOf(all, new Set(['board'])))).toEqual(
      idsOf([added, next, open, held]),
    );
    expect(idsOf(meetingsOf(all, new Set()))).toEqual(
      idsOf([added, open, held]),
    );
  });

  it('name the one that was in session at a moment', () => {
    const hours = { openedAt: '2026-01-05T02', closedAt: '2026-01-05T04' };
    const held = one('closed', hours);
    const dropped = one('closed', { ...hours, removed: true });
    const open = one('open', { openedAt: '2026-01-06T02' });
    const all = [held, dropped, open];
    const found = ['2026-01-05T01', '2026-01-05T03', '2026-01-05T05'];
    expect(found.map(moment => meetingAt(all, moment))).toEqual([
      ...[undefined, held, undefined],
    ]);
    expect(meetingAt(all, '2026-01-06T03')).toBe(open);
  });
});
