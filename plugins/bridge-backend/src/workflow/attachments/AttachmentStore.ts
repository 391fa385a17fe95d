import { Knex } from 'knex';
import { Write } from '../../database/writeTogether';

/** What is known of a file on an item. @internal */
export interface AttachmentRecord {
  seq: number;
  name: string;
  type: string;
  size: number;
  sha256: string;
  by: { ref: string; name: string };
  at: string;
}

/** A file as it is kept with its journal line. @internal */
export interface NewAttachment
  extends Omit<AttachmentRecord, 'seq' | 'by' | 'at'> {
  content: Buffer;
  /** Of pictures. */
  small?: Buffer;
}

/** A file on an item, by its journal line. @internal */
export interface AttachmentPlace {
  itemId: number;
  seq: number;
}

/**
 * Keeps files of items: what is known of them, and apart from it their bytes.
 *
 * @internal
 */
export class AttachmentStore {
  constructor(private readonly knex: Knex) {}

  /** The files of an item, oldest first. */
  async list(itemId: number): Promise<AttachmentRecord[]> {
    const rows: Columns[] = await this.rows(this.knex).where('item_id', itemId);
    return rows.map(toRecord);
  }

  /** One file of an item, without its bytes. */
  async find(
    { itemId, seq }: AttachmentPlace,
    connection: Knex = this.knex,
  ): Promise<AttachmentRecord | undefined> {
    const [row]: Columns[] = await this.rows(connection).where({
      item_id: itemId,
      seq,
    });
    return row && toRecord(row);
  }

  /** How many files an item has. */
  async count(trx: Knex, itemId: number): Promise<number> {
    const [{ count }] = await trx('attachments')
      .where('item_id', itemId)
      .count({ count: '*' });
    return Number(count);
  }

  /** The bytes of a file; of a picture those of the small one, if wanted. */
  async content(
    { itemId, seq }: AttachmentPlace,
    size: 'full' | 'small',
  ): Promise<Buffer | undefined> {
    const column =
      size === 'small'
        ? this.knex.raw('coalesce(small, content) as bytes')
        : 'content as bytes';
    const row = await this.knex('attachment_bytes')
      .where({ item_id: itemId, seq })
      .first(column);
    return row?.bytes;
  }

  /** The rows of a file, to be written with its journal line. */
  rowsOf(
    { itemId, seq }: AttachmentPlace,
    file: NewAttachment,
    { personId, at }: { personId: number; at: string },
  ): Write[] {
    const { name, type, size, sha256, content, small = null } = file;
    return [
      insert('attachments', {
        ...{ item_id: itemId, seq, name, type, size, sha256 },
        ...{ person_id: personId, at },
      }),
      insert('attachment_bytes', { item_id: itemId, seq, content, small }),
    ];
  }

  /** Takes a file away, its bytes with it. */
  async remove(trx: Knex, { itemId, seq }: AttachmentPlace): Promise<void> {
    const where = { item_id: itemId, seq };
    await trx('attachment_bytes').where(where).delete();
    await trx('attachments').where(where).delete();
  }

  private rows(connection: Knex) {
    return connection('attachments')
      .join('person', 'person.id', 'attachments.person_id')
      .orderBy('seq')
      .select('seq', 'attachments.name', 'type', 'size', 'sha256', 'at')
      .select('person.entity_ref as ref', 'person.name as person');
  }
}

interface Columns extends Omit<AttachmentRecord, 'by'> {
  ref: string;
  person: string;
}

function toRecord({ ref, person, ...row }: Columns): AttachmentRecord {
  return { ...row, by: { ref, name: person } };
}

function insert(table: string, row: Record<string, Write['values'][number]>) {
  const columns = Object.keys(row);
  const places = columns.map(() => '?').join(', ');
  const sql = `insert into "${table}" ("${columns.join(
    '", "',
  )}") values (${places})`;
  return { sql, values: Object.values(row) };
}
