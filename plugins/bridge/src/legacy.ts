/**
 * Tech Bridge for apps on the old frontend system.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/core-plugin-api/alpha';
import { bridgeApiRef } from './api/bridgeApiRef';
import { createBridgeApi } from './api/createBridgeApi';
import { homeRouteRef, newSystemRouteRef, systemsRouteRef } from './routes';

/** The plugin, for apps on the old frontend system. @public */
export const bridgePlugin = createPlugin({
  id: 'bridge',
  routes: {
    home: homeRouteRef,
    systems: systemsRouteRef,
    newSystem: newSystemRouteRef,
  },
  apis: [
    createApiFactory({
      api: bridgeApiRef,
      deps: {
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        appLanguageApi: appLanguageApiRef,
      },
      factory: deps => createBridgeApi(deps),
    }),
  ],
});

/** The landing page. @public */
export const BridgeHomePage: () => JSX.Element = bridgePlugin.provide(
  createRoutableExtension({
    name: 'BridgeHomePage',
    component: () => import('./home/HomePage').then(({ HomePage }) => HomePage),
    mountPoint: homeRouteRef,
  }),
);

/** The Systems page. @public */
export const BridgeSystemsPage: () => JSX.Element = bridgePlugin.provide(
  createRoutableExtension({
    name: 'BridgeSystemsPage',
    component: () =>
      import('./systems/SystemsPage').then(({ SystemsPage }) => SystemsPage),
    mountPoint: systemsRouteRef,
  }),
);
