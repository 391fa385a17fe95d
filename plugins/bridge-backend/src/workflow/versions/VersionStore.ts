import { EarlierVersion } from '@techbridge/bridge-workflow';
import { VersionStep } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { FullDefinition } from '../DefinitionStore';
import { VersionStatus } from './publishing';

/** What somebody did with a version. @internal */
export interface VersionEvent {
  type: 'created' | 'edited' | VersionStep;
  /** Null where a file did it. */
  person: string | null;
  hash: string;
  comment: string | null;
  at: string;
}

/** A version as it is kept, with its file. @internal */
export interface VersionRecord extends FullDefinition {
  yaml: string;
}

/** A version by what tells it apart. @internal */
export type KnownVersion = Pick<VersionRecord, 'version' | 'hash' | 'status'>;

/** Keeps versions that are not in force yet, and what was done with them. @internal */
export class VersionStore {
  constructor(private readonly knex: Knex) {}

  /** Runs work in one transaction. */
  inTransaction<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    return this.knex.transaction(work);
  }

  /** One version with its file. */
  async find(
    id: string,
    version: number,
    connection: Knex = this.knex,
  ): Promise<VersionRecord | undefined> {
    const row = await connection('definitions').where({ id, version }).first();
    return row && toRecord(row);
  }

  /** The version in force with its file, as it is at this moment. */
  async inForce(id: string): Promise<VersionRecord | undefined> {
    const row = await this.knex('definitions')
      .where({ id, status: 'published' })
      .first();
    return row && toRecord(row);
  }

  /** What is being worked on of workflows that have never been in force. */
  async neverInForce(): Promise<VersionRecord[]> {
    const rows = await this.knex('definitions')
      .whereIn('status', ['draft', 'inReview'])
      .whereNotIn(
        'id',
        this.knex('definitions').where({ status: 'published' }).select('id'),
      )
      .orderBy('id')
      .select('*');
    return rows.map(toRecord);
  }

  /** All versions of a workflow, newest first. */
  async known(
    id: string,
    connection: Knex = this.knex,
  ): Promise<KnownVersion[]> {
    return connection('definitions')
      .where({ id })
      .orderBy('version', 'desc')
      .select('version', 'hash', 'status');
  }

  /** The versions in some ranges that are in force, or were. */
  async beenInForce(
    id: string,
    ranges: { first: number; last: number }[],
  ): Promise<EarlierVersion[]> {
    const rows: Pick<Columns, 'version' | 'compiled'>[] = await this.knex(
      'definitions',
    )
      .where({ id })
      .whereIn('status', ['published', 'deprecated'])
      .andWhere(query =>
        ranges.forEach(({ first, last }) =>
          query.orWhereBetween('version', [first, last]),
        ),
      )
      .orderBy('version')
      .select('version', 'compiled');
    return rows.map(({ version, compiled }) => ({
      version,
      definition: JSON.parse(compiled),
    }));
  }

  /** Whether some version of a workflow has ever been like this. */
  async hasBeen(
    id: string,
    hash: string,
    connection: Knex = this.knex,
  ): Promise<boolean> {
    const event = await connection('definition_history')
      .where({ workflow: id, hash })
      .first('id');
    return event !== undefined;
  }

  /** Whether people have drafted or edited a version, or a file alone made it. */
  async isOfPeople(
    { id, version }: { id: string; version: number },
    connection: Knex,
  ): Promise<boolean> {
    const work = await connection('definition_history')
      .where({ workflow: id, version })
      .whereIn('type', ['created', 'edited'])
      .whereNotNull('person')
      .first('id');
    return work !== undefined;
  }

  /**
   * Adds the next version.
   *
   * @param known - the versions that were looked at to decide about it: whoever
   *   has looked at the same ones is refused afterwards
   * @returns its number; undefined when somebody else was faster
   */
  async add(
    trx: Knex.Transaction,
    record: Omit<VersionRecord, 'version'>,
    [newest]: KnownVersion[],
  ): Promise<number | undefined> {
    const version = (newest?.version ?? 0) + 1;
    const { id, basedOn, madeBy, status, at } = record;
    const inserted = await trx('definitions')
      .insert({
        ...{ id, version, status, at, based_on: basedOn, made_by: madeBy },
        ...contents(record),
      })
      .onConflict(['id', 'version'])
      .ignore()
      .returning('version');
    return inserted.length > 0 ? version : undefined;
  }

  /**
   * Gives a draft other contents.
   *
   * @returns whether it was still as it was read
   */
  async edit(
    trx: Knex.Transaction,
    { id, version, hash }: { id: string; version: number; hash: string },
    record: Pick<VersionRecord, 'hash' | 'yaml' | 'definition' | 'at'>,
  ): Promise<boolean> {
    const changed = await trx('definitions')
      .where({ id, version, hash, status: 'draft' })
      .update({ ...contents(record), at: record.at });
    return changed === 1;
  }

  /** Takes whatever was in force before a version out of it. */
  async retireBefore(
    trx: Knex.Transaction,
    { id, version }: { id: string; version: number },
  ): Promise<void> {
    await trx('definitions')
      .where({ id, status: 'published' })
      .andWhere('version', '<', version)
      .update({ status: 'deprecated' });
  }

  /**
   * Moves a version on. The one that was in force makes room for a new one.
   *
   * @returns whether it was still as it was read
   */
  async move(
    trx: Knex.Transaction,
    { id, version, hash, status }: VersionRecord,
    to: { status: VersionStatus; at: string },
  ): Promise<boolean> {
    const changed = await trx('definitions')
      .where({ id, version, hash, status })
      .update(to);
    if (changed === 1 && to.status === 'published') {
      await this.retireBefore(trx, { id, version });
    }
    return changed === 1;
  }

  /** Notes what somebody did. */
  async note(
    trx: Knex.Transaction,
    { id: workflow, version }: { id: string; version: number },
    event: VersionEvent,
  ): Promise<void> {
    await trx('definition_history').insert({ workflow, version, ...event });
  }

  /** What was done with a version, in order. */
  history(id: string, version: number): Promise<VersionEvent[]> {
    return this.knex('definition_history')
      .where({ workflow: id, version })
      .orderBy('id')
      .select('type', 'person', 'hash', 'comment', 'at');
  }

  /** How many open items of a workflow stand in which state. */
  async occupied(id: string): Promise<{ [state: string]: number }> {
    const rows: { state?: string; total?: number | string }[] = await this.knex(
      'items',
    )
      .where({ workflow: id, is_open: true })
      .groupBy('state')
      .select('state')
      .count({ total: '*' });
    return Object.fromEntries(
      rows.map(({ state, total }) => [String(state), Number(total)]),
    );
  }
}

function contents({
  hash,
  yaml,
  definition,
}: Pick<VersionRecord, 'hash' | 'yaml' | 'definition'>) {
  return { hash, yaml, compiled: JSON.stringify(definition) };
}

interface Columns {
  id: string;
  version: number;
  hash: string;
  status: VersionStatus;
  at: string;
  yaml: string;
  compiled: string;
  based_on: number | null;
  made_by: string | null;
}

function toRecord(row: Columns): VersionRecord {
  const { id, version, hash, status, at, yaml, compiled } = row;
  const { based_on: basedOn, made_by: madeBy } = row;
  const definition = JSON.parse(compiled);
  return { id, version, hash, status, at, yaml, definition, basedOn, madeBy };
}
