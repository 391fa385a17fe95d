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

  /** By which rules boards vote now. */
  async openKinds(): Promise<OpenKind[]> {
    return this.open().distinct(KIND_COLUMNS);
  }

  /** The items on which boards of these kinds vote, the oldest first. */
  async withOpen(kinds: OpenKind[], limit: number): Promise<number[]> {
    if (kinds.length === 0) {
      return [];
    }
    const columns = Object.values(KIND_COLUMNS);
    const rows: { id: number }[] = await this.open()
      .whereIn(
        columns,
        kinds.map(({ workflow, version, state, board }) => [
          workflow,
          version,
          state,
          board,
        ]),
      )
      .distinct('items.id')
      .orderBy('items.id')
      .limit(limit);
    return rows.map(({ id }) => id);
  }

  private open() {
    return this.knex('boards')
      .join('items', 'items.id', 'boards.item_id')
      .where('boards.status', 'open');
  }
}
