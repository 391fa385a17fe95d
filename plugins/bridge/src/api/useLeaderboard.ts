import { useApi } from '@backstage/core-plugin-api';
import type {
  BridgeError,
  Leaderboard,
  LeaderboardId,
} from '@techbridge/plugin-bridge-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { asBridgeError } from './asBridgeError';
import { bridgeApiRef } from './bridgeApiRef';

/** A leaderboard as it loads. @internal */
export interface LeaderboardLoad {
  /** While another one is on its way: the one that was shown before. */
  leaderboard?: Leaderboard;
  loading: boolean;
  error?: BridgeError;
  reload(): void;
}

/** The first places of a season; without a season of the current one. @internal */
export function useLeaderboard(
  board: LeaderboardId,
  season: string | undefined,
): LeaderboardLoad {
  const api = useApi(bridgeApiRef);
  const { value, loading, error, retry } = useAsyncRetry(
    () => api.getLeaderboard(board, { season }),
    [api, board, season],
  );
  return {
    leaderboard: value,
    loading,
    error: error && asBridgeError(error),
    reload: retry,
  };
}
