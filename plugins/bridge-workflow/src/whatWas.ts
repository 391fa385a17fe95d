import { ItemData } from './definition';
import { isSame } from './isSame';

/** The fields that have changed, as they were before; null where they were empty. @internal */
export function whatWas(before: ItemData, after: ItemData): ItemData {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries(
    [...fields]
      .filter(field => !isSame(before[field] ?? null, after[field] ?? null))
      .map(field => [field, before[field] ?? null]),
  );
}
