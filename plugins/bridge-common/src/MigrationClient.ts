import { z } from 'zod';
import { BridgeClientOptions, BridgeHttp } from './BridgeHttp';
import { endpoints } from './endpoints';
import { OperationsClient } from './OperationsClient';
import { Page } from './paging';
import {
  MigratedItem,
  MigrationGroup,
  MigrationInput,
  WorkflowMigration,
  WorkflowMigrations,
} from './workflowMigration';

/**
 * The part of the {@link BridgeClient} about items of older versions of
 * workflows.
 *
 * @public
 */
export abstract class MigrationClient extends OperationsClient {
  private readonly migrations: BridgeHttp;

  constructor(options: BridgeClientOptions) {
    super(options);
    this.migrations = new BridgeHttp(options);
  }

  /** How many open items run on older versions, and what became of them. */
  getMigrations(id: string): Promise<WorkflowMigrations> {
    return this.migrations.call(endpoints.getMigrations, { params: { id } });
  }

  /** What taking the items of a version along would do. */
  previewMigration(
    id: string,
    query: z.input<typeof endpoints.previewMigration.query>,
  ): Promise<Page<MigrationGroup>> {
    const params = { id };
    return this.migrations.call(endpoints.previewMigration, { params, query });
  }

  /** Takes the open items of a version along to the one in force. */
  startMigration(id: string, body: MigrationInput): Promise<WorkflowMigration> {
    const params = { id };
    return this.migrations.call(endpoints.startMigration, { params, body });
  }

  /** How far a migration has come. */
  getMigration(id: string, migration: number): Promise<WorkflowMigration> {
    const params = { id, migration };
    return this.migrations.call(endpoints.getMigration, { params });
  }

  /** What became of the items of a migration. */
  listMigratedItems(
    { workflow: id, id: migration }: { workflow: string; id: number },
    query: z.input<typeof endpoints.listMigratedItems.query> = {},
  ): Promise<Page<MigratedItem>> {
    const params = { id, migration };
    return this.migrations.call(endpoints.listMigratedItems, { params, query });
  }

  /** Stops a migration; what has been taken along stays so. */
  cancelMigration(id: string, migration: number): Promise<WorkflowMigration> {
    const params = { id, migration };
    const body = {};
    return this.migrations.call(endpoints.cancelMigration, { params, body });
  }
}
