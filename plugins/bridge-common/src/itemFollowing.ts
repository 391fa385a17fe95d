import { z } from 'zod';
import { userRefSchema } from './entityRefs';
import { whySchema } from './text';

/** How many people an item matters to, and whether one is among them. @public */
export const itemSupportSchema = z
  .object({
    count: z
      .number()
      .int()
      .describe(
        'People, whoever made the item left out; those of its duplicates count with it.',
      ),
    mine: z.boolean(),
    recordedBy: userRefSchema
      .optional()
      .describe('Who recorded the support of the reader for them.'),
    allowed: z
      .boolean()
      .describe('Whether one may support it, or take that back.'),
    why: whySchema.optional(),
    forOthers: z
      .boolean()
      .describe('Whether one may record the support of others.'),
  })
  .meta({ id: 'ItemSupport' });

/** Who hears when the state of an item changes. @public */
export const itemWatchSchema = z
  .object({ on: z.boolean(), count: z.number().int() })
  .meta({ id: 'ItemWatch' });

/** Whether an item can be merged into another one now. @public */
export const itemMergeSchema = z
  .object({
    action: z.string().describe('The action of the workflow that does it.'),
    allowed: z.boolean(),
    why: whySchema.optional(),
  })
  .meta({ id: 'ItemMerge' });

/** That an item is a duplicate, and whether that can be undone now. @public */
export const itemMergedSchema = z
  .object({
    into: z.string(),
    by: userRefSchema,
    at: z.string(),
    until: z.string().describe('The end of the time for undoing it.'),
    allowed: z.boolean(),
    why: whySchema.optional(),
  })
  .meta({ id: 'ItemMerged' });

/** How many people an item matters to. @public */
export type ItemSupport = z.infer<typeof itemSupportSchema>;

/** Who hears when the state of an item changes. @public */
export type ItemWatch = z.infer<typeof itemWatchSchema>;

/** Whether an item can be merged into another one now. @public */
export type ItemMerge = z.infer<typeof itemMergeSchema>;

/** That an item is a duplicate. @public */
export type ItemMerged = z.infer<typeof itemMergedSchema>;
