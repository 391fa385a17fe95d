import { ApprovalState, Board, Label, Outcome } from './definition';
import { imposeConditions, liftConditions } from './condition';
import { parseExpression } from './expression';
import { Ballot, BoardCount, ItemBoard, Recusal, Voter } from './item';
import { directoryNeeds, roleLabel, rolePeople } from './roles';
import { standInsOn, votersOn } from './standIns';
import { tally } from './tally';
import { guardHolds, keepTimer, note, scopeOf, stateOf, Walk } from './walk';

const CONFLICT: Label = { en: 'conflict of interest', zh: '利益冲突' };

/** From the strictest: where all must agree, one rejection is the result. */
const PRECEDENCE: Outcome[] = [
  'rejected',
  'sentBack',
  'noQuorum',
  'conditional',
  'approved',
];

/** The boards of the present state that still vote. */
function openOnes({ item }: Walk): ItemBoard[] {
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
  const counter = `${stateId} round`;
  const round = (item.taken[counter] ?? 0) + 1;
  item.taken[counter] = round;
  const sitting = Object.entries(approval.boards)
    .filter(([id, board]) => sits(walk, board.when, id))
    .map(([id, board]) => openBoard(walk, id, board, { stateId, round }));
  const others = item.boards.filter(board => board.state !== stateId);
  item.boards = [...others, ...sitting];
  liftConditions(walk, stateId);
  for (const board of sitting) {
    settle(walk, board, { ballots: [] });
  }
  return combinedOutcome(walk);
}

/**
 * Whether what protects the vote applies. Where the answer fails it does: a
 * review that silently does not happen is worse than one too many.
 */
function sits(walk: Walk, when: string | undefined, where: string): boolean {
  const { holds, error } = guardHolds(walk, when, where);
  return holds || error !== undefined;
}

function openBoard(
  walk: Walk,
  id: string,
  board: Board,
  { stateId, round }: { stateId: string; round: number },
): ItemBoard {
  const { now } = walk.context;
  const electorate = votersOf(walk, board, board.voters);
  const sitting: ItemBoard = {
    id,
    state: stateId,
    round,
    status: 'open',
    electorate,
    recused: recusalsOf(walk, board, electorate),
    included: includedIn(walk, board),
    ...(board.delegate && { standIns: standInsOf(walk, board) }),
    openedAt: now,
    escalated: false,
  };
  (board.remind ?? []).forEach((after, place) =>
    keepTimer(walk, `remind.${place}:${id}`, after, board.deadline?.calendar),
  );
  const { recused, standIns } = sitting;
  note(walk, 'boardOpened', {
    ...{ board: id, round, electorate, recused },
    ...(standIns && { standIns }),
  });
  if (board.deadline) {
    const timer = `deadline:${id}`;
    const { after, calendar } = board.deadline;
    sitting.deadlineAt = keepTimer(walk, timer, after, calendar);
  }
  return sitting;
}

function peopleOf({ definition, item, context }: Walk, role: string) {
  return rolePeople(definition, role, item, context.directory);
}

function votersOf(walk: Walk, board: Board, role: string): Voter[] {
  const chairs = board.chair ? peopleOf(walk, board.chair) : [];
  const vetoes = board.veto ? peopleOf(walk, board.veto.by) : [];
  const weigh = weightsOf(walk, board);
  return peopleOf(walk, role).map(ref => {
    const weight = weigh(ref);
    return {
      ref,
      chair: chairs.includes(ref),
      ...(weight !== 1 && { weight }),
      ...(vetoes.includes(ref) && { veto: true as const }),
    };
  });
}

/** Seats have weights, not people: whoever holds two seats has both. */
function weightsOf(
  walk: Walk,
  { weights = {} }: Board,
): (ref: string) => number {
  const seats = Object.entries(weights).map(([role, weight]) => ({
    people: peopleOf(walk, role),
    weight,
  }));
  return ref => {
    const own = seats.filter(({ people }) => people.includes(ref));
    return own.length === 0
      ? 1
      : own.reduce((sum, { weight }) => sum + weight, 0);
  };
}

function includedIn(walk: Walk, { quorum }: Board): ItemBoard['included'] {
  return quorum.includes
    .filter(({ role, when }) => sits(walk, when, `quorum.includes ${role}`))
    .map(({ role }) => ({ role, people: peopleOf(walk, role) }));
}

function recusalsOf(walk: Walk, board: Board, voters: Voter[]): Recusal[] {
  const { definition } = walk;
  const byRole = board.recuse.roles.flatMap(role => {
    const people = peopleOf(walk, role);
    const reason = roleLabel(definition, role);
    return voters
      .filter(voter => people.includes(voter.ref))
      .map(voter => automatic(voter.ref, reason));
  });
  const byRule = voters
    .filter(voter => hasConflict(walk, board, voter.ref))
    .map(voter => automatic(voter.ref, CONFLICT));
  const all = [...byRole, ...byRule];
  return all.filter(
    (one, place) => all.findIndex(({ voter }) => voter === one.voter) === place,
  );
}

/** Whoever has a conflict of interest votes for nobody else either. */
function standInsOf(walk: Walk, board: Board): string[] {
  const all = votersOf(walk, board, board.delegate?.to ?? '');
  const recused = recusalsOf(walk, board, all).map(({ voter }) => voter);
  return all.map(({ ref }) => ref).filter(ref => !recused.includes(ref));
}

function automatic(voter: string, reason: Label): Recusal {
  return { voter, kind: 'automatic', reason };
}

function hasConflict(walk: Walk, board: Board, ref: string): boolean {
  const { when } = board.recuse;
  if (when === undefined) {
    return false;
  }
  const { definition, item, context } = walk;
  const { directory } = context;
  const { systems } = directoryNeeds(definition, item.data);
  const voter = {
    ref,
    owns: systems.filter(system => directory.ownersOf(system).includes(ref)),
    department: directory.departmentOf(ref) ?? '',
  };
  const scope = { ...scopeOf(definition, item, context), voter };
  const expression = parseExpression(definition.data, when, 'recusal');
  const answer = expression.evaluate(scope);
  if ('value' in answer) {
    return answer.value === true;
  }
  note(walk, 'guardError', { where: 'recuse', message: answer.error });
  return true;
}

/** The ballots that a board is counted with. @internal */
export interface Count {
  ballots: Ballot[];
  ballotsHash?: string;
  deadlinePassed?: boolean;
}

/**
 * Ends a board when its ballots decide. A board without quorum is escalated
 * first, once, where its definition says so.
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
  if (result.decided === 'noQuorum' && mayEscalate(walk, board, sitting)) {
    escalate(walk, board, sitting);
    settle(walk, sitting, { ...count, deadlinePassed: false });
    return true;
  }
  const isTacit = isConsent(board, sitting, count) && !result.count.against;
  if (result.decided === 'noQuorum' && isTacit) {
    sitting.tacit = true;
    closeBoard(walk, sitting, { ...count, ...result, decided: 'approved' });
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

function closeBoard(
  walk: Walk,
  sitting: ItemBoard,
  result: Count & { decided: Outcome; count: BoardCount },
) {
  const { ballots, ballotsHash, decided, count } = result;
  const conditions =
    decided === 'conditional' ? imposeConditions(walk, sitting, ballots) : [];
  sitting.status = decided;
  sitting.closedAt = walk.context.now;
  sitting.count = count;
  sitting.ballotsHash = ballotsHash;
  note(walk, 'boardClosed', {
    board: sitting.id,
    round: sitting.round,
    outcome: decided,
    count,
    ...(sitting.tacit && { tacit: true }),
    ...(ballotsHash && { ballotsHash }),
    ...(conditions.length > 0 && { conditions }),
  });
  cancelOthers(walk, decided);
}

/** Tells those who may vote and have not that they are waited for. @internal */
export function remind(walk: Walk, sitting: ItemBoard, ballots: Ballot[]) {
  const { item, context } = walk;
  const done = ballots.map(({ voter }) => voter);
  const missing = votersOn(sitting).filter(ref => !done.includes(ref));
  const standIns = missing.flatMap(ref =>
    standInsOn(item, sitting, ref, context.directory),
  );
  const recipients = [...new Set([...missing, ...standIns])];
  if (recipients.length > 0) {
    const { id: board } = sitting;
    const reminder = { to: recipients, template: 'vote-reminder', board };
    walk.effects.push({ use: 'notify', with: reminder, recipients });
  }
}

function boardOf(walk: Walk, sitting: ItemBoard): Board {
  const state = walk.definition.states[sitting.state] as ApprovalState;
  return state.approval.boards[sitting.id];
}

function approvalOf({ definition, item }: Walk) {
  const state = stateOf(definition, item);
  return state.type === 'approval' ? state.approval : undefined;
}

function mayEscalate(walk: Walk, board: Board, sitting: ItemBoard): boolean {
  const target = approvalOf(walk)?.escalateTo;
  return board.deadline?.then === 'escalate' && !!target && !sitting.escalated;
}

function escalate(walk: Walk, board: Board, sitting: ItemBoard) {
  const role = approvalOf(walk)?.escalateTo ?? '';
  const known = sitting.electorate.map(voter => voter.ref);
  const added = votersOf(walk, board, role)
    .filter(voter => !known.includes(voter.ref))
    .map(voter => ({ ...voter, escalated: true }));
  sitting.escalated = true;
  sitting.electorate = [...sitting.electorate, ...added];
  sitting.recused = [...sitting.recused, ...recusalsOf(walk, board, added)];
  const timer = `escalated:${sitting.id}`;
  const { after = 'PT0S', calendar } = board.deadline ?? {};
  sitting.deadlineAt = keepTimer(walk, timer, after, calendar);
  const { id, round } = sitting;
  note(walk, 'boardEscalated', { board: id, round, added });
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
