import { JournalEntry } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { ChainedRow, SaltedPayload } from './journalChain';

interface Columns {
  item_id: number;
  seq: number;
  rev: number;
  type: string;
  person_id: number;
  at: string;
  payload_hash: string;
  previous: string;
  hash: string;
  salt: string | null;
  payload: string | null;
}

/**
 * Reads journals. They are written with their command and never changed.
 *
 * @internal
 */
export class JournalStore {
  constructor(private readonly knex: Knex) {}

  /** Lines of an item in order, after one of them. */
  async page(
    itemId: number,
    { after, limit }: { after: number; limit: number },
  ): Promise<JournalEntry[]> {
    const rows: (Columns & { ref: string; name: string })[] = await this.rows(
      itemId,
    )
      .join('person', 'person.id', 'journal.person_id')
      .where('journal.seq', '>', after)
      .limit(limit)
      .select('person.entity_ref as ref', 'person.name');
    return rows.map(({ seq, rev, type, ref, name, at, payload, hash }) => ({
      seq,
      rev,
      type,
      actor: { ref, name },
      at,
      payload: payload === null ? null : JSON.parse(payload),
      hash,
    }));
  }

  /** All lines of an item as a chain that can be checked. */
  async chain(
    itemId: number,
  ): Promise<(ChainedRow & Partial<SaltedPayload>)[]> {
    const rows: Columns[] = await this.rows(itemId);
    return rows.map(row => ({
      itemId: row.item_id,
      seq: row.seq,
      rev: row.rev,
      type: row.type,
      personId: row.person_id,
      at: row.at,
      payloadHash: row.payload_hash,
      previous: row.previous,
      hash: row.hash,
      ...(row.salt !== null &&
        row.payload !== null && { salt: row.salt, payload: row.payload }),
    }));
  }

  private rows(itemId: number) {
    return this.knex('journal')
      .leftJoin('journal_payload', join =>
        join
          .on('journal_payload.item_id', 'journal.item_id')
          .andOn('journal_payload.seq', 'journal.seq'),
      )
      .where('journal.item_id', itemId)
      .orderBy('journal.seq')
      .select('journal.*', 'salt', 'payload');
  }
}
