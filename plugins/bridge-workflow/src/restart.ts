import { Board } from './definition';
import { Ballot, ItemBoard } from './item';
import { nextRound, recusalsOf, seatBoard, votersOf } from './openBoard';
import { votersOn } from './standIns';
import { tally } from './tally';
import { keepTimer, note, stateOf, Walk } from './walk';

/**
 * The timer that ends the vote of a board: that of an earlier deadline no
 * longer does once its time has begun anew.
 *
 * @internal
 */
export function awaitedTimer({ id, restarts, escalated }: ItemBoard): string {
  if (restarts !== undefined) {
    return `again.${restarts}:${id}`;
  }
  // Boards that were escalated before restarts were counted.
  return escalated ? `escalated:${id}` : `deadline:${id}`;
}

function restart(walk: Walk, board: Board, sitting: ItemBoard, after?: string) {
  const { after: whole = 'PT0S', calendar } = board.deadline ?? {};
  sitting.restarts = (sitting.restarts ?? 0) + 1;
  const timer = awaitedTimer(sitting);
  sitting.deadlineAt = keepTimer(walk, timer, after ?? whole, calendar);
}

/** The rules of the approval that the item is in, if it is in one. @internal */
export function approvalOf({ definition, item }: Walk) {
  const state = stateOf(definition, item);
  return state.type === 'approval' ? state.approval : undefined;
}

/**
 * Whether more time may help: it was the time that ended the vote, somebody
 * could have voted and has not, and the board has not had all its extensions.
 *
 * @internal
 */
export function mayExtend(
  board: Board,
  sitting: ItemBoard,
  { ballots, deadlinePassed }: { ballots: Ballot[]; deadlinePassed?: boolean },
): boolean {
  const { times = 0 } = board.deadline?.extend ?? {};
  const couldVote = tally(board, sitting, []).decided !== 'noQuorum';
  const voted = ballots.map(({ voter }) => voter);
  const isAwaited = votersOn(sitting).some(ref => !voted.includes(ref));
  const isLeft = (sitting.extended ?? 0) < times && !sitting.escalated;
  return !!deadlinePassed && isLeft && couldVote && isAwaited;
}

/** Gives a board more time. @internal */
export function extend(walk: Walk, board: Board, sitting: ItemBoard) {
  sitting.extended = (sitting.extended ?? 0) + 1;
  restart(walk, board, sitting, board.deadline?.extend?.by);
  const { id, round, extended, deadlineAt } = sitting;
  note(walk, 'boardExtended', { board: id, round, extended, deadlineAt });
}

/** Whether a board has somebody to be escalated to, and was not yet. @internal */
export function mayEscalate(
  walk: Walk,
  board: Board,
  sitting: ItemBoard,
): boolean {
  const target = approvalOf(walk)?.escalateTo;
  return board.deadline?.then === 'escalate' && !!target && !sitting.escalated;
}

/** Adds voters to a board and gives it its time once more. @internal */
export function escalate(walk: Walk, board: Board, sitting: ItemBoard) {
  const role = approvalOf(walk)?.escalateTo ?? '';
  const known = sitting.electorate.map(voter => voter.ref);
  const added = votersOf(walk, board, role)
    .filter(voter => !known.includes(voter.ref))
    .map(voter => ({ ...voter, escalated: true }));
  sitting.escalated = true;
  sitting.electorate = [...sitting.electorate, ...added];
  sitting.recused = [...sitting.recused, ...recusalsOf(walk, board, added)];
  restart(walk, board, sitting);
  const { id, round } = sitting;
  note(walk, 'boardEscalated', { board: id, round, added });
}

/**
 * Opens a board that has ended by a veto for a second vote, in a round of its
 * own and with its whole time. Whoever has stepped aside stays aside, and whoever
 * was added stays a voter.
 *
 * @internal
 */
export function openAgain(
  walk: Walk,
  board: Board,
  { id, state, restarts = 0, recused, electorate, changes }: ItemBoard,
): ItemBoard {
  const opening = { state, round: nextRound(walk, state) };
  const aside = recused.filter(({ kind }) => kind !== 'automatic');
  const added = electorate.filter(voter => voter.added);
  const again = {
    ...seatBoard(walk, id, board, {
      ...{ ...opening, overrides: true, aside, added },
      ...(changes && { changes }),
    }),
    restarts,
  };
  restart(walk, board, again);
  return again;
}
