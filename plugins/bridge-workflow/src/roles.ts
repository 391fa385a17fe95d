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
import { Directory, SuperUserFact } from './directory';
import { WorkItem } from './item';
import { votersOn } from './standIns';

/** What of an item decides who plays which part. @public */
export type RoleSubject = Pick<WorkItem, 'data' | 'createdBy'>;

/**
 * The people of a role for an item: its source without the people of `except`,
 * or else those of its fallback. People who are excepted do not come back
 * through the fallback.
 *
 * @public
 */
export function rolePeople(
  definition: WorkflowDefinition,
  role: string,
  item: RoleSubject,
  directory: Directory,
): string[] {
  return resolve({ definition, item, directory }, role, []);
}

interface Question {
  definition: WorkflowDefinition;
  item: RoleSubject;
  directory: Directory;
}

// `asked` ends a circle of roles, which the compiler refuses anyhow.
function resolve(question: Question, name: string, asked: string[]): string[] {
  const role = ownRole(question.definition, name);
  if (!role || asked.includes(name)) {
    return [];
  }
  const deeper = [...asked, name];
  const excepted = new Set(
    role.except.flatMap(other => resolve(question, other, deeper)),
  );
  const without = (people: string[]) =>
    people.filter(person => !excepted.has(person));
  const people = without(sourcePeople(question, role.from));
  if (people.length === 0 && role.fallback) {
    return without(resolve(question, role.fallback, deeper));
  }
  return [...new Set(people)];
}

function ownRole(definition: WorkflowDefinition, name: string) {
  return Object.hasOwn(definition.roles, name)
    ? definition.roles[name]
    : undefined;
}

function sourcePeople(question: Question, from: RoleSource): string[] {
  const { item, directory } = question;
  if (from === 'creator') {
    return [item.createdBy];
  }
  if ('group' in from) {
    return directory.members(from.group);
  }
  if ('field' in from) {
    return references(item.data, from.field);
  }
  if ('ownerOf' in from) {
    const systems = references(item.data, from.ownerOf);
    return systems.flatMap(system => directory.ownersOf(system));
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

/** The field that a path such as `data.system` names. @internal */
export function fieldName(path: string): string {
  return path.replace(/^data\./, '');
}

/** The references in a field: one, several or none. @internal */
export function references(data: ItemData, path: string): string[] {
  const field = fieldName(path);
  const value = Object.hasOwn(data, field) ? data[field] : undefined;
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
}

/**
 * What must be known of the directory before an item with such data can be
 * worked on. With several data (before and after a form) it is what any needs.
 *
 * @public
 */
export function directoryNeeds(
  definition: WorkflowDefinition,
  ...data: ItemData[]
): DirectoryNeeds {
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
  return {
    groups: [...groups],
    systems: [...systems],
    standIns: boardsOf(definition).some(({ delegate }) => delegate),
    departments: boardsOf(definition).some(({ recuse }) =>
      recuse.when?.includes('voter.department'),
    ),
  };
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
