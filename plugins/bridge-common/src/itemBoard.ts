import { z } from 'zod';
import { BOARD_STATES } from './boardStates';
import { dueSchema } from './due';
import { userParameterSchema, userRefSchema } from './entityRefs';
import { plainText, titleSchema, whySchema } from './text';

/** How members of a board may vote. @public */
export const BALLOT_CHOICES = [
  'approve',
  'approveWithConditions',
  'reject',
  'abstain',
  'sendBack',
  'veto',
] as const;

/** What a member asks for who approves with conditions. @public */
export const ballotConditionSchema = z.strictObject({
  text: plainText(500),
  owner: userParameterSchema.describe('Who sees to it.'),
  due: z.iso.date().describe('The last day for it.'),
});

/** A ballot as others see it. @public */
export const itemBallotSchema = z.object({
  voter: userRefSchema,
  castBy: userRefSchema
    .optional()
    .describe('Who cast it for the voter, who was away.'),
  choice: z.enum(BALLOT_CHOICES),
  reason: z.string().nullable(),
  conditions: z
    .array(ballotConditionSchema)
    .optional()
    .describe('Of an approval with conditions.'),
  at: z.string(),
});

/** That somebody was let vote on an open board as well, or no more. @public */
export const voterChangeSchema = z.object({
  voter: userRefSchema,
  change: z.enum(['add', 'remove']),
  by: userRefSchema,
  at: z.string(),
  reason: z.string(),
});

const boardState = z.enum(BOARD_STATES);

/** A board of an item in its latest round. @public */
export const itemBoardSchema = z
  .object({
    id: z.string(),
    round: z.number().int(),
    state: boardState,
    label: titleSchema,
    choices: z.array(z.enum(BALLOT_CHOICES)),
    electorate: z.array(
      z.object({
        user: userRefSchema,
        chair: z.boolean(),
        weight: z
          .number()
          .optional()
          .describe('How much the vote weighs, where that is not 1.'),
        veto: z.literal(true).optional().describe('May veto.'),
      }),
    ),
    cast: z.number().int(),
    recused: z.array(
      z.object({
        user: userRefSchema,
        /** What a person wrote stands in both languages as it is. */
        reason: z.object({ en: z.string(), zh: z.string() }),
        removed: z
          .literal(true)
          .optional()
          .describe('Was removed from those who vote, for no conflict.'),
      }),
    ),
    quorum: z.object({
      needed: z.number().int(),
      present: z.number().int(),
    }),
    ballot: z
      .enum(['open', 'openAfterClose', 'secret'])
      .describe('Whether votes are shown at once, after the close, or never.'),
    tacit: z
      .literal(true)
      .optional()
      .describe('Approved because nobody objected in time.'),
    overrides: z
      .number()
      .optional()
      .describe(
        'Of a second vote, about a veto: the share of votes that overrides it.',
      ),
    extended: z
      .number()
      .int()
      .optional()
      .describe('How often the vote was prolonged because too few had voted.'),
    reopens: z
      .object({
        action: titleSchema.describe('Such as “Appeal”.'),
        by: userRefSchema,
        at: z.string(),
        reason: z.string(),
        decision: z.object({
          label: titleSchema,
          round: z.number().int(),
          state: boardState,
          closedAt: z.string().nullable(),
        }),
      })
      .optional()
      .describe('The decision that is in question, where it was reopened.'),
    /** Shortest reason that a choice needs, where it needs one. */
    reasonLength: z.record(z.string(), z.number().int()),
    deadlineAt: z.string().nullable(),
    due: dueSchema.optional().describe('Of the deadline, while it is open.'),
    ballots: z.array(itemBallotSchema).optional(),
    mine: itemBallotSchema.optional(),
    /** Whether one may declare oneself recused. */
    mayRecuse: z.boolean(),
    /** Whether one may, as the chair, recuse members. */
    mayRecuseOthers: z.boolean(),
    /** Whether one may add and remove voters. */
    mayChangeVoters: z.boolean(),
    changes: z
      .array(voterChangeSchema)
      .optional()
      .describe('Who was added and removed while it voted, in order.'),
    allowed: z.boolean(),
    why: whySchema.optional(),
    onBehalfOf: z
      .array(
        z.object({
          user: userRefSchema,
          choices: z.array(z.enum(BALLOT_CHOICES)),
          mine: itemBallotSchema.optional(),
          allowed: z.boolean(),
          why: whySchema.optional(),
        }),
      )
      .describe('For whom else the reader votes now.'),
  })
  .meta({ id: 'ItemBoard' });
