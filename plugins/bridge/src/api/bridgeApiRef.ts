import { createApiRef } from '@backstage/core-plugin-api';
import type { BridgeClient } from '@techbridge/plugin-bridge-common';

/** What a browser may ask of the bridge. @public */
export type BridgeApi = {
  [TMethod in Exclude<
    keyof BridgeClient,
    'getCatalogProjection'
  >]: BridgeClient[TMethod];
};

/** What a search over systems may ask for; everything is optional. @public */
export type SystemQuery = NonNullable<Parameters<BridgeApi['listSystems']>[0]>;

/** The bridge, as the pages reach it. @public */
export const bridgeApiRef = createApiRef<BridgeApi>({
  id: 'plugin.bridge.client',
});
