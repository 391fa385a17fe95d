import { z } from 'zod';
import { cel, duration, id, label, oneOrMore } from './words';

const vote = z.enum([
  'approve',
  'approveWithConditions',
  'reject',
  'abstain',
  'sendBack',
]);

/** How boards may end. @internal */
export const boardOutcome = z.enum([
  'approved',
  'conditional',
  'rejected',
  'sentBack',
  'noQuorum',
]);

const included = z.union([
  id.transform(role => ({ role })),
  z.strictObject({ role: id, when: cel.optional() }),
  z.strictObject({ voter: cel, label, when: cel.optional() }),
]);

const quorum = z.strictObject({
  min: z.int().min(1).max(500).default(1),
  percent: z.number().min(0).max(100).optional(),
  includes: z.array(included).max(10).default([]),
});

const passRule = z.enum(['first', 'unanimous', 'threshold', 'majority']);

const pass = z.union([
  passRule.transform(rule => ({ rule, tie: 'reject' as const })),
  z.strictObject({
    rule: passRule,
    threshold: z.number().gt(0).max(1).optional(),
    tie: z.enum(['chair', 'reject']).default('reject'),
  }),
]);

const deadline = z.strictObject({
  after: duration,
  calendar: z.literal('business').optional(),
  extend: z
    .strictObject({ by: duration, times: z.int().min(1).max(20) })
    .optional(),
  then: z.enum(['noQuorum', 'escalate', 'approve']).default('noQuorum'),
  tacit: z.boolean().optional(),
});

const recuse = z.strictObject({
  roles: z.array(id).default([]),
  when: cel.optional(),
  whenMessage: label.optional(),
  declare: z.boolean().default(false),
});

// The reason is required anyway; the file may say so.
const veto = z.strictObject({
  by: id,
  reason: z.literal('required').optional(),
  override: z.strictObject({ threshold: z.number().gt(0.5).max(1) }).optional(),
});

/** A board that votes. @internal */
export const board = z.strictObject({
  label,
  when: cel.optional(),
  voters: id,
  chair: id.optional(),
  seats: z.strictObject({ by: oneOrMore }).optional(),
  electorate: z.enum(['snapshot', 'live']).optional(),
  weights: z.record(id, z.number().gt(0).max(100)).optional(),
  choices: z.array(vote).min(1).default(['approve', 'reject', 'abstain']),
  quorum: quorum.default({ min: 1, includes: [] }),
  pass: pass.default({ rule: 'majority', tie: 'reject' }),
  sendBack: z
    .strictObject({
      by: z.union([z.enum(['chair', 'any']), z.int().min(1).max(50)]),
    })
    .optional(),
  veto: veto.optional(),
  recuse: recuse.default({ roles: [], declare: false }),
  delegate: z
    .strictObject({ to: id, chain: z.literal(1).default(1) })
    .optional(),
  ballot: z.enum(['open', 'openAfterClose', 'secret']).default('open'),
  reason: z
    .partialRecord(
      z.enum([...vote.options, 'veto']),
      z.strictObject({ minLength: z.int().min(1).max(500) }),
    )
    .default({}),
  changeVote: z.enum(['untilClosed', 'never']).default('untilClosed'),
  close: z.enum(['early', 'deadline']).default('early'),
  remind: z.array(duration).max(5).optional(),
  deadline: deadline.optional(),
});

/** How several boards make one outcome. @internal */
export const combine = z.union([
  z.enum(['all', 'any']),
  z.strictObject({ atLeast: z.int().min(1).max(50) }),
]);
