import { State, WorkflowDefinition } from '../definition';
import { Expression } from '../expression';
import { isConditional } from '../condition';
import { Finding, Path } from '../problems';
import { has, statePath } from './traverse';

const WORDS = ['conditions', 'conditionsOpen'];

function mayImpose(state: State): boolean {
  return (
    state.type === 'approval' &&
    Object.values(state.approval.boards).some(({ choices }) =>
      choices.some(isConditional),
    )
  );
}

/** A checklist must follow up what a board can impose. */
function unknownChecklists({ states }: WorkflowDefinition): Finding[] {
  return Object.entries(states).flatMap(([id, state]): Finding[] => {
    const of = state.type === 'task' ? state.checklist : undefined;
    if (of === undefined || (has(states, of) && mayImpose(states[of]))) {
      return [];
    }
    const path = statePath(id, 'checklist');
    return [{ rule: 'unknown-checklist', path, parameters: { state: of } }];
  });
}

/** What a board imposes and nobody follows up is forgotten. */
function unfollowed({ states }: WorkflowDefinition): Finding[] {
  const followed = Object.values(states).map(state =>
    state.type === 'task' ? state.checklist : undefined,
  );
  return Object.entries(states)
    .filter(([id, state]) => mayImpose(state) && !followed.includes(id))
    .map(([id]) => ({
      rule: 'conditions-unfollowed',
      path: statePath(id, 'outcomes', 'conditional'),
      parameters: { state: id },
    }));
}

/**
 * What an expression asks of decisions and is not there to be asked.
 *
 * @internal
 */
export function unknownApprovals(
  { states }: WorkflowDefinition,
  { approvals, variables }: Expression,
  path: Path,
): Finding[] {
  if (!variables.has('approval')) {
    return [];
  }
  const wrong = approvals.find(
    ({ state, word }) =>
      !has(states, state) ||
      states[state].type !== 'approval' ||
      !WORDS.includes(word),
  );
  const asked = wrong ? `approval.${wrong.state}.${wrong.word}` : 'approval';
  return wrong || approvals.length === 0
    ? [{ rule: 'guard-approval', path, parameters: { asked } }]
    : [];
}

/** The rules about conditions that boards impose. @internal */
export const checklistRules = [unknownChecklists, unfollowed];
