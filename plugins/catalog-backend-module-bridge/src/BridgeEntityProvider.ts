import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  BridgeClient,
  CatalogProjection,
} from '@techbridge/plugin-bridge-common';

/** What the provider works with. @internal */
export interface ProviderParts {
  auth: AuthService;
  discovery: DiscoveryService;
  logger: LoggerService;
}

/**
 * Puts the bridge's systems and super-user teams into the catalog: all of them
 * at connect and on schedule, and what changed when the bridge says so.
 *
 * @internal
 */
export class BridgeEntityProvider implements EntityProvider {
  private connection?: EntityProviderConnection;
  private cursor?: string;
  private running: Promise<void> = Promise.resolve();
  private readonly client: BridgeClient;

  constructor(private readonly parts: ProviderParts) {
    this.client = new BridgeClient({
      discoveryApi: parts.discovery,
      fetchApi: { fetch },
    });
  }

  getProviderName(): string {
    return 'bridge';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.connection = connection;
  }

  /** Everything anew. The catalog itself writes only what differs. */
  refreshAll(): Promise<void> {
    return this.enqueue(() => this.synchronize(undefined));
  }

  /** What changed since the last time. */
  refreshChanges(): Promise<void> {
    return this.enqueue(() => this.synchronize(this.cursor));
  }

  // One after another, so that an older answer never overtakes a newer one.
  private enqueue(work: () => Promise<void>): Promise<void> {
    const next = this.running.then(work);
    this.running = next.catch(() => undefined);
    return next;
  }

  private async synchronize(since: string | undefined): Promise<void> {
    if (!this.connection) {
      throw new Error('The catalog has not connected the bridge yet');
    }
    const projection = await this.read(since);
    await this.apply(this.connection, projection);
    this.cursor = projection.cursor;
  }

  private async read(since: string | undefined): Promise<CatalogProjection> {
    const { auth } = this.parts;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'bridge',
    });
    return this.client.getCatalogProjection(since, { token });
  }

  private async apply(
    connection: EntityProviderConnection,
    { full, entities, removed }: CatalogProjection,
  ): Promise<void> {
    const added = entities.map(entity => this.deferred(entity as Entity));
    if (full) {
      await connection.applyMutation({ type: 'full', entities: added });
    } else if (added.length > 0 || removed.length > 0) {
      await connection.applyMutation({
        type: 'delta',
        added,
        removed: removed.map(entityRef => ({
          entityRef,
          locationKey: this.getProviderName(),
        })),
      });
    }
    this.parts.logger.debug(
      `${added.length} entities ${full ? 'in all' : 'changed'}, ${
        removed.length
      } removed`,
    );
  }

  private deferred(entity: Entity): DeferredEntity {
    return { entity, locationKey: this.getProviderName() };
  }
}
