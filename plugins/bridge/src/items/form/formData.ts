import type { Item, ItemForm } from '@techbridge/plugin-bridge-common';
import { isEmpty } from '../facts/values';

/** What stands in the fields of a form. @internal */
export type FormData = Item['data'];

/** What a form starts with: what the item holds in its fields. @internal */
export function formDataOf(
  form: ItemForm | undefined,
  data: FormData,
): FormData {
  const names = Object.keys(form?.schema.properties ?? {});
  return Object.fromEntries(
    names.filter(name => !isEmpty(data[name])).map(name => [name, data[name]]),
  );
}

/** What is sent: fields that were left empty are left out. @internal */
export function sentData(data: FormData): FormData {
  return Object.fromEntries(
    Object.entries(data).filter(([, value]) => value !== undefined),
  );
}
