import { ItemData, JsonSchema, WorkflowDefinition } from './definition';

/** Another item that somebody has named, and which one may stand there. @public */
export interface NamedItem {
  /** Such as `proposal` or `evidence.0.item`. */
  path: string;
  /** In capitals, as keys are stored. */
  key: string;
  /** The workflow of the items that may be named; any, where it is absent. */
  workflow?: string;
  /** Whether it must still be open. */
  open: boolean;
}

/**
 * The items that data name. Whether they exist is for the caller to find out;
 * `new` names none.
 *
 * @public
 */
export function namedItems(
  definition: WorkflowDefinition,
  data: ItemData,
): NamedItem[] {
  return itemsIn(definition.data, data, '');
}

function itemsIn(
  schema: JsonSchema,
  value: unknown,
  path: string,
): NamedItem[] {
  const inside = (of: unknown, inner: unknown, name: string): NamedItem[] =>
    of ? itemsIn(of as JsonSchema, inner, path ? `${path}.${name}` : name) : [];
  if (typeof value === 'string') {
    return schema.format === 'item-key' ? named(schema, value, path) : [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((one, place) =>
      inside(schema.items, one, String(place)),
    );
  }
  const properties = (schema.properties ?? {}) as { [name: string]: unknown };
  return Object.entries(value ?? {}).flatMap(([name, inner]) =>
    inside(Object.hasOwn(properties, name) && properties[name], inner, name),
  );
}

function named(
  { workflow, open }: JsonSchema,
  value: string,
  path: string,
): NamedItem[] {
  const key = value.trim().toUpperCase();
  return key === '' || key === 'NEW'
    ? []
    : [
        {
          path,
          key,
          ...(typeof workflow === 'string' && { workflow }),
          open: open === true,
        },
      ];
}
