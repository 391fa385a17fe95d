import { JournalEntry } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { HIDDEN_FROM } from '../database/hiddenFrom';
import { KeptChain, KeptRow } from './journalChain';

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

interface Shown {
  ref: string;
  name: string;
  withheld: boolean | number;
}

// Private items are few, and so are the lines of a page.
const NAMES_UNSEEN = `exists (select 1 from items where ${HIDDEN_FROM}
  and upper(payload) like '%"' || items.key || '"%')`;

/**
 * Reads journals. They are written with their command and never changed.
 *
 * @internal
 */
export class JournalStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Lines of an item in order, after one of them. A line that names a private
   * item of others keeps its number and hash, and says nothing. One statement.
   */
  async page(
    itemId: number,
    { after, limit }: { after: number; limit: number },
    reader: string,
  ): Promise<JournalEntry[]> {
    const rows: (Columns & Shown)[] = await this.knex('journal')
      .leftJoin('journal_payload', payloadOfLine)
      .join('person', 'person.id', 'journal.person_id')
      .where('journal.item_id', itemId)
      .where('journal.seq', '>', after)
      .orderBy('journal.seq')
      .limit(limit)
      .select('journal.*', 'salt', 'payload')
      .select('person.entity_ref as ref', 'person.name')
      .select(this.knex.raw(`${NAMES_UNSEEN} AS withheld`, [reader]));
    return rows.map(({ seq, rev, type, ref, name, at, ...line }) => ({
      ...{ seq, rev, type, at, hash: line.hash },
      actor: { ref, name },
      payload:
        line.payload === null || line.withheld
          ? null
          : JSON.parse(line.payload),
      ...(line.withheld && { withheld: true as const }),
    }));
  }

  /**
   * All lines of an item as a chain that can be checked, with the end that the
   * item knows of. One statement, so that both are of the same moment.
   */
  async chain(itemId: number): Promise<KeptChain> {
    const rows: (Columns & { end: number; end_hash: string })[] =
      await this.knex('items')
        .leftJoin('journal', 'journal.item_id', 'items.id')
        .leftJoin('journal_payload', payloadOfLine)
        .where('items.id', itemId)
        .orderBy('journal.seq')
        .select('journal.*', 'salt', 'payload')
        .select('items.seq as end', 'items.head as end_hash');
    const [{ end, end_hash: head }] = rows;
    const lines = rows.filter(({ seq }) => seq !== null);
    return { rows: lines.map(toKeptRow), end: { seq: end, head } };
  }
}

function payloadOfLine(join: Knex.JoinClause): void {
  join
    .on('journal_payload.item_id', 'journal.item_id')
    .andOn('journal_payload.seq', 'journal.seq');
}

function toKeptRow(row: Columns): KeptRow {
  return {
    itemId: row.item_id,
    seq: row.seq,
    rev: row.rev,
    type: row.type,
    personId: row.person_id,
    at: row.at,
    payloadHash: row.payload_hash,
    previous: row.previous,
    hash: row.hash,
    salt: row.salt,
    payload: row.payload,
  };
}
