import { toFts5Query, toTsQuery } from '@techbridge/cjk-text';
import {
  BridgeError,
  ListCasesQuery,
  MAXIMUM_TOTAL,
} from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import {
  CaseNumbers,
  CaseRecord,
  CaseRowColumns,
  CaseWithBody,
  PublishedCase,
  RevisionRecord,
  toCaseRecord,
} from './caseRows';

/**
 * Narrows a query that has `items` in it to those that a permission covers.
 *
 * @internal
 */
export type ItemNarrowing = (query: Knex.QueryBuilder) => void;

/** What a page of cases is asked for. @internal */
export interface CaseSelection {
  /** Search terms; a case matches when each begins one of its tokens. */
  terms: string[];
  /** The full reference of a system. */
  system?: string;
  /** Published ones, or those that may be published some day. */
  published?: boolean;
  narrow: ItemNarrowing;
}

/** The order of a page and where it begins. @internal */
export interface CasePage {
  order: ListCasesQuery['order'];
  limit: number;
  after?: string[];
}

const SORT_COLUMNS: Record<
  ListCasesQuery['order'],
  { columns: string[]; direction: 'asc' | 'desc' }
> = {
  '-updatedAt': {
    columns: ['cases.updated_at', 'cases.id'],
    direction: 'desc',
  },
  '-publishedAt': {
    columns: ['cases.published_at', 'cases.id'],
    direction: 'desc',
  },
  key: { columns: ['cases.id'], direction: 'asc' },
};

const COLUMNS = [
  ...[
    'id',
    'title',
    'language',
    'systems',
    'summary',
    'revision',
    'published_revision',
    'published_at',
    'updated_at',
  ].map(column => `cases.${column}`),
  'items.key',
  'person.entity_ref as author_ref',
];

/** The sort values of a case, in the order of the page. @internal */
export function caseSortValues(
  order: ListCasesQuery['order'],
  record: CaseRecord,
): string[] {
  return {
    '-updatedAt': [record.updatedAt, record.id],
    '-publishedAt': [record.publishedAt ?? '', record.id],
    key: [record.id],
  }[order];
}

/**
 * Reads cases. Whatever a caller sees has passed a narrowing of its item.
 *
 * @internal
 */
export class CaseStore {
  constructor(private readonly knex: Knex) {}

  /** A page of cases in order. One statement. */
  async list(selection: CaseSelection, page: CasePage): Promise<CaseRecord[]> {
    const { columns, direction } = SORT_COLUMNS[page.order];
    const query = this.matching(selection)
      .join('person', 'person.id', 'cases.author_id')
      .select<CaseRowColumns[]>(COLUMNS)
      .orderBy(columns.map(column => ({ column, order: direction })))
      .limit(page.limit);
    if (page.after) {
      startAfter(query, columns, direction, page.after);
    }
    return (await query).map(toCaseRecord);
  }

  /** How many cases match, counted up to one more than is told. */
  async count(selection: CaseSelection): Promise<number> {
    const some = this.matching(selection)
      .select('cases.id')
      .limit(MAXIMUM_TOTAL + 1)
      .as('some');
    const row = await this.knex.from(some).count({ total: '*' }).first();
    return Number(row?.total ?? 0);
  }

  /** One case with its latest text, when the narrowing covers it. One statement. */
  async get(
    id: string,
    narrow: ItemNarrowing,
  ): Promise<CaseWithBody | undefined> {
    const query = this.withItems()
      .join('person', 'person.id', 'cases.author_id')
      .join('case_revisions', join =>
        join
          .on('case_revisions.case_id', 'cases.id')
          .andOn('case_revisions.revision', 'cases.revision'),
      )
      .where('cases.id', id)
      .select<(CaseRowColumns & { body: string })[]>(COLUMNS)
      .select('case_revisions.body');
    narrow(query);
    const [row] = await query;
    return row && { ...toCaseRecord(row), body: row.body };
  }

  /** What whoever changes a case must have seen. One statement. */
  async numbers(id: string): Promise<CaseNumbers | undefined> {
    return this.withItems()
      .where('cases.id', id)
      .first('cases.revision', 'items.rev as itemRev');
  }

  /** The revisions of a case, newest first, below one of them. */
  async revisions(
    id: string,
    page: { below?: number; limit: number },
  ): Promise<RevisionRecord[]> {
    const query = this.knex('case_revisions')
      .join('person', 'person.id', 'case_revisions.author_id')
      .where('case_id', id)
      .orderBy('revision', 'desc')
      .limit(page.limit)
      .select<RevisionRecord[]>('revision', 'title', 'at')
      .select('person.entity_ref as author');
    if (page.below !== undefined) {
      query.where('revision', '<', page.below);
    }
    return query;
  }

  /**
   * Published cases as everybody sees them: one, or those that changed after a
   * number. The catalog and TechDocs know no readers, so private ones are not
   * among them.
   */
  async published(
    which: { id: string } | { after: number | undefined },
  ): Promise<PublishedCase[]> {
    const query = this.knex('cases')
      .join('case_revisions as shown', join =>
        join
          .on('shown.case_id', 'cases.id')
          .andOn('shown.revision', 'cases.published_revision'),
      )
      .join('person', 'person.id', 'cases.author_id')
      .join('items', 'items.id', 'cases.item_id')
      .where('items.is_private', false)
      .orderBy('cases.id')
      .select('cases.id', 'cases.published_at', 'shown.revision')
      .select('shown.title', 'shown.language', 'shown.systems', 'shown.body')
      .select('person.entity_ref as author_ref', 'person.name as author_name');
    if ('id' in which) {
      query.where('cases.id', which.id);
    } else if (which.after !== undefined) {
      query.where('cases.catalog_change', '>', which.after);
    }
    return (await query).map(toPublishedCase);
  }

  private withItems(): Knex.QueryBuilder {
    return this.knex('cases').join('items', 'items.id', 'cases.item_id');
  }

  private matching(selection: CaseSelection): Knex.QueryBuilder {
    const query = this.withItems();
    selection.narrow(query);
    this.search(query, selection.terms);
    if (selection.system) {
      this.about(query, selection.system);
    }
    if (selection.published === true) {
      query.whereNotNull('cases.published_revision');
    } else if (selection.published === false) {
      query.whereNull('cases.published_revision').where(stillToBePublished);
    }
    return query;
  }

  private search(query: Knex.QueryBuilder, terms: string[]): void {
    if (terms.length === 0) {
      return;
    }
    if (isPostgres(this.knex)) {
      query.whereRaw('cases.search @@ ?::tsquery', [toTsQuery(terms)]);
    } else {
      query.whereIn('cases.item_id', builder =>
        builder
          .from('case_search')
          .whereRaw('case_search MATCH ?', [toFts5Query(terms)])
          .select('rowid'),
      );
    }
  }

  private about(query: Knex.QueryBuilder, system: string): void {
    if (isPostgres(this.knex)) {
      query.whereRaw('cases.systems::jsonb @> ?::jsonb', [
        JSON.stringify([system]),
      ]);
    } else {
      query.whereRaw(
        'EXISTS (SELECT 1 FROM json_each(cases.systems) WHERE value = ?)',
        [system],
      );
    }
  }
}

// Reviewed ones are shown to readers in a moment; discarded ones never.
function stillToBePublished(query: Knex.QueryBuilder): void {
  query.where('items.is_open', true).orWhereNotNull('cases.reviewed_revision');
}

function startAfter(
  query: Knex.QueryBuilder,
  columns: string[],
  direction: 'asc' | 'desc',
  after: string[],
): void {
  if (after.length !== columns.length) {
    throw new BridgeError('invalid-cursor');
  }
  const sign = direction === 'asc' ? '>' : '<';
  const marks = (mark: string) => columns.map(() => mark).join(', ');
  query.whereRaw(`(${marks('??')}) ${sign} (${marks('?')})`, [
    ...columns,
    ...after,
  ]);
}

function toPublishedCase(row: {
  id: string;
  title: string;
  language: 'zh' | 'en';
  systems: string;
  body: string;
  revision: number;
  author_ref: string;
  author_name: string;
  published_at: string;
}): PublishedCase {
  return {
    id: row.id,
    title: row.title,
    language: row.language,
    systems: JSON.parse(row.systems),
    body: row.body,
    revision: row.revision,
    author: { ref: row.author_ref, name: row.author_name },
    publishedAt: row.published_at,
  };
}
