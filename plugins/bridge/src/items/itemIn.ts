import type { Item } from '@techbridge/plugin-bridge-common';

/** The item that a refusal carries as the newest state, if it does. @internal */
export function itemIn(current: unknown): Item | undefined {
  const item = (current ?? {}) as Partial<Item>;
  return item.key && item.state && item.actions && item.boards
    ? (current as Item)
    : undefined;
}
