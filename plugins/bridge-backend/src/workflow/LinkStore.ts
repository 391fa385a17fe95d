import { LinkType } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { ItemNarrowing } from './itemFilter';

/** An item at the other end of a link. @internal */
export interface LinkedItem {
  type: LinkType;
  /** Whether the link leads from the other item to this one. */
  inward: boolean;
  item: {
    id: number;
    key: string;
    title: string;
    state: string;
    workflow: string;
    version: number;
  };
}

/**
 * Reads which items an item is linked with.
 *
 * @internal
 */
export class LinkStore {
  constructor(private readonly knex: Knex) {}

  /**
   * The items that one item is linked with, oldest link first.
   *
   * @param options - the connection, and what leaves out items that the reader
   *   may not see
   */
  async of(
    id: number,
    {
      connection = this.knex,
      narrow,
    }: { connection?: Knex; narrow?: ItemNarrowing } = {},
  ): Promise<LinkedItem[]> {
    const query = connection('links')
      .join('items', join =>
        join.on(
          'items.id',
          connection.raw(
            'CASE WHEN links.from_item = ? THEN links.to_item ELSE links.from_item END',
            [id],
          ),
        ),
      )
      .where(ends => ends.where('from_item', id).orWhere('to_item', id))
      .orderBy(['links.at', 'items.id'])
      .select('links.type', 'links.to_item', 'items.id', 'items.key')
      .select('title', 'state', 'workflow', 'version');
    narrow?.(query);
    return (await query).map(({ type, to_item: to, ...item }) => ({
      type,
      inward: to === id,
      item,
    }));
  }
}
