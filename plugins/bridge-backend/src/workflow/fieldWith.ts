import { ItemData } from '@techbridge/bridge-workflow';

/**
 * Where in the data of an item a key was named: an effect takes it from a field
 * that somebody has filled in.
 *
 * @param otherwise - the answer where no field holds it
 * @internal
 */
export function fieldWith(
  data: ItemData,
  key: unknown,
  otherwise: string,
): string {
  const wanted = String(key).trim().toUpperCase();
  const field = Object.keys(data).find(
    name => String(data[name]).trim().toUpperCase() === wanted,
  );
  return field === undefined ? otherwise : `data.${field}`;
}
