import { useApi } from '@backstage/core-plugin-api';
import type { ItemRow } from '@techbridge/plugin-bridge-common';
import { useCallback } from 'react';
import { bridgeApiRef } from './bridgeApiRef';
import { MOST_FOUND, useFound } from './useFound';

/** Items that a text finds, to choose from; the newest without a text. @internal */
export function useItemsFound(
  text: string,
  { workflow, open }: { workflow?: string; open?: boolean },
): { items: ItemRow[]; loading: boolean } {
  const api = useApi(bridgeApiRef);
  const search = useCallback(
    async (q: string) => {
      const only = open ? { open: 'true' as const } : {};
      const query = { q, workflow, limit: MOST_FOUND, ...only };
      return (await api.listItems(query)).items;
    },
    [api, workflow, open],
  );
  const { found, loading } = useFound(text, search);
  return { items: found, loading };
}
