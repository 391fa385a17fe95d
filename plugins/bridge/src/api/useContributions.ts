import { useApi } from '@backstage/core-plugin-api';
import type { Contribution, Dimension } from '@techbridge/plugin-bridge-common';
import { useMemo } from 'react';
import { bridgeApiRef } from './bridgeApiRef';
import { Rows, RowSource, useRows } from './useRows';

/** Whose points to read, and which of them. @internal */
export interface ContributionQuery {
  /** The entity reference of the person. */
  user: string;
  season?: string;
  dimension?: Dimension;
  limit?: number;
}

/** A person's contributions as they grow page by page. @internal */
export type ContributionRows = Rows<ContributionQuery, Contribution>;

/** The contributions of a person, newest first. @internal */
export function useContributions(query: ContributionQuery): ContributionRows {
  const { user, season, dimension, limit } = query;
  const api = useApi(bridgeApiRef);
  const stable = useMemo(
    () => ({ user, season, dimension, limit }),
    [user, season, dimension, limit],
  );
  const source = useMemo(
    (): RowSource<ContributionQuery, Contribution> => ({
      load: ({ user: ref, ...input }) => api.listContributions(ref, input),
      keyOf: ({ id }) => id,
    }),
    [api],
  );
  return useRows(stable, source);
}
