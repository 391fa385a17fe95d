import { RoleSource, WorkflowDefinition } from '../definition';
import { Directory, SuperUserFact } from '../directory';
import { boardsIn } from '../lint/traverse';

/** The person who makes the item of a scenario. @internal */
export const CREATOR = 'user:default/creator';

/**
 * A directory of invented people for scenarios: every group has as many as the
 * largest `min` of a role that draws on it, and so have the owners and the
 * super users of any system, and every source of one's own. On a board sit its chair and one person of every
 * role that its quorum includes.
 *
 * @internal
 */
export function inventDirectory(definition: WorkflowDefinition): Directory {
  const owners = people('owner', seats(definition, isOwner));
  const superUsers = people('super-user', seats(definition, isSuperUser));
  const groups = inventGroups(definition);
  seatPeople(definition, groups, from => {
    if ('group' in from) {
      return groups.get(from.group)?.[0];
    }
    if ('custom' in from) {
      return customPeople(definition, from.custom)[0];
    }
    return isOwner(from) ? owners[0] : superUsers[0];
  });
  return {
    members: group => groups.get(group) ?? [],
    ownersOf: () => owners,
    superUsersOf: () => superUsers.map(superUser),
    departmentOf: () => 'group:default/department',
    standInsOf: () => [],
    customPeople: ({ source }) => customPeople(definition, source),
  };
}

/** As many as the largest role of such a source needs. */
function customPeople(
  definition: WorkflowDefinition,
  source: string,
): string[] {
  const count = seats(
    definition,
    from => 'custom' in from && from.custom === source,
  );
  return people(source.toLowerCase(), count);
}

function isOwner(from: Source): boolean {
  return 'ownerOf' in from;
}

function isSuperUser(from: Source): boolean {
  return 'superUserOf' in from;
}

function superUser(ref: string, place: number): SuperUserFact {
  const roles: SuperUserFact['role'][] = ['lead', 'backup'];
  const role = roles[place] ?? 'member';
  return { ref, role, modules: [], stage: 'expert' };
}

function people(name: string, count: number): string[] {
  const numbers = Array.from({ length: count }, (_, place) => place + 1);
  return numbers.map(number => `user:default/${name}-${number}`);
}

function lastPart(ref: string): string {
  return ref.split('/').at(-1) ?? ref;
}

type Source = Exclude<RoleSource, 'creator'>;

/** How many people a kind of source must have for all roles that use it. */
function seats(
  { roles }: WorkflowDefinition,
  matches: (from: Source) => boolean,
): number {
  const sizes = Object.values(roles)
    .filter(({ from }) => from !== 'creator' && matches(from))
    .map(({ from, min = 1 }) => Math.max(min, isBackup(from) ? 2 : 1));
  return Math.max(1, ...sizes);
}

function isBackup(from: RoleSource): boolean {
  return from !== 'creator' && 'role' in from && from.role === 'backup';
}

function inventGroups(definition: WorkflowDefinition): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { from } of Object.values(definition.roles)) {
    if (from !== 'creator' && 'group' in from) {
      const { group } = from;
      const size = seats(
        definition,
        other => 'group' in other && other.group === group,
      );
      groups.set(group, people(lastPart(group), size));
    }
  }
  return groups;
}

/** Gives the chair and the included their seats, from the first seat on. */
function seatPeople(
  definition: WorkflowDefinition,
  groups: Map<string, string[]>,
  firstOf: (from: Source) => string | undefined,
) {
  const { roles } = definition;
  const sourceOf = (role: string | undefined) => {
    const from = role && Object.hasOwn(roles, role) ? roles[role].from : '';
    return typeof from === 'object' ? from : undefined;
  };
  for (const { board } of boardsIn(definition)) {
    const from = sourceOf(board.voters);
    const members = from && 'group' in from && groups.get(from.group);
    const guests = [
      board.chair,
      ...board.quorum.includes.map(one =>
        'role' in one ? one.role : undefined,
      ),
    ]
      .map(sourceOf)
      .flatMap(source => (source && firstOf(source)) || []);
    if (members) {
      seat(members, [...new Set(guests)]);
    }
  }
}

function seat(members: string[], guests: string[]) {
  const size = Math.max(members.length, guests.length);
  const others = members.filter(member => !guests.includes(member));
  const seated = [...guests, ...others].slice(0, size);
  members.splice(0, members.length, ...seated);
}
