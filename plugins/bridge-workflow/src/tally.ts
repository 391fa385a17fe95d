import { Board, Choice, Outcome, PassRule } from './definition';
import { Ballot, BoardCount, ItemBoard } from './item';

/** How the ballots of a board stand. @public */
export interface Tally {
  /** How the board ends; absent as long as a missing ballot may change it. */
  decided?: Outcome;
  count: BoardCount;
  quorum: { needed: number; present: number };
  /** Whether it is a veto that counts against it. */
  vetoed: boolean;
}

/** A board of an item, as far as counting needs it. @public */
export type Sitting = Pick<
  ItemBoard,
  'electorate' | 'recused' | 'included' | 'overrides'
>;

/**
 * The rules by which a board votes in this round: where it votes about a veto
 * they are those of the definition, with the share that overrides it.
 *
 * @public
 */
export function rulesOf(
  board: Board,
  { overrides }: Pick<ItemBoard, 'overrides'>,
): Board {
  const override = overrides && board.veto?.override;
  return override
    ? {
        ...board,
        veto: undefined,
        pass: { rule: 'threshold', tie: 'reject', ...override },
      }
    : board;
}

interface Poll {
  board: Board;
  sitting: Sitting;
  /** Who may vote. */
  voters: string[];
  weights: Map<string, number>;
  /** Whose veto ends the board. */
  vetoes: Set<string>;
  chair?: string;
}

/**
 * Counts ballots. The latest ballot of each voter counts; ballots of people
 * who are recused or no members do not. The order of `ballots` is of no
 * importance.
 *
 * A board is decided as soon as no ballot that is still missing can change the
 * result (`close: early`), or when its deadline has passed.
 *
 * @public
 */
export function tally(
  board: Board,
  sitting: Sitting,
  ballots: Ballot[],
  options: { deadlinePassed?: boolean } = {},
): Tally {
  const poll = pollOf(rulesOf(board, sitting), sitting);
  const cast = countedBallots(poll, ballots);
  const needed = quorumNeeded(poll);
  return {
    decided: decide(poll, cast, options.deadlinePassed ?? false),
    count: countOf(poll, cast),
    quorum: { needed, present: cast.length },
    vetoed: cast.some(ballot => isVeto(poll, ballot)),
  };
}

function pollOf(board: Board, sitting: Sitting): Poll {
  const recused = new Set(sitting.recused.map(recusal => recusal.voter));
  const seats = sitting.electorate.filter(voter => !recused.has(voter.ref));
  return {
    board,
    sitting,
    voters: [...new Set(seats.map(voter => voter.ref))],
    vetoes: new Set(seats.filter(({ veto }) => veto).map(({ ref }) => ref)),
    weights: new Map(seats.map(({ ref, weight = 1 }) => [ref, weight])),
    chair: seats.find(voter => voter.chair)?.ref,
  };
}

/** The ballot of each voter that counts, the earliest first. */
function countedBallots(poll: Poll, ballots: Ballot[]): Ballot[] {
  const latest = new Map<string, Ballot>();
  for (const ballot of [...ballots].sort(byTime)) {
    if (poll.voters.includes(ballot.voter) && mayBe(poll, ballot)) {
      latest.set(ballot.voter, ballot);
    }
  }
  return [...latest.values()].sort(byTime);
}

/** A veto is the right of some. */
function mayBe(poll: Poll, ballot: Ballot): boolean {
  return ballot.choice !== 'veto' || isVeto(poll, ballot);
}

/** A full order, so that equal times leave nothing to chance. */
function byTime(a: Ballot, b: Ballot): number {
  return (
    compare(a.at, b.at) ||
    compare(a.voter, b.voter) ||
    compare(a.choice, b.choice)
  );
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

function quorumNeeded({ board, voters }: Poll): number {
  const { min, percent = 0 } = board.quorum;
  return Math.max(min, Math.ceil((percent * voters.length) / 100));
}

function decide(poll: Poll, cast: Ballot[], deadlinePassed: boolean) {
  if (!quorumReachable(poll)) {
    return 'noQuorum';
  }
  if (deadlinePassed) {
    return finalOutcome(poll, cast);
  }
  const [first, ...others] = completions(poll, cast).map(all =>
    finalOutcome(poll, all),
  );
  const certain = others.every(outcome => outcome === first);
  return certain && poll.board.close === 'early' ? first : undefined;
}

/**
 * A board does not vote at all when its members are too few for its quorum, or
 * when nobody of a role that the quorum includes may vote.
 */
function quorumReachable(poll: Poll): boolean {
  const all = poll.voters.map(voter => later(voter, 'abstain'));
  return quorumReached(poll, all);
}

/**
 * The extreme ways in which the missing voters may still vote: nobody does, or
 * all of them alike, or one vetoes. The result moves in one direction with every
 * ballot, so that what is the same at the extremes is the same in between.
 */
function completions(poll: Poll, cast: Ballot[]): Ballot[][] {
  const voted = new Set(cast.map(ballot => ballot.voter));
  const missing = poll.voters.filter(voter => !voted.has(voter));
  const alike = poll.board.choices.map(choice => [
    ...cast,
    ...missing.map(voter => later(voter, choice)),
  ]);
  const vetoes = missing
    .filter(voter => poll.vetoes.has(voter))
    .map(voter => [...cast, later(voter, 'veto')]);
  return [cast, ...alike, ...vetoes];
}

/** A ballot that comes after all that were cast. */
function later(voter: string, choice: Choice): Ballot {
  return { voter, choice, at: '\uffff' };
}

/** How a board ends when these are all the ballots there will be. */
function finalOutcome(poll: Poll, cast: Ballot[]): Outcome {
  const atOnce = outcomeAtOnce(poll, cast);
  if (atOnce) {
    return atOnce;
  }
  const decisive = cast.filter(ballot => isFor(ballot) || isAgainst(ballot));
  if (!quorumReached(poll, cast) || decisive.length === 0) {
    return 'noQuorum';
  }
  switch (poll.board.pass.rule) {
    case 'first':
      return outcomeOfFirst(decisive[0]);
    case 'unanimous':
      return decisive.some(withConditions) ? 'conditional' : 'approved';
    default:
      return outcomeByShare(poll, decisive);
  }
}

/**
 * A veto, a member's rejection under `unanimous`, and a sending back end a board
 * whatever the quorum. A veto holds against everything; of the other two the
 * earlier does. Under `first` a decision that was cast before a sending back
 * holds.
 */
function outcomeAtOnce(poll: Poll, cast: Ballot[]): Outcome | undefined {
  if (cast.some(ballot => isVeto(poll, ballot))) {
    return 'rejected';
  }
  const sentBackBy: string[] = [];
  const { rule } = poll.board.pass;
  for (const ballot of cast) {
    if (rule === 'unanimous' && isAgainst(ballot)) {
      return 'rejected';
    }
    if (rule === 'first' && (isFor(ballot) || isAgainst(ballot))) {
      return undefined;
    }
    if (ballot.choice === 'sendBack') {
      sentBackBy.push(ballot.voter);
      if (sendsBack(poll, sentBackBy)) {
        return 'sentBack';
      }
    }
  }
  return undefined;
}

function sendsBack(poll: Poll, by: string[]): boolean {
  const rule = poll.board.sendBack?.by;
  if (rule === 'chair') {
    return poll.chair !== undefined && by.includes(poll.chair);
  }
  return rule === 'any' || (typeof rule === 'number' && by.length >= rule);
}

function quorumReached(poll: Poll, cast: Ballot[]): boolean {
  const voted = new Set(cast.map(ballot => ballot.voter));
  const everyRole = poll.sitting.included.every(
    ({ people, seated }) =>
      people.some(ref => voted.has(ref)) ||
      (seated && !people.some(ref => poll.voters.includes(ref))),
  );
  return everyRole && cast.length >= quorumNeeded(poll);
}

function outcomeOfFirst(ballot: Ballot): Outcome {
  if (isAgainst(ballot)) {
    return 'rejected';
  }
  return withConditions(ballot) ? 'conditional' : 'approved';
}

/**
 * Approvals with conditions count as approvals. The decision is conditional
 * when the approvals without conditions would not carry it alone. The share is
 * that of the weights of the votes.
 */
function outcomeByShare(poll: Poll, decisive: Ballot[]): Outcome {
  const inFavour = decisive.filter(isFor);
  const outright = inFavour.filter(ballot => !withConditions(ballot));
  const passes = (votes: Ballot[]) =>
    votes.length > 0 &&
    carries(poll, votes, weightOf(poll, votes) / weightOf(poll, decisive));
  if (passes(outright)) {
    return 'approved';
  }
  return passes(inFavour) ? 'conditional' : 'rejected';
}

function weightOf({ weights }: Poll, votes: Ballot[]): number {
  return votes.reduce((sum, { voter }) => sum + (weights.get(voter) ?? 1), 0);
}

/**
 * Above one half the share must reach the threshold; up to one half it must be
 * greater, and a share that equals the threshold is a tie.
 */
function carries(poll: Poll, votes: Ballot[], share: number): boolean {
  const threshold = thresholdOf(poll.board.pass);
  if (threshold > 0.5 || share !== threshold) {
    return share >= threshold;
  }
  const withChair = votes.some(ballot => ballot.voter === poll.chair);
  return poll.board.pass.tie === 'chair' && withChair;
}

function thresholdOf(pass: PassRule): number {
  return pass.rule === 'threshold' ? pass.threshold ?? 0.5 : 0.5;
}

function isFor({ choice }: Ballot): boolean {
  return choice === 'approve' || choice === 'approveWithConditions';
}

function isAgainst({ choice }: Ballot): boolean {
  return choice === 'reject' || choice === 'veto';
}

function isVeto({ vetoes }: Poll, { choice, voter }: Ballot): boolean {
  return choice === 'veto' && vetoes.has(voter);
}

function withConditions({ choice }: Ballot): boolean {
  return choice === 'approveWithConditions';
}

function countOf(poll: Poll, cast: Ballot[]): BoardCount {
  const inFavour = cast.filter(isFor);
  const opposed = cast.filter(isAgainst);
  const isWeighted = [...poll.weights.values()].some(weight => weight !== 1);
  const weight = {
    for: weightOf(poll, inFavour),
    against: weightOf(poll, opposed),
  };
  return {
    for: inFavour.length,
    against: opposed.length,
    abstained: cast.filter(ballot => ballot.choice === 'abstain').length,
    cast: cast.length,
    ...(isWeighted && { weight }),
  };
}
