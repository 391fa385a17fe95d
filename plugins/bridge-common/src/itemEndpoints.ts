import { z } from 'zod';
import { decisionRecordSchema } from './decision';
import { endpoint } from './endpoint';
import { userParameterSchema } from './entityRefs';
import {
  actInputSchema,
  ballotInputSchema,
  chainSchema,
  conditionInputSchema,
  createItemSchema,
  definitionIdSchema,
  inboxEntrySchema,
  itemKeySchema,
  itemRowSchema,
  itemSchema,
  journalEntrySchema,
  LINK_TYPES,
  similarItemSchema,
  systemFilterSchema,
} from './item';
import {
  CSV_SEPARATORS,
  EXPORT_FORMATS,
  EXPORT_TYPES,
  itemExportSchema,
} from './itemExport';
import { ITEM_ORDERS } from './itemOrders';
import { pageOf, pageQuery } from './paging';
import { plainText } from './text';

const itemPath = z.strictObject({ key: itemKeySchema });
const actionPath = z.strictObject({
  key: itemKeySchema,
  action: definitionIdSchema,
});
const conditionPath = z.strictObject({
  key: itemKeySchema,
  // The id of a board, a round and a number.
  condition: z
    .string()
    .max(80)
    .regex(/^[a-zA-Z][-a-zA-Z0-9_.]*$/, { message: 'board.1.1' }),
});

const itemFilter = {
  workflow: definitionIdSchema.optional(),
  state: definitionIdSchema.optional(),
  phase: definitionIdSchema.optional(),
  system: systemFilterSchema.optional(),
  assignee: userParameterSchema.optional(),
  createdBy: userParameterSchema.optional(),
  q: plainText(200).optional(),
  open: z
    .enum(['true', 'false'])
    .optional()
    .describe(
      'Only items that are (not) open; an open one is in no end state.',
    ),
  overdue: z
    .enum(['true'])
    .optional()
    .describe('Only open items whose due time has passed.'),
  since: z.iso
    .date()
    .optional()
    .describe('Only items made on this day or later.'),
  order: z.enum(ITEM_ORDERS).default('-updatedAt'),
};

const changed = { problems: [404, 409, 422] };

/** The endpoints of work items. @internal */
export const itemEndpoints = {
  listItems: endpoint({
    method: 'get',
    path: '/items',
    summary: 'Find feedback, proposals, requirements and cases',
    query: z.strictObject({ ...pageQuery, ...itemFilter }),
    answer: pageOf(itemRowSchema),
  }),
  exportItems: endpoint({
    method: 'get',
    path: '/export/items.:format',
    summary:
      'Every item that matches, as a file to work on with a spreadsheet or a program; in the language of the reader',
    params: z.strictObject({ format: z.enum(EXPORT_FORMATS) }),
    query: z.strictObject({
      ...itemFilter,
      separator: z
        .enum(CSV_SEPARATORS)
        .default('comma')
        .describe(
          'What stands between the values of a CSV file; with semicolons numbers have decimal commas.',
        ),
    }),
    answer: itemExportSchema,
    files: [EXPORT_TYPES.csv, EXPORT_TYPES.xlsx],
    // An address that ends otherwise is nobody's.
    problems: [404, 422],
  }),
  createItem: endpoint({
    method: 'post',
    path: '/items',
    summary: 'Make an item of a workflow; send an Idempotency-Key',
    body: createItemSchema,
    answer: itemSchema,
    status: 201,
    ...changed,
  }),
  // Before the items by key, of which it would else be one.
  listSimilarItems: endpoint({
    method: 'get',
    path: '/items/similar',
    summary:
      'Up to five items like a new one that were refused or put off, the likest first',
    query: z.strictObject({
      workflow: definitionIdSchema,
      title: plainText(200),
      system: systemFilterSchema.optional(),
      except: itemKeySchema.optional().describe('The item that is asked for.'),
    }),
    answer: pageOf(similarItemSchema),
    problems: [404],
  }),
  getItem: endpoint({
    method: 'get',
    path: '/items/:key',
    summary: 'One item with what the caller may do with it now',
    params: itemPath,
    answer: itemSchema,
    problems: [404],
  }),
  act: endpoint({
    method: 'post',
    path: '/items/:key/actions/:action',
    summary: 'Do something with an item; send an Idempotency-Key',
    params: actionPath,
    body: actInputSchema,
    answer: itemSchema,
    ...changed,
  }),
  castBallot: endpoint({
    method: 'post',
    path: '/items/:key/ballots',
    summary: 'Vote on a board of an item; send an Idempotency-Key',
    params: itemPath,
    body: ballotInputSchema,
    answer: itemSchema,
    ...changed,
  }),
  declareRecusal: endpoint({
    method: 'post',
    path: '/items/:key/recusals',
    summary:
      'Declare a conflict of interest on a board of an item; the chair may name a member',
    params: itemPath,
    body: z.strictObject({
      board: definitionIdSchema,
      reason: plainText(1000),
      voter: userParameterSchema
        .optional()
        .describe('The member; the caller where it is left out.'),
    }),
    answer: itemSchema,
    ...changed,
  }),
  changeVoters: endpoint({
    method: 'post',
    path: '/items/:key/voters',
    summary:
      'Add a voter to an open board of an item, or remove one; send an Idempotency-Key',
    params: itemPath,
    body: z.strictObject({
      board: definitionIdSchema,
      voter: userParameterSchema,
      change: z.enum(['add', 'remove']),
      reason: plainText(1000),
    }),
    answer: itemSchema,
    ...changed,
  }),
  reportCondition: endpoint({
    method: 'post',
    path: '/items/:key/conditions/:condition',
    summary:
      'Say that a condition of a decision is met, or after all is not; send an Idempotency-Key',
    params: conditionPath,
    body: conditionInputSchema,
    answer: itemSchema,
    ...changed,
  }),
  listDecisions: endpoint({
    method: 'get',
    path: '/items/:key/decision',
    summary:
      'The record of every board that has closed on an item, newest first',
    params: itemPath,
    answer: pageOf(decisionRecordSchema),
    problems: [404],
  }),
  commentOnItem: endpoint({
    method: 'post',
    path: '/items/:key/comments',
    summary:
      'Comment on an item, or leave an internal note for those who work on it',
    params: itemPath,
    body: z.strictObject({
      text: plainText(4000),
      internal: z.boolean().optional(),
    }),
    answer: itemSchema,
    ...changed,
  }),
  linkItem: endpoint({
    method: 'post',
    path: '/items/:key/links',
    summary: 'Link an item with another one',
    params: itemPath,
    body: z.strictObject({ type: z.enum(LINK_TYPES), key: itemKeySchema }),
    answer: itemSchema,
    ...changed,
  }),
  getJournal: endpoint({
    method: 'get',
    path: '/items/:key/journal',
    summary:
      'What happened to an item, oldest first, and whether the record is unbroken',
    params: itemPath,
    query: z.strictObject(pageQuery),
    answer: pageOf(journalEntrySchema).extend({
      intact: z.boolean(),
      /** The first line that does not fit the chain of hashes. */
      brokenAt: z.number().int().nullable(),
    }),
    problems: [404],
  }),
  getChain: endpoint({
    method: 'get',
    path: '/items/:key/chain',
    summary: 'Everything that hangs together with an item',
    params: itemPath,
    answer: chainSchema,
    problems: [404],
  }),
  getInbox: endpoint({
    method: 'get',
    path: '/inbox',
    summary: 'What waits for the caller',
    query: z.strictObject({
      ...pageQuery,
      workflow: definitionIdSchema.optional(),
    }),
    answer: pageOf(inboxEntrySchema),
  }),
};
