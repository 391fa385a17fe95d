import { useApi } from '@backstage/core-plugin-api';
import type { System } from '@techbridge/plugin-bridge-common';
import { useMemo } from 'react';
import { bridgeApiRef, SystemQuery } from '../api/bridgeApiRef';
import { Rows, RowSource, useRows } from '../api/useRows';

/** A list of systems as it grows page by page. @internal */
export type SystemSearch = Rows<SystemQuery, System>;

/**
 * Searches systems.
 *
 * @param query - undefined while it is not known yet what to ask; must be
 *   stable between renders
 * @internal
 */
export function useSystemSearch(query: SystemQuery | undefined): SystemSearch {
  const api = useApi(bridgeApiRef);
  const source = useMemo(
    (): RowSource<SystemQuery, System> => ({
      load: input => api.listSystems(input),
      keyOf: ({ name }) => name,
    }),
    [api],
  );
  return useRows(query, source);
}
