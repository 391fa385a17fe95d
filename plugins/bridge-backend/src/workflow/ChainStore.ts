import { LinkType } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';

/** An item that hangs together with another one, with all that it says. @internal */
export interface ChainedItem {
  key: string;
  kind: string;
  title: string;
  data: Record<string, unknown>;
}

type ItemColumns = Omit<ChainedItem, 'data'> & { data: string };

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

// Where many have linked with many, the walk ends before it has seen them all.
// An item is met again on the way back, so that its rows are more than items.
const LONGEST_WALK = 5 * LARGEST_CHAIN;

/**
 * Reads what hangs together with an item: step by step along its links, what
 * is nearest first, always with one statement.
 *
 * @internal
 */
export class ChainStore {
  constructor(private readonly knex: Knex) {}

  /** The links between everything that hangs together with an item. */
  async edges(itemId: number): Promise<Edge[]> {
    const start = this.knex('items').where('id', itemId).select('id');
    return withChain(this.knex, 'links', start)
      .whereIn('from_item', chained)
      .whereIn('to_item', chained)
      .orderBy(['at', 'from_item', 'to_item'])
      .select('from_item as from', 'to_item as to', 'type');
  }

  /**
   * The item itself and everything that hangs together with it, oldest first,
   * in the transaction of a command. Private items are left out, but for the
   * item itself.
   */
  async chainOf(trx: Knex, key: string): Promise<ChainedItem[]> {
    const start = trx('items').where({ key }).select('id');
    const rows: ItemColumns[] = await withChain(trx, 'items', start)
      .whereIn('id', chained)
      .where(open => open.where({ is_private: false }).orWhere({ key }))
      .orderBy(['created_at', 'id'])
      .select('key', 'kind', 'title', 'data');
    return rows.map(({ data, ...row }) => ({ ...row, data: JSON.parse(data) }));
  }
}

function chained(query: Knex.QueryBuilder): void {
  query.from('chain').select('id');
}

function withChain(
  connection: Knex,
  table: string,
  start: Knex.QueryBuilder,
): Knex.QueryBuilder {
  const step = (next: Knex.QueryBuilder) =>
    next
      .from('walk')
      .join('links', join =>
        join.on('links.from_item', 'walk.id').orOn('links.to_item', 'walk.id'),
      )
      .where('steps', '<', LONGEST_CHAIN)
      .select(
        connection.raw(
          'CASE WHEN links.from_item = walk.id THEN links.to_item ELSE links.from_item END, steps + 1',
        ),
      );
  return connection(table)
    .withRecursive('walk', ['id', 'steps'], first =>
      first.from(start.as('start')).select(connection.raw('id, 0')).union(step),
    )
    .with('chain', found =>
      found
        .from(connection('walk').limit(LONGEST_WALK).select('*').as('seen'))
        .groupBy('id')
        .orderByRaw('min(steps), id')
        .limit(LARGEST_CHAIN)
        .select('id'),
    );
}
