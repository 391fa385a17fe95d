import { WorkflowDefinition } from '../definition';
import { Finding } from '../problems';
import { effectsOf, waysOf } from './traverse';

/** A merge can be undone, but points that were awarded stay. @internal */
export function awardsOfDuplicates(definition: WorkflowDefinition): Finding[] {
  const places = waysOf(definition)
    .filter(({ transition }) => transition.milestone === 'duplicate')
    .flatMap(({ path, transition: { to = '' } }) => [
      path.join('.'),
      `spec.states.${to}.onEnter`,
    ]);
  return effectsOf(definition)
    .filter(({ effect }) => effect.use === 'awardPoints')
    .filter(({ path }) =>
      places.some(place => path.join('.').startsWith(`${place}.`)),
    )
    .map(({ path }) => ({ rule: 'award-duplicate', path: [...path, 'use'] }));
}
