/**
 * The backend plugin of Tech Bridge.
 *
 * @packageDocumentation
 */
export { bridgePlugin as default } from './plugin';
export {
  createSystemConditionalDecision,
  systemConditions,
  systemResourceRef,
  systemRules,
} from './permissions/rules';
export type { SystemCondition, SystemResource } from './permissions/rules';
export {
  createItemConditionalDecision,
  itemConditions,
  itemResourceRef,
  itemRules,
} from './permissions/itemRules';
export type { ItemCondition, ItemResource } from './permissions/itemRules';
