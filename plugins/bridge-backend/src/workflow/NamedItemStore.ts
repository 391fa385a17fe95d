import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { applyItemFilter, ItemFilter } from './itemFilter';

/** What must be known of an item that somebody names in a form. @internal */
export interface FoundItem {
  key: string;
  workflow: string;
  open: boolean;
}

/**
 * Finds items that are named in a form.
 *
 * @internal
 */
export class NamedItemStore {
  constructor(private readonly trx: Knex) {}

  /**
   * Those of some items that a filter covers, which stay as they are until the
   * transaction ends. One statement. SQLite has one writer anyway.
   */
  async find(
    keys: string[],
    { filter, today }: { filter: ItemFilter; today: string },
  ): Promise<Map<string, FoundItem>> {
    const query = this.trx('items').whereIn('key', keys).orderBy('key');
    applyItemFilter(query, filter, today);
    if (isPostgres(this.trx)) {
      query.forNoKeyUpdate('items');
    }
    const rows = await query.select('items.key', 'workflow', 'is_open');
    return new Map(
      rows.map(({ key, workflow, is_open: open }) => [
        key,
        { key, workflow, open: Boolean(open) },
      ]),
    );
  }
}
