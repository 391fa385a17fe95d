import type { Item, ItemForm } from '@techbridge/plugin-bridge-common';

/** A form that is filled in for nobody but the reader. @internal */
export interface FillInProps {
  title: string;
  /** What is done with what was filled in. */
  done: string;
  form: ItemForm;
  /** What stands in it at first. */
  data: Item['data'];
  onClose(): void;
  onDone(data: Item['data']): void;
}
