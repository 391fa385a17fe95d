import type { ItemBoardView } from '@techbridge/plugin-bridge-common';

/** How a vote stands. @internal */
export interface BallotCount {
  cast: number;
  /** How many may vote: members who stepped aside are none. */
  voters: number;
  needed: number;
  /** How the votes fall; undefined while that is not shown. */
  shown?: { inFavour: number; against: number; abstained: number };
}

/** Counts the votes of a board as far as it shows them. @internal */
export function countBallots(
  board: Pick<
    ItemBoardView,
    'electorate' | 'recused' | 'cast' | 'quorum' | 'ballots'
  >,
): BallotCount {
  const { electorate, recused, cast, quorum, ballots } = board;
  const out = new Set(recused.map(({ user }) => user));
  const voters = electorate.filter(({ user }) => !out.has(user)).length;
  const count = (...choices: string[]) =>
    (ballots ?? []).filter(
      ({ choice, voter }) => choices.includes(choice) && !out.has(voter),
    ).length;
  return {
    ...{ cast, voters, needed: quorum.needed },
    shown: ballots && {
      inFavour: count('approve', 'approveWithConditions'),
      against: count('reject', 'veto'),
      abstained: count('abstain'),
    },
  };
}
