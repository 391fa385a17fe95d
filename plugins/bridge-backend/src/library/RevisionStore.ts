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

/** A next revision of a text that somebody has seen. @internal */
export interface SeenWriting extends Writing {
  itemId: number;
  /** The state of the item and the revision that were seen. */
  seen: { state: string; revision: number };
}

/**
 * Writes cases and their revisions.
 *
 * @internal
 */
export class RevisionStore {
  constructor(private readonly knex: Knex) {}

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

  /**
   * Writes the next revision, unless the text or the state of its item is
   * another one than was seen. The item is held meanwhile, so that nobody can
   * hand in for review what is being changed.
   *
   * @returns whether it was written
   */
  async revise(text: SeenWriting): Promise<boolean> {
    const { itemId, seen } = text;
    return this.knex.transaction(async trx => {
      const item = await trx('items')
        .where({ id: itemId })
        .forShare()
        .first('state');
      return item?.state === seen.state && this.next(trx, text, seen.revision);
    });
  }

  /** Writes a next revision in a command on the case's item. */
  async amend(
    trx: Transaction,
    text: Partial<CaseText> & Omit<Writing, keyof CaseText>,
  ): Promise<void> {
    const before = await trx('cases')
      .join('case_revisions', join =>
        join
          .on('case_revisions.case_id', 'cases.id')
          .andOn('case_revisions.revision', 'cases.revision'),
      )
      .where('cases.id', text.id)
      .first('case_revisions.*');
    if (before) {
      const { title, language, body } = before;
      const systems = JSON.parse(before.systems);
      const next = { title, language, body, systems, ...text };
      await this.next(trx, next, before.revision);
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

  private async next(
    trx: Transaction,
    text: Writing,
    after: number,
  ): Promise<boolean> {
    const changed = await trx('cases')
      .where({ id: text.id, revision: after })
      .update({ ...headColumns(trx, text), revision: after + 1 });
    if (changed !== 1) {
      return false;
    }
    await trx('case_revisions').insert(revisionColumns(text, after + 1));
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
