import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { RoleSourceKind } from '@techbridge/bridge-workflow';

/**
 * Names the people of a role, as `from: { custom: <source>, with: { … } }` of a
 * workflow asks for them. It is asked before each step, and whenever an item is
 * shown, so it answers within seconds. When it throws, or takes longer, there
 * is nobody in the role.
 *
 * @public
 */
export interface RoleResolver extends RoleSourceKind {
  /**
   * The references of the people, such as `user:default/chen.zhiyuan`.
   *
   * @param parameters - those of the workflow, with fields of the item filled in
   */
  resolve(parameters: { [parameter: string]: unknown }): Promise<string[]>;
}

/** Takes sources of roles of one's own. @public */
export interface BridgeRolesExtensionPoint {
  /**
   * Adds a source of roles.
   *
   * @throws Error when there is a source of that name, or the schema is none
   */
  addRoleSource(resolver: RoleResolver): void;
}

/** Where a backend module adds sources of roles. @public */
export const bridgeRolesExtensionPoint =
  createExtensionPoint<BridgeRolesExtensionPoint>({ id: 'bridge.roles' });
