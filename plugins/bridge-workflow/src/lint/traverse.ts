import {
  Board,
  Effect,
  JsonSchema,
  State,
  Transition,
  WorkflowDefinition,
} from '../definition';
import { Path } from '../problems';

/** A way in a definition, and where it stands. @internal */
export interface Way {
  kind: 'action' | 'timer' | 'event' | 'choice' | 'outcome' | 'global';
  /** The state that it leaves; a global action leaves many. */
  from?: string;
  path: Path;
  transition: Transition;
}

/** The path of a state in the file. @internal */
export function statePath(id: string, ...more: Path): Path {
  return ['spec', 'states', id, ...more];
}

function waysOfState(id: string, state: State): Way[] {
  const way = (kind: Way['kind'], transition: Transition, ...path: Path) => ({
    kind,
    from: id,
    transition,
    path: statePath(id, ...path),
  });
  const timers = state.timers.flatMap((timer, place) =>
    timer.fire ? [way('timer', timer.fire, 'timers', place, 'fire')] : [],
  );
  const events = Object.entries(state.events).map(([name, rule]) =>
    way('event', rule, 'events', name),
  );
  const actions = Object.entries(state.actions).map(([name, action]) =>
    way('action', action, 'actions', name),
  );
  const own = state.type === 'choice' ? state.choose : [];
  const choices = own.map((branch, place) =>
    way('choice', branch, 'choose', place),
  );
  const outcomes = state.type === 'approval' ? state.outcomes : {};
  const ends = Object.entries(outcomes).map(([name, outcome]) =>
    way('outcome', outcome, 'outcomes', name),
  );
  return [...actions, ...timers, ...events, ...choices, ...ends];
}

/** Every way of a definition. @internal */
export function waysOf({ states, global }: WorkflowDefinition): Way[] {
  const own = Object.entries(states).flatMap(([id, state]) =>
    waysOfState(id, state),
  );
  const everywhere = Object.entries(global).map(([id, transition]) => ({
    kind: 'global' as const,
    transition,
    path: ['spec', 'global', id],
  }));
  return [...own, ...everywhere];
}

/** Every effect of a definition with its path. @internal */
export function effectsOf(
  definition: WorkflowDefinition,
): { path: Path; effect: Effect }[] {
  const list = (effects: Effect[], ...path: Path) =>
    effects.map((effect, place) => ({ effect, path: [...path, place] }));
  const onWays = waysOf(definition).flatMap(({ transition, path }) =>
    list(transition.effects, ...path, 'effects'),
  );
  const inStates = Object.entries(definition.states).flatMap(([id, state]) => [
    ...list(state.onEnter, ...statePath(id, 'onEnter')),
    ...state.timers.flatMap((timer, place) =>
      list(timer.do, ...statePath(id, 'timers', place, 'do')),
    ),
    ...Object.entries(state.events).flatMap(([name, rule]) =>
      list(rule.do, ...statePath(id, 'events', name, 'do')),
    ),
  ]);
  return [...onWays, ...inStates];
}

/** A board with its state. @internal */
export interface PlacedBoard {
  id: string;
  stateId: string;
  board: Board;
  path: Path;
}

/** Every board of a definition. @internal */
export function boardsIn(definition: WorkflowDefinition): PlacedBoard[] {
  return Object.entries(definition.states).flatMap(([stateId, state]) =>
    state.type === 'approval'
      ? Object.entries(state.approval.boards).map(([id, board]) => ({
          id,
          stateId,
          board,
          path: statePath(stateId, 'approval', 'boards', id),
        }))
      : [],
  );
}

/** A condition of a definition. @internal */
export interface Guard {
  kind: 'guard' | 'recusal';
  path: Path;
  source: string;
}

/** Every condition of a definition. @internal */
export function guardsOf(definition: WorkflowDefinition): Guard[] {
  const guard = (
    source: string | undefined,
    path: Path,
    kind: Guard['kind'] = 'guard',
  ): Guard[] => (source === undefined ? [] : [{ kind, source, path }]);
  const onWays = waysOf(definition).flatMap(({ transition, path }) =>
    guard(transition.when, [...path, 'when']),
  );
  const onTimers = Object.entries(definition.states).flatMap(([id, state]) =>
    state.timers.flatMap(({ when }, place) =>
      guard(when, statePath(id, 'timers', place, 'when')),
    ),
  );
  const onBoards = boardsIn(definition).flatMap(({ board, path }) => [
    ...guard(board.when, [...path, 'when']),
    ...board.quorum.includes.flatMap((one, place) => {
      const at = [...path, 'quorum', 'includes', place];
      const voter = 'voter' in one ? one.voter : undefined;
      return [
        ...guard(one.when, [...at, 'when']),
        ...guard(voter, [...at, 'voter'], 'recusal'),
      ];
    }),
    ...guard(board.recuse.when, [...path, 'recuse', 'when'], 'recusal'),
  ]);
  return [...onWays, ...onTimers, ...onBoards];
}

/** Every mention of a role with its path. @internal */
export function roleMentions(
  definition: WorkflowDefinition,
): { role: string; path: Path }[] {
  const one = (role: string | undefined, ...path: Path) =>
    role === undefined ? [] : [{ role, path }];
  const many = (roles: string[], ...path: Path) =>
    roles.flatMap((role, place) => one(role, ...path, place));
  const { roles, states, global, subject } = definition;
  return [
    ...Object.entries(roles).flatMap(([id, role]) => [
      ...many(role.except, 'spec', 'roles', id, 'except'),
      ...one(role.fallback, 'spec', 'roles', id, 'fallback'),
    ]),
    ...Object.entries(subject.credits).flatMap(([capacity, role]) =>
      one(role, 'spec', 'subject', 'credits', capacity),
    ),
    ...Object.entries(global).flatMap(([id, action]) =>
      many(action.by, 'spec', 'global', id, 'by'),
    ),
    ...Object.entries(states).flatMap(([id, state]) => [
      ...(state.type === 'task'
        ? one(state.assign, ...statePath(id, 'assign'))
        : []),
      ...(state.type === 'approval'
        ? one(
            state.approval.escalateTo,
            ...statePath(id, 'approval', 'escalateTo'),
          )
        : []),
      ...Object.entries(state.actions).flatMap(([name, action]) =>
        many(action.by, ...statePath(id, 'actions', name, 'by')),
      ),
    ]),
    ...boardsIn(definition).flatMap(({ board, path }) => [
      ...one(board.voters, ...path, 'voters'),
      ...one(board.chair, ...path, 'chair'),
      ...many(board.seats?.by ?? [], ...path, 'seats', 'by'),
      ...one(board.veto?.by, ...path, 'veto', 'by'),
      ...one(board.delegate?.to, ...path, 'delegate', 'to'),
      ...many(board.recuse.roles, ...path, 'recuse', 'roles'),
      ...Object.keys(board.weights ?? {}).flatMap(role =>
        one(role, ...path, 'weights', role),
      ),
      ...board.quorum.includes.flatMap((included, place) =>
        'role' in included
          ? one(included.role, ...path, 'quorum', 'includes', place)
          : [],
      ),
    ]),
  ];
}

/** Whether a table of a definition has an entry of this name. @internal */
export function has(table: object, name: string): boolean {
  return Object.hasOwn(table, name);
}

/** The fields of the data. @internal */
export function fieldsOf({ data }: WorkflowDefinition): {
  [field: string]: JsonSchema;
} {
  return data.properties as { [field: string]: JsonSchema };
}
