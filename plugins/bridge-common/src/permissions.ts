import { createPermission } from '@backstage/plugin-permission-common';

/** The resource type of enterprise systems. @public */
export const RESOURCE_TYPE_SYSTEM = 'bridge-system';

/** Seeing a system, its owners and its super users. @public */
export const systemReadPermission = createPermission({
  name: 'bridge.system.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_SYSTEM,
});

/** Registering a system in the bridge. @public */
export const systemCreatePermission = createPermission({
  name: 'bridge.system.create',
  attributes: { action: 'create' },
});

/** Changing the facts of a registered system. @public */
export const systemUpdatePermission = createPermission({
  name: 'bridge.system.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_SYSTEM,
});

/** Taking a registered system out of the register. @public */
export const systemDeletePermission = createPermission({
  name: 'bridge.system.delete',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_SYSTEM,
});

/** Appointing super users of a system, and ending appointments. @public */
export const superUserAppointPermission = createPermission({
  name: 'bridge.super-user.appoint',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_SYSTEM,
});

/** Every permission of the bridge. @public */
export const bridgePermissions = [
  systemReadPermission,
  systemCreatePermission,
  systemUpdatePermission,
  systemDeletePermission,
  superUserAppointPermission,
];
