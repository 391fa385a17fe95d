import { CarriedBallots } from '@techbridge/bridge-workflow';
import { CarriedRow } from './records';

/**
 * Ballots that count in a new round, as rows of it: the first of each voter
 * there, with the time at which they were cast.
 *
 * @param ids - the numbers of people
 * @internal
 */
export function carriedRows(
  itemId: number,
  carried: CarriedBallots[],
  ids: ReadonlyMap<string, number>,
): CarriedRow[] {
  return carried.flatMap(({ board, round, ballots }) =>
    ballots.map(({ voter, castBy, choice, reason, at }) => ({
      ...{ itemId, board, round, choice, at },
      voterId: ids.get(voter) ?? 0,
      castById: castBy === undefined ? null : ids.get(castBy) ?? null,
      reason: reason ?? null,
    })),
  );
}
