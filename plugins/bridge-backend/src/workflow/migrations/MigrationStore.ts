import { Label } from '@techbridge/bridge-workflow';
import { MigratedItem } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { isPostgres } from '../../database/isPostgres';
import { insertion, Write, writeTogether } from '../../database/writeTogether';
import { ItemColumns, toItemRecord } from '../itemRows';
import { ItemRecord } from '../records';
import {
  HeldMigration,
  MigrationCounts,
  MigrationRecord,
  MigrationResult,
} from './MigrationRecord';

const OPEN = ['running', 'waiting'];

// An item that was looked at before is looked at again.
const AGAIN = `on conflict (migration_id, item_id) do update set
  outcome = excluded.outcome, why = excluded.why,
  rev = excluded.rev, at = excluded.at`;

/** What became of an item, by its key. @internal */
export interface MigratedRow extends MigratedItem {
  id: number;
}

/**
 * Keeps migrations and what became of each item. Working on one is a lease:
 * when a replica dies, another one goes on where it stood.
 *
 * @internal
 */
export class MigrationStore {
  constructor(private readonly knex: Knex) {}

  /** How many open items run on each version of a workflow. */
  async openItems(
    workflow: string,
    connection: Knex = this.knex,
  ): Promise<Map<number, number>> {
    const rows: { version?: number; total?: number | string }[] =
      await connection('items')
        .where({ workflow, is_open: true })
        .groupBy('version')
        .select('version')
        .count({ total: '*' });
    return new Map(
      rows.map(({ version, total }) => [Number(version), Number(total)]),
    );
  }

  /** The latest migration of each version of a workflow. */
  async latest(workflow: string): Promise<MigrationRecord[]> {
    const ids = this.knex('migrations')
      .where({ workflow })
      .groupBy('from_version')
      .max('id');
    const rows: Columns[] = await this.knex('migrations')
      .whereIn('id', ids)
      .orderBy('from_version', 'desc');
    return rows.map(toRecord);
  }

  /** A migration of a workflow. */
  async find(
    workflow: string,
    id: number,
  ): Promise<MigrationRecord | undefined> {
    const row = await this.knex('migrations').where({ id, workflow }).first();
    return row && toRecord(row);
  }

  /** How the items of some migrations fared. One statement. */
  async counts(ids: number[]): Promise<Map<number, MigrationCounts>> {
    const rows: { id: number; outcome: string; total?: number | string }[] =
      await this.knex('migration_items')
        .whereIn('migration_id', ids)
        .groupBy('migration_id', 'outcome')
        .select({ id: 'migration_id' }, 'outcome')
        .count({ total: '*' });
    const none = { moved: 0, waits: 0, left: 0 };
    const counts = new Map(ids.map(id => [id, { ...none }]));
    for (const { id, outcome, total } of rows) {
      Object.assign(counts.get(id) ?? {}, { [outcome]: Number(total) });
    }
    return counts;
  }

  /**
   * Starts a migration.
   *
   * @param options - `heldUntil`: so long nobody takes it
   * @returns undefined while another one of the same items goes on
   */
  async add(
    record: Omit<MigrationRecord, 'id' | 'status' | 'endedAt' | 'cursor'>,
    options: { heldUntil?: string; connection?: Knex } = {},
  ): Promise<number | undefined> {
    const { workflow, from, to, hash, startedBy, startedAt } = record;
    const { heldUntil = null, connection = this.knex } = options;
    const [row] = await connection('migrations')
      .insert({
        ...{ workflow, from_version: from, to_version: to, hash },
        ...{ status: 'running', started_by: startedBy, started_at: startedAt },
        lease_until: heldUntil,
      })
      .onConflict()
      .ignore()
      .returning('id');
    return row && Number(row.id);
  }

  /** Stops a migration; tells whether it was still going on. */
  async cancel(
    id: number,
    at: string,
    connection: Knex = this.knex,
  ): Promise<boolean> {
    const changed = await connection('migrations')
      .where({ id })
      .whereIn('status', OPEN)
      .update({ status: 'cancelled', ended_at: at, lease_until: null });
    return changed === 1;
  }

  /** The migration of the items of a version that goes on, if one does. */
  async open(
    { workflow, from }: Pick<MigrationRecord, 'workflow' | 'from'>,
    connection: Knex,
  ): Promise<number | undefined> {
    const row = await connection('migrations')
      .where({ workflow, from_version: from })
      .whereIn('status', OPEN)
      .first('id');
    return row && Number(row.id);
  }

  /** Whether a migration goes on. */
  async isOpen(id: number, connection: Knex = this.knex): Promise<boolean> {
    const row = await connection('migrations')
      .where({ id })
      .whereIn('status', OPEN)
      .first('id');
    return row !== undefined;
  }

  /** Whether a migration leads to the version in force. */
  async isUpToDate({ id }: MigrationRecord): Promise<boolean> {
    const row = await this.knex('migrations')
      .where({ id })
      .whereExists(this.target())
      .first('id');
    return row !== undefined;
  }

  /**
   * Takes the first migration on which there is something to do: one that has
   * not looked at all items, one that waits for an item that has changed, or
   * one whose version is no longer in force.
   */
  async claim(now: string, until: string): Promise<HeldMigration | undefined> {
    const due = this.knex('migrations')
      .where(query =>
        query.whereNull('lease_until').orWhere('lease_until', '<', now),
      )
      .andWhere(query =>
        query
          .where({ status: 'running' })
          .orWhere(waiting =>
            waiting
              .where({ status: 'waiting' })
              .andWhere(either =>
                either
                  .whereNotExists(this.target())
                  .orWhereExists(
                    this.changed()
                      .whereRaw('migration_items.migration_id = migrations.id')
                      .select('items.id'),
                  ),
              ),
          ),
      )
      .orderBy('id')
      .limit(1)
      .select('id');
    if (isPostgres(this.knex)) {
      due.forUpdate().skipLocked();
    }
    const [row]: Columns[] = await this.knex('migrations')
      .whereIn('id', due)
      .update({ lease_until: until })
      .returning('*');
    return row && { ...toRecord(row), heldUntil: until };
  }

  /** Holds a migration for longer; false where somebody has taken it since. */
  async renew(migration: HeldMigration, until: string): Promise<boolean> {
    const renewed = await this.held(migration).update({ lease_until: until });
    return renewed === 1;
  }

  /**
   * Lets go of a migration and says how far it has come. Whoever was too slow
   * and lost it to another has no say any more.
   */
  async release(
    migration: HeldMigration,
    {
      cursor,
      status,
      at,
    }: Pick<MigrationRecord, 'cursor' | 'status'> & {
      at: string;
    },
  ): Promise<void> {
    const ended = status === 'done' ? { ended_at: at } : {};
    await this.held(migration).update({
      ...{ cursor, status, lease_until: null, ...ended },
    });
  }

  /** Stops a migration and says of all that still wait why they do not go. */
  async stop(
    id: number,
    { why, at }: { why: Label; at: string },
    connection: Knex = this.knex,
  ): Promise<void> {
    await connection('migration_items')
      .where({ migration_id: id, outcome: 'waits' })
      .update({ outcome: 'left', why: JSON.stringify(why), at });
    await this.cancel(id, at, connection);
  }

  /** Open items of a version, in the order of their numbers. One statement. */
  async items(
    { workflow, from }: Pick<MigrationRecord, 'workflow' | 'from'>,
    { after, limit }: { after: number; limit: number },
  ): Promise<ItemRecord[]> {
    const rows: ItemColumns[] = await this.knex('items')
      .join('person', 'person.id', 'items.created_by')
      .where({ workflow, version: from, is_open: true })
      .andWhere('items.id', '>', after)
      .orderBy('items.id')
      .limit(limit)
      .select('items.*', 'person.entity_ref as creator');
    return rows.map(toItemRecord);
  }

  /** The items that wait and have changed since they were looked at. */
  async changedItems(
    { id }: MigrationRecord,
    limit: number,
  ): Promise<{ id: number; key: string }[]> {
    return this.changed()
      .where({ migration_id: id })
      .orderBy('items.id')
      .limit(limit)
      .select('items.id', 'items.key');
  }

  /** The row that says what became of an item, for its own transaction. */
  row(trx: Knex, { id }: MigrationRecord, result: MigrationResult): Write {
    const { itemId, outcome, why, rev, at } = result;
    const row = {
      ...{ migration_id: id, item_id: itemId, outcome, rev, at },
      why: why ? JSON.stringify(why) : null,
    };
    return insertion(trx, 'migration_items', [row], AGAIN)[0];
  }

  /** Keeps what became of an item. */
  async keep(record: MigrationRecord, result: MigrationResult): Promise<void> {
    await writeTogether(this.knex, [this.row(this.knex, record, result)]);
  }

  /** Takes back that an item waits. */
  async forget({ id }: MigrationRecord, itemId: number): Promise<void> {
    await this.knex('migration_items')
      .where({ migration_id: id, item_id: itemId })
      .whereNot({ outcome: 'moved' })
      .delete();
  }

  /** What became of items, in the order of their numbers. */
  async results(
    { id }: MigrationRecord,
    outcome: MigratedItem['outcome'],
    { limit, after }: { limit: number; after?: number },
  ): Promise<MigratedRow[]> {
    const rows: (Omit<MigratedRow, 'why'> & { why: string | null })[] =
      await this.knex('migration_items')
        .join('items', 'items.id', 'migration_items.item_id')
        .where({ migration_id: id, 'migration_items.outcome': outcome })
        // Whoever puts versions into force need not see these; they are counted.
        .where('items.is_private', false)
        .andWhere('item_id', '>', after ?? 0)
        .orderBy('item_id')
        .limit(limit)
        .select('items.id', 'items.key', 'migration_items.outcome')
        .select('why', 'at');
    return rows.map(row => ({ ...row, why: row.why && JSON.parse(row.why) }));
  }

  private held({ id, heldUntil }: HeldMigration) {
    return this.knex('migrations')
      .where({ id, lease_until: heldUntil })
      .whereIn('status', OPEN);
  }

  /** The version to which a migration leads, where it is in force. */
  private target() {
    return this.knex('definitions')
      .where({ 'definitions.status': 'published' })
      .whereRaw('definitions.id = migrations.workflow')
      .whereRaw('definitions.version = migrations.to_version')
      .select('definitions.id');
  }

  private changed() {
    return this.knex('migration_items')
      .join('items', 'items.id', 'migration_items.item_id')
      .where('migration_items.outcome', 'waits')
      .whereRaw('items.rev <> migration_items.rev');
  }
}

interface Columns {
  id: number;
  workflow: string;
  from_version: number;
  to_version: number;
  hash: string;
  status: MigrationRecord['status'];
  started_by: string;
  started_at: string;
  ended_at: string | null;
  cursor: number;
}

function toRecord(row: Columns): MigrationRecord {
  const { id, workflow, hash, status, cursor } = row;
  return {
    ...{ id, workflow, hash, status, cursor },
    from: row.from_version,
    to: row.to_version,
    startedBy: row.started_by,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  };
}
