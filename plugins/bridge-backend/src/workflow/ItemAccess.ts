import { ItemFilter } from '../permissions/itemRules';

/** What the permissions of a person say about an item. @internal */
export interface ItemAccess {
  /** Which items may be seen. */
  sees: ItemFilter;
  /** Whether its internal notes may be read by somebody who only looks on. */
  notes: boolean;
}
