import { z } from 'zod';
import { userRefSchema } from './entityRefs';
import { plainText, titleSchema } from './text';
import { workflowReportSchema } from './workflow';

const texts = z.object({ en: z.string(), zh: z.string() });

const newField = z.strictObject({
  label: titleSchema,
  type: z.enum(['text', 'longText', 'number', 'date', 'flag']),
  required: z.boolean(),
});

const longTitle = z.strictObject({ en: plainText(500), zh: plainText(500) });

/** What a setting of a workflow is set to; which of these, its kind says. @public */
export const settingValueSchema = z.union([
  z.number(),
  z.string().max(300),
  z.array(z.string().max(300)).max(100),
  longTitle,
  newField,
  z.null(),
]);

/** Something of a workflow that can be set without knowing its language. @public */
export const workflowSettingSchema = z
  .object({
    path: z.string(),
    section: z.enum(['people', 'boards', 'routes', 'times', 'forms', 'texts']),
    of: z.array(texts),
    label: texts,
    kind: z.enum([
      ...(['number', 'percent', 'duration', 'choice', 'choices'] as const),
      ...(['group', 'text', 'newField'] as const),
    ]),
    value: z.union([
      ...([z.number(), z.string(), z.array(z.string())] as const),
      ...([texts, newField, z.null()] as const),
    ]),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    decimals: z.boolean().optional(),
    options: z.array(z.object({ value: z.string(), label: texts })).optional(),
    optional: z.literal(true).optional().describe('Whether it may be null.'),
  })
  .meta({ id: 'WorkflowSetting' });

/** The settings of a version of a workflow. @public */
export const workflowSettingsSchema = z
  .object({
    id: z.string(),
    version: z.number().int(),
    hash: z.string(),
    mayEdit: z.boolean().describe('Whether the caller may set them otherwise.'),
    settings: z.array(workflowSettingSchema),
  })
  .meta({ id: 'WorkflowSettings' });

/** One difference between two versions, in words. @public */
export const workflowDifferenceSchema = z
  .object({
    class: z.enum(['patch', 'minor', 'major', 'blocked']),
    path: z.string(),
    message: texts,
  })
  .meta({ id: 'WorkflowDifference' });

/** What a version would be: settings of another one, or a file. @public */
export const workflowEditSchema = z.union([
  z.strictObject({
    basedOn: z
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .describe('The version that is set otherwise; the one in force.'),
    changes: z
      .array(
        z.strictObject({
          path: z.string().max(300),
          value: settingValueSchema,
        }),
      )
      .max(500),
  }),
  z.strictObject({ yaml: z.string().max(300_000) }),
]);

/** What an edit would change, and what the compiler says to it. @public */
export const workflowPreviewSchema = z
  .object({
    against: z
      .number()
      .int()
      .describe('The version it is compared with; 0 where none is in force.'),
    report: workflowReportSchema,
    differences: z.array(workflowDifferenceSchema),
  })
  .meta({ id: 'WorkflowPreview' });

const status = z.enum([
  ...(['draft', 'inReview', 'published'] as const),
  ...(['deprecated', 'retired', 'discarded'] as const),
]);

/** A stored version of a workflow. @public */
export const workflowVersionSchema = z
  .object({
    version: z.number().int(),
    hash: z.string(),
    status: status.describe(
      'deprecated: items still run on it; retired: none does any more.',
    ),
    at: z.string().describe('When it was made, or put into force.'),
    madeBy: z.string().nullable().describe('Null where it came from a file.'),
    basedOn: z.number().int().nullable(),
  })
  .meta({ id: 'WorkflowVersion' });

/** A workflow that is being worked on and has never been in force. @public */
export const newWorkflowSchema = workflowVersionSchema
  .pick({ version: true, status: true, at: true, madeBy: true })
  .extend({ id: z.string(), title: texts })
  .meta({ id: 'NewWorkflow' });

/** What can be done with a version that is not in force. @public */
export const versionSteps = ['submit', 'return', 'publish', 'discard'] as const;

/** A version with all that is needed to decide about it. @public */
export const workflowVersionDetailSchema = workflowVersionSchema
  .extend({
    title: texts,
    yaml: z.string(),
    differences: z
      .array(workflowDifferenceSchema)
      .describe('Against the version it is based on.'),
    history: z.array(
      z.object({
        type: z.enum(['created', 'edited', ...versionSteps]),
        person: z.string().nullable(),
        at: z.string(),
        comment: z.string().nullable(),
      }),
    ),
    mayEdit: z.boolean(),
    steps: z.array(
      z.object({
        id: z.enum(versionSteps),
        allowed: z.boolean(),
        why: texts.optional(),
      }),
    ),
  })
  .meta({ id: 'WorkflowVersionDetail' });

/** A step with a version that is not in force. @public */
export const versionStepSchema = z.strictObject({
  hash: z
    .string()
    .max(64)
    .describe('Of the version as it was read, so that nothing else is meant.'),
  comment: plainText(1000).optional(),
});

/** Putting a draft up for review. @public */
export const versionSubmitSchema = versionStepSchema.extend({
  ask: userRefSchema
    .optional()
    .describe('Who is told that the version waits to be looked at.'),
});

/** What a setting of a workflow is set to. @public */
export type WorkflowSettingValue = z.infer<typeof settingValueSchema>;

/** Something of a workflow that can be set. @public */
export type WorkflowSetting = z.infer<typeof workflowSettingSchema>;

/** The settings of a version of a workflow. @public */
export type WorkflowSettings = z.infer<typeof workflowSettingsSchema>;

/** One difference between two versions, in words. @public */
export type WorkflowDifference = z.infer<typeof workflowDifferenceSchema>;

/** What a version would be. @public */
export type WorkflowEdit = z.infer<typeof workflowEditSchema>;

/** What an edit would change. @public */
export type WorkflowPreview = z.infer<typeof workflowPreviewSchema>;

/** A stored version of a workflow. @public */
export type WorkflowVersion = z.infer<typeof workflowVersionSchema>;

/** A workflow that has never been in force. @public */
export type NewWorkflow = z.infer<typeof newWorkflowSchema>;

/** A version with all that is needed to decide about it. @public */
export type WorkflowVersionDetail = z.infer<typeof workflowVersionDetailSchema>;

/** A step with a version that is not in force. @public */
export type VersionStep = (typeof versionSteps)[number];

/** What goes with a step. @public */
export type VersionStepInput = z.infer<typeof versionSubmitSchema>;
