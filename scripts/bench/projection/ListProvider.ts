import { Entity } from '@backstage/catalog-model';
import {
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

/**
 * The plainest provider: it emits a list that it was given.
 *
 * @internal
 */
export class ListProvider implements EntityProvider {
  private connection?: EntityProviderConnection;
  private readonly deferred: DeferredEntity[];

  constructor(private readonly name: string, entities: Entity[]) {
    this.deferred = entities.map(entity => ({ entity, locationKey: name }));
  }

  getProviderName(): string {
    return this.name;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.connection = connection;
  }

  /** Puts the whole list into the catalog. */
  async emit(): Promise<void> {
    await this.connection?.applyMutation({
      type: 'full',
      entities: this.deferred,
    });
  }
}
