import { WorkflowDefinition } from './definition';
import { StepContext } from './directory';
import { Refusal, WorkItem } from './item';
import { refuse } from './refusal';
import { note, Walk } from './walk';
import { worksOn } from './worksOn';

/**
 * Whether a new item is private: always, where the file says `roles`; as its
 * reporter chooses, where it leaves that to them. What comes out of a private
 * item is private whatever the file says.
 *
 * @internal
 */
export function startsPrivate(
  { visibility }: WorkflowDefinition,
  { isPrivate = false, from }: { isPrivate?: boolean; from?: string },
): boolean | Refusal {
  if (isPrivate && visibility === undefined && from !== 'effect') {
    return refuse('visibility-fixed');
  }
  return isPrivate || visibility === 'roles';
}

/**
 * Why a person may not open an item up to everybody, or make it private; the
 * reporter may, and whoever works on it.
 *
 * @public
 */
export function visibilityRefusal(
  definition: WorkflowDefinition,
  item: WorkItem,
  { actor, directory }: Pick<StepContext, 'actor' | 'directory'>,
): Refusal | undefined {
  const { visibility } = definition;
  const isChoice = visibility === 'reporterChooses' || item.private;
  if (visibility === 'roles' || !isChoice) {
    return refuse('visibility-fixed');
  }
  return actor === item.createdBy || worksOn(definition, actor, item, directory)
    ? undefined
    : refuse('not-your-visibility');
}

/**
 * Opens an item up, or makes it private.
 *
 * @returns why not, where it cannot be done
 * @internal
 */
export function changeVisibility(
  walk: Walk,
  isPrivate: boolean,
): Refusal | undefined {
  const { definition, item, context } = walk;
  const refusal = visibilityRefusal(definition, item, context);
  if (refusal || Boolean(item.private) === isPrivate) {
    return refusal ?? refuse('visibility-as-it-is');
  }
  item.private = isPrivate || undefined;
  note(walk, 'visibility', { private: isPrivate });
  return undefined;
}
