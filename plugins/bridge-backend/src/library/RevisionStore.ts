import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { caseTokens } from './caseTokens';
import { CaseText } from './model';
import { summaryOf } from './markdown';

/** The transaction of a command, which only stores look into. @internal */
export type Transaction = Knex.Transaction;

/** A text to be written, by whom and when. @internal */
export interface Writing extends CaseText {
  id: string;
  authorId: number;
  at: string;
}

/**
 * Writes cases and their revisions.
 *
 * @internal
 */
export class RevisionStore {
  /** Makes a case with its first revision. Two statements. */
  async begin(trx: Transaction, itemId: number, text: Writing): Promise<void> {
    await trx('cases').insert({
      ...headColumns(trx, text),
      id: text.id,
      item_id: itemId,
      author_id: text.authorId,
      revision: 1,
    });
    await trx('case_revisions').insert(revisionColumns(text, 1));
  }

  /** The data of a case's item, as the command leaves it. */
  async dataOf(
    trx: Transaction,
    itemId: number,
  ): Promise<Record<string, unknown>> {
    const item = await trx('items').where({ id: itemId }).first('data');
    return JSON.parse(item?.data ?? '{}');
  }

  /** Writes the next revision of a case. Two statements. */
  async amend(trx: Transaction, text: Writing): Promise<void> {
    const [head] = await trx('cases')
      .where({ id: text.id })
      .update({
        ...headColumns(trx, text),
        revision: trx.raw('revision + 1'),
      })
      .returning('revision');
    if (head) {
      await trx('case_revisions').insert(revisionColumns(text, head.revision));
    }
  }

  /** Keeps which revision stands at the moment when its review says yes. */
  async noteReviewed(trx: Transaction, id: string): Promise<void> {
    await trx('cases')
      .where({ id })
      .update({ reviewed_revision: trx.ref('revision') });
  }

  /**
   * Shows readers the revision that was reviewed; a change for the catalog,
   * unless they see it already.
   *
   * @returns whether there is such a case
   */
  async publish(
    trx: Transaction,
    id: string,
    at: string,
    change: number,
  ): Promise<boolean> {
    const row = await trx('cases')
      .where({ id })
      .first('revision', 'reviewed_revision', 'published_revision');
    if (!row) {
      return false;
    }
    const revision = row.reviewed_revision ?? row.revision;
    if (row.published_revision !== revision) {
      await trx('cases').where({ id }).update({
        published_revision: revision,
        published_at: at,
        catalog_change: change,
      });
    }
    return true;
  }
}

function headColumns(trx: Knex, text: Writing) {
  const tokens = caseTokens(text);
  return {
    title: text.title,
    language: text.language,
    systems: JSON.stringify(text.systems),
    summary: summaryOf(text.body),
    updated_at: text.at,
    search: isPostgres(trx)
      ? trx.raw('array_to_tsvector(?::text[])', [tokens])
      : tokens.join(' '),
  };
}

function revisionColumns(text: Writing, revision: number) {
  return {
    case_id: text.id,
    revision,
    title: text.title,
    language: text.language,
    systems: JSON.stringify(text.systems),
    body: text.body,
    author_id: text.authorId,
    at: text.at,
  };
}
