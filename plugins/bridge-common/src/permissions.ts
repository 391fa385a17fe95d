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

/** The resource type of work items. @public */
export const RESOURCE_TYPE_ITEM = 'bridge-item';

/** Seeing work items, their history and what hangs together with them. @public */
export const itemReadPermission = createPermission({
  name: 'bridge.item.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_ITEM,
});

/** Making work items. @public */
export const itemCreatePermission = createPermission({
  name: 'bridge.item.create',
  attributes: { action: 'create' },
});

/**
 * Acting, voting and commenting on work items. What one may do in which state
 * is the workflow's own affair; this permission only takes away.
 *
 * @public
 */
export const itemActPermission = createPermission({
  name: 'bridge.item.act',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ITEM,
});

/**
 * Reading and writing internal notes on work items of which one does not take
 * part; whoever works on an item needs no permission for its notes. Whoever
 * made an item does not get them by this.
 *
 * @public
 */
export const itemNotePermission = createPermission({
  name: 'bridge.item.note',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_ITEM,
});

/** Checking workflow definitions and drafting changed ones. @public */
export const workflowManagePermission = createPermission({
  name: 'bridge.workflow.manage',
  attributes: { action: 'update' },
});

/** Putting a workflow into force that somebody else has drafted. @public */
export const workflowPublishPermission = createPermission({
  name: 'bridge.workflow.publish',
  attributes: { action: 'update' },
});

/**
 * Seeing what goes on by itself, with the keys and titles of all work items it
 * is about, and mending what has failed.
 *
 * @public
 */
export const operationsManagePermission = createPermission({
  name: 'bridge.operations.manage',
  attributes: { action: 'update' },
});

/** Planning review meetings and leading those of others. @public */
export const meetingManagePermission = createPermission({
  name: 'bridge.meeting.manage',
  attributes: { action: 'update' },
});

/** Entering and ending absences of others. @public */
export const delegationManagePermission = createPermission({
  name: 'bridge.delegation.manage',
  attributes: { action: 'update' },
});

/** Seeing leaderboards and the points of people. @public */
export const recognitionReadPermission = createPermission({
  name: 'bridge.recognition.read',
  attributes: { action: 'read' },
});

/** Counting all points anew. @public */
export const recognitionManagePermission = createPermission({
  name: 'bridge.recognition.manage',
  attributes: { action: 'update' },
});

/** Every permission of the bridge. @public */
export const bridgePermissions = [
  systemReadPermission,
  systemCreatePermission,
  systemUpdatePermission,
  systemDeletePermission,
  superUserAppointPermission,
  itemReadPermission,
  itemCreatePermission,
  itemActPermission,
  itemNotePermission,
  workflowManagePermission,
  workflowPublishPermission,
  operationsManagePermission,
  delegationManagePermission,
  meetingManagePermission,
  recognitionReadPermission,
  recognitionManagePermission,
];
