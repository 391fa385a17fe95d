import {
  ApprovalState,
  Board,
  Choice,
  Label,
  WorkflowDefinition,
} from './definition';
import { isConditional } from './condition';
import { StepContext } from './directory';
import {
  Ballot,
  BallotCondition,
  ItemBoard,
  Refusal,
  RefusalCode,
  Reopening,
  VoterChange,
  WorkItem,
} from './item';
import { mayChangeVoters } from './changeVoters';
import { refuse } from './refusal';
import { roleLabel } from './roles';
import { standInsOn, votersOn } from './standIns';
import { tally } from './tally';
import { isUsedUp } from './walk';

/** A vote that somebody wants to cast. @public */
export interface BallotInput {
  board: string;
  choice: string;
  reason?: string;
  /** Of an approval with conditions, and then at least one. */
  conditions?: BallotCondition[];
  /** The member whose vote it is, where somebody else casts it. */
  onBehalfOf?: string;
}

/** The vote of a member who is away, as it is offered to who stands in. @public */
export interface OfferedSeat {
  user: string;
  choices: Choice[];
  mine?: Ballot;
  allowed: boolean;
  why?: { code: RefusalCode; en: string; zh: string };
}

/** A board as it is offered to a person. @public */
export interface OfferedBoard {
  id: string;
  round: number;
  /** The board's own state: open, or how it ended. */
  state: ItemBoard['status'];
  label: Label;
  /** The choices that this person has. */
  choices: Choice[];
  electorate: {
    user: string;
    chair: boolean;
    weight?: number;
    veto?: true;
  }[];
  cast: number;
  recused: { user: string; reason: Label; removed?: true }[];
  quorum: { needed: number; present: number };
  /** Whether votes are shown at once, when the board has closed, or never. */
  ballot: Board['ballot'];
  /** Approved because nobody who may vote objected in time. */
  tacit?: true;
  /**
   * Of a second vote, about the veto of the round before: the share of the
   * votes for and against that overrides it.
   */
  overrides?: number;
  /** How often it was given more time because too few had voted. */
  extended?: number;
  /** The decision that is in question, where it was reopened. */
  reopens?: Reopening;
  /** Shortest reason that a choice needs, where it needs one. */
  reasonLength: { [choice: string]: number };
  deadlineAt: string | null;
  mine?: Ballot;
  mayRecuse: boolean;
  /** Whether this person, as the chair, may recuse members. */
  mayRecuseOthers: boolean;
  /** Whether this person may add and remove voters. */
  mayChangeVoters: boolean;
  /** Who was added and removed while it voted, in order. */
  changes?: VoterChange[];
  allowed: boolean;
  why?: { code: RefusalCode; en: string; zh: string };
  /** For whom else this person votes now, while the board is open. */
  onBehalfOf: OfferedSeat[];
}

interface Seat {
  definition: WorkflowDefinition;
  item: WorkItem;
  state: ApprovalState;
  board: Board;
  sitting: ItemBoard;
  /** Whose vote it is. */
  voter: string;
}

function seatOf(
  definition: WorkflowDefinition,
  item: WorkItem,
  sitting: ItemBoard,
  voter: string,
): Seat {
  const state = definition.states[sitting.state] as ApprovalState;
  const board = state.approval.boards[sitting.id];
  return { definition, item, state, board, sitting, voter };
}

function findSeat(
  definition: WorkflowDefinition,
  item: WorkItem,
  board: string,
  voter: string,
): Seat | undefined {
  const sitting = item.boards.find(({ id }) => id === board);
  return sitting && seatOf(definition, item, sitting, voter);
}

/**
 * Why a person may not cast this vote now, if so. `mine` is the ballot that
 * counts so far for the member whose vote it is.
 *
 * @public
 */
export function checkBallot(
  definition: WorkflowDefinition,
  item: WorkItem,
  ballot: BallotInput,
  mine: Ballot | undefined,
  context: StepContext,
): Refusal | undefined {
  const { board, onBehalfOf = context.actor } = ballot;
  const seat = findSeat(definition, item, board, onBehalfOf);
  return seat
    ? checkCaster(seat, mine, context) ??
        checkSeat(seat, mine) ??
        checkChoice(seat, ballot) ??
        checkConditions(ballot, context.now)
    : refuse('unknown-board');
}

/** Why a person may not cast the vote of this seat at all, if so. */
function checkCaster(
  seat: Seat,
  mine: Ballot | undefined,
  { actor, directory }: StepContext,
): Refusal | undefined {
  const { definition, item, board, sitting, voter } = seat;
  if (voter === actor || sitting.status !== 'open') {
    return undefined;
  }
  if (!board.delegate) {
    return refuse('no-standing-in');
  }
  if (!sitting.standIns?.includes(actor)) {
    const role = roleLabel(definition, board.delegate.to);
    return refuse('not-a-stand-in', { role });
  }
  const recused = recusalRefusalOf(sitting, actor);
  if (recused) {
    return recused;
  }
  if (!standInsOn(item, sitting, voter, directory).includes(actor)) {
    return refuse('not-named');
  }
  if (mine && mine.castBy === undefined) {
    return refuse('voted-in-person');
  }
  return mine && board.changeVote === 'never'
    ? refuse('already-voted')
    : undefined;
}

/** A member may always take the vote back from whoever stood in. */
function checkSeat(seat: Seat, mine: Ballot | undefined): Refusal | undefined {
  const { sitting, board, voter } = seat;
  if (sitting.status !== 'open') {
    return refuse('board-closed');
  }
  const recused = recusalRefusalOf(sitting, voter);
  if (recused) {
    return recused;
  }
  if (!sitting.electorate.some(({ ref }) => ref === voter)) {
    return refuse('not-a-voter');
  }
  return mine && board.changeVote === 'never' && mine.castBy === undefined
    ? refuse('already-voted')
    : undefined;
}

function recusalRefusalOf(
  { recused }: ItemBoard,
  person: string,
): Refusal | undefined {
  const recusal = recused.find(({ voter }) => voter === person);
  return recusal && refuse('recused', { reason: recusal.reason });
}

function checkChoice(
  seat: Seat,
  { choice, reason = '' }: BallotInput,
): Refusal | undefined {
  const choices = choicesOf(seat);
  if (!choices.some(one => one === choice)) {
    return refuse('unknown-choice', { choices: choices.join(', ') });
  }
  const lengths = reasonLengths(seat.board);
  const minimum = Object.hasOwn(lengths, choice) ? lengths[choice] : 0;
  return [...reason.trim()].length < minimum
    ? refuse('reason-required', { minimum })
    : undefined;
}

function checkConditions(
  { choice, conditions = [] }: BallotInput,
  now: string,
): Refusal | undefined {
  if (!isConditional(choice)) {
    return conditions.length > 0 ? refuse('conditions-not-wanted') : undefined;
  }
  if (conditions.length === 0) {
    return refuse('conditions-required');
  }
  const late = conditions.findIndex(({ due }) => due < now.slice(0, 10));
  return late < 0 ? undefined : refuse('condition-past', { place: late });
}

function choicesOf({ item, state, board, sitting, voter }: Seat): Choice[] {
  const sentBack = state.outcomes.sentBack;
  const way = `${sitting.state}.outcomes.sentBack`;
  const own = sitting.electorate.find(({ ref }) => ref === voter);
  const maySendBack =
    sentBack !== undefined &&
    !isUsedUp(item, sentBack, way) &&
    (board.sendBack?.by !== 'chair' || own?.chair);
  const choices: Choice[] = board.choices.filter(
    choice => choice !== 'sendBack' || maySendBack,
  );
  return own?.veto ? [...choices, 'veto'] : choices;
}

/**
 * Every board of an item in its latest round, as a person sees it.
 *
 * @param ballots - of each board of the item, by its id, in its latest round
 * @public
 */
export function boardsOf(
  definition: WorkflowDefinition,
  item: WorkItem,
  context: StepContext,
  ballots: Map<string, Ballot[]>,
): OfferedBoard[] {
  return item.boards.map(sitting => {
    const own = ballots.get(sitting.id) ?? [];
    const seat = seatOf(definition, item, sitting, context.actor);
    return {
      ...offer(seat, own),
      mayChangeVoters: !mayChangeVoters(definition, item, sitting, context),
      onBehalfOf: seatsFor(seat, own, context),
    };
  });
}

function seatsFor(
  { definition, item, sitting }: Seat,
  ballots: Ballot[],
  context: StepContext,
): OfferedSeat[] {
  const { actor, directory } = context;
  const away = votersOn(sitting).filter(
    voter =>
      sitting.status === 'open' &&
      standInsOn(item, sitting, voter, directory).includes(actor),
  );
  return away.map(voter => {
    const seat = seatOf(definition, item, sitting, voter);
    const mine = ballotOf(ballots, voter);
    const refusal = checkCaster(seat, mine, context) ?? checkSeat(seat, mine);
    return {
      user: voter,
      choices: choicesOf(seat),
      // How the member voted in person is not for whoever stands in.
      ...(mine?.castBy === actor && { mine }),
      ...allowedUnless(refusal),
    };
  });
}

function ballotOf(ballots: Ballot[], voter: string): Ballot | undefined {
  return ballots
    .filter(ballot => ballot.voter === voter)
    .sort((a, b) => (a.at < b.at ? 1 : -1))[0];
}

function allowedUnless(refusal: Refusal | undefined) {
  return {
    allowed: !refusal,
    ...(refusal && { why: { code: refusal.code, ...refusal.why } }),
  };
}

function offer(
  seat: Seat,
  ballots: Ballot[],
): Omit<OfferedBoard, 'onBehalfOf' | 'mayChangeVoters'> {
  const { sitting, board, voter: person } = seat;
  const mine = ballotOf(ballots, person);
  const { count, quorum } = tally(board, sitting, ballots);
  return {
    id: sitting.id,
    round: sitting.round,
    state: sitting.status,
    label: board.label,
    choices: choicesOf(seat),
    electorate: sitting.electorate.map(({ ref, chair, weight, veto }) => ({
      user: ref,
      chair,
      ...(weight !== undefined && { weight }),
      ...(veto && { veto }),
    })),
    cast: count.cast,
    recused: sitting.recused.map(({ voter, reason, kind }) => ({
      ...{ user: voter, reason },
      ...(kind === 'removed' && { removed: true as const }),
    })),
    quorum,
    ballot: board.ballot,
    ...(sitting.tacit && { tacit: true as const }),
    ...(sitting.overrides && { overrides: board.veto?.override?.threshold }),
    ...(sitting.extended && { extended: sitting.extended }),
    reasonLength: reasonLengths(board),
    ...(sitting.reopens && { reopens: sitting.reopens }),
    deadlineAt: sitting.deadlineAt ?? null,
    ...(mine && { mine }),
    mayRecuse: !recusalRefusal(seat),
    mayRecuseOthers: !chairRefusal(seat),
    ...(sitting.changes && { changes: sitting.changes }),
    ...allowedUnless(checkSeat(seat, mine)),
  };
}

/** Nobody vetoes without a reason. */
function reasonLengths({ reason, veto }: Board): { [choice: string]: number } {
  const lengths = Object.entries(reason).map(([choice, { minLength }]) => [
    choice,
    minLength,
  ]);
  return { ...(veto && { veto: 1 }), ...Object.fromEntries(lengths) };
}

/**
 * Why a person may not take a member off a board, if so: oneself by declaring a
 * conflict, others as the chair.
 *
 * @internal
 */
export function mayRecuse(
  definition: WorkflowDefinition,
  item: WorkItem,
  { board, voter }: { board: string; voter: string },
  { actor }: StepContext,
): Refusal | undefined {
  const own = findSeat(definition, item, board, actor);
  const seat = findSeat(definition, item, board, voter);
  if (!own || !seat) {
    return refuse('unknown-board');
  }
  return voter === actor
    ? recusalRefusal(own)
    : chairRefusal(own) ?? checkSeat(seat, undefined);
}

function recusalRefusal(seat: Seat): Refusal | undefined {
  return seat.board.recuse.declare
    ? checkSeat(seat, undefined)
    : refuse('unknown-action');
}

/** Whoever is in the chair and is not recused. */
function chairRefusal(seat: Seat): Refusal | undefined {
  const { electorate } = seat.sitting;
  const isChair = electorate.some(
    ({ ref, chair }) => chair && ref === seat.voter,
  );
  return isChair ? checkSeat(seat, undefined) : refuse('not-the-chair');
}
