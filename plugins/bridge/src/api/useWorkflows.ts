import { useApi } from '@backstage/core-plugin-api';
import type { Workflow } from '@techbridge/plugin-bridge-common';
import { useMemo } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { BridgeApi, bridgeApiRef } from './bridgeApiRef';
import { remembered } from './remembered';

/** The workflows in force, in order and by id. @internal */
export interface Workflows {
  list: Workflow[];
  byId: ReadonlyMap<string, Workflow>;
}

const loadWorkflows = remembered(async (api: BridgeApi) => {
  const { items } = await api.listWorkflows();
  return items;
});

/** The workflows in force, loaded once; undefined until then. @internal */
export function useWorkflows(): Workflows | undefined {
  const api = useApi(bridgeApiRef);
  const { value: list } = useAsync(() => loadWorkflows(api), [api]);
  return useMemo(
    () => list && { list, byId: new Map(list.map(found => [found.id, found])) },
    [list],
  );
}

const versionsOf = remembered(async (_: BridgeApi) => {
  const versions = new Map<string, Promise<Workflow>>();
  return versions;
});

/**
 * The version of a workflow that an item runs on; undefined until it is
 * loaded. A version never changes, so it is loaded once.
 *
 * @internal
 */
export function useWorkflow(reference: {
  id: string;
  version: number;
}): Workflow | undefined {
  const { id, version } = reference;
  const api = useApi(bridgeApiRef);
  return useAsync(async () => {
    const versions = await versionsOf(api);
    const key = `${id}@${version}`;
    const loading = versions.get(key) ?? api.getWorkflow(id, version);
    versions.set(key, loading);
    loading.catch(() => versions.delete(key));
    return loading;
  }, [api, id, version]).value;
}
