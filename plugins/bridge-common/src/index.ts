/**
 * The contract of Tech Bridge: models, endpoint table, permissions, errors and
 * client.
 *
 * @packageDocumentation
 */
export * from './appointment';
export * from './BridgeClient';
export * from './BridgeError';
export * from './endpoints';
export * from './entityRefs';
export * from './errorMessages';
export * from './paging';
export * from './parseInput';
export * from './permissions';
export * from './projection';
export * from './system';
export * from './text';
