import { Department, Title } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';

/**
 * Reads the titles of groups.
 *
 * @internal
 */
export class GroupStore {
  constructor(private readonly knex: Knex) {}

  /** Groups by reference, after one of them. */
  async list(options: {
    q?: string;
    limit: number;
    after?: string;
  }): Promise<Department[]> {
    const query = this.matching(options.q)
      .orderBy('entity_ref')
      .limit(options.limit)
      .select('*');
    const rows = await (options.after
      ? query.where('entity_ref', '>', options.after)
      : query);
    return rows.map(row => ({
      ref: row.entity_ref,
      title: { en: row.title_en, zh: row.title_zh },
    }));
  }

  /** The titles of those of some groups that there are. */
  async titles(refs: string[]): Promise<Map<string, Title>> {
    const rows = await this.knex('organization_groups')
      .whereIn('entity_ref', refs)
      .select('entity_ref', 'title_en', 'title_zh');
    return new Map(
      rows.map(row => [row.entity_ref, { en: row.title_en, zh: row.title_zh }]),
    );
  }

  /** How many groups match. */
  async count(q?: string): Promise<number> {
    const row = await this.matching(q).count({ total: '*' }).first();
    return Number(row?.total ?? 0);
  }

  private matching(q?: string) {
    const query = this.knex('organization_groups');
    if (!q) {
      return query;
    }
    const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    return query.andWhere(builder => {
      for (const column of ['entity_ref', 'title_en', 'title_zh']) {
        builder.orWhereRaw(`lower(??) LIKE lower(?) ESCAPE '\\'`, [
          column,
          pattern,
        ]);
      }
    });
  }
}
