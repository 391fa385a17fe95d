import {
  Directory,
  isUnknown,
  WorkflowDefinition,
} from '@techbridge/bridge-workflow';
import { ItemStuck } from '@techbridge/plugin-bridge-common';
import { ItemRecord } from '../records';
import { vacantRoles } from './vacantRoles';

/** The states in which somebody has to act; others wait for a time or an event. */
const NEED_PEOPLE = ['task', 'approval'];

/** Whether a state of a workflow waits for people. @internal */
export function waitsForPeople(
  { states }: WorkflowDefinition,
  state: string,
): boolean {
  return NEED_PEOPLE.includes(states[state]?.type ?? '');
}

/**
 * That nobody can act on an item, and who would have to. Where it is not known
 * who is in a role, nothing is said.
 *
 * @param assignees - for whom it waits
 * @param left - those of them whom the catalog does not know any more
 * @internal
 */
export function stuckOf(
  {
    record,
    definition,
    directory,
  }: {
    record: ItemRecord;
    definition: WorkflowDefinition;
    directory: Directory;
  },
  assignees: string[],
  left: string[] = [],
): ItemStuck | undefined {
  const { state, data } = record.item;
  if (
    !waitsForPeople(definition, state) ||
    isUnknown(definition, directory) ||
    assignees.some(person => !left.includes(person))
  ) {
    return undefined;
  }
  return {
    reason: assignees.length > 0 ? 'left' : 'nobody',
    roles: vacantRoles(definition, state, data),
  };
}
