import { LinkType } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';

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

/** A link between two items. @internal */
export interface Edge {
  from: number;
  to: number;
  type: LinkType;
}

// A chain of feedback, proposal, requirement and case has three steps; more
// would be a web that no picture shows.
const LONGEST_CHAIN = 6;
const LARGEST_CHAIN = 200;

/**
 * Reads how items hang together.
 *
 * @internal
 */
export class LinkStore {
  constructor(private readonly knex: Knex) {}

  /** The items that one item is linked with, oldest link first. */
  async of(id: number, connection: Knex = this.knex): Promise<LinkedItem[]> {
    const rows = await connection('links')
      .join('items', join =>
        join.on(
          'items.id',
          connection.raw(
            'CASE WHEN links.from_item = ? THEN links.to_item ELSE links.from_item END',
            [id],
          ),
        ),
      )
      .where('from_item', id)
      .orWhere('to_item', id)
      .orderBy(['links.at', 'items.id'])
      .select('links.type', 'links.to_item', 'items.id', 'items.key')
      .select('title', 'state', 'workflow', 'version');
    return rows.map(({ type, to_item: to, ...item }) => ({
      type,
      inward: to === id,
      item,
    }));
  }

  /** The links of everything that hangs together with an item. */
  async chain(start: number, connection: Knex = this.knex): Promise<Edge[]> {
    const edges = new Map<string, Edge>();
    let edge = new Set([start]);
    const seen = new Set([start]);
    for (let i = 0; i < LONGEST_CHAIN && edge.size > 0; i += 1) {
      const found = await this.around([...edge], connection);
      edge = new Set();
      for (const link of found) {
        edges.set(`${link.from}:${link.to}:${link.type}`, link);
        for (const id of [link.from, link.to]) {
          if (!seen.has(id) && seen.size < LARGEST_CHAIN) {
            seen.add(id);
            edge.add(id);
          }
        }
      }
    }
    return [...edges.values()].filter(
      ({ from, to }) => seen.has(from) && seen.has(to),
    );
  }

  private around(ids: number[], connection: Knex): Promise<Edge[]> {
    return connection('links')
      .whereIn('from_item', ids)
      .orWhereIn('to_item', ids)
      .orderBy('at')
      .select('from_item as from', 'to_item as to', 'type');
  }
}
