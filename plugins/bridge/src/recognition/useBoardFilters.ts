import { LeaderboardId, LEADERBOARDS } from '@techbridge/plugin-bridge-common';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Which leaderboard is shown; lives in the address. @internal */
export interface BoardFilters {
  board: LeaderboardId;
  /** Without it: the current one. */
  season?: string;
}

/** Which leaderboard the address asks for, and how to change it. @internal */
export function useBoardFilters() {
  const [search, setSearch] = useSearchParams();
  const filters = filtersIn(search);
  const change = useCallback(
    (changes: Partial<BoardFilters>) =>
      setSearch(
        previous => parametersOf({ ...filtersIn(previous), ...changes }),
        { replace: true },
      ),
    [setSearch],
  );
  return { filters, change };
}

function filtersIn(search: URLSearchParams): BoardFilters {
  const board = LEADERBOARDS.find(known => known === search.get('board'));
  return { board: board ?? 'all', season: search.get('season') ?? undefined };
}

function parametersOf({ board, season }: BoardFilters): Record<string, string> {
  return {
    ...(board !== 'all' && { board }),
    ...(season && { season }),
  };
}
