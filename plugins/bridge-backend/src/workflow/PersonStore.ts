import { Knex } from 'knex';

/** Stands for timers and events wherever a person is named. @internal */
export const SYSTEM_ACTOR = 'system';

/**
 * The numbers of people. Journals, ballots and ledgers name people by number,
 * so that a name can be erased without breaking a chain of hashes.
 *
 * @internal
 */
export class PersonStore {
  // Only numbers that were committed: a rolled-back insert must be forgotten.
  private readonly known = new Map<string, number>();

  constructor(private readonly knex: Knex) {}

  /** The number of one person, who is remembered at once. */
  async id(ref: string, name = nameOf(ref)): Promise<number> {
    const known = this.known.get(ref);
    if (known !== undefined) {
      return known;
    }
    await this.knex('person')
      .insert({ entity_ref: ref, name })
      .onConflict('entity_ref')
      .ignore();
    const ids = await this.ids(this.knex, [ref]);
    return ids.get(ref) ?? 0;
  }

  /** The name of a person, as far as it is known. */
  async name(ref: string): Promise<string> {
    const row = await this.knex('person').where({ entity_ref: ref }).first();
    return row?.name ?? nameOf(ref);
  }

  /** The numbers of people; those not known yet are remembered. */
  async ids(trx: Knex, refs: string[]): Promise<Map<string, number>> {
    const missing = [...new Set(refs)].filter(ref => !this.known.has(ref));
    const found = new Map<string, number>();
    if (missing.length > 0) {
      for (const row of await this.read(trx, missing)) {
        this.known.set(row.entity_ref, row.id);
      }
      for (const row of await this.insert(trx, missing)) {
        found.set(row.entity_ref, row.id);
      }
    }
    for (const ref of refs) {
      const id = found.get(ref) ?? this.known.get(ref);
      if (id !== undefined) {
        found.set(ref, id);
      }
    }
    return found;
  }

  private read(trx: Knex, refs: string[]): Promise<PersonRow[]> {
    return trx('person').whereIn('entity_ref', refs).select('entity_ref', 'id');
  }

  private async insert(trx: Knex, refs: string[]): Promise<PersonRow[]> {
    const fresh = refs.filter(ref => !this.known.has(ref));
    if (fresh.length === 0) {
      return [];
    }
    return trx('person')
      .insert(fresh.map(ref => ({ entity_ref: ref, name: nameOf(ref) })))
      .onConflict('entity_ref')
      .merge(['entity_ref'])
      .returning(['entity_ref', 'id']);
  }
}

interface PersonRow {
  entity_ref: string;
  id: number;
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}
