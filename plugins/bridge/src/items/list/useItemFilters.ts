import { ITEM_ORDERS, ItemAddress } from '@techbridge/plugin-bridge-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The orders in which items can be listed. @internal */
export type ItemOrder = (typeof ITEM_ORDERS)[number];

/** The order that needs no word in the address. @internal */
export const NEWEST_CHANGE = '-updatedAt';

/** What the Work items page is asked for; lives in the address. @internal */
export interface ItemFilters {
  q: string;
  open: boolean;
  mine: boolean;
  assigned: boolean;
  overdue: boolean;
  workflow?: string;
  state?: string;
  phase?: string;
  system?: string;
  /** Only items made on this day or later. */
  since?: string;
  order: ItemOrder;
  /** A list where nothing is said. */
  view?: 'board';
}

/** The address without any filter. @internal */
export const NO_FILTERS: ItemFilters = {
  q: '',
  open: false,
  mine: false,
  assigned: false,
  overdue: false,
  workflow: undefined,
  state: undefined,
  phase: undefined,
  system: undefined,
  since: undefined,
  order: NEWEST_CHANGE,
  view: undefined,
};

/** The filters in the address, and how to change them. @internal */
export function useItemFilters() {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => filtersIn(search), [search]);
  const change = useCallback(
    (changes: Partial<ItemFilters>) =>
      setSearch(
        previous => parametersOf({ ...filtersIn(previous), ...changes }),
        { replace: true },
      ),
    [setSearch],
  );
  return { filters, change };
}

/** Whether anything besides the search narrows the list. @internal */
export function isNarrowed(filters: ItemFilters) {
  const { q: _, order: __, view: ___, ...others } = filters;
  return Object.values(others).some(Boolean);
}

/** What the address says where these filters are set. @internal */
export function addressOf(filters: ItemFilters): ItemAddress {
  return parametersOf(filters);
}

/** The filters that an address sets. @internal */
export function filtersOf(address: ItemAddress): ItemFilters {
  return filtersIn(new URLSearchParams(address));
}

function filtersIn(search: URLSearchParams): ItemFilters {
  const isOn = (name: string) => search.get(name) === 'true';
  const textOf = (name: string) => search.get(name) || undefined;
  return {
    q: search.get('q') ?? '',
    open: isOn('open'),
    mine: isOn('mine'),
    assigned: isOn('assigned'),
    overdue: isOn('overdue'),
    workflow: textOf('workflow'),
    state: textOf('state'),
    phase: textOf('phase'),
    system: textOf('system'),
    since: textOf('since'),
    order:
      ITEM_ORDERS.find(known => known === search.get('order')) ?? NEWEST_CHANGE,
    view: search.get('view') === 'board' ? 'board' : undefined,
  };
}

function parametersOf(filters: ItemFilters): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filters)
      .filter(([key, value]) => value && !isDefault(key, value))
      .map(([key, value]) => [key, String(value)]),
  );
}

function isDefault(key: string, value: unknown): boolean {
  return key === 'order' && value === NEWEST_CHANGE;
}
