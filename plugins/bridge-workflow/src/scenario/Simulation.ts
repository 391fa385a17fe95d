import { businessLater } from '../businessTime';
import { ItemData, Label, Scenario, WorkflowDefinition } from '../definition';
import { Actor, StepContext } from '../directory';
import { Ballot, DueTimer, Refusal, Step, WorkItem } from '../item';
import { awaitedTimer } from '../restart';
import { begin } from '../begin';
import { Command, timerBoard, step } from '../step';
import { laterThan } from '../walk';
import { CREATOR, inventDirectory } from './inventDirectory';
import { sampleValue } from './sampleValue';

/** A timer that fired, and where it led. @public */
export interface FiredTimer {
  timer: string;
  /** The state in which it waited. */
  from: string;
  state: string;
  at: string;
}

/** A scenario cannot go on. @internal */
export class ScenarioFailure extends Error {
  constructor(readonly label: Label) {
    super(label.en);
  }
}

const NOT_HERE = new Set(['unknown-action', 'unknown-event']);

const IN_CHINESE: { [word: string]: string } = {
  event: '事件',
  timer: '定时处理',
  close: '结束表决',
  meet: '落实条件',
  recuse: '申请回避',
  addVoter: '加签',
  removeVoter: '减签',
};

/** A step that is no action: its first word says what it is. */
function inChinese(name: string): string {
  const [word, ...others] = name.split(' ');
  return [IN_CHINESE[word] ?? word, ...others].join(' ');
}

/** Workflows that go round by themselves end somewhere. */
const MOST_FIRED = 300;

const TOO_MANY = {
  en: `More than ${MOST_FIRED} timers would fire. Let less time pass.`,
  zh: `将触发超过 ${MOST_FIRED} 个定时，请缩短时间。`,
};

/** Moments are compared as texts, which is right for years of four digits. */
const LATEST = '9000';

const TOO_LATE = {
  en: 'Thousands of years would pass. Let less time pass.',
  zh: '将经过数千年，请缩短时间。',
};

/** Any moment will do; it is the same in every run. */
const STARTED = '2025-06-02T01:00:00.000Z';

/**
 * One item on its way through a scenario, with a clock that only the scenario
 * moves, invented people, and effects that are counted and not carried out.
 *
 * @internal
 */
export class Simulation {
  readonly trace: string[] = [];
  /** Where timers led, with their moments. */
  readonly fired: FiredTimer[] = [];
  readonly effects: string[] = [];
  /** How many votes were cast. */
  votes = 0;
  readonly directory;
  now = STARTED;
  item: WorkItem;
  private timers: DueTimer[] = [];
  private ballots: { board: string; round: number; ballot: Ballot }[] = [];

  constructor(
    readonly definition: WorkflowDefinition,
    private readonly scenario: Scenario,
  ) {
    this.directory = inventDirectory(definition);
    const created = begin(
      definition,
      { key: 'XX-1', version: 1, data: this.startData(), from: 'effect' },
      this.contextOf(CREATOR),
    );
    if (!created.ok) {
      throw refused(created);
    }
    this.item = created.item;
    this.accept('begin', CREATOR, created);
  }

  /** What would come by itself if nothing else happened, the next first. */
  get waiting(): DueTimer[] {
    return this.timers
      .filter(({ id }) => !this.isPassed(id))
      .sort((a, b) => (a.fireAt < b.fireAt ? -1 : 1));
  }

  // That of a vote that is over, or has begun anew, fires in vain.
  private isPassed(timer: string): boolean {
    const id = timerBoard(timer);
    const board = this.item.boards.find(one => one.id === id);
    return (
      id !== undefined &&
      (board?.status !== 'open' ||
        (!timer.startsWith('remind.') && awaitedTimer(board) !== timer))
    );
  }

  contextOf(actor: Actor): StepContext {
    return { actor, now: this.now, directory: this.directory };
  }

  /** Carries out a command; a refusal ends the scenario. */
  perform(name: string, command: Command, actor: Actor) {
    const result = step(
      this.definition,
      this.item,
      command,
      this.contextOf(actor),
    );
    if (!result.ok) {
      throw this.refusedAt(name, result);
    }
    this.accept(name, actor, result);
    this.now = laterThan(this.now, 'PT1S');
  }

  /** What is sent with a form: given values, else samples where required. */
  dataFor(form: string | undefined, set: ItemData = {}): ItemData {
    const { fields, required } = form
      ? this.definition.forms[form]
      : { fields: [], required: [] };
    const sent: ItemData = {};
    for (const field of fields.filter(one => !(one in this.item.data))) {
      const value = this.valueOf(field, required);
      if (value !== undefined) {
        sent[field] = value;
      }
    }
    return { ...sent, ...set };
  }

  /** Lets time pass, and fires what falls due. */
  pass(duration: string) {
    this.passUntil(this.afterwards(duration));
  }

  /** Lets time pass up to a moment, with what falls due in it. */
  passUntil(until: string) {
    if (until > LATEST) {
      throw new ScenarioFailure(TOO_LATE);
    }
    for (;;) {
      const due = this.timers
        .filter(({ fireAt }) => fireAt <= until)
        .sort((a, b) => (a.fireAt < b.fireAt ? -1 : 1))[0];
      if (!due) {
        break;
      }
      if (this.fired.length >= MOST_FIRED) {
        throw new ScenarioFailure(TOO_MANY);
      }
      this.timers = this.timers.filter(timer => timer !== due);
      this.now = due.fireAt > this.now ? due.fireAt : this.now;
      this.fire(due);
    }
    this.now = until > this.now ? until : this.now;
  }

  /** Counted like what waits: in working time where a timer or deadline is. */
  private afterwards(duration: string): string {
    const { calendar, states } = this.definition;
    const state = states[this.item.state];
    const boards =
      state.type === 'approval' ? Object.values(state.approval.boards) : [];
    const timers = state.timers.filter(
      ({ id, when }) =>
        when === undefined || this.timers.some(one => one.id === id),
    );
    const waiting = [...timers, ...boards.map(one => one.deadline)];
    return calendar && waiting.some(one => one?.calendar)
      ? businessLater(this.now, duration, calendar)
      : laterThan(this.now, duration);
  }

  cast(board: string, round: number, ballot: Ballot) {
    this.ballots.push({ board, round, ballot });
    this.votes += 1;
    this.now = laterThan(this.now, 'PT1S');
  }

  ballotsOf(board: string, round: number): Ballot[] {
    return this.ballots
      .filter(one => one.board === board && one.round === round)
      .map(({ ballot }) => ballot);
  }

  private fire({ id, entry }: DueTimer) {
    const board = timerBoard(id);
    const sitting = this.item.boards.find(one => one.id === board);
    const ballots = sitting && this.ballotsOf(sitting.id, sitting.round);
    const command: Command = {
      type: 'timer',
      id,
      entry,
      ...(ballots && { ballots }),
    };
    const result = step(
      this.definition,
      this.item,
      command,
      this.contextOf('system'),
    );
    if (result.ok) {
      const { state: from } = this.item;
      this.accept(`timer ${id}`, 'system', result);
      const { state } = this.item;
      this.fired.push({ timer: id, from, state, at: this.now });
    } else if (result.code !== 'stale-timer') {
      throw this.refusedAt(`timer ${id}`, result);
    }
  }

  /** Where it got stuck, in the words of the people who know the workflow. */
  private refusedAt(name: string, refusal: Refusal): ScenarioFailure {
    const { states, global } = this.definition;
    const { label: state } = states[this.item.state];
    const actions = [...Object.values(states), { actions: global }]
      .map(one => one.actions as { [action: string]: { label: Label } })
      .find(one => Object.hasOwn(one, name));
    const taken = actions?.[name].label ?? { en: name, zh: inChinese(name) };
    if (NOT_HERE.has(refusal.code)) {
      return new ScenarioFailure({
        en: `At the step “${taken.en}” the item still stands in “${state.en}”, where there is no such step.`,
        zh: `到步骤“${taken.zh}”时，单据仍停留在“${state.zh}”，不能这样做。`,
      });
    }
    const { en, zh } = refused(refusal).label;
    return new ScenarioFailure({
      en: `In “${state.en}” the step “${taken.en}” is refused: ${en}`,
      zh: `在“${state.zh}”，步骤“${taken.zh}”被拒绝：${zh}`,
    });
  }

  private accept(name: string, actor: Actor, result: Step) {
    this.item = { ...result.item, data: { ...result.item.data } };
    this.timers = result.entered
      ? result.timers
      : [...this.timers, ...result.timers];
    for (const { use, saveTo } of result.effects) {
      this.effects.push(use);
      if (saveTo) {
        this.item.data[saveTo.replace('data.', '')] = 'XX-2';
      }
    }
    for (const { board, round, ballots } of result.carried) {
      const carried = ballots.map(ballot => ({ board, round, ballot }));
      this.ballots.push(...carried);
    }
    this.trace.push(`${name} (${actor}) → ${this.item.state}`);
  }

  private startData(): ItemData {
    const { start, forms, data } = this.definition;
    const form = start.form ? forms[start.form] : undefined;
    const inForms = Object.values(forms).flatMap(({ fields }) => fields);
    const fields = Object.keys(data.properties as object).filter(
      field => form?.fields.includes(field) || !inForms.includes(field),
    );
    const required = ['title', ...(form?.required ?? [])];
    const values = [...new Set([...fields, 'title'])].map(field => [
      field,
      this.valueOf(field, required),
    ]);
    return Object.fromEntries(
      values.filter(([, value]) => value !== undefined),
    );
  }

  private valueOf(field: string, required: string[]): unknown {
    const { data } = this.scenario;
    if (Object.hasOwn(data, field)) {
      return data[field];
    }
    return required.includes(field)
      ? sampleValue(this.definition, field)
      : undefined;
  }
}

function refused({ code, why, fields = [] }: Refusal) {
  const hints = fields.map(field => `${field.path}: ${field.code}`).join(', ');
  const more = hints || code;
  return new ScenarioFailure({
    en: `${why.en} (${more})`,
    zh: `${why.zh}（${more}）`,
  });
}
