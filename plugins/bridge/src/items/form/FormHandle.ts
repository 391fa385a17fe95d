import type { ItemForm } from '@techbridge/plugin-bridge-common';
import type { FormData } from './formData';

/** A form of a workflow and what stands in it. @internal */
export interface FormProps {
  form: ItemForm;
  data: FormData;
  /** What the bridge said about fields, by their path. */
  problems: ReadonlyMap<string, string>;
  onChange(data: FormData): void;
}

/** What surrounds a form may ask of it. @internal */
export interface FormHandle {
  /** Shows what is wrong with the fields; true where nothing is. */
  validate(): boolean;
}
