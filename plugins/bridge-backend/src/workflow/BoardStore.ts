import { ItemBoard } from '@techbridge/bridge-workflow';
import { Knex } from 'knex';

/**
 * Reads boards as they stood when they closed, of all rounds.
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
}
