import fc from 'fast-check';
import { Ballot, Board, Choice, Outcome, Sitting, tally } from './index';
import {
  anyPoll,
  at,
  ballotsOf,
  boardWith,
  member,
  sittingOf,
} from './testing/boards';

type Row = [
  what: string,
  own: Partial<Board>,
  /** One letter a member, the chair first; see `ballotsOf`. */
  votes: string,
  early: Outcome | undefined,
  atDeadline: Outcome,
];

const plain: Partial<Board> = { choices: ['approve', 'reject', 'abstain'] };
const threshold = (share: number, tie: 'chair' | 'reject' = 'reject') => ({
  ...plain,
  pass: { rule: 'threshold' as const, threshold: share, tie },
});
const first = { pass: { rule: 'first' as const, tie: 'reject' as const } };
const unanimous = {
  pass: { rule: 'unanimous' as const, tie: 'reject' as const },
};
const quorum = (min: number, percent?: number) => ({
  quorum: { min, ...(percent && { percent }), includes: [] },
});

// prettier-ignore
const ROWS: Row[] = [
  ['nobody has voted', plain, '-----', undefined, 'noQuorum'],
  ['a majority that nobody can turn', plain, 'aaa--', 'approved', 'approved'],
  ['a majority that may still turn', plain, 'aa---', undefined, 'approved'],
  ['half is no majority', plain, 'ar', 'rejected', 'rejected'],
  ['a tie that the chair breaks for it', threshold(0.5, 'chair'), 'arra', 'approved', 'approved'],
  ['a tie that the chair breaks against it', threshold(0.5, 'chair'), 'raar', 'rejected', 'rejected'],
  ['a tie in which the chair abstains', threshold(0.5, 'chair'), 'nar', 'rejected', 'rejected'],
  ['a tie without a casting vote', threshold(0.5), 'arra', 'rejected', 'rejected'],
  ['up to one half the share must be greater', threshold(0.25), 'arrr', 'rejected', 'rejected'],
  ['above one half the share must be reached', threshold(0.6), 'aaarr', 'approved', 'approved'],
  ['no tie above one half', threshold(0.6, 'chair'), 'aarr', 'rejected', 'rejected'],
  ['a threshold that nobody can miss any more', threshold(0.6), 'aaa--', 'approved', 'approved'],
  ['a threshold that can no longer be reached', threshold(0.6), 'rrr--', 'rejected', 'rejected'],
  ['an abstention is neither for nor against', threshold(0.6), 'annna', 'approved', 'approved'],
  ['only abstentions', plain, 'nnn', 'noQuorum', 'noQuorum'],
  ['an abstention is presence', { ...plain, ...quorum(3) }, 'ann--', undefined, 'approved'],
  ['too few for the quorum', { ...plain, ...quorum(3) }, 'aa---', undefined, 'noQuorum'],
  ['a quorum in per cent is rounded up', { ...plain, ...quorum(1, 50) }, 'aa---', undefined, 'noQuorum'],
  ['a quorum in per cent is reached', { ...plain, ...quorum(1, 60) }, 'aaa--', 'approved', 'approved'],
  ['a quorum that nobody can reach', { ...plain, ...quorum(6) }, '-----', 'noQuorum', 'noQuorum'],
  ['first: nobody decides', { ...plain, ...first }, 'n----', undefined, 'noQuorum'],
  ['first: the first decisive ballot', { ...plain, ...first }, 'nra--', 'rejected', 'rejected'],
  ['first: waits for the quorum', { ...plain, ...first, ...quorum(2) }, 'a----', undefined, 'noQuorum'],
  ['first: then the earliest counts', { ...plain, ...first, ...quorum(2) }, 'ar---', 'approved', 'approved'],
  ['first: with conditions', first, 'ca---', 'conditional', 'conditional'],
  ['unanimous: one no is enough, without a quorum', { ...plain, ...unanimous, ...quorum(4) }, '-r---', 'rejected', 'rejected'],
  ['unanimous: everybody', { ...plain, ...unanimous }, 'aanaa', 'approved', 'approved'],
  ['unanimous: one is missing', { ...plain, ...unanimous }, 'aaaa-', undefined, 'approved'],
  ['unanimous: one with conditions', unanimous, 'aacaa', 'conditional', 'conditional'],
  ['conditions that the approval does not need', { choices: ['approve', 'approveWithConditions', 'reject'] }, 'aaac-', 'approved', 'approved'],
  ['conditions that carry the approval', {}, 'acrcr', 'conditional', 'conditional'],
  ['a tie that the chair breaks with conditions', { pass: { rule: 'majority', tie: 'chair' } }, 'carr', 'conditional', 'conditional'],
  ['sent back by the chair', { ...quorum(4), sendBack: { by: 'chair' } }, 'b----', 'sentBack', 'sentBack'],
  ['sent back by somebody else', { sendBack: { by: 'chair' } }, 'ab---', undefined, 'approved'],
  ['sent back by any', { sendBack: { by: 'any' } }, 'aab--', 'sentBack', 'sentBack'],
  ['sent back by two', { sendBack: { by: 2 } }, 'ab-b-', 'sentBack', 'sentBack'],
  ['sent back by one of two', { sendBack: { by: 2 } }, 'ab---', undefined, 'approved'],
  ['a no before a sending back', { ...unanimous, sendBack: { by: 'any' } }, 'rb---', 'rejected', 'rejected'],
  ['a sending back before a no', { ...unanimous, sendBack: { by: 'any' } }, 'br---', 'sentBack', 'sentBack'],
  ['no early close while the chair may send back', { sendBack: { by: 'chair' } }, '-aaaa', undefined, 'approved'],
  ['close at the deadline only', { ...plain, close: 'deadline' }, 'aaaaa', undefined, 'approved'],
  ['at the deadline only, yet nobody can assemble', { ...plain, ...quorum(6), close: 'deadline' }, 'a----', 'noQuorum', 'noQuorum'],
];

describe('counting a board', () => {
  it.each(ROWS)('%s', (_what, own, votes, early, atDeadline) => {
    const board = boardWith(own);
    const sitting = sittingOf(votes.length);
    const ballots = ballotsOf(votes);
    expect(tally(board, sitting, ballots).decided).toBe(early);
    const closed = tally(board, sitting, ballots, { deadlinePassed: true });
    expect(closed.decided).toBe(atDeadline);
  });

  it('counts what was said and who is still needed', () => {
    const board = boardWith({ quorum: { min: 2, percent: 60, includes: [] } });
    expect(tally(board, sittingOf(6), ballotsOf('acrnb-'))).toMatchObject({
      count: { for: 2, against: 1, abstained: 1, cast: 5 },
      quorum: { needed: 4, present: 5 },
    });
  });

  it('adds up what the votes weigh', () => {
    const board = boardWith({ ...plain, ...threshold(0.6) });
    const sitting = sittingOf(4, { weights: [3] });
    // 3 of 5 is enough, and nobody can turn it.
    expect(tally(board, sitting, ballotsOf('arr-'))).toMatchObject({
      decided: undefined,
      count: { for: 1, against: 2, weight: { for: 3, against: 2 } },
    });
    expect(tally(board, sitting, ballotsOf('arrn')).decided).toBe('approved');
    expect(tally(board, sitting, ballotsOf('raa-')).decided).toBe('rejected');
    expect(tally(board, sitting, ballotsOf('aa--')).decided).toBe('approved');
  });

  it('breaks a tie of weights by the chair', () => {
    const sitting = sittingOf(3, { weights: [2] });
    const tied = ballotsOf('arr');
    const by = (tie: 'chair' | 'reject') =>
      tally(boardWith({ ...plain, ...threshold(0.5, tie) }), sitting, tied);
    expect(by('chair').decided).toBe('approved');
    expect(by('reject').decided).toBe('rejected');
  });

  it('ends with a veto, whatever the others say and whatever the quorum', () => {
    const board = boardWith({ ...plain, ...quorum(4) });
    const sitting = sittingOf(5, { vetoes: [1] });
    const votes = (letters: string) =>
      tally(board, sitting, ballotsOf(letters));
    expect(votes('-v---').decided).toBe('rejected');
    expect(votes('aavaa').decided).toBe('approved');
    expect(votes('avaaa')).toMatchObject({
      decided: 'rejected',
      count: { for: 4, against: 1 },
    });
  });

  it('does not count a veto of somebody who has no right to it', () => {
    const board = boardWith(plain);
    const sitting = sittingOf(3, { vetoes: [1] });
    expect(tally(board, sitting, ballotsOf('van'))).toMatchObject({
      decided: undefined,
      count: { for: 1, against: 0, cast: 2 },
    });
  });

  it('does not close early while somebody may still veto', () => {
    const board = boardWith(plain);
    const sitting = sittingOf(5, { vetoes: [1, 4] });
    const votes = (letters: string) =>
      tally(board, sitting, ballotsOf(letters));
    expect(votes('aaaa-').decided).toBeUndefined();
    expect(votes('aa--a').decided).toBe('approved');
    expect(votes('r-rr-').decided).toBe('rejected');
    const gone = sittingOf(5, { vetoes: [4], recused: [4] });
    expect(tally(board, gone, ballotsOf('aaaa-')).decided).toBe('approved');
  });

  it('leaves recused members out of the percentage, not out of the minimum', () => {
    const recused = [3, 4];
    const percent = boardWith({ ...plain, ...quorum(1, 60) });
    const min = boardWith({ ...plain, ...quorum(4) });
    const sitting = sittingOf(5, { recused });
    expect(tally(percent, sitting, ballotsOf('aa-aa'))).toMatchObject({
      decided: 'approved',
      count: { for: 2 },
      quorum: { needed: 2, present: 2 },
    });
    expect(tally(min, sitting, []).decided).toBe('noQuorum');
  });

  it('waits for the roles that the quorum includes', () => {
    const board = boardWith({ ...plain, ...quorum(2) });
    const sitting = sittingOf(5, { included: [[3, 9], [4]] });
    expect(tally(board, sitting, ballotsOf('aaaa-')).decided).toBeUndefined();
    expect(tally(board, sitting, ballotsOf('aa-na')).decided).toBe('approved');
  });

  it('waits for members that it needs as long as one of them may vote', () => {
    const board = boardWith({ ...plain, ...quorum(2) });
    const needed = (members: number[], recused: number[] = []) => {
      const sitting = sittingOf(5, { recused });
      const people = members.map(member);
      return { ...sitting, included: [{ people, seated: true as const }] };
    };
    const decided = (sitting: ReturnType<typeof needed>, cast: string) =>
      tally(board, sitting, ballotsOf(cast)).decided;
    expect(decided(needed([3, 4]), 'aaa--')).toBeUndefined();
    expect(decided(needed([3, 4]), 'aaa-a')).toBe('approved');
    expect(decided(needed([3, 4], [3]), 'aaa--')).toBeUndefined();
    expect(decided(needed([3, 4], [3, 4]), 'aaa--')).toBe('approved');
    expect(decided(needed([]), 'aaa--')).toBe('approved');
  });

  it('has no quorum where nobody of an included role may vote', () => {
    const board = boardWith({ ...plain, ...quorum(2) });
    const strangers = sittingOf(5, { included: [[9]] });
    const recused = sittingOf(5, { included: [[4]], recused: [4] });
    const nobody = sittingOf(5, { included: [[]] });
    for (const sitting of [strangers, recused, nobody]) {
      expect(tally(board, sitting, []).decided).toBe('noQuorum');
      expect(tally(board, sitting, ballotsOf('aaaa-')).decided).toBe(
        'noQuorum',
      );
    }
  });

  it('counts the latest ballot of each member', () => {
    const changed = [
      ...ballotsOf('rrr'),
      { voter: member(0), choice: 'approve' as const, at: at(10) },
      { voter: member(1), choice: 'approve' as const, at: at(11) },
    ];
    const board = boardWith(plain);
    expect(tally(board, sittingOf(3), changed).decided).toBe('approved');
    expect(tally(board, sittingOf(3), changed.reverse()).decided).toBe(
      'approved',
    );
  });
});

/** Each of them votes in each way, or not at all. */
function everyWayToVote(
  sitting: Sitting,
  board: Board,
  voters: string[],
): Ballot[][] {
  const [voter, ...others] = voters;
  if (voter === undefined) {
    return [[]];
  }
  const rest = everyWayToVote(sitting, board, others);
  const minute = 30 - voters.length;
  const mayVeto = sitting.electorate.some(
    ({ ref, veto }) => ref === voter && veto,
  );
  const choices: Choice[] = [
    ...board.choices,
    ...(mayVeto ? ['veto' as const] : []),
  ];
  const votes = choices.map(choice => ({
    voter,
    choice,
    at: at(minute),
  }));
  return [...rest, ...votes.flatMap(vote => rest.map(more => [vote, ...more]))];
}

describe('whatever the board and the ballots', () => {
  const holds = <T>(property: fc.IProperty<T>, numRuns: number) =>
    fc.assert(property, { numRuns });

  it('an early close never differs from the full count', () => {
    let closed = 0;
    const property = fc.property(anyPoll, ({ board, sitting, ballots }) => {
      const full = tally(board, sitting, ballots, { deadlinePassed: true });
      return ballots.every((_, length) => {
        const { decided } = tally(board, sitting, ballots.slice(0, length));
        closed += decided ? 1 : 0;
        return decided === undefined || decided === full.decided;
      });
    });
    holds(property, 20_000);
    expect(closed).toBeGreaterThan(1_000);
  });

  it('a board that may close early is open only while it can still turn', () => {
    const property = fc.property(anyPoll, ({ board, sitting, ballots }) => {
      fc.pre(board.close === 'early');
      const voted = ballots.map(({ voter }) => voter);
      const missing = sitting.electorate
        .map(({ ref }) => ref)
        .filter(ref => !voted.includes(ref))
        .slice(0, 3);
      const all = sitting.electorate.filter(
        ({ ref }) => voted.includes(ref) || missing.includes(ref),
      );
      const poll = { ...sitting, electorate: all };
      const ends = new Set(
        everyWayToVote(poll, board, missing).map(
          more =>
            tally(board, poll, [...ballots, ...more], { deadlinePassed: true })
              .decided,
        ),
      );
      const { decided } = tally(board, poll, ballots);
      expect(decided).toBe(ends.size === 1 ? [...ends][0] : undefined);
    });
    holds(property, 10_000);
  });

  it('the order of ballots does not matter', () => {
    const property = fc.property(
      anyPoll,
      fc.infiniteStream(fc.nat()),
      ({ board, sitting, ballots }, numbers) => {
        const keys = ballots.map(() => numbers.next().value as number);
        const shuffled = ballots
          .map((ballot, place) => ({ ballot, key: keys[place] }))
          .sort((a, b) => a.key - b.key)
          .map(({ ballot }) => ballot);
        expect(tally(board, sitting, shuffled)).toEqual(
          tally(board, sitting, ballots),
        );
      },
    );
    holds(property, 10_000);
  });

  it('a recused person, and a stranger, never count', () => {
    const property = fc.property(anyPoll, ({ board, sitting, ballots }) => {
      const mayVote = sitting.electorate
        .map(({ ref }) => ref)
        .filter(ref => !sitting.recused.some(({ voter }) => voter === ref));
      const theirs = ballots.filter(({ voter }) => mayVote.includes(voter));
      expect(tally(board, sitting, theirs)).toEqual(
        tally(board, sitting, ballots),
      );
    });
    holds(property, 10_000);
  });

  it('one more approval never turns an approval down', () => {
    const property = fc.property(anyPoll, ({ board, sitting, ballots }) => {
      const options = { deadlinePassed: true };
      const before = tally(board, sitting, ballots, options).decided;
      const voted = ballots.map(({ voter }) => voter);
      const other = sitting.electorate.find(({ ref }) => !voted.includes(ref));
      fc.pre(before === 'approved' && other !== undefined);
      const more = [
        ...ballots,
        { voter: other?.ref ?? '', choice: 'approve' as const, at: at(20) },
      ];
      expect(tally(board, sitting, more, options).decided).toBe('approved');
    });
    holds(property, 2_000);
  });
});
