import { WorkflowDefinition } from '../definition';
import { fieldsOf, has, Way, waysOf } from '../lint/traverse';

/**
 * The questions with yes or no that are answered, whichever way an item has
 * taken, by the time it enters a state.
 *
 * @internal
 */
export function flagsKnown(definition: WorkflowDefinition): {
  [state: string]: string[];
} {
  const { states, initial, start } = definition;
  const fields = fieldsOf(definition);
  const flags = Object.keys(fields).filter(
    field => fields[field].type === 'boolean',
  );
  const known: { [state: string]: string[] } = Object.fromEntries(
    Object.keys(states).map(id => [id, flags]),
  );
  const asked = requiredBy(definition, start.form);
  known[initial] = flags.filter(field => asked.includes(field));
  const steps = stepsOf(definition);
  let isSettled = false;
  // Each turn only takes away, so that it ends.
  while (!isSettled) {
    isSettled = true;
    for (const { from, to, filled } of steps) {
      const left = known[to].filter(
        field => known[from].includes(field) || filled.includes(field),
      );
      isSettled = isSettled && left.length === known[to].length;
      known[to] = left;
    }
  }
  return known;
}

interface Step {
  from: string;
  to: string;
  filled: string[];
}

/** From which state to which; a way back leads to what has been left knowing as much. */
function stepsOf(definition: WorkflowDefinition): Step[] {
  const { states, global } = definition;
  const from = ({ kind, from: own, path }: Way): string[] => {
    const { except = [] } = kind === 'global' ? global[path[2]] : {};
    return own === undefined
      ? Object.keys(states).filter(id => !except.includes(id))
      : [own];
  };
  return waysOf(definition).flatMap(way => {
    const { to = '' } = way.transition;
    const filled = requiredBy(definition, formOf(way));
    return has(states, to)
      ? from(way).map(state => ({ from: state, to, filled }))
      : [];
  });
}

function formOf({ transition }: Way): string | undefined {
  return 'form' in transition ? String(transition.form) : undefined;
}

function requiredBy(
  { forms }: WorkflowDefinition,
  form: string | undefined,
): string[] {
  return (form !== undefined && forms[form]?.required) || [];
}
