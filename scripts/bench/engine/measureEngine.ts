import {
  ApprovalState,
  checkBallot,
  compile,
  Outcome,
  tally,
  WorkflowDefinition,
} from '@techbridge/bridge-workflow';
import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { readHolidays } from '../../../plugins/bridge-backend/src/workflow/readHolidays';
import { AmountResult } from '../results';
import { cpuTime } from '../timing/cpuTime';
import { Spread } from '../timing/spread';
import { ballotsOf, carryOut, DECIDING, Move, movesOf } from './moves';
import { BOARD, contextIn } from './people';

const SHIPPED = join(__dirname, '../../../plugins/bridge-backend/workflows');

const STEPS = 2_000;
const COMPILATIONS = 5;
const MOST_MICROSECONDS = 100;
const MOST_MILLISECONDS = 100;

interface Work {
  name: string;
  run: () => unknown;
}

/**
 * What the engine takes by itself, without a database, in time of the
 * processor: compiling the longest definition that is shipped, that of
 * proposals, the steps of a proposal and votes on it.
 *
 * @internal
 */
export async function measureEngine(rounds: number): Promise<AmountResult[]> {
  const holidays = await readHolidays([SHIPPED]);
  const yaml = await fs.readFile(join(SHIPPED, 'proposal.yaml'), 'utf8');
  const compiled = () => compile(yaml, { holidayLists: [...holidays.keys()] });
  // Before anything else, while the process has not compiled any.
  const first = cpuTime(compiled, { rounds: 1, calls: 1, warmUp: false });
  const { definition } = compiled();
  if (!definition) {
    throw new Error(`proposal.yaml has an error`);
  }
  const moves = movesOf(definition, contextIn(holidays));
  return [
    ...measureSteps(
      [...stepsOf(definition, moves), ...votesOf(definition, moves)],
      rounds,
    ),
    {
      name: 'compile the longest definition, for the first time in a process',
      unit: 'ms',
      amount: first,
    },
    {
      name: 'compile the longest definition',
      unit: 'ms',
      limit: MOST_MILLISECONDS,
      amount: cpuTime(compiled, { rounds, calls: COMPILATIONS }),
    },
  ];
}

// All of them run before any is measured: they have functions in common, which
// are at their fastest when they have been called in every way.
function measureSteps(works: Work[], rounds: number): AmountResult[] {
  works.forEach(({ run }) => cpuTime(run, { rounds: 1, calls: STEPS }));
  return works.map(({ name, run }) => ({
    name,
    unit: 'µs',
    limit: MOST_MICROSECONDS,
    amount: inMicroseconds(cpuTime(run, { rounds, calls: STEPS })),
  }));
}

function inMicroseconds({ median, min, max, rounds }: Spread): Spread {
  const scale = (milliseconds: number) => milliseconds * 1_000;
  return { median: scale(median), min: scale(min), max: scale(max), rounds };
}

function stepsOf(definition: WorkflowDefinition, moves: Move[]): Work[] {
  return moves.map(move => ({
    name: `step: ${move.name}`,
    run: () => carryOut(definition, move),
  }));
}

/** As the service does it: it counts once to see, and again under its lock. */
function votesOf(definition: WorkflowDefinition, moves: Move[]): Work[] {
  const closing = moves.find(({ command }) => command.type === 'closeBoard');
  if (!closing) {
    throw new Error('No step closes a board');
  }
  const vote = (cast: number) => voteOf(definition, closing, cast);
  const before = DECIDING - 1;
  return [
    {
      name: 'vote on a board of ten, checked and counted',
      run: () => expectOutcome(vote(before).count(), undefined),
    },
    {
      name: 'the deciding vote, checked, counted twice, the board closed',
      run: () => {
        const { count } = vote(DECIDING);
        expectOutcome(count(), 'approved');
        expectOutcome(count(), 'approved');
        carryOut(definition, closing);
      },
    },
  ];
}

function voteOf(
  definition: WorkflowDefinition,
  { item, context }: Move,
  cast: number,
) {
  const state = definition.states[item.state] as ApprovalState;
  const [sitting] = item.boards;
  const ballot = { board: sitting.id, choice: 'approve' };
  const voting = { ...context, actor: BOARD[cast - 1] };
  const refusal = checkBallot(definition, item, ballot, undefined, voting);
  if (refusal) {
    throw new Error(refusal.why.en);
  }
  const rules = state.approval.boards[sitting.id];
  const ballots = ballotsOf(cast);
  return { count: () => tally(rules, sitting, ballots).decided };
}

function expectOutcome(found: Outcome | undefined, expected?: Outcome): void {
  if (found !== expected) {
    throw new Error(`The board ended with ${found} and not with ${expected}`);
  }
}
