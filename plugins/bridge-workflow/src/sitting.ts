import { ApprovalState, Board, Outcome } from './definition';
import { carryOver, keepApprovals, takeKept } from './carryOver';
import { imposeConditions, liftConditions } from './condition';
import { Ballot, BoardCount, ItemBoard, Recusal } from './item';
import { nextRound, openBoard, sits } from './openBoard';
import {
  approvalOf,
  escalate,
  extend,
  mayEscalate,
  mayExtend,
  openAgain,
} from './restart';
import { standInsOn, votersOn } from './standIns';
import { tally } from './tally';
import { note, Walk } from './walk';

/** From the strictest: where all must agree, one rejection is the result. */
const PRECEDENCE: Outcome[] = [
  'rejected',
  'sentBack',
  'noQuorum',
  'conditional',
  'approved',
];

/** The boards of the present state that still vote. @internal */
export function openOnes({ item }: Walk): ItemBoard[] {
  return item.boards.filter(board => board.status === 'open');
}

/** Closes what is open because the item leaves its state. @internal */
export function cancelBoards(walk: Walk) {
  for (const sitting of openOnes(walk)) {
    sitting.status = 'cancelled';
    sitting.closedAt = walk.context.now;
    const { id, round } = sitting;
    note(walk, 'boardClosed', { board: id, round, outcome: 'cancelled' });
  }
}

/**
 * Opens the boards of a state in a new round.
 *
 * @returns the outcome of all, where none can assemble
 * @internal
 */
export function openBoards(
  walk: Walk,
  stateId: string,
  { approval }: ApprovalState,
): Outcome | undefined {
  const { item } = walk;
  const round = nextRound(walk, stateId);
  const kept = takeKept(walk, stateId);
  const sitting = Object.entries(approval.boards)
    .filter(([id, board]) => sits(walk, board.when, id))
    .map(([id, board]) =>
      openBoard(walk, id, board, { state: stateId, round }),
    );
  const others = item.boards.filter(board => board.state !== stateId);
  walk.past.push(...item.boards.filter(board => !others.includes(board)));
  item.boards = [...others, ...sitting];
  liftConditions(walk, stateId);
  for (const board of sitting) {
    reportEmpty(walk, board);
    carryOver(walk, board, kept[board.id]);
    settle(walk, board, { ballots: [] });
  }
  return combinedOutcome(walk);
}

/** The owner of the workflow hears of a role without people, whatever it says. */
function reportEmpty(walk: Walk, sitting: ItemBoard) {
  if (sitting.electorate.length === 0) {
    const { label } = boardOf(walk, sitting);
    const report = { board: sitting.id, label };
    walk.effects.push({ use: 'emptyBoard', with: report });
  }
}

/** The ballots that a board is counted with. @internal */
export interface Count {
  ballots: Ballot[];
  ballotsHash?: string;
  deadlinePassed?: boolean;
}

/**
 * Ends a board when its ballots decide. A board without quorum first gets more
 * time and then more voters, and one that ends by a veto votes about the veto,
 * where its definition says so.
 *
 * @returns whether anything changed
 * @internal
 */
export function settle(walk: Walk, sitting: ItemBoard, count: Count): boolean {
  const board = boardOf(walk, sitting);
  const result = tally(board, sitting, count.ballots, count);
  if (result.decided === undefined) {
    return false;
  }
  if (result.decided === 'noQuorum' && mayExtend(board, sitting, count)) {
    extend(walk, board, sitting);
    remind(walk, sitting, count.ballots);
    return true;
  }
  if (result.decided === 'noQuorum' && mayEscalate(walk, board, sitting)) {
    escalate(walk, board, sitting);
    callInstead(walk, sitting);
    settle(walk, sitting, { ...count, deadlinePassed: false });
    return true;
  }
  const isTacit = isConsent(board, sitting, count) && !result.count.against;
  if (result.decided === 'noQuorum' && isTacit) {
    sitting.tacit = true;
    closeBoard(walk, sitting, { ...count, ...result, decided: 'approved' });
  } else if (result.vetoed && board.veto?.override) {
    voteAboutVeto(walk, sitting, { ...count, ...result, decided: 'rejected' });
  } else {
    closeBoard(walk, sitting, { ...count, ...result, decided: result.decided });
  }
  return true;
}

/**
 * Whether silence means consent: the definition says so, the time is over, and
 * somebody could have voted.
 */
function isConsent(
  board: Board,
  sitting: ItemBoard,
  { deadlinePassed }: Count,
): boolean {
  const couldVote = tally(board, sitting, []).decided !== 'noQuorum';
  return !!deadlinePassed && board.deadline?.then === 'approve' && couldVote;
}

interface Result extends Count {
  decided: Outcome;
  count: BoardCount;
}

function closeBoard(walk: Walk, sitting: ItemBoard, result: Result) {
  endBoard(walk, sitting, result);
  cancelOthers(walk, result.decided);
}

/** The veto stands unless the board overrides it; until then nothing is decided. */
function voteAboutVeto(walk: Walk, sitting: ItemBoard, result: Result) {
  endBoard(walk, sitting, result);
  const again = openAgain(walk, boardOf(walk, sitting), sitting);
  walk.past.push(sitting);
  walk.item.boards = walk.item.boards.map(board =>
    board === sitting ? again : board,
  );
  remind(walk, again, []);
  settle(walk, again, { ballots: [] });
}

function endBoard(walk: Walk, sitting: ItemBoard, result: Result) {
  const { ballots, ballotsHash, decided, count } = result;
  const conditions =
    decided === 'conditional' ? imposeConditions(walk, sitting, ballots) : [];
  sitting.status = decided;
  sitting.closedAt = walk.context.now;
  sitting.count = count;
  sitting.ballotsHash = ballotsHash;
  keepApprovals(walk, sitting, ballots);
  note(walk, 'boardClosed', {
    board: sitting.id,
    round: sitting.round,
    outcome: decided,
    count,
    ...(sitting.tacit && { tacit: true }),
    ...(ballotsHash && { ballotsHash }),
    ...(conditions.length > 0 && { conditions }),
  });
}

/** Tells those who may vote and have not that they are waited for. @internal */
export function remind(walk: Walk, sitting: ItemBoard, ballots: Ballot[]) {
  const { item, context } = walk;
  const done = ballots.map(({ voter }) => voter);
  const missing = votersOn(sitting).filter(ref => !done.includes(ref));
  const standIns = missing.flatMap(ref =>
    standInsOn(item, sitting, ref, context.directory),
  );
  callToVote(walk, sitting, [...new Set([...missing, ...standIns])]);
}

/** Whoever a board was escalated to has not been told of it when it opened. */
function callInstead(walk: Walk, sitting: ItemBoard) {
  const added = sitting.electorate
    .filter(({ escalated }) => escalated)
    .map(({ ref }) => ref);
  const voters = votersOn(sitting).filter(ref => added.includes(ref));
  callToVote(walk, sitting, voters);
}

/** Tells people that their votes are waited for. @internal */
export function callToVote(
  walk: Walk,
  { id: board }: ItemBoard,
  recipients: string[],
) {
  if (recipients.length > 0) {
    const reminder = { to: recipients, template: 'vote-reminder', board };
    walk.effects.push({ use: 'notify', with: reminder, recipients });
  }
}

/** The rules of a board in the definition. @internal */
export function boardOf(
  { definition }: Pick<Walk, 'definition'>,
  sitting: ItemBoard,
): Board {
  const state = definition.states[sitting.state] as ApprovalState;
  return state.approval.boards[sitting.id];
}

function cancelOthers(walk: Walk, outcome: Outcome) {
  if (approvalOf(walk)?.cancelOthersOn.includes(outcome)) {
    cancelBoards(walk);
  }
}

/**
 * The outcome of the boards of the present state, once the boards that are still
 * open cannot change it, or once none is.
 *
 * @internal
 */
export function combinedOutcome(walk: Walk): Outcome | undefined {
  const { item } = walk;
  const combine = approvalOf(walk)?.combine ?? 'all';
  const all = item.boards.filter(board => board.state === item.state);
  if (combine === 'all') {
    return all.some(isOpen) ? undefined : strictest(all);
  }
  return outcomeOfSome(all, combine === 'any' ? 1 : combine.atLeast);
}

/** So many boards in favour are enough; it is a no once they cannot be reached. */
function outcomeOfSome(all: ItemBoard[], needed: number): Outcome | undefined {
  const approved = all.filter(({ status }) => status === 'approved');
  const inFavour = all.filter(
    ({ status }) => status === 'approved' || status === 'conditional',
  );
  if (inFavour.length >= needed) {
    return approved.length >= needed ? 'approved' : 'conditional';
  }
  const mayStill = inFavour.length + all.filter(isOpen).length >= needed;
  return mayStill ? undefined : strictest(all.filter(isAgainstIt));
}

function isOpen({ status }: ItemBoard): boolean {
  return status === 'open';
}

function isAgainstIt({ status }: ItemBoard): boolean {
  return status !== 'approved' && status !== 'conditional';
}

function strictest(boards: ItemBoard[]): Outcome {
  const found = PRECEDENCE.find(outcome =>
    boards.some(board => board.status === outcome),
  );
  return found ?? 'noQuorum';
}

/** The open board of the present state with this id. @internal */
export function openBoardOf(walk: Walk, id: string): ItemBoard | undefined {
  return openOnes(walk).find(board => board.id === id);
}

/** Takes a member with a conflict off the board. @internal */
export function recuse(
  walk: Walk,
  sitting: ItemBoard,
  reason: string,
  voter: string,
) {
  const { actor } = walk.context;
  const words = { en: reason, zh: reason };
  const recusal: Recusal =
    voter === actor
      ? { voter, kind: 'declared', reason: words }
      : { voter, kind: 'imposed', by: actor, reason: words };
  sitting.recused = [...sitting.recused, recusal];
  const { id, round } = sitting;
  note(walk, 'recused', { board: id, round, voter, reason });
}
