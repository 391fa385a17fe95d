import {
  CRITICALITIES,
  Criticality,
  Lifecycle,
  LIFECYCLES,
} from '@techbridge/plugin-bridge-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What the Systems page is asked for; lives in the address. @internal */
export interface SystemFilters {
  q: string;
  mine: boolean;
  criticality?: Criticality;
  lifecycle?: Lifecycle;
  vacant?: 'lead' | 'backup';
  it?: string;
}

/** The filters in the address, and how to change them. @internal */
export function useSystemFilters() {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => filtersIn(search), [search]);
  const change = useCallback(
    (changes: Partial<SystemFilters>) =>
      setSearch(
        previous => parametersOf({ ...filtersIn(previous), ...changes }),
        { replace: true },
      ),
    [setSearch],
  );
  return { filters, change };
}

/** Whether anything besides the search narrows the list. @internal */
export function isNarrowed({ q: _, mine, ...others }: SystemFilters): boolean {
  return mine || Object.values(others).some(Boolean);
}

function filtersIn(search: URLSearchParams): SystemFilters {
  return {
    q: search.get('q') ?? '',
    mine: search.get('mine') === 'true',
    criticality: oneOf(CRITICALITIES, search.get('criticality')),
    lifecycle: oneOf(LIFECYCLES, search.get('lifecycle')),
    vacant: oneOf(['lead', 'backup'] as const, search.get('vacant')),
    it: search.get('it') ?? undefined,
  };
}

function oneOf<TValue extends string>(
  values: readonly TValue[],
  value: string | null,
): TValue | undefined {
  return values.find(known => known === value);
}

function parametersOf(filters: SystemFilters): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filters)
      .filter(([, value]) => value)
      .map(([key, value]) => [key, String(value)]),
  );
}
