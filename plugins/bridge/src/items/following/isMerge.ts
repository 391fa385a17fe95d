import type { Item, ItemAction } from '@techbridge/plugin-bridge-common';

/**
 * Whether an action merges the item and asks for no more than into which: then
 * it has a dialog of its own, with a look at both.
 *
 * @internal
 */
export function isMerge({ merge }: Item, { id, form }: ItemAction): boolean {
  const fields = Object.keys(form?.schema.properties ?? {});
  return merge?.action === id && fields.length <= 1;
}
