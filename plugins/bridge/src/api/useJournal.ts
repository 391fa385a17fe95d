import { useApi } from '@backstage/core-plugin-api';
import type {
  BridgeError,
  JournalEntry,
} from '@techbridge/plugin-bridge-common';
import { useCallback, useEffect, useState } from 'react';
import { asBridgeError } from './asBridgeError';
import { bridgeApiRef } from './bridgeApiRef';

/** The history of an item as far as it is loaded. @internal */
export interface JournalLoad {
  entries?: JournalEntry[];
  /** Whether the chain of hashes is unbroken. */
  intact: boolean;
  brokenAt: number | null;
  loading: boolean;
  error?: BridgeError;
  /** Loads the following lines, where there are more. */
  loadMore?: () => void;
  reload(): void;
}

type State = Omit<JournalLoad, 'loadMore' | 'reload'> & {
  cursor?: string;
};

const EMPTY: State = { intact: true, brokenAt: null, loading: true };
const LINES = 100;

/** The history of an item; asked again with every change. @internal */
export function useJournal(item: { key: string; rev: number }): JournalLoad {
  const { key, rev } = item;
  const api = useApi(bridgeApiRef);
  const [state, setState] = useState<State>(EMPTY);
  const [attempt, setAttempt] = useState(0);

  const ask = useCallback(
    (cursor?: string) => {
      let current = true;
      setState(shown => ({ ...shown, loading: true, error: undefined }));
      api.getJournal(key, { limit: LINES, cursor }).then(
        ({ items, nextCursor, intact, brokenAt }) =>
          current &&
          setState(({ entries = [] }) => ({
            intact,
            brokenAt,
            loading: false,
            entries: cursor ? [...entries, ...items] : items,
            cursor: nextCursor ?? undefined,
          })),
        error =>
          current &&
          setState(shown => ({
            ...shown,
            loading: false,
            error: asBridgeError(error),
          })),
      );
      return () => {
        current = false;
      };
    },
    [api, key],
  );
  useEffect(() => ask(), [ask, rev, attempt]);

  const { cursor, ...shown } = state;
  return {
    ...shown,
    loadMore: cursor ? () => void ask(cursor) : undefined,
    reload: useCallback(() => setAttempt(count => count + 1), []),
  };
}
