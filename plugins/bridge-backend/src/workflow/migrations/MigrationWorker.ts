import { LoggerService } from '@backstage/backend-plugin-api';
import { Label } from '@techbridge/bridge-workflow';
import { Clock } from '../../database/Clock';
import { isOutage } from '../../database/isOutage';
import { CollisionError } from '../refusals';
import { ItemMigrator, Taken } from './ItemMigrator';
import { HeldMigration, MigrationRecord } from './MigrationRecord';
import { MigrationStore } from './MigrationStore';

const ITEMS_AT_ONCE = 100;
const LEASE_MS = 60_000;

/** At such a revision no item ever stands, so that it is looked at again. */
const NEVER = -1;

const FAILED: Label = {
  en: 'It could not be taken along. The log of the backend says why.',
  zh: '迁移失败，原因见后端日志。',
};
const OUTDATED: Label = {
  en: 'Another version has come into force meanwhile. Start a migration to that one.',
  zh: '其间已有新版本生效，请改为迁移到新版本。',
};
const BUSY: Label = {
  en: 'Others acted on it at the same time. It follows later.',
  zh: '有人正在同时操作，稍后再迁移。',
};

interface Place {
  id: number;
  key: string;
}

/**
 * Carries migrations on, some items at a time. Where it stands is a row, so
 * that after a crash another replica goes on there; an item that has gone over
 * already is not touched again. Nothing goes over to a version that is no
 * longer in force: such a migration stops, and the items that it waited for say
 * why they stay.
 *
 * @internal
 */
export class MigrationWorker {
  constructor(
    private readonly parts: {
      migrations: MigrationStore;
      migrator: Pick<ItemMigrator, 'take'>;
      clock: Pick<Clock, 'moment'>;
      logger: LoggerService;
    },
  ) {}

  /**
   * Carries one migration on by some items.
   *
   * @returns whether there was something to do
   */
  async run(): Promise<boolean> {
    const { migrations, clock } = this.parts;
    const now = await clock.moment();
    const migration = await migrations.claim(now, leaseFrom(now));
    if (!migration) {
      return false;
    }
    if (!(await migrations.isUpToDate(migration))) {
      await this.stop(migration);
    } else if (migration.status === 'running') {
      await this.goOn(migration);
    } else {
      await this.followUp(migration);
    }
    return true;
  }

  private async stop(migration: MigrationRecord): Promise<void> {
    const { migrations, clock, logger } = this.parts;
    const { id, workflow, to } = migration;
    const at = await clock.moment();
    await migrations.stop(id, { why: OUTDATED, at });
    logger.info(
      `Migration ${id} stops: version ${to} of ${workflow} is no longer in force`,
    );
  }

  private async goOn(migration: HeldMigration): Promise<void> {
    const { migrations } = this.parts;
    const page = { after: migration.cursor, limit: ITEMS_AT_ONCE };
    const records = await migrations.items(migration, page);
    const held = await this.takeAll(
      migration,
      records.map(({ id, item }) => ({ id, key: item.key })),
    );
    const isOver = records.length < ITEMS_AT_ONCE;
    const cursor = records.at(-1)?.id ?? migration.cursor;
    await (held && this.release({ ...held, cursor }, isOver));
  }

  /** Items whose vote has closed meanwhile. */
  private async followUp(migration: HeldMigration): Promise<void> {
    const { migrations } = this.parts;
    const items = await migrations.changedItems(migration, ITEMS_AT_ONCE);
    const held = await this.takeAll(migration, items);
    await (held && this.release(held, true));
  }

  private async release(
    migration: HeldMigration,
    isOver: boolean,
  ): Promise<void> {
    const { migrations, clock } = this.parts;
    const at = await clock.moment();
    const counts = await migrations.counts([migration.id]);
    const waits = counts.get(migration.id)?.waits ?? 0;
    const ended = waits > 0 ? ('waiting' as const) : ('done' as const);
    const status = isOver ? ended : ('running' as const);
    await migrations.release(migration, { ...migration, status, at });
  }

  private async takeAll(
    migration: HeldMigration,
    items: Place[],
  ): Promise<HeldMigration | undefined> {
    let held: HeldMigration | undefined = migration;
    for (const item of items) {
      held = await this.holdOn(held);
      if (!held) {
        return undefined;
      }
      const taken = await this.take(migration, item);
      await this.keep(migration, item, taken);
    }
    return held;
  }

  // Many items take longer than a lease. What another has taken meanwhile is
  // left to it.
  private async holdOn(
    held: HeldMigration,
  ): Promise<HeldMigration | undefined> {
    const { migrations, clock } = this.parts;
    const now = await clock.moment();
    if (Date.parse(held.heldUntil) - Date.parse(now) > LEASE_MS / 2) {
      return held;
    }
    const heldUntil = leaseFrom(now);
    const isOurs = await migrations.renew(held, heldUntil);
    return isOurs ? { ...held, heldUntil } : undefined;
  }

  // One item that cannot go must not keep the others from it. While the
  // database is away none can go, and all of them go on later.
  private async take(
    migration: MigrationRecord,
    { key }: Place,
  ): Promise<Taken> {
    const { migrator, logger } = this.parts;
    try {
      return await migrator.take(key, migration);
    } catch (error) {
      if (error instanceof CollisionError) {
        return { outcome: 'waits', why: BUSY, rev: NEVER };
      }
      if (isOutage(error)) {
        throw error;
      }
      logger.error(`${key} could not be migrated`, error as Error);
      return { outcome: 'left', why: FAILED, rev: NEVER };
    }
  }

  private async keep(
    migration: MigrationRecord,
    { id: itemId }: Place,
    taken: Taken,
  ): Promise<void> {
    const { migrations, clock } = this.parts;
    if ('why' in taken) {
      const at = await clock.moment();
      await migrations.keep(migration, { itemId, at, ...taken });
    } else if (taken.outcome === 'none') {
      await migrations.forget(migration, itemId);
    }
  }
}

function leaseFrom(now: string): string {
  return new Date(Date.parse(now) + LEASE_MS).toISOString();
}
