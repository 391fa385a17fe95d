import { Knex } from 'knex';
import { LinkStore } from './LinkStore';

/** An item that hangs together with another one, with all that it says. @internal */
export interface ChainedItem {
  key: string;
  kind: string;
  title: string;
  data: Record<string, unknown>;
}

/**
 * Reads what led to an item, in the transaction of a command.
 *
 * @internal
 */
export class ChainStore {
  constructor(private readonly links: LinkStore) {}

  /** The item itself and everything that hangs together with it, oldest first. */
  async chainOf(trx: Knex, key: string): Promise<ChainedItem[]> {
    const start = await trx('items').where({ key }).first('id');
    if (!start) {
      return [];
    }
    const edges = await this.links.chain(Number(start.id), trx);
    const ids = new Set([start.id, ...edges.flatMap(e => [e.from, e.to])]);
    const rows = await trx('items')
      .whereIn('id', [...ids])
      .orderBy(['created_at', 'id'])
      .select('key', 'kind', 'title', 'data');
    return rows.map(({ data, ...row }) => ({ ...row, data: JSON.parse(data) }));
  }
}
