import { z } from 'zod';
import { dueSchema } from './due';
import {
  systemNameSchema,
  userParameterSchema,
  userRefSchema,
} from './entityRefs';
import {
  BALLOT_CHOICES,
  ballotConditionSchema,
  itemBallotSchema,
  itemBoardSchema,
} from './itemBoard';
import {
  itemMergedSchema,
  itemMergeSchema,
  itemSupportSchema,
  itemWatchSchema,
} from './itemFollowing';
import { itemStuckSchema } from './itemStuck';
import { plainText, titleSchema, whySchema } from './text';

/** The key of a work item, such as `OP-2025-018`; case does not matter. @public */
export const itemKeySchema = z
  .string()
  .max(40)
  // Both cases by name: a pattern in a document has no flags.
  .regex(/^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)+$/, { message: 'FB-0312' })
  .toUpperCase();

/** The ids inside a workflow definition. @public */
export const definitionIdSchema = z
  .string()
  .max(60)
  .regex(/^[a-zA-Z][-a-zA-Z0-9_.]*$/, { message: 'proposal' });

/** How two items belong together; read from the first to the second. @public */
export const LINK_TYPES = [
  'convertedTo',
  'implements',
  'documents',
  'duplicateOf',
  'relatesTo',
] as const;

/** What a person fills in; its fields are those of the definition. @public */
export const itemDataSchema = z.record(z.string().max(60), z.json());

/**
 * A form for rjsf. Field titles are English in `schema`; both languages stand
 * in `uiSchema[field]['ui:options'].labels`.
 *
 * @public
 */
export const itemFormSchema = z
  .object({
    schema: z.looseObject({}),
    uiSchema: z.looseObject({}),
  })
  .meta({ id: 'ItemForm' });

/** The state of an item. @public */
export const itemStateSchema = z
  .object({
    id: z.string(),
    label: titleSchema,
    phase: z.string().nullable(),
    type: z.enum(['task', 'approval', 'choice', 'wait', 'end']),
    outcome: z.string().optional().describe('Of an end: how it ended.'),
  })
  .meta({ id: 'ItemState' });

/** A verb of an item, and whether the reader may use it now. @public */
export const itemActionSchema = z
  .object({
    id: z.string(),
    label: titleSchema,
    form: itemFormSchema.optional(),
    comment: z.enum(['none', 'optional', 'required']),
    allowed: z.boolean(),
    why: whySchema.optional(),
    leadsTo: z
      .string()
      .optional()
      .describe('The state that it leads to, where nothing else decides it.'),
  })
  .meta({ id: 'ItemAction' });

/** A condition that a decision has imposed, and whether it is met. @public */
export const itemConditionSchema = z
  .object({
    id: z.string(),
    board: z.string(),
    label: titleSchema.describe('Of the board.'),
    text: z.string(),
    owner: userRefSchema,
    due: z.string(),
    by: userRefSchema.describe('The member who asked for it.'),
    met: z
      .object({
        by: userRefSchema,
        at: z.string(),
        note: z.string().optional(),
      })
      .nullable(),
    allowed: z.boolean().describe('Whether one may say now that it is met.'),
    why: whySchema.optional(),
  })
  .meta({ id: 'ItemCondition' });

/** What a person says of a condition. @public */
export const conditionInputSchema = z
  .strictObject({
    met: z.boolean(),
    note: plainText(1000).optional(),
  })
  .meta({ id: 'ConditionInput' });

/** Another item that an item belongs with. @public */
export const itemLinkSchema = z
  .object({
    type: z.enum(LINK_TYPES),
    /** Whether the link leads from the other item to this one. */
    inward: z.boolean(),
    key: z.string(),
    title: z.string(),
    state: itemStateSchema,
  })
  .meta({ id: 'ItemLink' });

const rowFields = {
  key: z.string(),
  workflow: z.object({ id: z.string(), version: z.number().int() }),
  title: z.string(),
  state: itemStateSchema,
  rev: z.number().int(),
  createdBy: z
    .string()
    .describe('A person; `system` where a decision or a timer made the item.'),
  createdAt: z.string(),
  updatedAt: z.string(),
  dueAt: z.string().optional(),
  due: dueSchema.optional().describe('Of an open item that is due some time.'),
  system: z.string().optional(),
  outcome: z.string().optional(),
  private: z
    .literal(true)
    .optional()
    .describe('Only those see it who play a part in it.'),
  assignees: z.array(userRefSchema),
};

/** An item in a list. @public */
export const itemRowSchema = z.object(rowFields).meta({ id: 'ItemRow' });

/** A work item: a feedback, a proposal, a requirement, a case. @public */
export const itemSchema = z
  .object({
    ...rowFields,
    links: z.array(itemLinkSchema),
    data: itemDataSchema,
    actions: z.array(itemActionSchema),
    boards: z.array(itemBoardSchema),
    conditions: z.array(itemConditionSchema),
    support: itemSupportSchema,
    watch: itemWatchSchema,
    merge: itemMergeSchema.optional(),
    merged: itemMergedSchema.optional(),
    stuck: itemStuckSchema
      .optional()
      .describe('Only while it waits for people and nobody can act on it.'),
    mayChangePrivacy: z
      .boolean()
      .describe('Whether one may open it up to everybody, or make it private.'),
    mayNote: z
      .boolean()
      .describe('Whether one reads and writes internal notes on it.'),
  })
  .meta({ id: 'Item' });

/** What a person sends to make an item. @public */
export const createItemSchema = z
  .strictObject({
    workflow: definitionIdSchema,
    data: itemDataSchema.default({}),
    links: z
      .array(z.strictObject({ type: z.enum(LINK_TYPES), key: itemKeySchema }))
      .max(20)
      .default([]),
    private: z
      .boolean()
      .optional()
      .describe(
        'Only those are to see it who play a part in it, where the workflow lets one choose.',
      ),
  })
  .meta({ id: 'CreateItem' });

/** Whether an item is to be private. @public */
export const privacyInputSchema = z
  .strictObject({ private: z.boolean(), rev: z.number().int().min(0) })
  .meta({ id: 'PrivacyInput' });

/** What a person sends with an action; `rev` is the one that was seen. @public */
export const actInputSchema = z
  .strictObject({
    rev: z.number().int().min(0),
    data: itemDataSchema.optional(),
    comment: plainText(4000).optional(),
  })
  .meta({ id: 'ActInput' });

/** A vote as a person sends it. @public */
export const ballotInputSchema = z
  .strictObject({
    board: definitionIdSchema,
    choice: z.enum(BALLOT_CHOICES),
    reason: plainText(4000).optional(),
    conditions: z
      .array(ballotConditionSchema)
      .max(10)
      .optional()
      .describe('With approveWithConditions, and then at least one.'),
    onBehalfOf: userParameterSchema
      .optional()
      .describe('The member who is away and has named the caller.'),
  })
  .meta({ id: 'BallotInput' });

/** Whom the lists are filtered by: a system's name or its reference. @public */
export const systemFilterSchema = z.union([
  systemNameSchema,
  z
    .string()
    .max(140)
    .regex(/^system:[^/]+\/[^/]+$/i, { message: 'system:default/mes' })
    .toLowerCase(),
]);

/** What waits for a person. @public */
export const inboxEntrySchema = z
  .object({
    item: itemRowSchema,
    verbs: z.array(z.string()),
    since: z.string(),
    dueAt: z.string().optional(),
    onBehalfOf: userRefSchema
      .optional()
      .describe('The member who is away and whose vote it is.'),
  })
  .meta({ id: 'InboxEntry' });

/**
 * A line of an item's history; `payload` is null when it was erased, or when it
 * is an internal note that the reader may not see.
 *
 * @public
 */
export const journalEntrySchema = z
  .object({
    seq: z.number().int(),
    rev: z.number().int(),
    type: z.string(),
    actor: z.object({ ref: z.string(), name: z.string() }),
    at: z.string(),
    payload: z.record(z.string(), z.json()).nullable(),
    withheld: z
      .literal(true)
      .optional()
      .describe(
        'An internal note, for those who work on the item, or a line that names a private item of others.',
      ),
    hash: z.string(),
  })
  .meta({ id: 'JournalEntry' });

/** An item that was refused or put off, and why. @public */
export const similarItemSchema = z
  .object({
    key: z.string(),
    title: z.string(),
    state: itemStateSchema,
    system: z.string().optional(),
    decidedAt: z.string(),
    facts: itemDataSchema.describe(
      'What was said of it, by the fields of its workflow: the reason, and what would reopen it.',
    ),
  })
  .meta({ id: 'SimilarItem' });

/** The items that hang together, as one picture. @public */
export const chainSchema = z
  .object({
    nodes: z.array(itemRowSchema),
    edges: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        type: z.enum(LINK_TYPES),
      }),
    ),
  })
  .meta({ id: 'Chain' });

/** A work item. @public */
export type Item = z.infer<typeof itemSchema>;

/** An item in a list. @public */
export type ItemRow = z.infer<typeof itemRowSchema>;

/** The state of an item. @public */
export type ItemStateView = z.infer<typeof itemStateSchema>;

/** A verb of an item. @public */
export type ItemAction = z.infer<typeof itemActionSchema>;

/** A form of an action. @public */
export type ItemForm = z.infer<typeof itemFormSchema>;

/** A board of an item. @public */
export type ItemBoardView = z.infer<typeof itemBoardSchema>;

/** A ballot as others see it. @public */
export type ItemBallot = z.infer<typeof itemBallotSchema>;

/** A condition that a decision has imposed. @public */
export type ItemConditionView = z.infer<typeof itemConditionSchema>;

/** What a member asks for who approves with conditions, checked. @public */
export type BallotConditionInput = z.infer<typeof ballotConditionSchema>;

/** What a person says of a condition, checked. @public */
export type ConditionInput = z.infer<typeof conditionInputSchema>;

/** Another item that an item belongs with. @public */
export type ItemLink = z.infer<typeof itemLinkSchema>;

/** How two items belong together. @public */
export type LinkType = (typeof LINK_TYPES)[number];

/** What a person sends to make an item, checked. @public */
export type CreateItem = z.infer<typeof createItemSchema>;

/** Whether an item is to be private, checked. @public */
export type PrivacyInput = z.infer<typeof privacyInputSchema>;

/** What a person sends with an action, checked. @public */
export type ActInput = z.infer<typeof actInputSchema>;

/** A vote as a person sends it, checked. @public */
export type BallotInput = z.infer<typeof ballotInputSchema>;

/** An item that was refused or put off, and why. @public */
export type SimilarItem = z.infer<typeof similarItemSchema>;

/** What waits for a person. @public */
export type InboxEntry = z.infer<typeof inboxEntrySchema>;

/** A line of an item's history. @public */
export type JournalEntry = z.infer<typeof journalEntrySchema>;

/** The items that hang together. @public */
export type Chain = z.infer<typeof chainSchema>;
