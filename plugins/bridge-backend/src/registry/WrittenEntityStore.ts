import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { Transaction } from './RegisterStore';

/** An entity as an effect leaves it. @internal */
export interface WrittenEntity {
  ref: string;
  /** Undefined where it is taken away. */
  entity?: Entity;
  /** The effect that wrote it; a later one has the last word. */
  effectId: number;
}

/**
 * Entities that workflows have written for the catalog.
 *
 * @internal
 */
export class WrittenEntityStore {
  constructor(private readonly knex: Knex) {}

  /** Writes an entity, unless a later effect has written it already. */
  async put(
    trx: Transaction,
    { ref, entity, effectId }: WrittenEntity,
    sequence: number,
  ): Promise<void> {
    await trx('catalog_entities')
      .insert({
        entity_ref: ref,
        entity: entity ? JSON.stringify(entity) : null,
        effect_id: effectId,
        sequence,
      })
      .onConflict('entity_ref')
      .merge()
      .where('catalog_entities.effect_id', '<=', effectId);
  }

  /** Those that are there: all, or those written after a number. */
  async entities(after: number | undefined): Promise<Entity[]> {
    const rows: string[] = await this.after(after)
      .whereNotNull('entity')
      .pluck('entity');
    return rows.map(row => JSON.parse(row));
  }

  /** The references of those that were taken away after a number. */
  async removed(after: number): Promise<string[]> {
    return this.after(after).whereNull('entity').pluck('entity_ref');
  }

  private after(after: number | undefined) {
    const rows = this.knex('catalog_entities').orderBy('entity_ref');
    return after === undefined ? rows : rows.where('sequence', '>', after);
  }
}
