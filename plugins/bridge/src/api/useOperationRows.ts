import { useApi } from '@backstage/core-plugin-api';
import type { Page } from '@techbridge/plugin-bridge-common';
import { useMemo } from 'react';
import { BridgeApi, bridgeApiRef } from './bridgeApiRef';
import { useRefresh } from './useRefresh';
import { Rows, RowSource, useRows } from './useRows';

/** How one list of what goes on by itself is asked for. @internal */
export interface OperationList<TRow> {
  load(
    api: BridgeApi,
    query: { limit: number; cursor?: string },
  ): Promise<Page<TRow>>;
  keyOf(row: TRow): string;
}

const TEN = { limit: 10 };

/**
 * A list of what goes on by itself; what is shown is asked for anew now and
 * then, like the numbers above it.
 *
 * @param list - must be stable between renders
 * @internal
 */
export function useOperationRows<TRow>(
  list: OperationList<TRow>,
): Rows<{ limit: number }, TRow> {
  const api = useApi(bridgeApiRef);
  const source = useMemo(
    (): RowSource<{ limit: number }, TRow> => ({
      load: query => list.load(api, query),
      keyOf: list.keyOf,
    }),
    [api, list],
  );
  const rows = useRows(TEN, source);
  useRefresh(rows.refresh);
  return rows;
}
