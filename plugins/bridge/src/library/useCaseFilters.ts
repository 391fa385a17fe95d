import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { CaseQuery } from '../api/useCases';

/** The orders in which cases can be listed, the usual one first. @internal */
export const CASE_ORDERS = ['-updatedAt', '-publishedAt', 'key'] as const;

/** What the case library is asked for; lives in the address. @internal */
export interface CaseFilters {
  q: string;
  system?: string;
  published?: 'true' | 'false';
  order: (typeof CASE_ORDERS)[number];
}

/** The filters in the address, and how to change them. @internal */
export function useCaseFilters() {
  const [search, setSearch] = useSearchParams();
  const text = search.toString();
  const filters = useMemo(() => filtersIn(new URLSearchParams(text)), [text]);
  const change = useCallback(
    (changes: Partial<CaseFilters>) =>
      setSearch(
        previous => parametersOf({ ...filtersIn(previous), ...changes }),
        { replace: true },
      ),
    [setSearch],
  );
  return { filters, change };
}

/** The question that the filters ask. @internal */
export function caseQueryOf(filters: CaseFilters): CaseQuery {
  return { ...filters, q: filters.q || undefined };
}

/** Whether anything besides the search narrows the list. @internal */
export function isNarrowed({ system, published }: CaseFilters): boolean {
  return Boolean(system || published);
}

function filtersIn(search: URLSearchParams): CaseFilters {
  const [usual] = CASE_ORDERS;
  return {
    q: search.get('q') ?? '',
    system: search.get('system') ?? undefined,
    published: oneOf(['true', 'false'] as const, search.get('published')),
    order: oneOf(CASE_ORDERS, search.get('order')) ?? usual,
  };
}

function oneOf<TValue extends string>(
  values: readonly TValue[],
  value: string | null,
): TValue | undefined {
  return values.find(known => known === value);
}

function parametersOf(filters: CaseFilters): Record<string, string> {
  const { order, ...others } = filters;
  const entries = Object.entries({
    ...others,
    order: order === CASE_ORDERS[0] ? undefined : order,
  });
  return Object.fromEntries(
    entries.flatMap(([key, value]): [string, string][] =>
      value ? [[key, value]] : [],
    ),
  );
}
