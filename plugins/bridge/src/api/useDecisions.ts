import { useApi } from '@backstage/core-plugin-api';
import type {
  BridgeError,
  DecisionRecord,
} from '@techbridge/plugin-bridge-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { asBridgeError } from './asBridgeError';
import { bridgeApiRef } from './bridgeApiRef';

/** The records of an item as they load. @internal */
export interface Decisions {
  records?: DecisionRecord[];
  error?: BridgeError;
  reload(): void;
}

/** What boards have decided on an item, newest first. @internal */
export function useDecisions(key: string): Decisions {
  const api = useApi(bridgeApiRef);
  const { value, error, retry } = useAsyncRetry(
    async () => (await api.listDecisions(key)).items,
    [api, key],
  );
  return {
    records: value,
    error: error && asBridgeError(error),
    reload: retry,
  };
}
