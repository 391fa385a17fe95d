import { z } from 'zod';
import { endpoint } from './endpoint';
import { userParameterSchema } from './entityRefs';
import { pageOf, pageQuery } from './paging';
import {
  contributionSchema,
  DIMENSIONS,
  leaderboardRowSchema,
  LEADERBOARDS,
  seasonSchema,
  standingSchema,
} from './recognition';

/** The endpoints of points and leaderboards. @internal */
export const recognitionEndpoints = {
  getLeaderboard: endpoint({
    method: 'get',
    path: '/leaderboards/:board',
    summary: 'The first places of a season, and the caller’s own standing',
    params: z.strictObject({ board: z.enum(LEADERBOARDS) }),
    query: z.strictObject({
      season: seasonSchema.optional().describe('Without it: the current one.'),
      limit: z.coerce.number().int().min(1).max(20).default(10),
    }),
    answer: pageOf(leaderboardRowSchema).extend({
      season: seasonSchema,
      me: standingSchema.nullable(),
    }),
    problems: [404],
  }),
  listSeasons: endpoint({
    method: 'get',
    path: '/seasons',
    summary: 'The seasons with points, newest first',
    query: z.strictObject(pageQuery),
    answer: pageOf(z.object({ id: seasonSchema, current: z.boolean() })),
  }),
  listContributions: endpoint({
    method: 'get',
    path: '/people/:user/contributions',
    summary: 'The points of a person, each with its source',
    params: z.strictObject({ user: userParameterSchema }),
    query: z.strictObject({
      ...pageQuery,
      season: seasonSchema.optional(),
      dimension: z.enum(DIMENSIONS).optional(),
    }),
    answer: pageOf(contributionSchema).extend({ sum: z.number().int() }),
    problems: [404],
  }),
  rebuildLedger: endpoint({
    method: 'post',
    path: '/ledger/rebuild',
    summary: 'Count all points anew from the journal and say where they differ',
    body: z.strictObject({}),
    answer: z.object({
      rows: z.number().int(),
      missing: z.number().int(),
      surplus: z.number().int(),
    }),
  }),
};
