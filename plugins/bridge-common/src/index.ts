/**
 * The contract of Tech Bridge: models, endpoint table, permissions, errors and
 * client.
 *
 * @packageDocumentation
 */
export * from './annualSaving';
export * from './appointment';
export * from './attachment';
export { AttachmentClient } from './AttachmentClient';
export * from './boardStates';
export * from './BridgeClient';
export * from './BridgeError';
export type { BridgeClientOptions, CallOptions } from './BridgeHttp';
export { decisionRecordSchema } from './decision';
export type { DecisionRecord } from './decision';
export * from './decisionFigures';
export { delegationInputSchema, delegationSchema } from './delegation';
export type { Delegation, DelegationInput } from './delegation';
export * from './due';
export type { Endpoint } from './endpoint';
export * from './endpoints';
export * from './entityRefs';
export * from './errorMessages';
export * from './fieldMessages';
export { FollowingClient } from './FollowingClient';
export { mergeInputSchema, supportInputSchema } from './followingEndpoints';
export type { MergeInput, SupportInput } from './followingEndpoints';
export * from './item';
export * from './itemBoard';
export { ITEM_ORDERS } from './itemOrders';
export * from './itemFollowing';
export * from './itemExport';
export { itemStuckSchema, vacantRoleSchema } from './itemStuck';
export type { ItemStuck, VacantRole } from './itemStuck';
export * from './library';
export { localName } from './localName';
export * from './meeting';
export { ListClient } from './ListClient';
export { MeetingClient } from './MeetingClient';
export * from './minutesSigners';
export { MigrationClient } from './MigrationClient';
export * from './naturalLimits';
export * from './operations';
export { OperationsClient } from './OperationsClient';
export * from './paging';
export * from './parseInput';
export * from './permissions';
export * from './projection';
export * from './recognition';
export {
  itemAddressSchema,
  MAXIMUM_FILTERS,
  savedFilterInputSchema,
  savedFilterSchema,
} from './savedFilter';
export type { ItemAddress, SavedFilter, SavedFilterInput } from './savedFilter';
export * from './system';
export * from './text';
export * from './workflow';
export * from './workflowMigration';
export * from './workflowPlay';
export * from './workflowVersion';
export { WorkflowVersionClient } from './WorkflowVersionClient';
