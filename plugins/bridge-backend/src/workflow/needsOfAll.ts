import {
  DirectoryNeeds,
  directoryNeeds,
  RoleSubject,
  WorkflowDefinition,
} from '@techbridge/bridge-workflow';

/**
 * What must be known of the directory to work on several items, so that it is
 * asked once for all of them.
 *
 * @internal
 */
export function needsOfAll(
  items: { definition: WorkflowDefinition; item: RoleSubject }[],
): DirectoryNeeds {
  const needs = items.map(({ definition, item }) =>
    directoryNeeds(definition, item),
  );
  return {
    groups: unique(needs.flatMap(({ groups }) => groups)),
    systems: unique(needs.flatMap(({ systems }) => systems)),
    standIns: needs.some(({ standIns }) => standIns),
    departments: needs.some(({ departments }) => departments),
    ...(needs.some(({ leads }) => leads) && { leads: true }),
    people: unique(needs.flatMap(({ people = [] }) => people)),
    custom: needs.flatMap(({ custom = [] }) => custom),
  };
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
