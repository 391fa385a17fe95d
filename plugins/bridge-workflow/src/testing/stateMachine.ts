import { assign, createMachine, TransitionConfigOrTarget } from 'xstate';
import { ItemData, State, WorkflowDefinition } from '../definition';

interface Context {
  previous: string;
}

interface Event {
  type: string;
  data: ItemData;
}

type Target = TransitionConfigOrTarget<
  Context,
  Event,
  Event,
  never,
  never,
  never,
  never,
  never,
  never
>;

/** The guards of choices once more, written by hand; see improvement.yaml. */
const OPEN: { [branch: string]: (data: ItemData) => boolean } = {
  'sorting.0': ({ price, danger }) => Number(price) < 1000 && danger === 'none',
  'verdict.0': ({ after, goal }) => Number(after) >= Number(goal),
};

const HOLD = 'parked';

const stay = () => undefined;

/** The same graph as a state machine of XState, made without the engine. @internal */
export function stateMachineOf({
  initial,
  states,
  global,
}: WorkflowDefinition) {
  const ids = Object.keys(states);
  const remember = (from: string) =>
    assign<Context, Event, undefined, Event, never>({ previous: from });
  const lead = (from: string, to: string): Target[] => {
    if (to === '$previous') {
      return ids.map(target => ({
        target,
        guard: ({ context }: { context: Context }) =>
          context.previous === target,
      }));
    }
    return [{ target: to, ...(to === HOLD && { actions: remember(from) }) }];
  };
  const ways = (id: string, state: State): { [event: string]: Target[] } => {
    const waits = !['end', 'choice'].includes(state.type);
    const everywhere = Object.entries(global).filter(
      ([, { except }]) => waits && !except.includes(id),
    );
    const named = [
      ...Object.entries(state.actions).map(
        ([name, way]) => [`action ${name}`, way.to] as const,
      ),
      ...Object.entries(state.events).map(
        ([name, way]) => [`event ${name}`, way.to] as const,
      ),
      ...state.timers.map(
        timer => [`timer ${timer.id}`, timer.fire?.to] as const,
      ),
      ...everywhere.map(([name, way]) => [`action ${name}`, way.to] as const),
      ...Object.entries(state.type === 'approval' ? state.outcomes : {}).map(
        ([name, way]) => [`outcome ${name}`, way.to] as const,
      ),
    ];
    return Object.fromEntries(
      named.map(([name, to]) => [
        name,
        to ? lead(id, to) : [{ actions: stay }],
      ]),
    );
  };
  const nodes = Object.entries(states).map(([id, state]) => [
    id,
    state.type === 'choice'
      ? {
          always: state.choose.map(({ to }, place) => ({
            target: to,
            guard: ({ event }: { event: Event }) =>
              OPEN[`${id}.${place}`]?.(event.data) ?? true,
          })),
        }
      : { on: ways(id, state) },
  ]);
  return createMachine({
    types: {} as { context: Context; events: Event },
    initial,
    context: { previous: '' },
    states: Object.fromEntries(nodes),
  });
}
