import { useApi } from '@backstage/core-plugin-api';
import type { System } from '@techbridge/plugin-bridge-common';
import { useCallback } from 'react';
import { bridgeApiRef } from './bridgeApiRef';
import { MOST_FOUND, useFound } from './useFound';

/** Systems that a text finds, to choose from. @internal */
export function useSystemsFound(text: string): {
  systems: System[];
  loading: boolean;
} {
  const api = useApi(bridgeApiRef);
  const search = useCallback(
    async (q: string) =>
      (await api.listSystems({ q, limit: MOST_FOUND })).items,
    [api],
  );
  const { found, loading } = useFound(text, search);
  return { systems: found, loading };
}
