import { endpoints } from '@techbridge/plugin-bridge-common';
import { decodeCursor, presentPage } from '../http/cursor';
import { defineRoute, RouteContext } from '../http/defineRoute';
import { ContributionService } from './ContributionService';
import { LeaderboardService } from './LeaderboardService';
import { LedgerService } from './LedgerService';

/** The services behind the routes of recognition. @internal */
export interface RecognitionServices {
  leaderboards: LeaderboardService;
  contributions: ContributionService;
  ledger: LedgerService;
}

/** Adds the routes of leaderboards, seasons, contributions and the ledger. @internal */
export function addRecognitionRoutes(
  context: RouteContext,
  { leaderboards, contributions, ledger }: RecognitionServices,
): void {
  defineRoute(
    context,
    endpoints.getLeaderboard,
    async ({ params, query, caller }) => {
      const found = await leaderboards.get(params.board, query, caller);
      const { slice, season, me } = found;
      return { body: { ...presentPage('rank', slice), season, me } };
    },
  );
  defineRoute(context, endpoints.listSeasons, async ({ query, caller }) => {
    const [after] = decodeCursor(query.cursor, '-season') ?? [];
    const page = { limit: query.limit, after };
    const slice = await leaderboards.seasons(page, caller);
    return { body: presentPage('-season', slice) };
  });
  defineRoute(
    context,
    endpoints.listContributions,
    async ({ params, query, caller }) => {
      const after = decodeCursor(query.cursor, '-at');
      const { sum, ...slice } = await contributions.list(
        params.user,
        { ...query, after },
        caller,
      );
      return { body: { ...presentPage('-at', slice), sum } };
    },
  );
  defineRoute(context, endpoints.rebuildLedger, async ({ caller }) => ({
    body: await ledger.rebuild(caller),
  }));
}
