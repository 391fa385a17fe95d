import { Action, WorkflowDefinition } from '../definition';
import { Finding } from '../problems';
import { keepsStanding, leadsToKept } from '../standing';
import { has, statePath, waysOf } from './traverse';

/** The states in which something may be kept. @internal */
export function keepingStates({ states }: WorkflowDefinition): string[] {
  return Object.keys(states).filter(id => keepsStanding(states[id]));
}

/** What is kept must be able to come back, and what leads back needs something kept. @internal */
export function keepingRule(definition: WorkflowDefinition): Finding[] {
  const back = waysOf(definition).filter(({ transition }) =>
    leadsToKept(transition),
  );
  const nothing = keepingStates(definition).length === 0 ? back : [];
  return [
    ...keptInVain(definition, back.length > 0),
    ...nothing.map(
      ({ path }): Finding => ({ rule: 'kept-nothing', path: [...path, 'to'] }),
    ),
  ];
}

function keptInVain(
  definition: WorkflowDefinition,
  comesBack: boolean,
): Finding[] {
  return Object.entries(definition.states).flatMap(([id, state]) =>
    Object.entries(state.actions)
      .filter(([, action]) => action.keep)
      .filter(
        ([, action]) =>
          !comesBack || state.type !== 'task' || !leadsOn(definition, action),
      )
      .map(
        ([name]): Finding => ({
          rule: 'keep',
          path: statePath(id, 'actions', name, 'keep'),
        }),
      ),
  );
}

/** Whether an action leads to a state in which what it keeps is not forgotten. */
function leadsOn({ states }: WorkflowDefinition, { to }: Action): boolean {
  return to !== undefined && has(states, to) && !keepsStanding(states[to]);
}
