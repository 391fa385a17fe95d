/** The orders in which items can be listed. @public */
export const ITEM_ORDERS = [
  '-updatedAt',
  'updatedAt',
  '-createdAt',
  'createdAt',
  'dueAt',
  'key',
  '-key',
] as const;
