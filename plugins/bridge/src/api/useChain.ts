import { useApi } from '@backstage/core-plugin-api';
import { BridgeError, Chain } from '@techbridge/plugin-bridge-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { asBridgeError } from './asBridgeError';
import { bridgeApiRef } from './bridgeApiRef';

/** What hangs together with an item, as it loads. @internal */
export interface ChainLoad {
  chain?: Chain;
  error?: BridgeError;
  retry(): void;
}

/**
 * Everything that hangs together with an item; asked again with every change
 * of the item.
 *
 * @internal
 */
export function useChain(item: { key: string; rev: number }): ChainLoad {
  const { key, rev } = item;
  const api = useApi(bridgeApiRef);
  const { value, error, retry } = useAsyncRetry(
    () => api.getChain(key),
    [api, key, rev],
  );
  return { chain: value, error: error && asBridgeError(error), retry };
}
