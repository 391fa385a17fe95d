import type { Workflow } from '@techbridge/plugin-bridge-common';
import type { ItemOnPaper } from '../../api/useItemSheet';

/** What the sheet of an item is made of. @internal */
export interface SheetProps {
  paper: ItemOnPaper;
  workflow: Workflow;
}
