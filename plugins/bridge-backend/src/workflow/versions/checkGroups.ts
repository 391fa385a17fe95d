import { WorkflowDefinition } from '@techbridge/bridge-workflow';
import { BridgeError } from '@techbridge/plugin-bridge-common';
import { checkReferences } from '../checkReferences';
import { ReferenceChecker } from '../hooks';

/**
 * Refuses a workflow with a role of a group that nobody knows, or that has
 * fewer members than the role needs: its work would wait for nobody.
 *
 * @throws BridgeError `invalid-input` that names each such role
 * @internal
 */
export async function checkGroups(
  references: ReferenceChecker,
  { roles }: WorkflowDefinition,
): Promise<void> {
  const named = Object.entries(roles).flatMap(([role, { from, min = 0 }]) =>
    typeof from === 'object' && 'group' in from
      ? [{ path: `spec.roles.${role}.from.group`, group: from.group, min }]
      : [],
  );
  const groups = named.map(({ path, group }) => [path, group]);
  await checkReferences(references, Object.fromEntries(groups), '');
  const members = await references.members(named.map(({ group }) => group));
  const fields = named.flatMap(({ path, group: value, min: minimum }, index) =>
    members[index] < minimum
      ? [
          {
            ...{ path, code: 'group-too-small' as const },
            params: { value, minimum, count: members[index] },
          },
        ]
      : [],
  );
  if (fields.length > 0) {
    throw new BridgeError('invalid-input', { fields });
  }
}
