import { setTimeout } from 'timers/promises';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { CATALOG_TOPIC } from '@techbridge/plugin-bridge-common';
import { BridgeEntityProvider } from './BridgeEntityProvider';
import { SuperUserRelationProcessor } from './SuperUserRelationProcessor';

/**
 * Shows the bridge's systems, super-user teams and their relations in the
 * catalog.
 *
 * @public
 */
export const catalogModuleBridge = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'bridge',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, catalog, discovery, events, logger, scheduler }) {
        const provider = new BridgeEntityProvider({ auth, discovery, logger });
        catalog.addEntityProvider(provider);
        catalog.addProcessor(new SuperUserRelationProcessor());
        await events.subscribe({
          id: 'bridge-projection',
          topics: [CATALOG_TOPIC],
          onEvent: () => provider.refreshChanges(),
        });
        await scheduler.scheduleTask({
          id: 'bridge-projection',
          frequency: { minutes: 10 },
          timeout: { minutes: 10 },
          initialDelay: { seconds: 5 },
          scope: 'local',
          fn: signal => untilItWorks(() => provider.refreshAll(), signal),
        });
      },
    });
  },
});

const TRIES = 20;

// At start the bridge may still be on its way up; ten minutes are too long to
// wait for the next turn.
async function untilItWorks(
  work: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 1; !signal.aborted; attempt++) {
    try {
      await work();
      return;
    } catch (error) {
      if (attempt === TRIES) {
        throw error;
      }
      await setTimeout(3_000, undefined, { ref: false });
    }
  }
}
