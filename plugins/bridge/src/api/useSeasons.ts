import { useApi } from '@backstage/core-plugin-api';
import type { Season } from '@techbridge/plugin-bridge-common';
import useAsync from 'react-use/esm/useAsync';
import { BridgeApi, bridgeApiRef } from './bridgeApiRef';
import { remembered } from './remembered';

const loadSeasons = remembered(
  async (api: BridgeApi) => (await api.listSeasons()).items,
);

/**
 * The seasons with points, newest first; undefined until they are known. A
 * page works without them, with the current season.
 *
 * @internal
 */
export function useSeasons(): Season[] | undefined {
  const api = useApi(bridgeApiRef);
  return useAsync(() => loadSeasons(api), [api]).value;
}
