import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  bridgeEffectsExtensionPoint,
  bridgeRolesExtensionPoint,
} from '@techbridge/plugin-bridge-node';
import { Extensions } from './extensions/Extensions';
import { startBridge } from './startBridge';

/**
 * The backend of Tech Bridge, at `/api/bridge`.
 *
 * @public
 */
export const bridgePlugin = createBackendPlugin({
  pluginId: 'bridge',
  register(env) {
    const extensions = new Extensions();
    env.registerExtensionPoint(bridgeEffectsExtensionPoint, extensions);
    env.registerExtensionPoint(bridgeRolesExtensionPoint, extensions);
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      init: services => startBridge({ ...services, extensions }),
    });
  },
});
