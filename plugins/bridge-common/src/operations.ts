import { z } from 'zod';
import { userRefSchema } from './entityRefs';
import { definitionIdSchema, itemKeySchema } from './item';
import { stuckReasonSchema, vacantRoleSchema } from './itemStuck';
import { titleSchema, whySchema } from './text';

const concerned = z.object({
  key: itemKeySchema,
  title: z.string(),
  workflow: definitionIdSchema,
});

/** What a timer is for. @internal */
export const timerMeaning = {
  kind: z.enum(['deadline', 'reminder', 'way', 'action']),
  board: titleSchema.nullable().describe('Whose vote it is about.'),
  leadsTo: titleSchema.nullable().describe('The state that it leads to.'),
};

/** How many things go on by themselves, and how many of them do not. @public */
export const operationsSchema = z
  .object({
    effects: z.object({
      waiting: z.number().int(),
      failing: z.number().int().describe('Of those that wait: tried in vain.'),
      dead: z.number().int().describe('Given up; nothing tries them again.'),
    }),
    timers: z.object({
      waiting: z.number().int(),
      overdue: z.number().int().describe('Due for more than a minute.'),
    }),
    guardErrors: z.number().int().describe('Within the last thirty days.'),
    stuck: z.number().int().describe('Open, and nobody can act on them.'),
  })
  .meta({ id: 'Operations' });

/** Which effects are asked for. @public */
export const EFFECT_STATES = ['waiting', 'failing', 'dead'] as const;

/** Something that a workflow has set off and that is not done yet. @public */
export const pendingEffectSchema = z
  .object({
    id: z.number().int(),
    use: z.string().describe('The effect, as the workflow names it.'),
    item: concerned,
    state: z.enum(EFFECT_STATES),
    attempts: z.number().int(),
    nextAt: z.string().nullable().describe('When it is tried next, if ever.'),
    error: z.string().nullable().describe('Why the last attempt failed.'),
  })
  .meta({ id: 'PendingEffect' });

/** A timer that has not fired yet. @public */
export const pendingTimerSchema = z
  .object({
    id: z.number().int(),
    item: concerned,
    state: titleSchema,
    ...timerMeaning,
    fireAt: z.string(),
    overdue: z.boolean(),
  })
  .meta({ id: 'PendingTimer' });

/** A condition that could not be answered, and so counted as false. @public */
export const guardErrorSchema = z
  .object({
    item: concerned,
    seq: z.number().int(),
    at: z.string(),
    version: z.number().int(),
    state: titleSchema.nullable(),
    where: z.string().nullable().describe('The place in the workflow.'),
    message: z.string().nullable().describe('Null where it was erased.'),
  })
  .meta({ id: 'GuardError' });

/** An open item on which nobody can act. @public */
export const stuckItemSchema = z
  .object({
    item: concerned,
    state: titleSchema,
    since: z.string(),
    reason: stuckReasonSchema,
    roles: z.array(vacantRoleSchema),
  })
  .meta({ id: 'StuckItem' });

const permitted = z.object({
  id: z.string(),
  label: titleSchema,
  allowed: z.boolean(),
  why: whySchema.optional().describe('Why it is not allowed.'),
});

/** What somebody may do with an item at this moment, and why not the rest. @public */
export const explanationSchema = z
  .object({
    item: concerned,
    state: titleSchema,
    person: userRefSchema,
    actions: z.array(permitted),
    boards: z.array(permitted).describe('Whether they may vote on them.'),
  })
  .meta({ id: 'Explanation' });

/** How the bridge's own work stands. @public */
export type Operations = z.infer<typeof operationsSchema>;

/** Something that is set off and not done yet. @public */
export type PendingEffect = z.infer<typeof pendingEffectSchema>;

/** A timer that has not fired yet. @public */
export type PendingTimer = z.infer<typeof pendingTimerSchema>;

/** A condition that could not be answered. @public */
export type GuardError = z.infer<typeof guardErrorSchema>;

/** An open item on which nobody can act. @public */
export type StuckItem = z.infer<typeof stuckItemSchema>;

/** What somebody may do with an item, and why not the rest. @public */
export type Explanation = z.infer<typeof explanationSchema>;
