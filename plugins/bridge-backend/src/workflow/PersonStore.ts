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
    const wanted = [...new Set(refs)];
    const missing = wanted.filter(ref => !this.known.has(ref)).sort();
    const found = new Map(await this.find(trx, missing));
    for (const ref of wanted) {
      const id = this.known.get(ref);
      if (id !== undefined) {
        found.set(ref, id);
      }
    }
    return found;
  }

  private async find(trx: Knex, refs: string[]): Promise<[string, number][]> {
    if (refs.length === 0) {
      return [];
    }
    const rows = await this.read(trx, refs);
    const seen = new Set(rows.map(row => row.entity_ref));
    const fresh = refs.filter(ref => !seen.has(ref));
    rows.push(...(await this.insert(trx, fresh)));
    this.remember(trx, rows);
    return rows.map(row => [row.entity_ref, row.id]);
  }

  // What a transaction sees may be its own, and may be rolled back.
  private remember(trx: Knex, rows: PersonRow[]): void {
    const keep = () =>
      rows.forEach(row => this.known.set(row.entity_ref, row.id));
    if (trx.isTransaction) {
      (trx as Knex.Transaction).executionPromise.then(keep, () => undefined);
    } else {
      keep();
    }
  }

  private read(trx: Knex, refs: string[]): Promise<PersonRow[]> {
    return trx('person').whereIn('entity_ref', refs).select('entity_ref', 'id');
  }

  // The name is written over itself, because only an update gives the row of
  // somebody whom another command has met meanwhile; the reference is left
  // alone, so that nobody who refers to the row has to wait.
  private async insert(trx: Knex, refs: string[]): Promise<PersonRow[]> {
    if (refs.length === 0) {
      return [];
    }
    return trx('person')
      .insert(refs.map(ref => ({ entity_ref: ref, name: nameOf(ref) })))
      .onConflict('entity_ref')
      .merge({ name: trx.raw('person.name') })
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
