import { State, WorkflowDefinition } from '../definition';
import { reasonFields } from '../reopening';
import { leadsToKept } from '../standing';
import { Finding, Path } from '../problems';
import { keepingStates } from './keeping';
import { has, statePath, Way, waysOf } from './traverse';

/** State → the states that it leads to. */
type Graph = Map<string, string[]>;

function targetsOf({ states }: WorkflowDefinition, ways: Way[]): Graph {
  const graph: Graph = new Map(Object.keys(states).map(id => [id, []]));
  for (const { from, transition } of ways) {
    const { to } = transition;
    if (from && to !== undefined && has(states, to)) {
      graph.get(from)?.push(to);
    }
  }
  return graph;
}

/** With the ways back, which reach nothing new but may lead to an end. */
function withWaysBack(definition: WorkflowDefinition): Graph {
  const ways = waysOf(definition);
  const graph = targetsOf(definition, ways);
  for (const { from, transition } of ways) {
    if (from && transition.to === '$previous') {
      graph.get(from)?.push(...comingTo(definition, from));
    } else if (from && leadsToKept(transition)) {
      graph.get(from)?.push(...keepingStates(definition));
    }
  }
  return graph;
}

function isWayBack(to: string): boolean {
  return to === '$previous' || leadsToKept({ to });
}

/** The states from which a hold may have been entered. */
function comingTo(definition: WorkflowDefinition, hold: string): string[] {
  return waysOf(definition)
    .filter(({ transition }) => transition.to === hold)
    .flatMap(way => leavers(definition, way))
    .filter(id => id !== hold);
}

/** The states that a way may leave. */
function leavers({ states, global }: WorkflowDefinition, way: Way): string[] {
  if (way.from !== undefined) {
    return [way.from];
  }
  const action = global[String(way.path.at(-1))];
  return Object.entries(states)
    .filter(([id, { type }]) => waits(type) && !action.except.includes(id))
    .map(([id]) => id);
}

function waits(type: State['type']): boolean {
  return type !== 'end' && type !== 'choice';
}

function reachableFrom(graph: Graph, starts: string[]): Set<string> {
  const seen = new Set<string>();
  const todo = [...starts];
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    if (!seen.has(id)) {
      seen.add(id);
      todo.push(...(graph.get(id) ?? []));
    }
  }
  return seen;
}

/**
 * The states to which an item can come before anybody has voted on it.
 *
 * @internal
 */
export function reachedUndecided(definition: WorkflowDefinition): Set<string> {
  const { states, initial, global } = definition;
  const ways = waysOf(definition).filter(
    ({ from }) => from === undefined || states[from].type !== 'approval',
  );
  const everywhere = Object.values(global).flatMap(({ to }) =>
    to !== undefined && has(states, to) ? [to] : [],
  );
  return reachableFrom(targetsOf(definition, ways), [initial, ...everywhere]);
}

function unknownTargets(definition: WorkflowDefinition): Finding[] {
  const { states, initial, global, scenarios } = definition;
  const named: { state: string; path: Path }[] = [
    { state: initial, path: ['spec', 'initial'] },
    ...waysOf(definition).flatMap(({ transition, path }) =>
      transition.to === undefined || isWayBack(transition.to)
        ? []
        : [{ state: transition.to, path: [...path, 'to'] }],
    ),
    ...Object.entries(global).flatMap(([id, { except }]) =>
      except.map((state, place) => ({
        state,
        path: ['spec', 'global', id, 'except', place],
      })),
    ),
    ...scenarios.map(({ expect }, place) => ({
      state: expect.state,
      path: ['spec', 'scenarios', place, 'expect', 'state'],
    })),
  ];
  return named
    .filter(({ state }) => !has(states, state))
    .map(({ state, path }) => ({
      rule: 'unknown-target',
      path,
      parameters: { state },
    }));
}

/** Global actions are ways too, wherever something waits. */
function unreachable(definition: WorkflowDefinition): Finding[] {
  const graph = targetsOf(definition, waysOf(definition));
  const everywhere = Object.values(definition.global).flatMap(({ to }) =>
    to === undefined ? [] : [to],
  );
  const seen = reachableFrom(graph, [definition.initial, ...everywhere]);
  return Object.keys(definition.states)
    .filter(id => !seen.has(id))
    .map(state => ({
      rule: 'unreachable',
      path: statePath(state),
      parameters: { state },
    }));
}

function deadEnds(definition: WorkflowDefinition): Finding[] {
  const { states } = definition;
  const graph = withWaysBack(definition);
  const ends = Object.keys(states).filter(id => states[id].type === 'end');
  const toEnd = reachableFrom(reversed(graph), ends);
  return Object.keys(states)
    .filter(id => !toEnd.has(id))
    .map(state => ({
      rule: 'dead-end',
      path: statePath(state),
      parameters: { state },
    }));
}

function reversed(graph: Graph): Graph {
  const turned: Graph = new Map([...graph.keys()].map(id => [id, []]));
  for (const [from, targets] of graph) {
    targets.forEach(to => turned.get(to)?.push(from));
  }
  return turned;
}

/** Ways that nobody takes: branches, and boards that cannot assemble. */
function isAutomatic({ kind, path }: Way): boolean {
  return (
    kind === 'choice' || (kind === 'outcome' && path.at(-1) === 'noQuorum')
  );
}

function automaticLoops(definition: WorkflowDefinition): Finding[] {
  const graph = targetsOf(definition, waysOf(definition).filter(isAutomatic));
  const inLoop = Object.keys(definition.states).filter(id =>
    reachableFrom(graph, graph.get(id) ?? []).has(id),
  );
  const states = inLoop.join(', ');
  return inLoop.slice(0, 1).map(id => ({
    rule: 'automatic-loop',
    path: statePath(id),
    parameters: { states },
  }));
}

function previousMisused(definition: WorkflowDefinition): Finding[] {
  return waysOf(definition)
    .filter(({ transition }) => transition.to === '$previous')
    .filter(
      ({ kind, from }) => kind === 'global' || from === definition.initial,
    )
    .map(({ path }) => ({ rule: 'previous', path: [...path, 'to'] }));
}

function choiceDefaults({ states }: WorkflowDefinition): Finding[] {
  return Object.entries(states).flatMap(([id, state]): Finding[] => {
    if (state.type !== 'choice') {
      return [];
    }
    const open = state.choose.map(
      ({ when, max, to }) =>
        when === undefined && max === undefined && !leadsToKept({ to }),
    );
    return open.indexOf(true) === open.length - 1
      ? []
      : [{ rule: 'choice-default', path: statePath(id, 'choose') }];
  });
}

function endlessWaits({ states }: WorkflowDefinition): Finding[] {
  return Object.entries(states)
    .filter(
      ([, state]) =>
        state.type === 'wait' &&
        !state.timers.some(timer => timer.fire) &&
        !Object.values(state.events).some(rule => rule.to !== undefined),
    )
    .map(([id]) => ({ rule: 'wait-for-nothing', path: statePath(id) }));
}

function idleTimers({ states }: WorkflowDefinition): Finding[] {
  return Object.entries(states).flatMap(([id, state]) =>
    state.timers.flatMap((timer, place): Finding[] =>
      timer.fire || timer.do.length > 0
        ? []
        : [{ rule: 'timer-idle', path: statePath(id, 'timers', place) }],
    ),
  );
}

/** Whoever leaves the state at the first turn comes to no second one. */
function vainRepeats({ states }: WorkflowDefinition): Finding[] {
  return Object.entries(states).flatMap(([id, state]) =>
    state.timers.flatMap(({ repeat, fire }, place): Finding[] =>
      repeat && fire?.to !== undefined && fire.when === undefined
        ? [
            {
              rule: 'repeat-in-vain',
              path: statePath(id, 'timers', place, 'repeat'),
            },
          ]
        : [],
    ),
  );
}

function unwatchedTasks({ states }: WorkflowDefinition): Finding[] {
  return Object.entries(states)
    .filter(([, state]) => state.type === 'task' && state.timers.length === 0)
    .map(([id]) => ({ rule: 'task-without-timer', path: statePath(id) }));
}

/** The actions by which an item leaves an end, with their paths. */
function reopenings({ states }: WorkflowDefinition) {
  return Object.entries(states).flatMap(([id, state]) =>
    state.type === 'end'
      ? Object.entries(state.actions)
          .filter(([, { to }]) => to !== undefined)
          .map(([name, action]) => ({
            action,
            path: statePath(id, 'actions', name),
          }))
      : [],
  );
}

function unlimitedReopening(definition: WorkflowDefinition): Finding[] {
  return reopenings(definition)
    .filter(({ action: { within, max } }) => !(within && max))
    .map(({ path }) => ({ rule: 'reopen-limit', path }));
}

/** Whoever reopens what was decided says why: in words, not by a choice. */
function reopeningUnexplained(definition: WorkflowDefinition): Finding[] {
  return reopenings(definition)
    .filter(({ action }) => reasonFields(definition, action).length === 0)
    .filter(({ action: { comment } }) => comment !== 'required')
    .map(({ path }) => ({ rule: 'reopen-reason', path }));
}

/** The rules about states and the ways between them. @internal */
export const graphRules = [
  unknownTargets,
  unreachable,
  deadEnds,
  automaticLoops,
  previousMisused,
  choiceDefaults,
  endlessWaits,
  idleTimers,
  vainRepeats,
  unwatchedTasks,
  unlimitedReopening,
  reopeningUnexplained,
];
