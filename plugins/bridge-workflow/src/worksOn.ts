import { conditionOwners } from './approvalScope';
import { Role, WorkflowDefinition } from './definition';
import { Directory } from './directory';
import { WorkItem } from './item';
import { references, rolesOf } from './roles';
import { votersOn } from './standIns';

/**
 * Whether somebody works on an item: plays a part in its workflow, sits on one
 * of its boards, sees to an open condition, or answers for its system. Having
 * made the item is no such part, nor is any that falls back to its maker or is
 * credited with having asked for it, such as that of the proposers or authors.
 * Whoever is recused from one of its boards stays outside, whatever else they
 * are: what is noted there may be about what they are not to decide.
 *
 * @public
 */
export function worksOn(
  definition: WorkflowDefinition,
  person: string,
  item: WorkItem,
  directory: Directory,
): boolean {
  const isRecused = item.boards.some(({ recused }) =>
    recused.some(({ voter, kind }) => voter === person && kind !== 'removed'),
  );
  if (isRecused) {
    return false;
  }
  return (
    isAsked(person, item) ||
    rolesOf(definition, person, item, directory).some(
      role => !isOfMaker(definition, role),
    ) ||
    (person !== item.createdBy && answersFor(person, item, directory))
  );
}

function isAsked(person: string, item: WorkItem): boolean {
  const voting = item.boards.flatMap(board => [
    ...votersOn(board),
    ...(board.standIns ?? []),
  ]);
  return [...voting, ...conditionOwners(item)].includes(person);
}

/** Capacities in which people are credited with having asked for an item. */
const MAKERS = ['reporter', 'proposers', 'author'];

// The compiler refuses a circle of fallbacks.
function isOfMaker(
  { roles, subject }: WorkflowDefinition,
  name: string,
): boolean {
  if (MAKERS.some(capacity => subject.credits[capacity] === name)) {
    return true;
  }
  for (
    let role: Role | undefined = roles[name];
    role;
    role = role.fallback ? roles[role.fallback] : undefined
  ) {
    if (role.from === 'creator') {
      return true;
    }
  }
  return false;
}

function answersFor(
  person: string,
  { data }: WorkItem,
  directory: Directory,
): boolean {
  return references(data, 'data.system').some(
    system =>
      directory.ownersOf(system).includes(person) ||
      directory.superUsersOf(system).some(({ ref }) => ref === person),
  );
}
