import type { BridgeError, Page } from '@techbridge/plugin-bridge-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asBridgeError } from './asBridgeError';

/** A list as it grows page by page. @internal */
export interface Rows<TQuery, TRow> {
  page?: Page<TRow>;
  /** The query that `page` answers. */
  answers?: TQuery;
  loading: boolean;
  error?: BridgeError;
  loadMore(): void;
  reload(): void;
  /** Asks again without a trace on the screen; a list that grew stays. */
  refresh(): void;
}

/** How the rows of a list are asked for and told apart. @internal */
export interface RowSource<TQuery, TRow> {
  /** Must be stable between renders. */
  load(query: TQuery & { cursor?: string }): Promise<Page<TRow>>;
  keyOf(row: TRow): string;
}

interface State<TQuery, TRow>
  extends Pick<Rows<TQuery, TRow>, 'page' | 'answers' | 'loading' | 'error'> {
  /** The query that was answered or refused last. */
  settled?: TQuery;
  /** Whether more than the first page is shown. */
  grown?: boolean;
}

interface Request {
  number: number;
  cursor?: string;
  quiet?: boolean;
}

/**
 * Asks for a list. While a new query is on its way the old rows stay; an
 * answer that comes too late is dropped.
 *
 * @param query - undefined while it is not known yet what to ask; must be
 *   stable between renders
 * @internal
 */
export function useRows<TQuery extends object, TRow>(
  query: TQuery | undefined,
  source: RowSource<TQuery, TRow>,
): Rows<TQuery, TRow> {
  const [state, setState] = useState<State<TQuery, TRow>>({ loading: true });
  const [request, setRequest] = useState<Request>({ number: 0 });
  const ask = useCallback(
    (how: Omit<Request, 'number'> = {}) =>
      setRequest(({ number }) => ({ ...how, number: number + 1 })),
    [],
  );
  useEffect(() => ask(), [ask, query]);
  useAnswers(query, request, source, setState);

  const cursor = state.page?.nextCursor ?? undefined;
  const { settled, grown, ...shown } = state;
  // A query is under way from the moment it is wished for, not only once it is
  // sent: else old rows would stand for its answer for an instant.
  const loading = state.loading || settled !== query;
  return {
    ...shown,
    loading,
    loadMore: useCallback(() => ask({ cursor }), [ask, cursor]),
    reload: useCallback(() => ask(), [ask]),
    refresh: useCallback(
      () => !grown && !loading && ask({ quiet: true }),
      [ask, grown, loading],
    ),
  };
}

/** Sends a request when it changes, and keeps the newest answer. */
function useAnswers<TQuery extends object, TRow>(
  query: TQuery | undefined,
  request: Request,
  source: RowSource<TQuery, TRow>,
  setState: (
    change: (previous: State<TQuery, TRow>) => State<TQuery, TRow>,
  ) => void,
) {
  const { load } = source;
  const keyOf = useRef(source.keyOf);
  useEffect(() => {
    if (!query || request.number === 0) {
      return undefined;
    }
    const { cursor, quiet } = request;
    let current = true;
    if (!quiet) {
      setState(state => ({ ...state, loading: true, error: undefined }));
    }
    const settle = (change: (state: State<TQuery, TRow>) => object) =>
      current &&
      setState(state => ({
        ...state,
        loading: false,
        settled: query,
        ...change(state),
      }));
    load({ ...query, cursor }).then(
      page =>
        settle(state => ({
          answers: query,
          error: undefined,
          grown: Boolean(cursor),
          page: cursor ? joined(state.page, page, keyOf.current) : page,
        })),
      error => settle(() => (quiet ? {} : { error: asBridgeError(error) })),
    );
    return () => {
      current = false;
    };
    // A new query sets a new request; reacting to both would ask twice.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [load, request, setState]);
}

function joined<TRow>(
  before: Page<TRow> | undefined,
  next: Page<TRow>,
  keyOf: (row: TRow) => string,
): Page<TRow> {
  const known = new Set(before?.items.map(keyOf));
  const added = next.items.filter(row => !known.has(keyOf(row)));
  return { ...next, items: [...(before?.items ?? []), ...added] };
}
