import { ItemBoard } from '@techbridge/bridge-workflow';
import { Knex } from 'knex';

/** Boards of the same rules that are open now. @internal */
export interface OpenKind {
  workflow: string;
  version: number;
  state: string;
  board: string;
}

const KIND_COLUMNS = {
  workflow: 'items.workflow',
  version: 'items.version',
  state: 'items.state',
  board: 'boards.board',
};

/**
 * Reads boards: which are open, and how they stood when they closed, of all
 * rounds.
 *
 * @internal
 */
export class BoardStore {
  constructor(private readonly knex: Knex) {}

  /** The boards of an item that have closed. One statement. */
  async closed(itemId: number): Promise<ItemBoard[]> {
    const rows: { facts: string }[] = await this.knex('boards')
      .where('item_id', itemId)
      .whereNot('status', 'open')
      .select('facts');
    return rows.map(({ facts }) => JSON.parse(facts));
  }

  /** The boards of some items that have closed, by item. One statement. */
  async closedOf(
    itemIds: number[],
    connection: Knex = this.knex,
  ): Promise<Map<number, ItemBoard[]>> {
    const rows: { item_id: number; facts: string }[] = await connection(
      'boards',
    )
      .whereIn('item_id', itemIds)
      .whereNot('status', 'open')
      .orderBy(['item_id', 'round', 'board'])
      .select('item_id', 'facts');
    const found = new Map<number, ItemBoard[]>();
    for (const { item_id: id, facts } of rows) {
      found.set(id, [...(found.get(id) ?? []), JSON.parse(facts)]);
    }
    return found;
  }

  /** By which rules boards vote now: all, or those of one item. */
  async openKinds(itemId?: number): Promise<OpenKind[]> {
    const query = this.open().distinct(KIND_COLUMNS);
    return itemId === undefined ? query : query.where('items.id', itemId);
  }

  /**
   * The items on which boards of these kinds vote, the oldest first, and how
   * many more there are beyond the limit. One statement.
   */
  async withOpen(
    kinds: OpenKind[],
    limit: number,
  ): Promise<{ ids: number[]; more: number }> {
    if (kinds.length === 0) {
      return { ids: [], more: 0 };
    }
    const columns = Object.values(KIND_COLUMNS);
    const rows: { id: number; total: number | string }[] = await this.open()
      .whereIn(
        columns,
        kinds.map(({ workflow, version, state, board }) => [
          workflow,
          version,
          state,
          board,
        ]),
      )
      .groupBy('items.id')
      .orderBy('items.id')
      .limit(limit)
      // Counted over the groups, before the limit.
      .select('items.id', this.knex.raw('count(*) over () as total'));
    const total = Number(rows[0]?.total ?? 0);
    return { ids: rows.map(({ id }) => id), more: total - rows.length };
  }

  private open() {
    return this.knex('boards')
      .join('items', 'items.id', 'boards.item_id')
      .where('boards.status', 'open');
  }
}
