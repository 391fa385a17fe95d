import { useApi } from '@backstage/core-plugin-api';
import type { Department } from '@techbridge/plugin-bridge-common';
import { useMemo } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { BridgeApi, bridgeApiRef } from './bridgeApiRef';
import { remembered } from './remembered';

/** Departments and groups, in order and by reference. @internal */
export interface Departments {
  list: Department[];
  byRef: ReadonlyMap<string, Department>;
}

const MOST_PAGES = 10;

const loadDepartments = remembered(async (api: BridgeApi) => {
  const found: Department[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await api.listDepartments({ limit: 100, cursor });
    found.push(...answer.items);
    cursor = answer.nextCursor ?? undefined;
    if (!cursor) {
      break;
    }
  }
  return found;
});

/** The departments and groups of the plant, loaded once. @internal */
export function useDepartments(): Departments | undefined {
  const api = useApi(bridgeApiRef);
  const { value: list } = useAsync(() => loadDepartments(api), [api]);
  return useMemo(
    () =>
      list && { list, byRef: new Map(list.map(group => [group.ref, group])) },
    [list],
  );
}
