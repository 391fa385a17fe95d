/**
 * The contract of Tech Bridge: models, endpoint table, permissions, errors and
 * client.
 *
 * @packageDocumentation
 */
export * from './appointment';
export * from './BridgeClient';
export * from './BridgeError';
export type { BridgeClientOptions, CallOptions } from './BridgeHttp';
export { decisionRecordSchema } from './decision';
export type { DecisionRecord } from './decision';
export { delegationInputSchema, delegationSchema } from './delegation';
export type { Delegation, DelegationInput } from './delegation';
export type { Endpoint } from './endpoint';
export * from './endpoints';
export * from './entityRefs';
export * from './errorMessages';
export * from './fieldMessages';
export * from './item';
export * from './itemBoard';
export { ITEM_ORDERS } from './itemEndpoints';
export * from './library';
export * from './meeting';
export { MeetingClient } from './MeetingClient';
export * from './operations';
export { OperationsClient } from './OperationsClient';
export * from './paging';
export * from './parseInput';
export * from './permissions';
export * from './projection';
export * from './recognition';
export * from './system';
export * from './text';
export * from './workflow';
export * from './workflowPlay';
export * from './workflowVersion';
export { WorkflowVersionClient } from './WorkflowVersionClient';
