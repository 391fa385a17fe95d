import {
  assigneesOf,
  deputiesOf,
  Directory,
  WorkflowDefinition,
  WorkItem,
} from '@techbridge/bridge-workflow';

/** Somebody for whom an item waits. @internal */
export interface Assignment {
  person: string;
  /** The member who is away; empty where the work is one's own. */
  onBehalfOf: string;
}

/** For whom an item waits now, in person and for others. @internal */
export function assignmentsOf(
  definition: WorkflowDefinition,
  item: WorkItem,
  directory: Directory,
): Assignment[] {
  const own = assigneesOf(definition, item, directory);
  return [
    ...own.map(person => ({ person, onBehalfOf: '' })),
    ...deputiesOf(item, directory),
  ];
}

/** The same for the same work of the same person. @internal */
export function assignmentKey({ person, onBehalfOf }: Assignment): string {
  return `${person} ${onBehalfOf}`;
}
