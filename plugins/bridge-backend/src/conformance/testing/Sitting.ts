import { BOARD, CHAIR, CONCERNED, CONTROLLER } from './cast';

/** How a board ends. */
export type Verdict =
  | 'approved'
  | 'conditional'
  | 'rejected'
  | 'sentBack'
  | 'noQuorum';

/** A board in one round, as the model has it. */
export interface Sitting {
  id: 'board' | 'superUser' | 'owner';
  round: number;
  status: 'open' | 'cancelled' | Verdict;
  seats: string[];
  /** Who has a seat and does not vote. */
  aside: Set<string>;
  escalated: boolean;
  /** Who asks for conditions is named with them. */
  ballots: Map<string, string>;
  /** Whether the controller must vote. */
  needsController: boolean;
}

/** Who votes on a board. */
export function votersOf({ seats, aside }: Sitting): string[] {
  return seats.filter(seat => !aside.has(seat));
}

/** The ballots that count. */
export function countedOn(sitting: Sitting): [string, string][] {
  const voters = votersOf(sitting);
  return [...sitting.ballots].filter(([voter]) => voters.includes(voter));
}

/** How many must have voted. */
export function neededOn(sitting: Sitting): number {
  const { length } = votersOf(sitting);
  return sitting.id === 'board' ? Math.max(3, Math.ceil(length * 0.6)) : 1;
}

/** What has been cast, as far as the verdict depends on it. */
interface Count {
  approve: number;
  approveWithConditions: number;
  reject: number;
  /** How many have voted, whatever they said. */
  present: number;
  /** How the chair has voted, if so. */
  chair?: string;
  controller: boolean;
  concerned: boolean;
}

/**
 * How the board ends, if it is decided: when its time is over, or when no vote
 * that is still missing could lead to anything else. All of them are tried.
 */
export function verdictOn(sitting: Sitting, isOver = false) {
  if (neededOn(sitting) > votersOf(sitting).length) {
    return 'noQuorum';
  }
  if (sitting.id !== 'board') {
    return fastVerdict(sitting, isOver);
  }
  const count = countOf(sitting);
  const [first, ...others] = new Set(
    isOver ? [final(sitting, count)] : allEnds(sitting, count),
  );
  return others.length === 0 ? first : undefined;
}

/** On the fast track the first vote decides. */
function fastVerdict(sitting: Sitting, isOver: boolean): Verdict | undefined {
  const words: { [choice: string]: Verdict } = {
    ...{ approve: 'approved', reject: 'rejected', sendBack: 'sentBack' },
  };
  const [first] = countedOn(sitting);
  return first ? words[first[1]] : (isOver && 'noQuorum') || undefined;
}

function countOf(sitting: Sitting): Count {
  const cast = countedOn(sitting);
  const many = (choice: string) =>
    cast.filter(([, chosen]) => chosen === choice).length;
  return {
    approve: many('approve'),
    approveWithConditions: many('approveWithConditions'),
    reject: many('reject'),
    present: cast.length,
    chair: cast.find(([voter]) => voter === CHAIR)?.[1],
    controller: cast.some(([voter]) => voter === CONTROLLER),
    concerned: cast.some(([voter]) => CONCERNED.includes(voter)),
  };
}

function final(sitting: Sitting, count: Count): Verdict {
  const { approve, approveWithConditions, reject, present, chair } = count;
  if (chair === 'sendBack') {
    return 'sentBack';
  }
  const isComplete =
    present >= neededOn(sitting) &&
    chair !== undefined &&
    count.concerned &&
    (count.controller || !sitting.needsController);
  const decisive = approve + approveWithConditions + reject;
  if (!isComplete || decisive === 0) {
    return 'noQuorum';
  }
  // Three of five: whole numbers leave nothing to rounding.
  const carries = (votes: number) => votes * 5 >= decisive * 3;
  if (carries(approve)) {
    return 'approved';
  }
  return carries(approve + approveWithConditions) ? 'conditional' : 'rejected';
}

const CHOICES = ['approve', 'approveWithConditions', 'reject', 'abstain'];

/** The verdicts of every way in which the missing votes may be cast, or not. */
function allEnds(sitting: Sitting, count: Count): Verdict[] {
  const missing = votersOf(sitting).filter(
    voter => !sitting.ballots.has(voter),
  );
  const ends = missing.reduce(
    (counts, voter) => distinct(counts.flatMap(one => withAny(one, voter))),
    [count],
  );
  return ends.map(end => final(sitting, end));
}

function withAny(count: Count, voter: string): Count[] {
  const votes = [...CHOICES, ...(voter === CHAIR ? ['sendBack'] : [])];
  return [count, ...votes.map(vote => withVote(count, voter, vote))];
}

function distinct(counts: Count[]): Count[] {
  const byText = counts.map(count => [JSON.stringify(count), count] as const);
  return [...new Map(byText).values()];
}

function withVote(count: Count, voter: string, vote: string): Count {
  const decisive = ['approve', 'approveWithConditions', 'reject'] as const;
  const named = decisive.find(one => one === vote);
  return {
    ...count,
    ...(named && { [named]: count[named] + 1 }),
    present: count.present + 1,
    ...(voter === CHAIR && { chair: vote }),
    controller: count.controller || voter === CONTROLLER,
    concerned: count.concerned || CONCERNED.includes(voter),
  };
}

/** A board that opens, with whoever proposes set aside. */
export function boardFor(
  round: number,
  aside: string[],
  needsController: boolean,
): Sitting {
  return {
    ...{ id: 'board', round, status: 'open', seats: BOARD, escalated: false },
    aside: new Set(BOARD.filter(member => aside.includes(member))),
    ...{ ballots: new Map(), needsController },
  };
}
