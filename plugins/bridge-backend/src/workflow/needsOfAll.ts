import {
  DirectoryNeeds,
  directoryNeeds,
  ItemData,
  WorkflowDefinition,
} from '@techbridge/bridge-workflow';

/**
 * What must be known of the directory to work on several items, so that it is
 * asked once for all of them.
 *
 * @internal
 */
export function needsOfAll(
  items: { definition: WorkflowDefinition; data: ItemData }[],
): DirectoryNeeds {
  const needs = items.map(({ definition, data }) =>
    directoryNeeds(definition, data),
  );
  return {
    groups: unique(needs.flatMap(({ groups }) => groups)),
    systems: unique(needs.flatMap(({ systems }) => systems)),
    standIns: needs.some(({ standIns }) => standIns),
    departments: needs.some(({ departments }) => departments),
    custom: needs.flatMap(({ custom = [] }) => custom),
  };
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
