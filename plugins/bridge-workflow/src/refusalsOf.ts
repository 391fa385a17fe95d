import { WorkflowDefinition } from './definition';
import { Way, waysOf } from './lint/traverse';

/** Where the items of a workflow stand that were refused or put off. @public */
export interface Refusals {
  states: string[];
  /** The fields in which it was said why, and what would reopen it. */
  fields: string[];
}

const REFUSALS = new Set(['rejected', 'deferred', 'declined']);

/**
 * The states into which items come only by being refused or put off, as the
 * milestones of a workflow say, and what the forms on the way ask for.
 *
 * @public
 */
export function refusalsOf(definition: WorkflowDefinition): Refusals {
  const ways = waysOf(definition).filter(({ transition }) => transition.to);
  const states = new Set<string>();
  const isRefusal = ({ from, transition }: Way) =>
    REFUSALS.has(transition.milestone ?? '') || states.has(from ?? '');
  const refused = () =>
    Object.keys(definition.states).filter(id => {
      const leading = ways.filter(({ transition }) => transition.to === id);
      const { milestone = '' } = definition.states[id];
      const isLedTo = leading.length > 0 && leading.every(isRefusal);
      return isLedTo || REFUSALS.has(milestone);
    });
  for (let found = refused(); found.length > states.size; found = refused()) {
    found.forEach(id => states.add(id));
  }
  const forms = ways
    .filter(way => isRefusal(way) && states.has(way.transition.to ?? ''))
    .flatMap(({ transition }) =>
      'form' in transition ? [String(transition.form)] : [],
    );
  const fields = forms.flatMap(form => definition.forms[form]?.fields ?? []);
  return { states: [...states], fields: [...new Set(fields)] };
}
