import { CaseFacts } from './model';

/** A row of `cases`, joined with its item and its author. @internal */
export interface CaseRowColumns {
  id: string;
  key: string;
  title: string;
  language: 'zh' | 'en';
  systems: string;
  summary: string;
  author_ref: string;
  revision: number;
  published_revision: number | null;
  published_at: string;
  updated_at: string;
}

/** A case as it stands in the database. @internal */
export type CaseRecord = CaseFacts;

/** The numbers of a case's text and of its item, as they stood together. @internal */
export interface CaseNumbers {
  revision: number;
  itemRev: number;
}

/** A case with its latest text. @internal */
export interface CaseWithBody extends CaseRecord {
  body: string;
}

/** A line of a case's history. @internal */
export interface RevisionRecord {
  revision: number;
  title: string;
  author: string;
  at: string;
}

/** A published case: the revision that readers see. @internal */
export interface PublishedCase {
  id: string;
  title: string;
  language: 'zh' | 'en';
  systems: string[];
  body: string;
  revision: number;
  author: { ref: string; name: string };
  publishedAt: string;
}

/** A case from its row. @internal */
export function toCaseRecord(row: CaseRowColumns): CaseRecord {
  return {
    id: row.id,
    key: row.key,
    title: row.title,
    language: row.language,
    systems: JSON.parse(row.systems),
    summary: row.summary,
    author: row.author_ref,
    revision: row.revision,
    publishedRevision: row.published_revision,
    publishedAt: row.published_at || null,
    updatedAt: row.updated_at,
  };
}
