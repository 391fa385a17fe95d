/**
 * That an item in a query over `items` is private and a person is none of its
 * readers, as SQL with a `?` for the person. Everything that leaves private
 * items out says it with these words.
 *
 * @internal
 */
export const HIDDEN_FROM = `(items.is_private AND items.id NOT IN
  (SELECT item_id FROM item_readers WHERE person = ?))`;
