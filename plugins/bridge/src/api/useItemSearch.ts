import { useApi } from '@backstage/core-plugin-api';
import type { ItemRow } from '@techbridge/plugin-bridge-common';
import { useMemo } from 'react';
import { BridgeApi, bridgeApiRef } from './bridgeApiRef';
import { useRefresh } from './useRefresh';
import { Rows, RowSource, useRows } from './useRows';

/** What a search over items may ask for; everything is optional. @internal */
export type ItemQuery = NonNullable<Parameters<BridgeApi['listItems']>[0]>;

/** A list of items as it grows page by page. @internal */
export type ItemSearch = Rows<ItemQuery, ItemRow>;

/**
 * Searches items, and keeps the list fresh.
 *
 * @param query - undefined while it is not known yet what to ask; must be
 *   stable between renders
 * @internal
 */
export function useItemSearch(query: ItemQuery | undefined): ItemSearch {
  const api = useApi(bridgeApiRef);
  const source = useMemo(
    (): RowSource<ItemQuery, ItemRow> => ({
      load: input => api.listItems(input),
      keyOf: ({ key }) => key,
    }),
    [api],
  );
  const rows = useRows(query, source);
  useRefresh(rows.refresh);
  return rows;
}
