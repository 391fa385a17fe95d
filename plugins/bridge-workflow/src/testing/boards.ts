import fc from 'fast-check';
import { Board, Choice, PassRule } from '../definition';
import { Ballot } from '../item';
import { Sitting } from '../tally';

/** A board with every default filled in. @internal */
export function boardWith(own: Partial<Board> = {}): Board {
  return {
    label: { en: 'Board', zh: '评审组' },
    voters: 'members',
    choices: [
      'approve',
      'approveWithConditions',
      'reject',
      'abstain',
      'sendBack',
    ],
    quorum: { min: 1, includes: [] },
    pass: { rule: 'majority', tie: 'reject' },
    recuse: { roles: [], declare: false },
    reason: {},
    ballot: 'open',
    changeVote: 'untilClosed',
    close: 'early',
    ...own,
  };
}

/** The name of a member; number 0 is the chair. @internal */
export function member(number: number): string {
  return `user:default/member-${number}`;
}

/** Members of whom some are recused. @internal */
export function sittingOf(
  members: number,
  {
    recused = [],
    included = [],
    weights = [],
    vetoes = [],
  }: {
    recused?: number[];
    included?: number[][];
    weights?: number[];
    vetoes?: number[];
  } = {},
): Sitting {
  const numbers = Array.from({ length: members }, (_, number) => number);
  return {
    electorate: numbers.map(number => ({
      ref: member(number),
      chair: number === 0,
      ...(weights[number] && { weight: weights[number] }),
      ...(vetoes.includes(number) && { veto: true as const }),
    })),
    recused: recused.map(number => ({
      voter: member(number),
      kind: 'automatic',
      reason: { en: 'test', zh: 'test' },
    })),
    included: included.map((people, role) => ({
      role: `role-${role}`,
      people: people.map(member),
    })),
  };
}

/** The minute in which a ballot was cast. @internal */
export function at(minute: number): string {
  return new Date(Date.UTC(2025, 0, 1, 0, minute)).toISOString();
}

const LETTERS: { [letter: string]: Choice } = {
  a: 'approve',
  c: 'approveWithConditions',
  r: 'reject',
  n: 'abstain',
  b: 'sendBack',
  v: 'veto',
};

/** Ballots in the order of their letters; `-` is a member who does not vote. @internal */
export function ballotsOf(letters: string): Ballot[] {
  return [...letters].flatMap((letter, number) =>
    letter === '-'
      ? []
      : [{ voter: member(number), choice: LETTERS[letter], at: at(number) }],
  );
}

/** Any rule of passing. @internal */
const anyPass: fc.Arbitrary<PassRule> = fc
  .record({
    rule: fc.constantFrom(
      'first',
      'unanimous',
      'threshold',
      'majority' as const,
    ),
    threshold: fc.constantFrom(0.25, 0.4, 0.5, 0.6, 2 / 3, 0.75, 1),
    tie: fc.constantFrom('chair' as const, 'reject' as const),
  })
  .map(({ rule, threshold, tie }) =>
    rule === 'threshold' ? { rule, threshold, tie } : { rule, tie },
  ) as fc.Arbitrary<PassRule>;

/** Any board. @internal */
export const anyBoard: fc.Arbitrary<Board> = fc
  .record({
    pass: anyPass,
    choices: fc.subarray<Exclude<Choice, 'veto'>>([
      'approveWithConditions',
      'reject',
      'abstain',
      'sendBack',
    ]),
    sendBackBy: fc.constantFrom('chair' as const, 'any' as const, 2, 3),
    min: fc.integer({ min: 1, max: 5 }),
    percent: fc.constantFrom(undefined, 0, 34, 50, 60, 100),
    close: fc.constantFrom(
      'early' as const,
      'early' as const,
      'deadline' as const,
    ),
  })
  .map(({ pass, choices, sendBackBy, min, percent, close }) =>
    boardWith({
      pass,
      choices: ['approve', ...choices],
      ...(choices.includes('sendBack') && { sendBack: { by: sendBackBy } }),
      quorum: { min, ...(percent !== undefined && { percent }), includes: [] },
      close,
    }),
  );

/** Any board with its members and one ballot of some of them, in time. @internal */
export const anyPoll = anyBoard.chain(board =>
  fc
    .record({
      members: fc.integer({ min: 0, max: 7 }),
      recused: fc.uniqueArray(fc.nat({ max: 6 }), { maxLength: 2 }),
      included: fc.array(
        fc.uniqueArray(fc.nat({ max: 7 }), { minLength: 1, maxLength: 3 }),
        { maxLength: 1 },
      ),
      weights: fc.oneof(
        fc.constant<number[]>([]),
        fc.array(fc.constantFrom(1, 2, 3, 0.5), { maxLength: 7 }),
      ),
      vetoes: fc.uniqueArray(fc.nat({ max: 6 }), { maxLength: 2 }),
      // A second vote, about a veto: nobody vetoes in it.
      overrides: fc.constantFrom(false, false, true),
      voting: fc.uniqueArray(fc.nat({ max: 8 }), { maxLength: 9 }),
      choices: fc.array(fc.constantFrom<Choice>(...board.choices, 'veto'), {
        minLength: 9,
        maxLength: 9,
      }),
    })
    .map(({ members, voting, choices, overrides, ...seats }) => {
      const vetoes = overrides ? [] : seats.vetoes;
      const override = { threshold: 0.8 };
      return {
        board: { ...board, veto: { by: 'chair', override } },
        sitting: {
          ...sittingOf(members, { ...seats, vetoes }),
          ...(overrides && { overrides: true as const }),
        },
        ballots: voting.map(
          (number, minute): Ballot => ({
            voter: member(number),
            choice: mayBe(choices[minute], vetoes.includes(number)),
            at: at(minute),
          }),
        ),
      };
    }),
);

function mayBe(choice: Choice, mayVeto: boolean): Choice {
  return choice === 'veto' && !mayVeto ? 'approve' : choice;
}
