import { toFts5Query, toTsQuery } from '@techbridge/cjk-text';
import { Knex } from 'knex';
import { dayOf } from '../database/dayOf';
import { isPostgres } from '../database/isPostgres';
import { applyItemFilter, ItemFilter } from './itemFilter';

/** Among which items something like a new one is looked for. @internal */
export interface SimilarSelection {
  workflow: string;
  states: string[];
  /** Of these words at least one. */
  words: string[];
  /** The key of the item that is asked for. */
  except?: string;
  filter: ItemFilter;
  now: string;
}

/** An item that may be like a new one. @internal */
export interface Candidate {
  id: number;
  title: string;
  system: string | null;
}

/** So many of the newest are compared. */
const MOST_COMPARED = 200;

/** Finds what may be like a new item. @internal */
export class SimilarItemStore {
  constructor(private readonly knex: Knex, private readonly timeZone: string) {}

  /** The newest of the items that share a word. One statement. */
  async candidates(selection: SimilarSelection): Promise<Candidate[]> {
    const { workflow, states, except, filter, now } = selection;
    const query = this.knex('items')
      .where('items.workflow', workflow)
      .whereIn('items.state', states)
      .whereIn('items.id', this.withWords(selection.words))
      .orderBy([
        { column: 'items.updated_at', order: 'desc' },
        { column: 'items.id', order: 'desc' },
      ])
      .limit(MOST_COMPARED)
      .select<Candidate[]>(['items.id', 'items.title', 'items.system']);
    if (except !== undefined) {
      query.whereNot('items.key', except);
    }
    applyItemFilter(query, filter, dayOf(now, this.timeZone));
    return query;
  }

  private withWords(words: string[]): Knex.QueryBuilder {
    const found = this.knex('item_search');
    return isPostgres(this.knex)
      ? found
          .whereRaw('tokens @@ ?::tsquery', [toTsQuery(words, 'any')])
          .select('item_id')
      : found
          .whereRaw('item_search MATCH ?', [toFts5Query(words, 'any')])
          .select('rowid');
  }
}
