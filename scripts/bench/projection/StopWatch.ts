import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { timed } from '../timing/sideBySide';

/**
 * Times the mutations that a provider applies.
 *
 * @internal
 */
export class StopWatch implements EntityProvider {
  private total = 0;

  constructor(private readonly provider: EntityProvider) {}

  getProviderName(): string {
    return this.provider.getProviderName();
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.provider.connect({
      refresh: options => connection.refresh(options),
      applyMutation: async mutation => {
        // What the provider threw away before must not be collected meanwhile.
        globalThis.gc?.();
        this.total += await timed(() => connection.applyMutation(mutation));
      },
    });
  }

  /** The milliseconds since this was asked last. */
  read(): number {
    const { total } = this;
    this.total = 0;
    return total;
  }
}
