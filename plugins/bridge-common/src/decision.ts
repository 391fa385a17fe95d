import { z } from 'zod';
import { userRefSchema } from './entityRefs';
import { itemConditionSchema } from './item';
import { itemBallotSchema, itemBoardSchema } from './itemBoard';
import { itemMeetingSchema } from './meeting';
import { titleSchema } from './text';

const boardFields = itemBoardSchema.shape;

/**
 * What a board has decided, how, and by which rule. A secret vote has no
 * ballots, only the count.
 *
 * @public
 */
export const decisionRecordSchema = z
  .object({
    item: z.object({ key: z.string(), title: z.string() }),
    workflow: z.object({
      id: z.string(),
      version: z.number().int(),
      hash: z.string().describe('SHA-256 of the compiled definition.'),
      title: titleSchema,
    }),
    board: z.string(),
    label: titleSchema,
    round: z.number().int(),
    state: boardFields.state.describe('How the board ended.'),
    tacit: boardFields.tacit,
    overrides: boardFields.overrides,
    escalated: z.boolean(),
    openedAt: z.string(),
    closedAt: z.string().nullable(),
    meeting: itemMeetingSchema
      .pick({ id: true, title: true, startsAt: true })
      .optional()
      .describe('The review meeting in which the board closed.'),
    deadlineAt: z.string().nullable(),
    extended: boardFields.extended,
    rule: z.array(titleSchema).describe('How it decides, in sentences.'),
    ballot: boardFields.ballot,
    electorate: z.array(
      boardFields.electorate.element.extend({
        escalated: z
          .literal(true)
          .optional()
          .describe('Was called in when too few had voted.'),
      }),
    ),
    recused: z.array(
      z.object({
        user: userRefSchema,
        kind: z.enum(['automatic', 'declared', 'imposed', 'left', 'removed']),
        by: userRefSchema.optional().describe('Who imposed it.'),
        reason: titleSchema,
      }),
    ),
    changes: boardFields.changes,
    reopens: boardFields.reopens,
    quorum: boardFields.quorum,
    count: z.object({
      for: z.number().int(),
      against: z.number().int(),
      abstained: z.number().int(),
      cast: z.number().int(),
      weight: z.object({ for: z.number(), against: z.number() }).optional(),
    }),
    ballots: z.array(itemBallotSchema).optional(),
    ballotsHash: z
      .string()
      .nullable()
      .describe('SHA-256 over the ballots that were counted.'),
    conditions: z.array(
      itemConditionSchema.pick({
        ...{ id: true, text: true, owner: true, due: true, by: true },
      }),
    ),
    markdown: z
      .object({ en: z.string(), zh: z.string() })
      .describe('The record as a text for documents.'),
  })
  .meta({ id: 'DecisionRecord' });

/** What a board has decided, how, and by which rule. @public */
export type DecisionRecord = z.infer<typeof decisionRecordSchema>;
