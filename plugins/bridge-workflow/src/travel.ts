import { DateTime } from 'luxon';
import {
  ApprovalState,
  ItemData,
  Outcome,
  State,
  Timer,
  Transition,
} from './definition';
import { Refusal, Standing, WorkItem } from './item';
import { refuse } from './refusal';
import { fieldName } from './roles';
import { cancelBoards, combinedOutcome, openBoards } from './sitting';
import { isThere, keepsStanding, leadsToKept } from './standing';
import {
  guardHolds,
  isUsedUp,
  keepTimer,
  note,
  passThrough,
  reach,
  setOff,
  stateOf,
  Walk,
} from './walk';
import { whatWas } from './whatWas';

/** How many states one command may pass by itself. */
const MOST_HOPS = 30;

/** Thrown inside a step, and turned into its refusal. @internal */
export class Impassable extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.why.en);
  }
}

/** Takes a way and goes where it leads. @internal */
export function takeWay(walk: Walk, transition: Transition, way: string) {
  passThrough(walk, transition, way);
  if (transition.to !== undefined) {
    goTo(walk, transition.to);
  }
}

/** Goes on where the boards of the present state have all ended. @internal */
export function goOnWhereDecided(walk: Walk) {
  const state = stateOf(walk.definition, walk.item);
  const outcome = combinedOutcome(walk);
  if (state.type === 'approval' && outcome) {
    const next = takeOutcome(walk, state, outcome);
    if (next !== undefined) {
      goTo(walk, next);
    }
  }
}

/**
 * Enters a state, passes choice states and boards that cannot assemble, and
 * comes to rest where somebody or something must be waited for.
 *
 * @internal
 */
export function goTo(walk: Walk, to: string) {
  let next: string | undefined = to;
  let via: string[] = [];
  while (next !== undefined) {
    countHop(walk);
    const id = targetOf(walk, next);
    const state = walk.definition.states[id];
    if (leadsToKept({ to: next })) {
      next = goBack(walk, via);
      via = [];
    } else if (state.type === 'choice') {
      via.push(id);
      next = branchOf(walk, id);
    } else {
      arrive(walk, { id, state, via });
      via = [];
      next = settleArrival(walk, id, state);
    }
  }
}

function countHop(walk: Walk) {
  walk.hops += 1;
  if (walk.hops > MOST_HOPS) {
    throw new Impassable(refuse('guard-error'));
  }
}

function targetOf({ definition, item }: Walk, to: string): string {
  if (leadsToKept({ to })) {
    return standingIn(item).state;
  }
  return to === '$previous' ? item.previous ?? definition.initial : to;
}

function standingIn({ standing }: WorkItem): Standing {
  if (!standing) {
    throw new Impassable(refuse('guard-error'));
  }
  return standing;
}

/**
 * Goes back to how the item stood when it was kept. Its state is entered anew
 * with its full times; what entering sets off has been set off before.
 */
function goBack(walk: Walk, via: string[]): string | undefined {
  const { definition, item } = walk;
  const { state: id, previous, data, conditions } = standingIn(item);
  const restored = whatWas(data, item.data);
  item.data = { ...data };
  item.conditions = conditions && [...conditions];
  const quiet = { ...definition.states[id], onEnter: [], milestone: undefined };
  arrive(walk, { id, state: quiet, via, restored });
  item.previous = previous;
  return settleArrival(walk, id, quiet);
}

function branchOf(walk: Walk, id: string): string | undefined {
  const state = walk.definition.states[id];
  if (state.type !== 'choice') {
    return undefined;
  }
  reach(walk, state.milestone);
  setOff(walk, state.onEnter, id);
  for (const [place, branch] of state.choose.entries()) {
    const way = `${id}.choose.${place}`;
    const open =
      isThere(walk.item, branch) && !isUsedUp(walk.item, branch, way);
    if (open && guardHolds(walk, branch.when, way).holds) {
      passThrough(walk, branch, way);
      return branch.to;
    }
  }
  throw new Impassable(refuse('guard-error'));
}

/**
 * Goes back to a state that was left for another item's sake. It is entered anew
 * with its full times; of what entering sets off, people only hear once more
 * that it waits for them.
 *
 * @internal
 */
export function returnTo(
  walk: Walk,
  { state: id, previous }: { state: string; previous?: string },
) {
  const state = walk.definition.states[id];
  arrive(walk, { id, state, via: [] });
  walk.item.previous = previous;
  const onEnter = state.onEnter.filter(({ use }) => use === 'notify');
  const next = settleArrival(walk, id, { ...state, onEnter });
  if (next !== undefined) {
    goTo(walk, next);
  }
}

interface Arrival {
  id: string;
  state: State;
  via: string[];
  /** The fields that were put back on the way. */
  restored?: ItemData;
}

function arrive(walk: Walk, { id, state, via, restored = {} }: Arrival) {
  const { item, context } = walk;
  const from = item.state;
  cancelBoards(walk);
  leaveMerge(walk);
  rememberPrevious(walk, id);
  item.state = id;
  item.entry += 1;
  item.enteredAt = context.now;
  item.outcome = state.type === 'end' ? state.outcome : undefined;
  item.reopened = state.type === 'end' ? undefined : item.reopened;
  item.standing = keepsStanding(state) ? undefined : item.standing;
  walk.entered = true;
  walk.timers = [];
  note(walk, 'entered', {
    state: id,
    ...(from && { from }),
    ...(via.length > 0 && { via }),
    ...(Object.keys(restored).length > 0 && { data: restored }),
  });
  reach(walk, state.milestone);
  state.timers.forEach(timer => keepStateTimer(walk, timer));
}

/**
 * Keeps a timer of the present state, where its condition holds and it is known
 * when it begins.
 *
 * @internal
 */
export function keepStateTimer(
  walk: Walk,
  { id, after, calendar, when, from: field }: Timer,
) {
  const where = `${walk.item.state}.timers.${id}`;
  if (!guardHolds(walk, when, where).holds) {
    return;
  }
  const { now } = walk.context;
  const since = field === undefined ? now : countsFrom(walk, field);
  if (since !== undefined) {
    keepTimer(walk, id, after, calendar, since);
  }
}

/** The moment that the data name, or the beginning of the day. */
function countsFrom(walk: Walk, field: string) {
  const value = walk.item.data[fieldName(field)];
  const text = typeof value === 'string' ? value : '';
  return text.includes('T') ? text : dayBegins(walk, text);
}

/** When a day begins; now, where the day is over. */
function dayBegins({ definition, context }: Walk, day: string) {
  const { now, plant } = context;
  const zone = definition.calendar?.timezone ?? plant?.timeZone ?? 'utc';
  const begins = DateTime.fromISO(day, { zone });
  if (!begins.isValid) {
    return undefined;
  }
  // The day that is going on counts from its beginning like those to come.
  const today = DateTime.fromISO(now, { zone }).startOf('day');
  return begins < today ? now : begins.toUTC().toISO();
}

/** A duplicate that the workflow itself leads on is none any more. */
function leaveMerge(walk: Walk) {
  const { merged } = walk.item;
  if (merged) {
    walk.item.merged = undefined;
    note(walk, 'unmerged', { key: merged.into, inward: false });
  }
}

/** Opens the boards, tells the people, and says where boards lead at once. */
function settleArrival(walk: Walk, id: string, state: State) {
  const outcome =
    state.type === 'approval' ? openBoards(walk, id, state) : undefined;
  setOff(walk, state.onEnter, id);
  return state.type === 'approval' && outcome
    ? takeOutcome(walk, state, outcome)
    : undefined;
}

function takeOutcome(walk: Walk, state: ApprovalState, outcome: Outcome) {
  const { state: id } = walk.item;
  const taken = [outcome, 'noQuorum' as const].find(one =>
    isPassable(walk.item, state, one),
  );
  const transition = taken && state.outcomes[taken];
  if (!transition) {
    throw new Impassable(refuse('guard-error'));
  }
  passThrough(walk, transition, `${id}.outcomes.${taken}`);
  return transition.to;
}

function isPassable(item: WorkItem, state: ApprovalState, outcome: Outcome) {
  const transition = state.outcomes[outcome];
  const way = `${item.state}.outcomes.${outcome}`;
  return transition !== undefined && !isUsedUp(item, transition, way);
}

/**
 * A state from which one goes back is a hold: the state before it is kept as
 * long as holds follow each other.
 */
function rememberPrevious({ definition, item }: Walk, next: string) {
  if (!isHold(definition.states[next])) {
    item.previous = undefined;
    return;
  }
  const present = definition.states[item.state] as State | undefined;
  if (present && !isHold(present)) {
    item.previous = item.state;
  }
}

function isHold(state: State): boolean {
  const ways = [
    ...Object.values(state.actions),
    ...Object.values(state.events),
    ...state.timers.map(timer => timer.fire),
  ];
  return ways.some(way => way?.to === '$previous');
}
