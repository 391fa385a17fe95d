import { z } from 'zod';
import { endpoint, noBody } from './endpoint';
import { userParameterSchema } from './entityRefs';
import { itemKeySchema, itemSchema } from './item';
import {
  EFFECT_STATES,
  explanationSchema,
  guardErrorSchema,
  operationsSchema,
  pendingEffectSchema,
  pendingTimerSchema,
  stuckItemSchema,
} from './operations';
import { pageOf, pageQuery } from './paging';
import { plainText } from './text';

const effectPath = z.strictObject({
  id: z.coerce.number().int().min(1).max(2_147_483_647),
});
const page = z.strictObject(pageQuery);

/** The endpoints about what goes on by itself. @internal */
export const operationsEndpoints = {
  getOperations: endpoint({
    method: 'get',
    path: '/operations',
    summary: 'How timers, effects and conditions stand',
    answer: operationsSchema,
  }),
  listPendingEffects: endpoint({
    method: 'get',
    path: '/operations/effects',
    summary: 'Effects that wait, fail or were given up; those of one state',
    query: z.strictObject({
      ...pageQuery,
      state: z.enum(EFFECT_STATES).default('dead'),
    }),
    answer: pageOf(pendingEffectSchema),
  }),
  retryEffect: endpoint({
    method: 'post',
    path: '/operations/effects/:id/retry',
    summary: 'Try an effect again that failed or was given up',
    params: effectPath,
    body: z.strictObject({}),
    answer: noBody,
    status: 204,
    problems: [404],
  }),
  discardEffect: endpoint({
    method: 'post',
    path: '/operations/effects/:id/discard',
    summary: 'Leave an effect undone that failed or was given up',
    params: effectPath,
    body: z.strictObject({}),
    answer: noBody,
    status: 204,
    problems: [404],
  }),
  listPendingTimers: endpoint({
    method: 'get',
    path: '/operations/timers',
    summary: 'Timers that have not fired yet, the next one first',
    query: page,
    answer: pageOf(pendingTimerSchema),
  }),
  listGuardErrors: endpoint({
    method: 'get',
    path: '/operations/guard-errors',
    summary: 'Conditions that could not be answered, the latest first',
    query: page,
    answer: pageOf(guardErrorSchema),
  }),
  listStuckItems: endpoint({
    method: 'get',
    path: '/operations/stuck-items',
    summary: 'Open work items on which nobody can act, the oldest first',
    query: page,
    answer: pageOf(stuckItemSchema),
  }),
  handOver: endpoint({
    method: 'post',
    path: '/items/:key/hand-over',
    summary:
      'Let somebody take over an item that waits for a person who has left; send an Idempotency-Key',
    params: z.strictObject({ key: itemKeySchema }),
    body: z.strictObject({
      from: userParameterSchema.describe('Who has left.'),
      to: userParameterSchema.describe('Who takes over.'),
      reason: plainText(1000),
    }),
    answer: itemSchema,
    problems: [404, 409, 422],
  }),
  explain: endpoint({
    method: 'get',
    path: '/operations/explanations/:key',
    summary: 'What somebody may do with an item now, and why not the rest',
    params: z.strictObject({ key: itemKeySchema }),
    query: z.strictObject({ person: userParameterSchema }),
    answer: explanationSchema,
    problems: [404],
  }),
};
