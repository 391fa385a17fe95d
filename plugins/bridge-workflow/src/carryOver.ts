import { ApprovalState } from './definition';
import { isSame } from './isSame';
import { Ballot, ItemBoard, KeptApprovals } from './item';
import { votersOn } from './standIns';
import { note, Walk } from './walk';

/**
 * Keeps the approvals of a board that ends, for the round after a send-back,
 * where the definition says so.
 *
 * @internal
 */
export function keepApprovals(
  { definition, item }: Walk,
  { id, state }: ItemBoard,
  ballots: Ballot[],
) {
  const { approval } = definition.states[state] as ApprovalState;
  if (!approval.carryOver) {
    return;
  }
  const { materialFields = [] } = approval;
  const values = materialFields.map(field => [field, item.data[field] ?? null]);
  const approvals = ballots.filter(({ choice }) => choice === 'approve');
  const kept: KeptApprovals = {
    values: Object.fromEntries(values),
    ballots: { ...item.kept?.[state]?.ballots, [id]: approvals },
  };
  item.kept = { ...item.kept, [state]: kept };
}

/**
 * Takes out what was kept when a state was left: the approvals that stand on,
 * by board; none where the item was not sent back, or something that matters
 * has been changed since.
 *
 * @internal
 */
export function takeKept(
  { item }: Walk,
  stateId: string,
): KeptApprovals['ballots'] {
  const { [stateId]: kept, ...others } = item.kept ?? {};
  if (!kept) {
    return {};
  }
  item.kept = others;
  const wasSentBack = item.boards.some(
    ({ state, status }) => state === stateId && status === 'sentBack',
  );
  const isUnchanged = Object.entries(kept.values).every(([field, value]) =>
    isSame(value, item.data[field] ?? null),
  );
  return wasSentBack && isUnchanged ? kept.ballots : {};
}

/**
 * Lets approvals of the round before stand on, as far as whoever cast them may
 * vote now. How many is noted, not whose: a vote may be secret.
 *
 * @internal
 */
export function carryOver(
  walk: Walk,
  sitting: ItemBoard,
  approvals: Ballot[] = [],
) {
  const members = votersOn(sitting);
  const ballots = approvals.filter(({ voter }) => members.includes(voter));
  if (ballots.length > 0) {
    const { id: board, round } = sitting;
    walk.carried.push({ board, round, ballots });
    note(walk, 'ballotsCarried', { board, round, count: ballots.length });
  }
}
