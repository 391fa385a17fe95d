import { Dimension, DIMENSIONS } from '@techbridge/plugin-bridge-common';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Which points of a person are shown; lives in the address. @internal */
export interface ContributionFilters {
  season?: string;
  dimension?: Dimension;
}

/** Which points the address asks for, and how to change it. @internal */
export function useContributionFilters() {
  const [search, setSearch] = useSearchParams();
  const filters = filtersIn(search);
  const change = useCallback(
    (changes: ContributionFilters) =>
      setSearch(
        previous => parametersOf({ ...filtersIn(previous), ...changes }),
        { replace: true },
      ),
    [setSearch],
  );
  return { filters, change };
}

function filtersIn(search: URLSearchParams): ContributionFilters {
  return {
    season: search.get('season') ?? undefined,
    dimension: DIMENSIONS.find(known => known === search.get('dimension')),
  };
}

function parametersOf({ season, dimension }: ContributionFilters) {
  return { ...(season && { season }), ...(dimension && { dimension }) };
}
