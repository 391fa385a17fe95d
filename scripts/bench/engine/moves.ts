import {
  Ballot,
  begin,
  Command,
  ItemData,
  Refusal,
  step,
  Step,
  StepContext,
  WorkflowDefinition,
  WorkItem,
} from '@techbridge/bridge-workflow';
import { BOARD, CONTROLLER, CREATOR, LEAD, NOW, SYSTEM } from './people';

/** One step of a proposal, as a command takes it. @internal */
export interface Move {
  name: string;
  /** As it stands before. */
  item: WorkItem;
  command: Command;
  context: StepContext;
  /** The state to which it leads. */
  to: string;
}

interface Way {
  name: string;
  command: Command;
  by: string;
  to: string;
  /** The proposal does not go on from here. */
  aside?: true;
}

const text = (length: number) => '改善'.repeat(length / 2);

const SUBMIT = {
  title: '减少换型等待',
  system: SYSTEM,
  currentState: text(400),
  method: text(400),
  expectedEffect: text(200),
  proposers: [CREATOR, 'user:default/colleague'],
};

const TRIAGE = {
  effort: 'M',
  cost: 12_000,
  departments: ['group:default/production', 'group:default/quality'],
  reversible: true,
  configuresCriticalSystem: false,
};

const FAST = {
  ...TRIAGE,
  effort: 'S',
  cost: 800,
  departments: ['group:default/production'],
};

const EVIDENCE = {
  metric: '换型时间',
  unit: '分钟',
  baseline: 42,
  baselineSeries: Array.from({ length: 30 }, (_, day) => 40 + (day % 5)),
  target: 30,
  expectedBenefit: 180_000,
  evidence: text(200),
};

const VERIFY = {
  actual: 29.5,
  benefitType: 'time',
  hardness: 'hard',
  annualVolume: 1_000,
  unitCost: 20,
  attributionShare: 0.8,
  annualBenefit: 150_000,
  verificationNote: text(100),
};

/** How many votes in favour decide the board of ten. @internal */
export const DECIDING = 6;

/** The ballots of the first so many members of the board. @internal */
export function ballotsOf(count: number): Ballot[] {
  return BOARD.slice(0, count).map((voter, minute) => ({
    voter,
    choice: 'approve',
    at: new Date(Date.parse(NOW) + minute * 60_000).toISOString(),
  }));
}

function action(name: string, data: ItemData): Command {
  return { type: 'action', action: name, data };
}

const WAYS: Way[] = [
  {
    name: 'submit (a form of six fields)',
    command: action('submit', SUBMIT),
    by: CREATOR,
    to: 'triage',
  },
  {
    name: 'accept for the fast track (a form, a guard, two boards open)',
    command: action('accept', FAST),
    by: LEAD,
    to: 'fastTrack',
    aside: true,
  },
  {
    name: 'accept for the board (a form, a guard)',
    command: action('accept', TRIAGE),
    by: LEAD,
    to: 'evidence',
  },
  {
    name: 'present (a form, a guard, a board of ten opens)',
    command: action('present', EVIDENCE),
    by: CREATOR,
    to: 'board',
  },
  {
    name: 'close a board of ten (a new item is ordered)',
    command: {
      type: 'closeBoard',
      board: 'board',
      round: 1,
      ballots: ballotsOf(DECIDING),
      ballotsHash: 'x'.repeat(64),
    },
    by: BOARD[DECIDING - 1],
    to: 'inDelivery',
  },
  {
    name: 'the other item is done (an event)',
    command: { type: 'event', name: 'linked.requirement.released' },
    by: 'system',
    to: 'tracking',
  },
  {
    name: 'verify (a form, the longest guard, three timers)',
    command: action('verify', VERIFY),
    by: CONTROLLER,
    to: 'verified',
  },
];

/**
 * The steps of one proposal from its draft until its benefit is verified.
 *
 * @internal
 */
export function movesOf(
  definition: WorkflowDefinition,
  contextOf: (actor: string) => StepContext,
): Move[] {
  const data = { title: SUBMIT.title, currentState: SUBMIT.currentState };
  const start = { key: 'OP-2026-001', version: 1, data };
  let { item } = accepted(begin(definition, start, contextOf(CREATOR)));
  return WAYS.map(({ name, command, by, to, aside }) => {
    const move = { name, item, command, context: contextOf(by), to };
    const after = carryOut(definition, move).item;
    item = aside ? item : after;
    return move;
  });
}

/**
 * Takes a step.
 *
 * @throws Error when it is refused or leads elsewhere
 * @internal
 */
export function carryOut(definition: WorkflowDefinition, move: Move): Step {
  const { item, command, context, name, to } = move;
  const done = accepted(step(definition, item, command, context));
  if (done.item.state !== to) {
    throw new Error(`"${name}" led to ${done.item.state} and not to ${to}`);
  }
  return done;
}

function accepted(result: Step | Refusal): Step {
  if (!result.ok) {
    throw new Error(JSON.stringify(result));
  }
  return result;
}
