import { RoleSource, WorkflowDefinition } from './definition';
import { Refusal } from './item';
import { refuse } from './refusal';
import { assigneesOf, namedInRole } from './roles';
import { note, stateOf, Walk } from './walk';

/** Who takes over what waits for somebody who has left, and why. @public */
export interface HandOverInput {
  from: string;
  to: string;
  reason: string;
}

/**
 * Hands what an item wants of somebody to another person, in all roles that the
 * item itself names them for, and the open conditions that they were to see to.
 * What was done before, and who is credited for it, stays as it is.
 *
 * @returns why not, if so
 * @internal
 */
export function handOver(
  walk: Walk,
  { from, to, reason }: HandOverInput,
): Refusal | undefined {
  const said = reason.trim();
  if (said === '') {
    return refuse('reason-required', { minimum: 1 });
  }
  const before = waitingFor(walk);
  if (!before.includes(from) || !isNamed(walk, from)) {
    return refuse('nothing-to-take-over');
  }
  takeOver(walk, from, to);
  if (!waitingFor(walk).includes(to)) {
    return refuse('may-not-take-over');
  }
  note(walk, 'handedOver', { from, to, reason: said });
  if (!before.includes(to)) {
    const notice = { to: [to], template: 'item-waiting' };
    walk.effects.push({ use: 'notify', with: notice, recipients: [to] });
  }
  return undefined;
}

function waitingFor({ definition, item, context }: Walk): string[] {
  return stateOf(definition, item).type === 'task'
    ? assigneesOf(definition, item, context.directory)
    : [];
}

function isNamed({ definition, item }: Walk, person: string): boolean {
  return (
    sources(definition).some(from =>
      namedInRole(from, item)?.includes(person),
    ) ||
    (item.conditions ?? []).some(({ owner, met }) => !met && owner === person)
  );
}

function sources({ roles }: WorkflowDefinition): RoleSource[] {
  return Object.values(roles).map(({ from }) => from);
}

/** Whoever takes something over has not left, and stands for nobody's place. */
function takeOver({ item }: Walk, from: string, to: string) {
  const { [to]: back, ...others } = item.successors ?? {};
  item.successors = { ...others, [from]: to };
  item.conditions = item.conditions?.map(condition =>
    condition.owner === from && !condition.met
      ? { ...condition, owner: to }
      : condition,
  );
}
