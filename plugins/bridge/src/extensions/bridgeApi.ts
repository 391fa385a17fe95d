import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/core-plugin-api/alpha';
import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { bridgeApiRef } from '../api/bridgeApiRef';
import { createBridgeApi } from '../api/createBridgeApi';

/** How the pages reach the bridge. @internal */
export const bridgeApi = ApiBlueprint.make({
  params: define =>
    define({
      api: bridgeApiRef,
      deps: {
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        appLanguageApi: appLanguageApiRef,
      },
      factory: deps => createBridgeApi(deps),
    }),
});
