import { DateTime, Duration } from 'luxon';
import { Effect, State, Transition, WorkflowDefinition } from './definition';
import { SubjectKind } from './milestones';
import { businessLater } from './businessTime';
import { StepContext } from './directory';
import { approvalScope, conditionOwners } from './approvalScope';
import { parseExpression, Scope } from './expression';
import {
  CarriedBallots,
  DueEffect,
  DueTimer,
  ItemBoard,
  JournalLine,
  Step,
  WorkItem,
} from './item';
import { assigneesOf, references, rolePeople, rolesOf } from './roles';
import { valueSet } from './setWord';
import { deputiesOf } from './standIns';
import { fillEffect } from './template';

/**
 * One command under way: a copy of the item that may be changed, and what the
 * command leaves behind.
 *
 * @internal
 */
export interface Walk {
  definition: WorkflowDefinition;
  context: StepContext;
  item: WorkItem;
  lines: JournalLine[];
  timers: DueTimer[];
  effects: DueEffect[];
  /** Boards of rounds that another one has followed. */
  past: ItemBoard[];
  carried: CarriedBallots[];
  entered: boolean;
  /** States passed by this command; a bound on automatic ways. */
  hops: number;
}

/** A copy of the item to walk with; the caller's own is never touched. @internal */
export function startWalk(
  definition: WorkflowDefinition,
  item: WorkItem,
  context: StepContext,
): Walk {
  const copy = {
    ...item,
    data: { ...item.data },
    taken: { ...item.taken },
    milestones: [...item.milestones],
    boards: item.boards.map(board => ({ ...board })),
    ...(item.conditions && { conditions: [...item.conditions] }),
    ...(item.kept && { kept: { ...item.kept } }),
  };
  return {
    definition,
    context,
    item: copy,
    lines: [],
    timers: [],
    effects: [],
    past: [],
    carried: [],
    entered: false,
    hops: 0,
  };
}

/** What came of a walk. @internal */
export function endWalk(walk: Walk): Step {
  const { item, lines, timers, effects, past, carried, entered } = walk;
  return { ok: true, item, lines, timers, effects, past, carried, entered };
}

/** Notes a line for the journal. @internal */
export function note(
  walk: Walk,
  type: JournalLine['type'],
  payload: JournalLine['payload'],
) {
  walk.lines.push({ type, payload });
}

/** The state that the item is in. @internal */
export function stateOf(definition: WorkflowDefinition, item: WorkItem): State {
  return definition.states[item.state];
}

/**
 * The variables of expressions for an item and the person who acts. Most read
 * neither roles nor decisions, so that these are worked out when they are read.
 *
 * @internal
 */
export function scopeOf(
  definition: WorkflowDefinition,
  item: WorkItem,
  { actor, now, directory }: StepContext,
): Scope {
  const { key, createdBy, state, workflow, data } = item;
  return {
    data,
    instance: { key, createdBy, state, version: workflow.version },
    get actor() {
      const roles = rolesOf(definition, actor, item, directory);
      return { ref: actor, roles };
    },
    get approval() {
      return approvalScope(definition, item);
    },
    now: new Date(now),
  };
}

/** Whether a guard lets pass; `error` says why it could not be answered. @internal */
export interface GuardAnswer {
  holds: boolean;
  error?: string;
}

/** Answers a guard. One that fails counts as false. @internal */
export function answerGuard(
  definition: WorkflowDefinition,
  source: string | undefined,
  scope: () => Scope,
): GuardAnswer {
  if (source === undefined) {
    return { holds: true };
  }
  const answer = parseExpression(definition.data, source).evaluate(scope());
  return 'value' in answer
    ? { holds: answer.value === true }
    : { holds: false, error: answer.error };
}

/** Answers a guard on the way, and notes why it could not. @internal */
export function guardHolds(
  walk: Walk,
  source: string | undefined,
  where: string,
): GuardAnswer {
  const { definition, item, context } = walk;
  const answer = answerGuard(definition, source, () =>
    scopeOf(definition, item, context),
  );
  if (answer.error) {
    note(walk, 'guardError', { where, message: answer.error });
  }
  return answer;
}

/** Whether a way with a `max` may still be taken. @internal */
export function isUsedUp(
  item: WorkItem,
  transition: Transition,
  way: string,
): boolean {
  const { max } = transition;
  return max !== undefined && (item.taken[way] ?? 0) >= max;
}

/** What a way does before it leads on: count, fields, effects, milestone. @internal */
export function passThrough(walk: Walk, transition: Transition, way: string) {
  const { item, context } = walk;
  if (transition.max !== undefined) {
    item.taken[way] = (item.taken[way] ?? 0) + 1;
  }
  for (const [field, what] of Object.entries(transition.set)) {
    item.data[field] = valueSet(what, context, lastNumber(item, field));
  }
  rememberNumbers(item, transition);
  setOff(walk, transition.effects, way);
  reach(walk, transition.milestone);
}

/** What `next` counts on from: also from numbers whose text was put back. */
function lastNumber({ data, numbers = {} }: WorkItem, field: string): number {
  const value = data[field];
  const given = Object.hasOwn(numbers, field) ? numbers[field] : 0;
  return Math.max(typeof value === 'number' ? value : 0, given);
}

function rememberNumbers(item: WorkItem, { set }: Transition) {
  const fields = Object.keys(set).filter(field => set[field] === 'next');
  if (item.standing && fields.length > 0) {
    const given = fields.map(field => [field, item.data[field]]);
    item.numbers = { ...item.numbers, ...Object.fromEntries(given) };
  }
}

/** Effects whose `to` means people of the moment at which they are set off. */
const TO_PEOPLE = ['notify', 'awardPoints'];

/** Sets off effects with their templates filled in. @internal */
export function setOff(walk: Walk, effects: Effect[], where: string) {
  const { definition, item, context } = walk;
  for (const effect of effects) {
    const scope = scopeOf(definition, item, context);
    const filled = fillEffect(definition.data, effect, scope);
    for (const message of filled.errors) {
      note(walk, 'guardError', { where, message });
    }
    walk.effects.push({
      use: effect.use,
      with: filled.with,
      ...(effect.saveTo && { saveTo: effect.saveTo }),
      ...(effect.onDone && { onDone: effect.onDone }),
      ...(effect.onFail && { onFail: effect.onFail }),
      ...(TO_PEOPLE.includes(effect.use) && {
        recipients: recipientsOf(walk, filled.with.to),
      }),
    });
  }
}

function recipientsOf(walk: Walk, to: unknown): string[] {
  const names = references({ to }, 'to');
  return [...new Set(names.flatMap(name => recipientsNamed(walk, name)))];
}

function recipientsNamed(walk: Walk, name: string): string[] {
  const { definition, item, context } = walk;
  if (name.startsWith('role:')) {
    const role = name.slice('role:'.length);
    return rolePeople(definition, role, item, context.directory);
  }
  if (name === 'conditionOwners') {
    return conditionOwners(item);
  }
  if (name === 'assignees' || name === 'voters') {
    const { directory } = context;
    const deputies = deputiesOf(item, directory).map(({ person }) => person);
    return [...assigneesOf(definition, item, directory), ...deputies];
  }
  return name.includes(':') ? [name] : [];
}

/** Notes a milestone and whom it credits. @internal */
export function reach(walk: Walk, milestone: string | undefined) {
  if (milestone === undefined) {
    return;
  }
  const { definition, item, context } = walk;
  const credits = Object.entries(definition.subject.credits);
  const credited = credits.map(([capacity, role]) => [
    capacity,
    rolePeople(definition, role, item, context.directory),
  ]);
  const times = item.milestones.filter(one => one === milestone).length + 1;
  item.milestones.push(milestone);
  note(walk, 'milestone', {
    milestone,
    kind: definition.subject.kind as SubjectKind,
    credited: Object.fromEntries(credited),
    times,
  });
}

/** A moment so long after another. @internal */
export function laterThan(moment: string, duration: string): string {
  return DateTime.fromISO(moment, { zone: 'utc' })
    .plus(Duration.fromISO(duration))
    .toISO() as string;
}

/**
 * Keeps a timer for the present entry; what would have been over is due now.
 *
 * @param calendar - `business` where the time is working time
 * @param since - from when the time counts
 * @internal
 */
export function keepTimer(
  { definition, context, item, timers }: Walk,
  id: string,
  after: string,
  calendar?: 'business',
  since = context.now,
): string {
  const { now } = context;
  const over =
    calendar && definition.calendar
      ? businessLater(since, after, definition.calendar, context.plant)
      : laterThan(since, after);
  const fireAt = over < now ? now : over;
  timers.push({ id, entry: item.entry, fireAt });
  return fireAt;
}
