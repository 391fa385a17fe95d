import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  BridgeError,
  MigratedItem,
  MigrationGroup,
  MigrationInput,
  WorkflowMigration,
  WorkflowMigrations,
  workflowPublishPermission,
} from '@techbridge/plugin-bridge-common';
import { Clock } from '../../database/Clock';
import { Slice } from '../../http/cursor';
import { Authorizer } from '../../permissions/Authorizer';
import { ItemCondition } from '../../permissions/itemRules';
import { DefinitionService } from '../DefinitionService';
import { VersionRecord, VersionStore } from '../versions/VersionStore';
import { MigrationPreview } from './MigrationPreview';
import { MigrationRecord } from './MigrationRecord';
import { MigrationStore } from './MigrationStore';

/** Who takes items along. @internal */
export interface MigrationCaller {
  person: string;
  credentials: BackstageCredentials;
}

/** Which migration of which workflow. @internal */
export interface MigrationName {
  id: string;
  migration: number;
}

/**
 * Takes open items of older versions along to the version in force, as its file
 * says. Two people have put that file into force, so one may carry it out.
 *
 * @internal
 */
export class MigrationService {
  constructor(
    private readonly parts: {
      migrations: MigrationStore;
      versions: VersionStore;
      definitions: DefinitionService;
      preview: MigrationPreview;
      authorizer: Authorizer<ItemCondition>;
      clock: Clock;
      logger: LoggerService;
      /** Lets the worker begin at once. */
      wake: () => void;
    },
  ) {}

  /** Where open items stand, version by version, for whoever may see items. */
  async overview(
    id: string,
    caller: BackstageCredentials,
  ): Promise<WorkflowMigrations> {
    const { definitions, authorizer, migrations } = this.parts;
    await definitions.allowReading(caller);
    const { version: to, hash } = await this.inForce(id);
    const [mayMigrate, items, latest] = await Promise.all([
      authorizer.may(workflowPublishPermission, caller),
      migrations.openItems(id),
      migrations.latest(id),
    ]);
    const shown = new Map(
      (await this.present(latest)).map(one => [one.from, one]),
    );
    const versions = [...new Set([...items.keys(), ...shown.keys()])]
      .filter(version => version < to)
      .sort((a, b) => b - a)
      .map(version => ({
        version,
        items: items.get(version) ?? 0,
        migration: shown.get(version) ?? null,
      }));
    return { id, to, hash, mayMigrate, versions };
  }

  /** What a migration would do. */
  async preview(
    id: string,
    { from, after }: { from: number; after?: number },
    caller: BackstageCredentials,
  ): Promise<Slice<MigrationGroup>> {
    await this.allow(caller);
    const to = await this.inForce(id);
    await this.requireOlder(id, from, to);
    const { preview, migrations } = this.parts;
    const { groups, next } = await preview.try(
      { workflow: id, from, to },
      after,
    );
    const total = (await migrations.openItems(id)).get(from) ?? 0;
    return {
      ...{ items: groups, total },
      ...(next !== undefined && { next: [String(next)] }),
    };
  }

  /**
   * Starts a migration.
   *
   * @throws BridgeError `version-not-in-force`, `version-changed`,
   *   `version-not-older`, `migration-open`
   */
  async start(
    id: string,
    { from, to: version, hash }: MigrationInput,
    { person, credentials }: MigrationCaller,
  ): Promise<WorkflowMigration> {
    await this.allow(credentials);
    const to = await this.inForce(id);
    if (to.version !== version) {
      throw new BridgeError('version-not-in-force', { params: { version } });
    }
    if (to.hash !== hash) {
      throw new BridgeError('version-changed', { params: { version } });
    }
    await this.requireOlder(id, from, to);
    const { migrations, clock, logger, wake } = this.parts;
    const startedAt = await clock.moment();
    const run = { workflow: id, from, to: version, hash, startedAt };
    const migration = await migrations.add({ ...run, startedBy: person });
    if (migration === undefined) {
      throw new BridgeError('migration-open', { params: { from } });
    }
    logger.info(
      `Items of ${id} go from version ${from} to ${version}, by ${person}`,
    );
    wake();
    return this.shown({ id, migration });
  }

  /** How far a migration has come. */
  async get(
    name: MigrationName,
    caller: BackstageCredentials,
  ): Promise<WorkflowMigration> {
    await this.parts.definitions.allowReading(caller);
    return this.shown(name);
  }

  /** What became of items. */
  async items(
    name: MigrationName,
    page: { outcome: MigratedItem['outcome']; limit: number; after?: number },
    caller: BackstageCredentials,
  ): Promise<Slice<MigratedItem>> {
    await this.allow(caller);
    const record = await this.find(name);
    const { outcome, limit, after } = page;
    const part = { limit: limit + 1, after };
    const { migrations } = this.parts;
    const [rows, counts] = await Promise.all([
      migrations.results(record, outcome, part),
      migrations.counts([record.id]),
    ]);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit && shown.at(-1);
    return {
      items: shown.map(({ id: _, ...item }) => item),
      total: counts.get(record.id)?.[outcome] ?? 0,
      ...(last && { next: [String(last.id)] }),
    };
  }

  /** Stops a migration; what has gone over stays there. */
  async cancel(
    name: MigrationName,
    { person, credentials }: MigrationCaller,
  ): Promise<WorkflowMigration> {
    await this.allow(credentials);
    const { id } = await this.find(name);
    const { migrations, clock, logger } = this.parts;
    if (!(await migrations.cancel(id, await clock.moment()))) {
      throw new BridgeError('migration-ended');
    }
    logger.info(`Migration ${id} was cancelled by ${person}`);
    return this.shown(name);
  }

  private allow(caller: BackstageCredentials): Promise<void> {
    return this.parts.authorizer.require(workflowPublishPermission, caller);
  }

  private async inForce(id: string): Promise<VersionRecord> {
    const found = await this.parts.versions.inForce(id);
    if (!found) {
      throw new BridgeError('workflow-not-found', { params: { id } });
    }
    return found;
  }

  private async requireOlder(
    id: string,
    from: number,
    { version: to }: VersionRecord,
  ): Promise<void> {
    const found = await this.parts.versions.find(id, from);
    if (found?.status !== 'deprecated' || from >= to) {
      throw new BridgeError('version-not-older', { params: { from, to } });
    }
  }

  private async find({ id, migration }: MigrationName) {
    const found = await this.parts.migrations.find(id, migration);
    if (!found) {
      throw new BridgeError('migration-not-found', {
        params: { id, migration },
      });
    }
    return found;
  }

  private async shown(name: MigrationName): Promise<WorkflowMigration> {
    const [shown] = await this.present([await this.find(name)]);
    return shown;
  }

  private async present(
    records: MigrationRecord[],
  ): Promise<WorkflowMigration[]> {
    const ids = records.map(({ id }) => id);
    const counts = await this.parts.migrations.counts(ids);
    return records.map(({ hash, cursor, ...record }) => {
      const { moved = 0, waits = 0, left = 0 } = counts.get(record.id) ?? {};
      return { ...record, moved, waits, left };
    });
  }
}
