import { localName, Title } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';

interface Row {
  ref: string;
  en: string;
  zh: string;
}

/**
 * What people, groups and systems are called.
 *
 * @internal
 */
export class TitleStore {
  constructor(private readonly knex: Knex) {}

  /** The titles of those of some references that are known. One statement. */
  async titles(refs: string[]): Promise<Map<string, Title>> {
    if (refs.length === 0) {
      return new Map();
    }
    const { knex } = this;
    const rows: Row[] = await knex('person')
      .whereIn('entity_ref', refs)
      .select({ ref: 'entity_ref', en: 'name', zh: 'name' })
      .unionAll([
        knex('organization_groups')
          .whereIn('entity_ref', refs)
          .select({ ref: 'entity_ref', en: 'title_en', zh: 'title_zh' }),
        knex('systems')
          .whereIn('name', refs.flatMap(systemNameOf))
          .select({
            ref: knex.raw(`'system:default/' || name`),
            en: 'title_en',
            zh: 'title_zh',
          }),
      ]);
    return new Map(
      rows.map(({ ref, en, zh }) => [
        ref,
        { en: localName(en, 'en'), zh: localName(zh, 'zh') },
      ]),
    );
  }
}

function systemNameOf(ref: string): string[] {
  return ref.startsWith('system:default/') ? [ref.slice(15)] : [];
}
