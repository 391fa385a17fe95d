import { useApi } from '@backstage/core-plugin-api';
import type { CaseRow } from '@techbridge/plugin-bridge-common';
import { useMemo } from 'react';
import { BridgeApi, bridgeApiRef } from './bridgeApiRef';
import { Rows, RowSource, useRows } from './useRows';

/** What a search over cases may ask for; everything is optional. @internal */
export type CaseQuery = NonNullable<Parameters<BridgeApi['listCases']>[0]>;

/** Cases as they grow page by page. @internal */
export type Cases = Rows<CaseQuery, CaseRow>;

/**
 * Searches cases.
 *
 * @param query - must be stable between renders
 * @internal
 */
export function useCases(query: CaseQuery): Cases {
  const api = useApi(bridgeApiRef);
  const source = useMemo(
    (): RowSource<CaseQuery, CaseRow> => ({
      load: input => api.listCases(input),
      keyOf: ({ id }) => id,
    }),
    [api],
  );
  return useRows(query, source);
}
