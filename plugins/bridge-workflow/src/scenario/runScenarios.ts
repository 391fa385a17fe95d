import { checkAction, actionIn } from '../actions';
import { mayChangeVoters } from '../changeVoters';
import { isConditional } from '../condition';
import {
  Choice,
  Label,
  Scenario,
  ScenarioStep,
  WorkflowDefinition,
} from '../definition';
import { Ballot, ItemBoard, Voter } from '../item';
import { rolePeople } from '../roles';
import { isCountable } from '../shape/words';
import { tally } from '../tally';
import { votersOn } from '../standIns';
import { checkBallot } from '../voting';
import { laterThan } from '../walk';
import { ScenarioFailure, Simulation } from './Simulation';
import { untilDue } from './untilDue';

/** How a scenario went. @public */
export interface ScenarioResult {
  name: string;
  ok: boolean;
  /** Each step and where it led. */
  trace: string[];
  message?: Label;
}

type Instruction = Exclude<ScenarioStep, string>;

/** Runs the scenarios of a definition. @public */
export function runScenarios(definition: WorkflowDefinition): ScenarioResult[] {
  return definition.scenarios.map(scenario => run(definition, scenario));
}

function run(
  definition: WorkflowDefinition,
  scenario: Scenario,
): ScenarioResult {
  const { en: name } = scenario.name;
  let simulation: Simulation | undefined;
  try {
    simulation = new Simulation(definition, scenario);
    for (const written of scenario.steps) {
      takeStep(simulation, written);
    }
    compare(simulation, scenario);
    return { name, ok: true, trace: simulation.trace };
  } catch (error) {
    if (!(error instanceof ScenarioFailure)) {
      throw error;
    }
    const trace = simulation?.trace ?? [];
    return { name, ok: false, trace, message: error.label };
  }
}

type Doer = (
  simulation: Simulation,
  words: string[],
  instruction: Instruction,
) => void;

const noDuration = (written: string): Label => ({
  en: `“after ${written}” names no time, or more than 100 years. Write a duration, such as after P3D or after PT8H.`,
  zh: `“after ${written}”不是时长，或超过 100 年，请写成 after P3D 或 after PT8H。`,
});

/** What the first word of a step means, unless it is an action. */
const DOERS: { [word: string]: Doer } = {
  addVoter: changeSeat('add'),
  after: (simulation, [duration]) => {
    if (!isCountable(duration)) {
      throw new ScenarioFailure(noDuration(duration));
    }
    simulation.pass(duration);
  },
  event: (simulation, [name]) =>
    simulation.perform(`event ${name}`, { type: 'event', name }, 'system'),
  meet,
  recuse,
  removeVoter: changeSeat('remove'),
  until: untilDue,
  veto,
  vote,
};

/** Takes one step of a scenario. @internal */
export function takeStep(simulation: Simulation, written: ScenarioStep) {
  const instruction: Instruction =
    typeof written === 'string' ? { do: written } : written;
  const [word, ...words] = instruction.do.trim().split(/\s+/);
  if (words.length > 0 && Object.hasOwn(DOERS, word)) {
    DOERS[word](simulation, words, instruction);
  } else {
    act(simulation, instruction);
  }
}

/** Somebody who may takes the action; samples fill what nobody gave. */
function act(simulation: Simulation, instruction: Instruction) {
  const { definition, item } = simulation;
  const found = actionIn(definition, item, instruction.do);
  const action = found?.action;
  const data = simulation.dataFor(action?.form, instruction.set);
  const comment =
    instruction.comment ??
    (action?.comment === 'required'
      ? fillUp(action.commentLength ?? 1)
      : undefined);
  const people = instruction.by
    ? named(simulation, instruction.by)
    : (action?.by ?? []).flatMap(role => named(simulation, role));
  const may = (actor: string) =>
    !checkAction(
      definition,
      item,
      instruction.do,
      simulation.contextOf(actor),
      { data, comment },
    );
  simulation.perform(
    instruction.do,
    { type: 'action', action: instruction.do, data, comment },
    people.find(may) ?? people[0] ?? 'user:default/nobody',
  );
}

/** The people of a role, or a person given by reference. */
function named(simulation: Simulation, name: string): string[] {
  const { definition, item, directory } = simulation;
  return name.includes(':')
    ? [name]
    : rolePeople(definition, name, item, directory);
}

function fillUp(length: number): string {
  return 'sample '.repeat(Math.ceil(length / 7) + 1).trim();
}

/** Whoever has the right to, and has not voted, vetoes. */
function veto(
  simulation: Simulation,
  [board]: string[],
  instruction: Instruction,
) {
  const sitting = openBoard(simulation, board);
  const holders = (sitting?.electorate ?? [])
    .filter(voter => voter.veto)
    .map(({ ref }) => ref);
  const voters = sitting ? votersOf(simulation, sitting, instruction) : [];
  const voter = voters.find(ref => holders.includes(ref));
  if (!sitting || voter === undefined) {
    const { en, zh } = nameOf(simulation, board);
    throw new ScenarioFailure({
      en: `The board “${en}” is not open, or nobody can veto there.`,
      zh: `评审组“${zh}”未在表决，或无人可以否决。`,
    });
  }
  const { comment: reason } = instruction;
  castOne(simulation, sitting, voter, { choice: 'veto', reason });
}

/** Whoever would vote next declares a conflict instead. */
function recuse(
  simulation: Simulation,
  [board]: string[],
  instruction: Instruction,
) {
  const sitting = openBoard(simulation, board);
  const [voter] = sitting ? votersOf(simulation, sitting, instruction) : [];
  if (!sitting || voter === undefined) {
    throw tooFew(nameOf(simulation, board), 0);
  }
  const { comment: reason = fillUp(1) } = instruction;
  const command = { type: 'recuse' as const, board, reason };
  simulation.perform(`recuse ${board}`, command, voter);
  closeIfDecided(simulation, sitting);
}

const nobodyFor = ({ en, zh }: Label): Label => ({
  en: `The board “${en}” is not open, or there is nobody to add or remove.`,
  zh: `评审组“${zh}”未在表决，或无人可以加签、减签。`,
});

/** The first of a role who is no voter yet is added, or the last voter removed. */
function changeSeat(change: 'add' | 'remove'): Doer {
  return (simulation, [id, role], { by, comment: reason = fillUp(1) }) => {
    const { definition, item } = simulation;
    const sitting = openBoard(simulation, id);
    const there = sitting ? votersOn(sitting) : [];
    const people = role ? named(simulation, role) : there;
    const isAdded = change === 'add';
    const fit = people.filter(ref => there.includes(ref) !== isAdded);
    const voter = fit.at(isAdded ? 0 : -1);
    if (!sitting || voter === undefined) {
      throw new ScenarioFailure(nobodyFor(nameOf(simulation, id)));
    }
    const may = (actor: string) =>
      !mayChangeVoters(definition, item, sitting, simulation.contextOf(actor));
    const actors = (by ? [by] : Object.keys(definition.roles)).flatMap(one =>
      named(simulation, one),
    );
    simulation.perform(
      `${change}Voter ${id}`,
      { type: 'voters', board: id, voter, change, reason },
      actors.find(may) ?? actors[0] ?? 'user:default/nobody',
    );
    closeIfDecided(simulation, sitting);
  };
}

/** Everything that a board has asked for is done, as its owners say. */
function meet(simulation: Simulation, [board]: string[]) {
  const conditions = (simulation.item.conditions ?? []).filter(
    one => one.board === board && !one.met,
  );
  for (const { id, owner } of conditions) {
    const command = { type: 'condition' as const, condition: id, met: true };
    simulation.perform(`meet ${id}`, command, owner);
  }
  if (conditions.length === 0) {
    const { en, zh } = nameOf(simulation, board);
    throw new ScenarioFailure({
      en: `The board “${en}” has imposed no condition that is still open.`,
      zh: `评审组“${zh}”没有尚未落实的条件。`,
    });
  }
}

function openBoard({ item }: Simulation, board: string): ItemBoard | undefined {
  return item.boards.find(
    ({ id, status }) => id === board && status === 'open',
  );
}

function vote(
  simulation: Simulation,
  [board, choice, times = 'x1']: string[],
  instruction: Instruction,
) {
  const sitting = openBoard(simulation, board);
  const voters = sitting ? votersOf(simulation, sitting, instruction) : [];
  // Enough is whatever closes the vote by the rules of the board.
  const count =
    times === 'enough'
      ? Math.max(1, voters.length)
      : Number(times.replace(/^x/, ''));
  if (!sitting || !(count <= voters.length)) {
    throw tooFew(nameOf(simulation, board), voters.length);
  }
  for (const voter of voters.slice(0, count)) {
    if (isOpen(simulation, sitting)) {
      castOne(simulation, sitting, voter, {
        choice,
        reason: instruction.comment,
      });
    }
  }
}

/** What a board is called, wherever it sits. @internal */
export function nameOf({ definition }: Simulation, board: string): Label {
  const boards = Object.values(definition.states).flatMap(state =>
    state.type === 'approval' ? state.approval.boards[board] ?? [] : [],
  );
  return boards[0]?.label ?? { en: board, zh: board };
}

function tooFew({ en, zh }: Label, voters: number) {
  return new ScenarioFailure({
    en: `The board “${en}” is not open, or only ${voters} members can still vote.`,
    zh: `评审组“${zh}”未在表决，或只有 ${voters} 人尚可投票。`,
  });
}

function isOpen({ item }: Simulation, { id, round }: ItemBoard): boolean {
  return item.boards.some(
    board =>
      board.id === id && board.round === round && board.status === 'open',
  );
}

/** Who has not voted: the chair, then whom the quorum needs, then the others. */
function votersOf(
  simulation: Simulation,
  { id, round, electorate, recused, included }: ItemBoard,
  { by }: Instruction,
): string[] {
  const gone = [
    ...simulation.ballotsOf(id, round).map(ballot => ballot.voter),
    ...recused.map(recusal => recusal.voter),
  ];
  const wanted = by && named(simulation, by);
  const awaited = included.flatMap(({ people }) => people);
  const rank = ({ ref, chair }: Voter) =>
    Number(chair) * 2 + Number(awaited.includes(ref));
  return electorate
    .filter(({ ref }) => !gone.includes(ref))
    .filter(({ ref }) => !wanted || wanted.includes(ref))
    .sort((a, b) => rank(b) - rank(a) || (a.ref < b.ref ? -1 : 1))
    .map(({ ref }) => ref);
}

function castOne(
  simulation: Simulation,
  sitting: ItemBoard,
  voter: string,
  { choice, reason }: { choice: string; reason?: string },
) {
  const { definition, item, now } = simulation;
  const { id: board, round } = sitting;
  const due = laterThan(now, 'P30D').slice(0, 10);
  const conditions = isConditional(choice)
    ? [{ text: fillUp(1), owner: voter, due }]
    : undefined;
  const input = { board, choice, reason: reason ?? fillUp(100), conditions };
  const context = simulation.contextOf(voter);
  const refusal = checkBallot(definition, item, input, undefined, context);
  if (refusal) {
    throw new ScenarioFailure(refusal.why);
  }
  const ballot: Ballot = {
    ...{ voter, choice: choice as Choice, at: now },
    ...(conditions && { conditions }),
  };
  simulation.cast(board, round, ballot);
  simulation.trace.push(`vote ${board} ${choice} (${voter})`);
  closeIfDecided(simulation, sitting);
}

function closeIfDecided(simulation: Simulation, { id, round }: ItemBoard) {
  const { definition, item } = simulation;
  const sitting = item.boards.find(board => board.id === id);
  const state = sitting && definition.states[sitting.state];
  if (sitting?.status !== 'open' || state?.type !== 'approval') {
    return;
  }
  const ballots = simulation.ballotsOf(id, round);
  if (tally(state.approval.boards[id], sitting, ballots).decided) {
    simulation.perform(
      `close ${id}`,
      { type: 'closeBoard', board: id, round, ballots, ballotsHash: 'sample' },
      'system',
    );
  }
}

function compare(simulation: Simulation, { expect }: Scenario): void {
  const { item, effects } = simulation;
  if (item.state !== expect.state) {
    throw endsElsewhere(simulation, expect.state);
  }
  if (expect.outcome !== undefined && item.outcome !== expect.outcome) {
    throw differs('outcome', item.outcome ?? '–', expect.outcome);
  }
  const missing = (expect.effects ?? []).filter(use => !effects.includes(use));
  if (missing.length > 0) {
    throw differs('effects', effects.join(', '), missing.join(', '));
  }
  const wanted = expect.milestones ?? [];
  if (!isInOrder(wanted, item.milestones)) {
    throw differs('milestones', item.milestones.join(', '), wanted.join(', '));
  }
}

/** Whether all of them were reached, one after the other. */
function isInOrder(wanted: string[], reached: string[]): boolean {
  let from = 0;
  return wanted.every(milestone => {
    const place = reached.indexOf(milestone, from);
    from = place + 1;
    return place >= 0;
  });
}

function endsElsewhere({ definition, item }: Simulation, expected: string) {
  const labelOf = (state: string) =>
    definition.states[state]?.label ?? { en: state, zh: state };
  const [is, should] = [item.state, expected].map(labelOf);
  return new ScenarioFailure({
    en: `It ends in “${is.en}”, expected was “${should.en}”.`,
    zh: `结束于“${is.zh}”，预期为“${should.zh}”。`,
  });
}

const WORDS: { [what: string]: Label } = {
  outcome: { en: 'outcome', zh: '结果' },
  effects: { en: 'effects', zh: '效果' },
  milestones: { en: 'milestones', zh: '里程碑' },
};

function differs(what: string, found: string, expected: string) {
  const { en, zh } = WORDS[what];
  return new ScenarioFailure({
    en: `Its ${en}: ${found || '–'}; expected was ${expected}.`,
    zh: `${zh}为 ${found || '–'}，预期为 ${expected}。`,
  });
}
