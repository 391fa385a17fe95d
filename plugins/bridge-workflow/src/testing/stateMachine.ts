import { assign, createMachine } from 'xstate';
import { ItemData, State, WorkflowDefinition } from '../definition';

interface Context {
  previous: string;
}

interface Event {
  type: string;
  data: ItemData;
}

/** The guards of choices once more, written by hand; see improvement.yaml. */
const OPEN: { [branch: string]: (data: ItemData) => boolean } = {
  'sorting.0': ({ price, danger }) => Number(price) < 1000 && danger === 'none',
  'verdict.0': ({ after, goal }) => Number(after) >= Number(goal),
};

const HOLD = 'parked';

const stay = () => undefined;

const remember = (previous: string) =>
  assign<Context, Event, undefined, Event, never>({ previous });

/** Where a way leads, in the terms of XState. */
function lead(states: string[], from: string, to: string | undefined) {
  if (to === undefined) {
    return [{ actions: stay }];
  }
  if (to === '$previous') {
    return states.map(target => ({
      target,
      guard: ({ context }: { context: Context }) => context.previous === target,
    }));
  }
  return [{ target: to, ...(to === HOLD && { actions: remember(from) }) }];
}

/** Every way out of a state: what sets it off, and where it leads. */
function waysOf(definition: WorkflowDefinition, id: string) {
  const state = definition.states[id];
  const global = Object.entries(definition.global).filter(
    ([, { except }]) => state.type !== 'end' && !except.includes(id),
  );
  const outcomes = state.type === 'approval' ? state.outcomes : {};
  return [
    ...Object.entries(state.actions).map(name('action')),
    ...global.map(name('action')),
    ...Object.entries(state.events).map(name('event')),
    ...state.timers.map(one => [`timer ${one.id}`, one.fire?.to] as const),
    ...Object.entries(outcomes).map(name('outcome')),
  ];
}

function name(kind: string) {
  return ([id, { to }]: [string, { to?: string }]) =>
    [`${kind} ${id}`, to] as const;
}

function nodeOf(definition: WorkflowDefinition, id: string, state: State) {
  if (state.type === 'choice') {
    const always = state.choose.map(({ to }, place) => ({
      target: to,
      guard: ({ event }: { event: Event }) =>
        OPEN[`${id}.${place}`]?.(event.data) ?? true,
    }));
    return { always };
  }
  const states = Object.keys(definition.states);
  const on = waysOf(definition, id).map(([event, to]) => [
    event,
    lead(states, id, to),
  ]);
  return { on: Object.fromEntries(on) };
}

/** The same graph as a machine of XState, made without the engine. @internal */
export function stateMachineOf(definition: WorkflowDefinition) {
  const nodes = Object.entries(definition.states).map(([id, state]) => [
    id,
    nodeOf(definition, id, state),
  ]);
  return createMachine({
    types: {} as { context: Context; events: Event },
    initial: definition.initial,
    context: { previous: '' },
    states: Object.fromEntries(nodes),
  });
}
