import { conditionOwners } from './approvalScope';
import { WorkflowDefinition } from './definition';
import { Directory } from './directory';
import { ItemBoard, WorkItem } from './item';
import { references, rolePeople } from './roles';
import { deputiesOf } from './standIns';

/**
 * Who sees an item that is private: whoever made it, the people of every role
 * of its workflow, those who sit on its boards or vote for them, those who see
 * to conditions, and those who answer for its system. Who has left one of these
 * is no longer among them.
 *
 * @public
 */
export function readersOf(
  definition: WorkflowDefinition,
  item: WorkItem,
  directory: Directory,
): string[] {
  const roles = Object.keys(definition.roles).flatMap(role =>
    rolePeople(definition, role, item, directory),
  );
  const boards = item.boards.flatMap(seatedOn);
  const systems = references(item.data, 'data.system').flatMap(system => [
    ...directory.ownersOf(system),
    ...directory.superUsersOf(system).map(({ ref }) => ref),
  ]);
  const deputies = deputiesOf(item, directory).map(({ person }) => person);
  const all = [
    ...[item.createdBy, ...roles, ...boards, ...deputies],
    ...[...conditionOwners(item), ...systems],
  ];
  return [...new Set(all)].filter(person => person.startsWith('user:'));
}

function seatedOn({ electorate, recused, standIns = [] }: ItemBoard): string[] {
  const left = recused.flatMap(({ kind, voter }) =>
    kind === 'left' || kind === 'removed' ? [voter] : [],
  );
  const members = electorate.map(({ ref }) => ref);
  return [...members, ...standIns].filter(one => !left.includes(one));
}
