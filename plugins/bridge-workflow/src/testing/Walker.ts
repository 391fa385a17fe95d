import { actionsOf } from '../actions';
import { isConditional } from '../condition';
import { Choice, ItemData, WorkflowDefinition } from '../definition';
import { StepContext } from '../directory';
import {
  Ballot,
  BallotCondition,
  DueTimer,
  ItemBoard,
  Refusal,
  Step,
  WorkItem,
} from '../item';
import { migrate } from '../migration/migrate';
import { MigrationPlan } from '../migration/planFor';
import { begin } from '../begin';
import { Command, timerBoard, step } from '../step';
import { tally } from '../tally';
import { checkBallot } from '../voting';
import { laterThan } from '../walk';
import { directory, everybody, people, SYSTEM } from './people';

/** Everything below, and the thing itself, can no longer be changed. @internal */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

/** Data with which every form of the test workflow is in order. @internal */
export const goodData: ItemData = {
  title: 'Shorter way to the press',
  system: SYSTEM,
  authors: [people.writer],
  price: 70_000,
  danger: 'some',
  before: 10,
  goal: 20,
  after: 20,
};

/** What is sent with a form: the fields for which there is a value. @internal */
export function dataFor(
  definition: WorkflowDefinition,
  form: string | undefined,
  data: ItemData = goodData,
): ItemData {
  const fields = form ? definition.forms[form].fields : [];
  const given = fields.filter(field => data[field] !== undefined);
  return Object.fromEntries(given.map(field => [field, data[field]]));
}

/** As the runner keeps what an effect answers. */
function withSaved({ item, effects }: Step): WorkItem {
  const saved = effects.flatMap(({ saveTo }) =>
    saveTo ? [[saveTo.replace('data.', ''), 'RQ-1']] : [],
  );
  return { ...item, data: { ...item.data, ...Object.fromEntries(saved) } };
}

/** Allowed nearly always, so that they would be nearly all there is. */
const DETOURS = ['hold', 'drop', 'note', 'defer'];

const COMMITTEE = 'group:default/committee';

const CHOICES: Choice[] = [
  'approve',
  'approve',
  'approve',
  'reject',
  'abstain',
  'approveWithConditions',
  'approveWithConditions',
  'sendBack',
  'veto',
];

/** What a walker tried, and what came of it. @internal */
export interface Trial {
  before: WorkItem;
  command: Command;
  result: Step | Refusal;
}

/**
 * Walks an item through a workflow by commands that a row of numbers chooses:
 * sensible ones, forbidden ones and stale ones. Everything that the engine is
 * given is frozen.
 *
 * @internal
 */
export class Walker {
  item: WorkItem;
  readonly trials: Trial[] = [];
  /** Boards that have ended and are no longer among those of the item. */
  readonly past: ItemBoard[] = [];
  private now = '2025-03-01T08:00:00.000Z';
  private timers: DueTimer[];
  private ballots = new Map<string, Ballot[]>();
  /** Who belongs to the committee now. */
  private committee: string[] = people.members;

  constructor(
    public definition: WorkflowDefinition,
    private readonly data: ItemData = goodData,
  ) {
    const { title, system, authors } = { ...goodData, ...data };
    const created = begin(
      definition,
      { key: 'IM-2025-001', version: 1, data: { title, system, authors } },
      this.contextOf(people.writer),
    ) as Step;
    this.item = frozen(created.item);
    this.timers = created.timers;
  }

  contextOf(actor: string): StepContext {
    const members = (group: string) =>
      group === COMMITTEE ? this.committee : directory.members(group);
    return { actor, now: this.now, directory: { ...directory, members } };
  }

  /** Tries one command; the numbers choose which. */
  tryOne(kind: number, choice: number) {
    this.now = laterThan(this.now, 'PT1H');
    const { act, vote, fire, hear, recuse, meet, stale, move, seat } = this;
    const anything = [act, vote, fire, hear, recuse, meet, stale, move, seat];
    const owed =
      this.item.conditions?.some(({ met }) => !met) && kind % 3 === 1;
    const task = owed ? meet : act;
    const sensible = { approval: vote, wait: hear, task, end: act };
    const { type } = this.definition.states[this.item.state];
    const next =
      kind % 3 === 0 || type === 'choice'
        ? anything[choice % anything.length]
        : sensible[type];
    next.call(this, choice);
  }

  perform(command: Command, actor: string) {
    const before = this.item;
    const context = this.contextOf(actor);
    const result = step(this.definition, before, frozen(command), context);
    this.trials.push({ before, command, result });
    if (result.ok) {
      this.keep(result);
    }
  }

  /** Lets the item go over to another version, and goes on there. */
  takeOver(to: WorkflowDefinition, plan: MigrationPlan): Step | Refusal {
    const { definition: from, past, timers } = this;
    const ended = this.item.boards.filter(({ status }) => status !== 'open');
    const result = migrate(
      this.item,
      {
        from,
        to,
        version: 2,
        plan,
        run: 7,
        closed: [...past, ...ended],
        timers,
      },
      this.contextOf('system'),
    );
    if (result.ok) {
      this.keep(result);
      this.definition = to;
    }
    return result;
  }

  private keep(result: Step) {
    this.item = frozen(withSaved(result));
    this.past.push(...result.past);
    this.timers = result.entered
      ? result.timers
      : [...this.timers, ...result.timers];
    for (const { board, round, ballots } of result.carried) {
      this.ballotsOf(board, round).push(...ballots);
    }
  }

  /** Mostly an action that somebody may, sometimes one that nobody may. */
  private act(choice: number) {
    const offered = everybody.flatMap(actor =>
      actionsOf(this.definition, this.item, this.contextOf(actor)).map(
        action => ({ actor, action }),
      ),
    );
    const allowed = offered
      .filter(({ action }) => action.allowed)
      .filter(({ action }) => choice % 4 === 0 || !DETOURS.includes(action.id));
    const found = pick(
      choice % 5 === 0 ? offered : allowed,
      Math.floor(choice / 7),
    );
    if (!found) {
      return;
    }
    const { id, form, comment } = found.action;
    this.perform(
      {
        type: 'action',
        action: id,
        data: dataFor(this.definition, form, this.data),
        ...(comment !== 'none' && { comment: 'Because it is.' }),
      },
      found.actor,
    );
  }

  private vote(choice: number) {
    const board = this.openBoard(choice);
    if (!board) {
      return;
    }
    const actor = pick(everybody, Math.floor(choice / 3));
    const vote = pick(CHOICES, Math.floor(choice / 40));
    const input = {
      ...{ board: board.id, choice: vote, reason: 'x'.repeat(20) },
      ...(isConditional(vote) && { conditions: this.conditions(choice) }),
    };
    const context = this.contextOf(actor);
    if (!checkBallot(this.definition, this.item, input, undefined, context)) {
      const { conditions } = input;
      const ballot = { voter: actor, choice: vote, at: this.now, conditions };
      this.ballotsOf(board.id, board.round).push(ballot);
    }
    this.close(board.id);
  }

  private conditions(choice: number): BallotCondition[] {
    const due = laterThan(this.now, 'P30D').slice(0, 10);
    const owner = pick(everybody, choice);
    return [{ text: 'Ask the night shift first.', owner, due }];
  }

  /** Mostly by somebody who may, sometimes the same again. */
  private meet(choice: number) {
    const { conditions = [] } = this.item;
    if (conditions.length > 0) {
      const { id, met, owner } = pick(conditions, choice);
      const actor = choice % 3 === 0 ? pick(everybody, choice) : owner;
      const report = { condition: id, met: choice % 4 === 0 || !met };
      this.perform({ type: 'condition', ...report }, actor);
    }
  }

  private close(id: string) {
    const sitting = this.item.boards.find(board => board.id === id);
    const state = sitting && this.definition.states[sitting.state];
    if (!sitting || state?.type !== 'approval') {
      return;
    }
    const ballots = [...this.ballotsOf(id, sitting.round)];
    const { round } = sitting;
    const { decided } = tally(state.approval.boards[id], sitting, ballots);
    if (decided) {
      this.perform(
        { type: 'closeBoard', board: id, round, ballots, ballotsHash: 'hash' },
        'system',
      );
    }
  }

  private fire(choice: number) {
    const timer = pick(this.timers, choice);
    if (!timer) {
      return;
    }
    this.timers = this.timers.filter(one => one !== timer);
    this.now = timer.fireAt > this.now ? timer.fireAt : this.now;
    const board = timerBoard(timer.id);
    const sitting = this.item.boards.find(one => one.id === board);
    const ballots = sitting && [...this.ballotsOf(sitting.id, sitting.round)];
    const { id, entry } = timer;
    this.perform(
      { type: 'timer', id, entry, ...(ballots && { ballots }) },
      'system',
    );
  }

  private hear(choice: number) {
    const released = 'linked.requirement.released';
    const names = [released, released, 'linked.case.published'];
    this.perform({ type: 'event', name: pick(names, choice) }, 'system');
  }

  private recuse(choice: number) {
    const board = this.openBoard(choice)?.id ?? 'council';
    const actor = pick(everybody, Math.floor(choice / 3));
    this.perform({ type: 'recuse', board, reason: 'My brother.' }, actor);
  }

  /** Somebody joins the committee, or leaves it; enough for a vote are left. */
  private move(choice: number) {
    const movable = [people.members[1], people.stranger, people.auditor];
    const person = pick(movable, choice);
    const others = this.committee.filter(ref => ref !== person);
    const joins = others.length === this.committee.length;
    this.committee = joins ? [...others, person] : others;
    this.perform({ type: 'reseat' }, 'system');
    this.item.boards.forEach(({ id }) => this.close(id));
  }

  /** Mostly the chair adds or removes somebody, sometimes somebody else does. */
  private seat(choice: number) {
    const board = this.openBoard(choice)?.id ?? 'council';
    const change = choice % 2 === 0 ? 'add' : 'remove';
    const voter = pick(everybody, Math.floor(choice / 3));
    const actor = choice % 5 === 0 ? voter : people.speaker;
    const wish = { board, voter, change, reason: 'Knows it.' } as const;
    this.perform({ type: 'voters', ...wish }, actor);
    this.item.boards.forEach(({ id }) => this.close(id));
  }

  /** What comes too late, or from somebody who may nothing. */
  private stale(choice: number) {
    const { entry } = this.item;
    const commands: Command[] = [
      { type: 'timer', id: 'slow', entry: entry - 1 },
      { type: 'timer', id: 'nothing', entry },
      { type: 'timer', id: 'deadline:nothing', entry, ballots: [] },
      { type: 'action', action: 'nothing' },
      { type: 'action', action: 'handIn', data: { title: 7, junk: 1 } },
      {
        type: 'closeBoard',
        board: 'council',
        round: 99,
        ballots: [],
        ballotsHash: '',
      },
    ];
    this.perform(pick(commands, choice), pick(everybody, choice));
  }

  private openBoard(choice: number) {
    const open = this.item.boards.filter(({ status }) => status === 'open');
    return pick(open, choice) as (typeof open)[number] | undefined;
  }

  private ballotsOf(board: string, round: number): Ballot[] {
    const key = `${board} ${round}`;
    const ballots = this.ballots.get(key) ?? [];
    this.ballots.set(key, ballots);
    return ballots;
  }
}

function pick<T>(list: readonly T[], choice: number): T {
  return list[choice % list.length];
}
