import { actionsIn } from '../actions';
import {
  Choice,
  ItemData,
  Label,
  ScenarioStep,
  WorkflowDefinition,
} from '../definition';
import { durationInWords } from '../durationInWords';
import { DrawnForm, formOf } from '../formOf';
import { tally } from '../tally';
import { votersOn } from '../standIns';
import { nameOf, takeStep } from './runScenarios';
import { FiredTimer, ScenarioFailure, Simulation } from './Simulation';

/** Steps of a scenario that name a board and nothing else that matters here. @public */
export type BoardStep = 'veto' | 'meet' | 'recuse' | 'addVoter' | 'removeVoter';

const BOARD_STEPS: BoardStep[] = [
  'veto',
  'meet',
  'recuse',
  'addVoter',
  'removeVoter',
];

/** What a step of a scenario says, for people who do not know its language. @public */
export type StepWords =
  | { kind: 'start' }
  | { kind: 'action'; label: Label }
  | { kind: 'vote'; board: Label; choice: string; times: number }
  | { kind: BoardStep; board: Label }
  | { kind: 'after'; time: Label }
  | { kind: 'until' }
  | { kind: 'event'; name: string };

/** A step that was played, and where it led. @public */
export interface PlayedStep {
  words: StepWords;
  /** The state in which the item stands afterwards. */
  state: string;
  /** The invented time afterwards. */
  at: string;
  /** What came by itself meanwhile. */
  fired: FiredTimer[];
  /** The effects that were set off; none is carried out. */
  effects: string[];
  milestones: string[];
}

/** A board that votes now, in a play. @public */
export interface PlayedBoard {
  id: string;
  label: Label;
  choices: Choice[];
  /** How many may still vote. */
  left: number;
  cast: number;
  needed: number;
  /** Whether whoever would vote next may declare a conflict. */
  mayRecuse: boolean;
}

/** An action that can be taken now, in a play. @public */
export interface PlayedAction {
  id: string;
  label: Label;
  /** What it asks for, and with what that is answered unless a step says more. */
  form?: DrawnForm;
  data: ItemData;
}

/** A workflow as it was played through. @public */
export interface Play {
  /** Begins with the start; ends with the last step that could be taken. */
  steps: PlayedStep[];
  /** Why the step after them could not be taken. */
  failure?: Label;
  /** What can happen next. */
  actions: PlayedAction[];
  boards: PlayedBoard[];
  /** Boards that have imposed conditions which are not met. */
  conditions: { id: string; label: Label }[];
  events: string[];
  timers: { timer: string; fireAt: string }[];
}

const NOTHING = { fired: 0, effects: 0, milestones: 0, votes: 0 };

/**
 * Plays a workflow through with invented people and a clock of its own, as far
 * as the steps can be taken. Nothing is kept and no effect carried out.
 *
 * @param data - what the item holds; what a form needs besides is invented
 * @public
 */
export function simulate(
  definition: WorkflowDefinition,
  data: ItemData,
  steps: ScenarioStep[],
): Play {
  const name = { en: '', zh: '' };
  const scenario = { name, data, steps, expect: { state: '' } };
  const played: PlayedStep[] = [];
  let simulation: Simulation | undefined;
  try {
    simulation = new Simulation(definition, scenario);
    played.push(noteOf(simulation, { kind: 'start' }, NOTHING));
    for (const step of steps) {
      const before = countsOf(simulation);
      takeStep(simulation, step);
      const times = simulation.votes - before.votes;
      played.push(noteOf(simulation, wordsOf(simulation, step, times), before));
    }
  } catch (error) {
    if (!(error instanceof ScenarioFailure)) {
      throw error;
    }
    return { ...offersOf(simulation), steps: played, failure: error.label };
  }
  return { ...offersOf(simulation), steps: played };
}

function countsOf({ fired, effects, item, votes }: Simulation) {
  return {
    fired: fired.length,
    effects: effects.length,
    milestones: item.milestones.length,
    votes,
  };
}

function noteOf(
  { item, now, fired, effects }: Simulation,
  words: StepWords,
  before: typeof NOTHING,
): PlayedStep {
  return {
    ...{ words, state: item.state, at: now },
    fired: fired.slice(before.fired),
    effects: effects.slice(before.effects),
    milestones: item.milestones.slice(before.milestones),
  };
}

function wordsOf(
  simulation: Simulation,
  step: ScenarioStep,
  votes: number,
): StepWords {
  const text = typeof step === 'string' ? step : step.do;
  const [word, first = '', choice = '', times = 'x1'] = text
    .trim()
    .split(/\s+/);
  const kind = BOARD_STEPS.find(one => one === word);
  if (first && kind) {
    return { kind, board: nameOf(simulation, first) };
  }
  switch (first && word) {
    case 'vote': {
      const board = nameOf(simulation, first);
      const number = times === 'enough' ? votes : Number(times.slice(1));
      return { kind: 'vote', board, choice, times: number };
    }
    case 'after':
      return { kind: 'after', time: durationInWords(first) };
    case 'until':
      return { kind: 'until' };
    case 'event':
      return { kind: 'event', name: first };
    default:
      return { kind: 'action', label: actionLabel(simulation, text) };
  }
}

function actionLabel({ definition }: Simulation, id: string): Label {
  const { states, global } = definition;
  const found = [...Object.values(states), { actions: global }]
    .map(({ actions }) => actions as { [id: string]: { label: Label } })
    .find(actions => Object.hasOwn(actions, id));
  return found?.[id].label ?? { en: id, zh: id };
}

function offersOf(
  simulation: Simulation | undefined,
): Omit<Play, 'steps' | 'failure'> {
  if (!simulation?.item) {
    return { actions: [], boards: [], conditions: [], events: [], timers: [] };
  }
  const { definition, item } = simulation;
  const { events } = definition.states[item.state];
  return {
    actions: actionsIn(definition, item).map(({ id, action }) => ({
      ...{ id, label: action.label, data: answersTo(simulation, action.form) },
      ...(action.form && { form: formOf(definition, action.form) }),
    })),
    boards: boardsNow(simulation),
    conditions: openConditions(simulation),
    events: Object.keys(events),
    timers: simulation.waiting.map(({ id: timer, fireAt }) => ({
      timer,
      fireAt,
    })),
  };
}

/** What the item holds of a form already, and what a play would answer. */
function answersTo(simulation: Simulation, form: string | undefined): ItemData {
  const { definition, item } = simulation;
  const fields = form ? definition.forms[form].fields : [];
  const held = fields
    .filter(field => Object.hasOwn(item.data, field))
    .map(field => [field, item.data[field]]);
  return { ...Object.fromEntries(held), ...simulation.dataFor(form) };
}

function openConditions(simulation: Simulation): Play['conditions'] {
  const { conditions = [] } = simulation.item;
  const open = conditions.filter(({ met }) => !met).map(({ board }) => board);
  return [...new Set(open)].map(id => ({ id, label: nameOf(simulation, id) }));
}

function boardsNow(simulation: Simulation): PlayedBoard[] {
  const { definition, item } = simulation;
  const open = item.boards.filter(({ status }) => status === 'open');
  return open.flatMap(sitting => {
    const state = definition.states[sitting.state];
    if (state.type !== 'approval') {
      return [];
    }
    const { id, round, electorate } = sitting;
    const board = state.approval.boards[id];
    const ballots = simulation.ballotsOf(id, round);
    const voted = ballots.map(({ voter }) => voter);
    const left = votersOn(sitting).filter(ref => !voted.includes(ref)).length;
    const mayVeto = electorate.some(({ veto }) => veto);
    return {
      ...{ id, label: board.label, cast: ballots.length },
      choices: [...board.choices, ...(mayVeto ? ['veto' as const] : [])],
      ...{ left, mayRecuse: board.recuse.declare && left > 0 },
      needed: tally(board, sitting, ballots).quorum.needed,
    };
  });
}
