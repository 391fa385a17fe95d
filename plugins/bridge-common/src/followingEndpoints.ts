import { z } from 'zod';
import { endpoint } from './endpoint';
import { userParameterSchema } from './entityRefs';
import { itemKeySchema, itemSchema, privacyInputSchema } from './item';
import { plainText } from './text';

/** That a person supports an item, or does no longer. @public */
export const supportInputSchema = z
  .strictObject({
    withdraw: z.boolean().default(false),
    onBehalfOf: userParameterSchema
      .optional()
      .describe('Who supports it; the caller where it is left out.'),
  })
  .meta({ id: 'SupportInput' });

/** Into which item another one is merged; `rev` is the one that was seen. @public */
export const mergeInputSchema = z
  .strictObject({
    into: itemKeySchema,
    rev: z.number().int().min(0),
    reason: plainText(1000).optional(),
  })
  .meta({ id: 'MergeInput' });

/** That a person supports an item, or does no longer, checked. @public */
export type SupportInput = z.infer<typeof supportInputSchema>;

/** Into which item another one is merged, checked. @public */
export type MergeInput = z.infer<typeof mergeInputSchema>;

const itemPath = z.strictObject({ key: itemKeySchema });

const changed = { problems: [404, 409, 422] };

/** The endpoints of supporting, watching and merging items, and of who sees them. @internal */
export const followingEndpoints = {
  supportItem: endpoint({
    method: 'post',
    path: '/items/:key/support',
    summary:
      'Say that an item matters to one too, or take that back; a super user may say it for others',
    params: itemPath,
    body: supportInputSchema,
    answer: itemSchema,
    ...changed,
  }),
  watchItem: endpoint({
    method: 'post',
    path: '/items/:key/watch',
    summary: 'Be told when the state of an item changes, or no longer',
    params: itemPath,
    body: z.strictObject({ on: z.boolean() }),
    answer: itemSchema,
    ...changed,
  }),
  setItemPrivacy: endpoint({
    method: 'post',
    path: '/items/:key/privacy',
    summary:
      'Let only those see an item who play a part in it, or open it up to everybody; send an Idempotency-Key',
    params: itemPath,
    body: privacyInputSchema,
    answer: itemSchema,
    ...changed,
  }),
  mergeItem: endpoint({
    method: 'post',
    path: '/items/:key/merge',
    summary:
      'Say that an item is a duplicate of another one, which takes over its supporters and watchers; send an Idempotency-Key',
    params: itemPath,
    body: mergeInputSchema,
    answer: itemSchema,
    ...changed,
  }),
  unmergeItem: endpoint({
    method: 'post',
    path: '/items/:key/unmerge',
    summary:
      'Undo a merge within thirty days: the item returns to where it was; send an Idempotency-Key',
    params: itemPath,
    body: z.strictObject({ rev: z.number().int().min(0) }),
    answer: itemSchema,
    ...changed,
  }),
};
