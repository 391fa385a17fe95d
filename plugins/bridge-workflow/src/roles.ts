import { conditionOwners } from './approvalScope';
import {
  Board,
  ItemData,
  Label,
  Role,
  RoleSource,
  State,
  WorkflowDefinition,
} from './definition';
import { CustomNeed, Directory, SuperUserFact } from './directory';
import { WorkItem } from './item';
import { dataPath } from './shape/words';
import { votersOn } from './standIns';

/** What of an item decides who plays which part. @public */
export type RoleSubject = Pick<WorkItem, 'data' | 'createdBy' | 'successors'>;

/**
 * The people of a role for an item: its source without the people of `except`,
 * or else those of its fallback. People who are excepted do not come back
 * through the fallback. Where there is one, whoever has left the catalog is
 * absent; they stay as long as nobody at all could take their place. Where an
 * item names somebody from whom another person has taken over, it is that one.
 *
 * @param aside - people who must not decide, and so are absent, too
 * @public
 */
export function rolePeople(
  definition: WorkflowDefinition,
  role: string,
  item: RoleSubject,
  directory: Directory,
  aside: string[] = [],
): string[] {
  return resolve({ definition, item, directory, aside }, role, []);
}

interface Question {
  definition: WorkflowDefinition;
  item: RoleSubject;
  directory: Directory;
  aside: string[];
}

// `asked` ends a circle of roles, which the compiler refuses anyhow.
function resolve(question: Question, name: string, asked: string[]): string[] {
  const role = ownRole(question.definition, name);
  if (!role || asked.includes(name)) {
    return [];
  }
  const deeper = [...asked, name];
  // Whoever is excepted is so by who they are, not by who decides for them.
  const themselves = { ...question, aside: [] };
  const excepted = new Set(
    role.except
      .flatMap(other => resolve(themselves, other, deeper))
      .flatMap(person => [person, ...predecessors(question.item, person)]),
  );
  const without = (people: string[]) =>
    people.filter(person => !excepted.has(person));
  const named = without(sourcePeople(question, role.from));
  const people = [...new Set(named)];
  if (!role.fallback) {
    return people;
  }
  const { directory, aside } = question;
  const present = people.filter(
    person => !directory.hasLeft?.(person) && !aside.includes(person),
  );
  if (present.length > 0) {
    return present;
  }
  const others = without(resolve(question, role.fallback, deeper));
  return others.length > 0 ? others : people;
}

function ownRole(definition: WorkflowDefinition, name: string) {
  return Object.hasOwn(definition.roles, name)
    ? definition.roles[name]
    : undefined;
}

function sourcePeople(question: Question, from: RoleSource): string[] {
  const { item, directory } = question;
  const named = namedInRole(from, item);
  if (named || from === 'creator' || 'field' in from) {
    return named ?? [];
  }
  if ('group' in from) {
    return directory.members(from.group);
  }
  if ('ownerOf' in from) {
    const systems = references(item.data, from.ownerOf);
    return systems.flatMap(system => directory.ownersOf(system));
  }
  if ('custom' in from) {
    return directory.customPeople?.(customNeed(from, item.data)) ?? [];
  }
  const module = from.module && references(item.data, from.module)[0];
  const fits = (fact: SuperUserFact) =>
    (!from.role || fact.role === from.role) &&
    (!from.stage || fact.stage === from.stage) &&
    (!module || fact.modules.length === 0 || fact.modules.includes(module));
  const systems = references(item.data, from.superUserOf);
  return systems
    .flatMap(system => directory.superUsersOf(system))
    .filter(fits)
    .map(fact => fact.ref);
}

/**
 * The people whom an item itself names for a role, or who have taken over from
 * them; undefined where it names nobody.
 *
 * @internal
 */
export function namedInRole(
  from: RoleSource,
  item: RoleSubject,
): string[] | undefined {
  if (from === 'creator') {
    return [successor(item, item.createdBy)];
  }
  return 'field' in from
    ? references(item.data, from.field).map(person => successor(item, person))
    : undefined;
}

function successor({ successors = {} }: RoleSubject, person: string): string {
  let last = person;
  // Nobody who takes over has left, so that there is no circle.
  while (Object.hasOwn(successors, last)) {
    last = successors[last];
  }
  return last;
}

function predecessors(item: RoleSubject, person: string): string[] {
  return Object.keys(item.successors ?? {}).filter(
    left => successor(item, left) === person,
  );
}

/** What is asked of a source of one's own, with the item's fields filled in. */
function customNeed(
  from: Extract<RoleSource, { custom: string }>,
  data: ItemData,
): CustomNeed {
  const filled = Object.entries(from.with).map(([parameter, value]) => [
    parameter,
    isField(value) ? ownValue(data, fieldName(value)) : value,
  ]);
  return {
    source: from.custom,
    with: Object.fromEntries(filled.filter(([, value]) => value !== undefined)),
  };
}

/** Whether a parameter of a role's source stands for a field. @internal */
export function isField(value: unknown): value is string {
  return dataPath.safeParse(value).success;
}

function ownValue(data: ItemData, field: string): unknown {
  return Object.hasOwn(data, field) ? data[field] ?? undefined : undefined;
}

/** The field that a path such as `data.system` names. @internal */
export function fieldName(path: string): string {
  return path.replace(/^data\./, '');
}

/** The references in a field: one, several or none. @internal */
export function references(data: ItemData, path: string): string[] {
  const field = fieldName(path);
  const value = ownValue(data, field);
  const values = Array.isArray(value) ? value : [value];
  return values.filter(
    (one): one is string => typeof one === 'string' && one !== '',
  );
}

/** What a role is called; its id where it has no label. @internal */
export function roleLabel(definition: WorkflowDefinition, role: string): Label {
  return ownRole(definition, role)?.label ?? { en: role, zh: role };
}

/** The roles that a person plays for an item. @internal */
export function rolesOf(
  definition: WorkflowDefinition,
  person: string,
  item: RoleSubject,
  directory: Directory,
): string[] {
  return Object.keys(definition.roles).filter(role =>
    rolePeople(definition, role, item, directory).includes(person),
  );
}

/** What is asked of the directory. @public */
export interface DirectoryNeeds {
  groups: string[];
  systems: string[];
  /** Whether it matters who votes for whom meanwhile. */
  standIns: boolean;
  /** Whether it matters of which department people are. */
  departments: boolean;
  /** Whether it matters who leads groups; not where it is left out. */
  leads?: true;
  /** Of whom it matters whether they have left; nobody where it is left out. */
  people?: string[];
  /** What is asked of sources of one's own; nothing where it is left out. */
  custom?: CustomNeed[];
}

/**
 * Whether it is not known who is who in a workflow, because a role source that
 * it asks has failed: then nobody loses a task or a vote.
 *
 * @public
 */
export function isUnknown(
  { roles }: WorkflowDefinition,
  { isIncomplete = false }: Directory,
): boolean {
  return (
    isIncomplete &&
    Object.values(roles).some(
      ({ from }) => typeof from === 'object' && 'custom' in from,
    )
  );
}

/**
 * What must be known of the directory before an item with such data can be
 * worked on. With several data (before and after a form) it is what any needs.
 *
 * @public
 */
export function directoryNeeds(
  definition: WorkflowDefinition,
  ...subjects: RoleSubject[]
): DirectoryNeeds {
  const data = subjects.map(subject => subject.data);
  const people = replaceable(Object.values(definition.roles), subjects);
  const groups = new Set<string>();
  const systems = new Set<string>();
  for (const field of systemFields(Object.values(definition.roles))) {
    data
      .flatMap(one => references(one, field))
      .forEach(system => systems.add(system));
  }
  for (const { from } of Object.values(definition.roles)) {
    if (typeof from === 'object' && 'group' in from) {
      groups.add(from.group);
    }
  }
  const custom = Object.values(definition.roles).flatMap(({ from }) =>
    typeof from === 'object' && 'custom' in from
      ? data.map(one => customNeed(from, one))
      : [],
  );
  return {
    groups: [...groups],
    systems: [...systems],
    standIns: boardsOf(definition).some(({ delegate }) => delegate),
    departments: asksOfVoters(definition, 'department'),
    ...(asksOfVoters(definition, 'leads') && { leads: true }),
    ...(people.length > 0 && { people }),
    ...(custom.length > 0 && { custom }),
  };
}

/** Whether a condition about members of a board reads this of them. */
function asksOfVoters(definition: WorkflowDefinition, what: string): boolean {
  return boardsOf(definition)
    .flatMap(({ recuse, quorum }) => [
      recuse.when,
      ...quorum.includes.map(one => ('voter' in one ? one.voter : '')),
    ])
    .some(asked => asked?.includes(`voter.${what}`));
}

/** People whom an item names itself, in roles for which others stand in. */
function replaceable(roles: Role[], subjects: RoleSubject[]): string[] {
  const people = roles.flatMap(({ from, fallback }) => {
    if (!fallback) {
      return [];
    }
    return subjects.flatMap(subject => namedInRole(from, subject) ?? []);
  });
  return [...new Set(people)];
}

function boardsOf({ states }: WorkflowDefinition): Board[] {
  return Object.values(states).flatMap(state =>
    state.type === 'approval' ? Object.values(state.approval.boards) : [],
  );
}

function systemFields(roles: Role[]): string[] {
  const fields = roles.flatMap(({ from }) => {
    if (typeof from !== 'object') {
      return [];
    }
    if ('ownerOf' in from) {
      return [from.ownerOf];
    }
    return 'superUserOf' in from ? [from.superUserOf] : [];
  });
  return [...new Set(['data.system', ...fields])];
}

/**
 * Who is asked to act in the present state. Where conditions of a decision are
 * followed up, those who must see to one that is open come first; when all are
 * met, the item waits for whoever it is assigned to.
 *
 * @public
 */
export function assigneesOf(
  definition: WorkflowDefinition,
  item: WorkItem,
  directory: Directory,
): string[] {
  const state = definition.states[item.state] as State | undefined;
  if (state?.type === 'task') {
    const owners = state.checklist
      ? conditionOwners(item, state.checklist)
      : [];
    return owners.length > 0
      ? owners
      : rolePeople(definition, state.assign, item, directory);
  }
  if (state?.type !== 'approval') {
    return [];
  }
  const open = item.boards.filter(board => board.status === 'open');
  return [...new Set(open.flatMap(votersOn))];
}
