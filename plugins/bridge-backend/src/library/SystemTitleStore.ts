import { Title } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { nameOf } from './model';

/**
 * Reads the titles of systems.
 *
 * @internal
 */
export class SystemTitleStore {
  constructor(private readonly knex: Knex) {}

  /** The titles of registered systems, by reference; others are left out. */
  async titles(refs: string[]): Promise<Map<string, Title>> {
    const rows: { name: string; title_en: string; title_zh: string }[] =
      await this.knex('systems')
        .whereIn('name', refs.map(nameOf))
        .whereNull('removed_at')
        .select('name', 'title_en', 'title_zh');
    return new Map(
      rows.map(row => [
        `system:default/${row.name}`,
        { en: row.title_en, zh: row.title_zh },
      ]),
    );
  }
}
