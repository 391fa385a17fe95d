import { useApi } from '@backstage/core-plugin-api';
import type { DecisionRecord } from '@techbridge/plugin-bridge-common';
import { bridgeApiRef } from './bridgeApiRef';
import { Load, useLoad } from './useLoad';

/** What boards have decided on an item, newest first. @internal */
export function useDecisions(key: string): Load<DecisionRecord[]> {
  const api = useApi(bridgeApiRef);
  return useLoad(async () => (await api.listDecisions(key)).items, [api, key]);
}
