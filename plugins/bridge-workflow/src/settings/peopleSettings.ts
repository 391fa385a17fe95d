import { WorkflowDefinition } from '../definition';
import { roleLabel } from '../roles';
import { Setting } from './Setting';
import { SETTING_TEXTS } from './settingTexts';

const LARGEST_ROLE = 500;

/** Which groups of the catalog play the roles of a workflow. @internal */
export function peopleSettings(definition: WorkflowDefinition): Setting[] {
  return Object.entries(definition.roles).flatMap(([id, { from, min }]) => {
    if (typeof from !== 'object' || !('group' in from)) {
      return [];
    }
    const common = {
      section: 'people' as const,
      of: [roleLabel(definition, id)],
    };
    const group: Setting = {
      ...common,
      path: `spec.roles.${id}.from.group`,
      label: SETTING_TEXTS.group,
      kind: 'group',
      value: from.group,
    };
    const members: Setting = {
      ...common,
      path: `spec.roles.${id}.min`,
      label: SETTING_TEXTS.members,
      kind: 'number',
      value: min ?? 0,
      ...{ minimum: 0, maximum: LARGEST_ROLE },
    };
    return [group, members];
  });
}
