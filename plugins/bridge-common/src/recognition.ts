import { z } from 'zod';
import { userRefSchema } from './entityRefs';

/** In which ways one can contribute. @public */
export const DIMENSIONS = ['technical', 'business', 'culture'] as const;

/** The leaderboards: one a dimension, and one over all of them. @public */
export const LEADERBOARDS = ['all', ...DIMENSIONS] as const;

/** A quarter, such as `2025-Q4`. @public */
export const seasonSchema = z
  .string()
  .regex(/^\d{4}-Q[1-4]$/i, { message: '2025-Q4' })
  .toUpperCase();

const person = z.object({ ref: userRefSchema, name: z.string() });

/** A place on a leaderboard. @public */
export const leaderboardRowSchema = z
  .object({
    rank: z.number().int(),
    person,
    points: z.number().int(),
  })
  .meta({ id: 'LeaderboardRow' });

/** The caller's own standing, which nobody else sees. @public */
export const standingSchema = z
  .object({
    points: z.number().int(),
    rank: z.number().int().nullable(),
    /** Points that are missing to the next place; null at the top. */
    toNext: z.number().int().nullable(),
  })
  .meta({ id: 'Standing' });

/** Points for one confirmed outcome. @public */
export const contributionSchema = z
  .object({
    id: z.string(),
    dimension: z.enum(DIMENSIONS),
    /** The rule that gave the points. */
    rule: z.string(),
    label: z.object({ en: z.string(), zh: z.string() }),
    points: z.number().int(),
    at: z.string(),
    season: seasonSchema,
    source: z
      .object({ key: z.string(), title: z.string() })
      .nullable()
      .describe('Null where it is a private item of others.'),
    milestone: z.string(),
    confirmedBy: person,
  })
  .meta({ id: 'Contribution' });

/** A place on a leaderboard. @public */
export type LeaderboardRow = z.infer<typeof leaderboardRowSchema>;

/** The caller's own standing. @public */
export type Standing = z.infer<typeof standingSchema>;

/** Points for one confirmed outcome. @public */
export type Contribution = z.infer<typeof contributionSchema>;

/** In which way one contributed. @public */
export type Dimension = (typeof DIMENSIONS)[number];

/** A leaderboard. @public */
export type LeaderboardId = (typeof LEADERBOARDS)[number];
