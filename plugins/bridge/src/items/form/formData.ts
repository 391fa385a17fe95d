import type { Item, ItemForm } from '@techbridge/plugin-bridge-common';
import { isEmpty } from '../facts/values';

/** As much as matters here of the schema of a field. */
interface Field {
  items?: { properties?: object };
}

/** What stands in the fields of a form. @internal */
export type FormData = Item['data'];

/** What a form starts with: what the item holds in its fields. @internal */
export function formDataOf(
  form: ItemForm | undefined,
  data: FormData,
): FormData {
  const fields: [string, Field][] = Object.entries(
    form?.schema.properties ?? {},
  );
  return Object.fromEntries(
    fields
      .filter(([name]) => !isEmpty(data[name]))
      .map(([name, field]) => [name, asked(field, data[name])]),
  );
}

/** Of rows only what the form asks for: the bridge adds who wrote them, and when. */
function asked({ items }: Field, value: FormData[string]): FormData[string] {
  const parts = items?.properties;
  if (!parts || !Array.isArray(value)) {
    return value;
  }
  return value.map(entry =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry)
      ? Object.fromEntries(
          Object.entries(entry).filter(([part]) => Object.hasOwn(parts, part)),
        )
      : entry,
  );
}

/**
 * What is sent: fields that were left empty are left out, and those that were
 * emptied are null, because what is left out stays as it is.
 *
 * @param before - what stood in the form at first
 * @internal
 */
export function sentData(data: FormData, before: FormData = {}): FormData {
  const emptied = Object.keys(before).filter(name => data[name] === undefined);
  return {
    ...Object.fromEntries(
      Object.entries(data).filter(([, value]) => value !== undefined),
    ),
    ...Object.fromEntries(emptied.map(name => [name, null])),
  };
}
