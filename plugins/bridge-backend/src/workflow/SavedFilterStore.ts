import {
  SavedFilter,
  SavedFilterInput,
} from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';

interface Columns {
  id: number;
  name: string;
  address: string;
}

/** The filters that people have saved, each for themselves. @internal */
export class SavedFilterStore {
  constructor(private readonly knex: Knex) {}

  /** The filters of a person, by name. */
  async list(person: string): Promise<SavedFilter[]> {
    const rows: Columns[] = await this.knex('saved_filters')
      .join('person', 'person.id', 'saved_filters.person_id')
      .where('person.entity_ref', person)
      .orderBy(['saved_filters.name', 'saved_filters.id'])
      .select(['saved_filters.id', 'saved_filters.name', 'address']);
    return rows.map(({ id, name, address }) => ({
      ...{ id, name },
      address: JSON.parse(address),
    }));
  }

  /**
   * Keeps a filter, unless the person has one of that name or has too many.
   * Of what one person saves at once, one comes after the other.
   *
   * @returns its number, or why it was not kept
   */
  async insert(
    personId: number,
    { name, address }: SavedFilterInput,
    most: number,
  ): Promise<number | 'taken' | 'full'> {
    return this.knex.transaction(async trx => {
      await trx('person').where('id', personId).forUpdate().select('id');
      const known: Pick<Columns, 'name'>[] = await trx('saved_filters')
        .where('person_id', personId)
        .select('name');
      if (known.some(row => row.name === name)) {
        return 'taken';
      }
      if (known.length >= most) {
        return 'full';
      }
      const [{ id }] = await trx('saved_filters')
        .insert({ person_id: personId, name, address: JSON.stringify(address) })
        .returning('id');
      return Number(id);
    });
  }

  /** @returns whether the person had such a filter */
  async delete(id: number, person: string): Promise<boolean> {
    const deleted = await this.knex('saved_filters')
      .where('id', id)
      .where('person_id', '=', (people: Knex.QueryBuilder) =>
        people.from('person').where('entity_ref', person).select('id'),
      )
      .delete();
    return deleted > 0;
  }
}
