import { z } from 'zod';
import { itemDataSchema, itemFormSchema, itemStateSchema } from './item';
import { BALLOT_CHOICES } from './itemBoard';
import { timerMeaning } from './operations';
import { plainText, titleSchema } from './text';

const AFTER =
  /^after P(?=.)(\d{1,2}Y)?(\d{1,3}M)?(\d{1,3}W)?(\d{1,4}D)?(T(?=.)(\d{1,4}H)?(\d{1,4}M)?)?$/;

const stepText = plainText(200).refine(
  text => !text.startsWith('after ') || AFTER.test(text),
  { message: 'after P5D' },
);

/** One step of a play, as the scenarios of a workflow write it. @public */
export const playStepSchema = z.union([
  stepText,
  z.strictObject({
    do: stepText,
    set: itemDataSchema.optional(),
    by: z.string().max(255).optional(),
    comment: plainText(2_000).optional(),
  }),
]);

/** What is played: a version, what the item holds, and what happens. @public */
export const playInputSchema = z.strictObject({
  version: z.number().int().min(1).max(1_000_000).optional(),
  data: itemDataSchema.default({}),
  steps: z.array(playStepSchema).max(100).default([]),
});

const stepWordsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start') }),
  z.object({ kind: z.literal('action'), label: titleSchema }),
  z.object({
    kind: z.literal('vote'),
    board: titleSchema,
    choice: z.string(),
    times: z.number(),
  }),
  z.object({
    kind: z.enum(['veto', 'meet', 'recuse', 'addVoter', 'removeVoter']),
    board: titleSchema,
  }),
  z.object({ kind: z.literal('after'), time: titleSchema }),
  z
    .object({ kind: z.literal('until') })
    .describe('Until what was waited for was due.'),
  z.object({ kind: z.literal('event'), name: z.string() }),
]);

/** A workflow as it was played through; nothing of it is kept. @public */
export const workflowPlaySchema = z
  .object({
    version: z.number().int(),
    steps: z
      .array(
        z.object({
          words: stepWordsSchema,
          state: itemStateSchema,
          at: z.string().describe('The invented time.'),
          fired: z.array(
            z.object({ ...timerMeaning, state: titleSchema, at: z.string() }),
          ),
          effects: z.array(z.string()),
          milestones: z.array(z.string()),
        }),
      )
      .describe('Begins with the start; ends with the last that could be.'),
    failure: z
      .object({ en: z.string(), zh: z.string() })
      .nullable()
      .describe('Why the step after them could not be taken.'),
    actions: z.array(
      z.object({
        id: z.string(),
        label: titleSchema,
        form: itemFormSchema.optional(),
        data: itemDataSchema.describe(
          'What the form is answered with where the step says nothing else.',
        ),
      }),
    ),
    boards: z.array(
      z.object({
        id: z.string(),
        label: titleSchema,
        choices: z.array(z.enum(BALLOT_CHOICES)),
        left: z.number().int().describe('How many may still vote.'),
        cast: z.number().int(),
        needed: z.number().int(),
        mayRecuse: z
          .boolean()
          .describe('Whether whoever would vote next may declare a conflict.'),
      }),
    ),
    conditions: z
      .array(z.object({ id: z.string(), label: titleSchema }))
      .describe('Boards that imposed conditions which are not met.'),
    events: z.array(z.string()),
    timers: z.array(z.object({ ...timerMeaning, fireAt: z.string() })),
    scenarios: z
      .array(
        z.object({
          name: titleSchema,
          data: itemDataSchema,
          steps: z.array(playStepSchema),
        }),
      )
      .describe('Those of the version, to begin with.'),
  })
  .meta({ id: 'WorkflowPlay' });

/** One step of a play. @public */
export type PlayStep = z.infer<typeof playStepSchema>;

/** What is played, as it is sent. @public */
export type PlayInput = z.input<typeof playInputSchema>;

/** A workflow as it was played through. @public */
export type WorkflowPlay = z.infer<typeof workflowPlaySchema>;
