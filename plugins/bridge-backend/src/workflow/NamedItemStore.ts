import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { applyItemFilter, ItemFilter } from './itemFilter';

/** What must be known of an item that somebody names in a form. @internal */
export interface FoundItem {
  id: number;
  workflow: string;
  open: boolean;
}

interface Row {
  id: number;
  key: string;
  workflow: string;
  is_open: boolean | number;
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
   *
   * @param mark - whether all of them get a link, which they are marked with
   */
  async find(
    keys: string[],
    { filter, today }: { filter: ItemFilter; today: string },
    mark: boolean,
  ): Promise<Map<string, FoundItem>> {
    const query = this.trx('items').whereIn('key', keys);
    applyItemFilter(query, filter, today);
    if (!mark && isPostgres(this.trx)) {
      query.forNoKeyUpdate('items');
    }
    const columns = ['id', 'key', 'workflow', 'is_open'];
    const rows: Row[] = await (mark
      ? query.update({ has_links: true }).returning(columns)
      : query.orderBy('key').select(columns));
    return new Map(
      rows.map(({ id, key, workflow, is_open: open }) => [
        key,
        { id: Number(id), workflow, open: Boolean(open) },
      ]),
    );
  }
}
