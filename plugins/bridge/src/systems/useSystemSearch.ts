import { useApi } from '@backstage/core-plugin-api';
import type {
  BridgeError,
  Page,
  System,
} from '@techbridge/plugin-bridge-common';
import { useCallback, useEffect, useState } from 'react';
import { asBridgeError } from '../api/asBridgeError';
import { bridgeApiRef, SystemQuery } from '../api/bridgeApiRef';

/** A list of systems as it grows page by page. @internal */
export interface SystemSearch {
  page?: Page<System>;
  /** The query that `page` answers. */
  answers?: SystemQuery;
  loading: boolean;
  error?: BridgeError;
  loadMore(): void;
  reload(): void;
}

interface State
  extends Pick<SystemSearch, 'page' | 'answers' | 'loading' | 'error'> {
  /** The query that was answered or refused last. */
  settled?: SystemQuery;
}

/**
 * Searches systems. While a new query is on its way the old rows stay; an
 * answer that comes too late is dropped.
 *
 * @param query - undefined while it is not known yet what to ask; must be
 *   stable between renders
 * @internal
 */
export function useSystemSearch(query: SystemQuery | undefined): SystemSearch {
  const api = useApi(bridgeApiRef);
  const [state, setState] = useState<State>({ loading: true });
  const [request, setRequest] = useState<{ cursor?: string; number: number }>({
    number: 0,
  });

  useEffect(
    () => setRequest(({ number }) => ({ number: number + 1 })),
    [query],
  );

  useEffect(() => {
    if (!query || request.number === 0) {
      return undefined;
    }
    let current = true;
    setState(previous => ({ ...previous, loading: true, error: undefined }));
    api.listSystems({ ...query, cursor: request.cursor }).then(
      page =>
        current &&
        setState(previous => ({
          loading: false,
          settled: query,
          answers: query,
          page: request.cursor ? joined(previous.page, page) : page,
        })),
      error =>
        current &&
        setState(previous => ({
          ...previous,
          loading: false,
          settled: query,
          error: asBridgeError(error),
        })),
    );
    return () => {
      current = false;
    };
    // A new query sets a new request; reacting to both would ask twice.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api, request]);

  const cursor = state.page?.nextCursor ?? undefined;
  const loadMore = useCallback(
    () => setRequest(({ number }) => ({ cursor, number: number + 1 })),
    [cursor],
  );
  const reload = useCallback(
    () => setRequest(({ number }) => ({ number: number + 1 })),
    [],
  );
  const { settled, ...shown } = state;
  // A query is under way from the moment it is wished for, not only once it is
  // sent: else old rows would stand for its answer for an instant.
  const loading = state.loading || settled !== query;
  return { ...shown, loading, loadMore, reload };
}

function joined(before: Page<System> | undefined, next: Page<System>) {
  const known = new Set(before?.items.map(({ name }) => name));
  const added = next.items.filter(({ name }) => !known.has(name));
  return { ...next, items: [...(before?.items ?? []), ...added] };
}
