import type { Item, ItemBoardView } from '@techbridge/plugin-bridge-common';

/** What the parts of a board need. @internal */
export interface BoardProps {
  item: Item;
  board: ItemBoardView;
  /** The member whose vote it is, where that is not the reader. */
  onBehalfOf?: string;
  onChanged(item: Item): void;
  /** The item has changed, and its newest state is not known. */
  onStale(): void;
}
