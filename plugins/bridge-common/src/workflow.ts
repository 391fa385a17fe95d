import { z } from 'zod';
import { itemFormSchema, itemStateSchema } from './item';
import { titleSchema } from './text';

const fieldSchema = z.object({
  label: titleSchema,
  /** As in JSON Schema. */
  type: z.string(),
  /** Such as `user-ref`, `item-key`, `date`, `attachment`. */
  format: z.string().nullable(),
  options: z.record(z.string(), titleSchema),
});

/** A field of a workflow's items, as pages show it. @public */
export const workflowFieldSchema = fieldSchema.extend({
  parts: z
    .record(z.string(), fieldSchema)
    .optional()
    .describe('The columns, where it is a list of rows.'),
});

/** A workflow as pages need it. @public */
export const workflowSchema = z
  .object({
    id: z.string(),
    version: z.number().int(),
    hash: z.string(),
    title: titleSchema,
    kind: z.string(),
    keyPrefix: z.string(),
    phases: z.array(z.object({ id: z.string(), label: titleSchema })),
    states: z.array(itemStateSchema),
    fields: z.record(z.string(), workflowFieldSchema),
    /** What is asked when an item is made. */
    start: z.object({ form: itemFormSchema.optional() }),
    visibility: z
      .enum(['everyone', 'reporterChooses', 'roles'])
      .describe(
        'Who sees its items: everybody, those whom the reporter chooses, or those who play a part.',
      ),
    actions: z.record(z.string(), titleSchema),
  })
  .meta({ id: 'Workflow' });

/** What the compiler says of a file. @public */
export const workflowReportSchema = z
  .object({
    ok: z.boolean(),
    id: z.string().optional(),
    hash: z.string().optional(),
    problems: z.array(
      z.object({
        severity: z.enum(['error', 'warning']),
        rule: z.string(),
        path: z.string(),
        line: z.number().int(),
        message: titleTexts(),
        remedy: titleTexts(),
      }),
    ),
    scenarios: z.array(
      z.object({
        name: z.string(),
        ok: z.boolean(),
        trace: z.array(z.string()),
        message: titleTexts().optional(),
      }),
    ),
  })
  .meta({ id: 'WorkflowReport' });

const parameters = z
  .record(z.string(), z.unknown())
  .describe('The JSON Schema (draft-07) of `with`.');

/** An effect that workflows may use. @public */
export const workflowEffectSchema = z
  .object({
    use: z.string(),
    title: titleSchema,
    schema: parameters,
    answers: z
      .boolean()
      .describe('Whether it answers with something that `saveTo` keeps.'),
  })
  .meta({ id: 'WorkflowEffect' });

/** A source of roles that a module of the backend has added. @public */
export const roleSourceSchema = z
  .object({ source: z.string(), title: titleSchema, schema: parameters })
  .meta({ id: 'RoleSource' });

/** Words that workflows may use besides those of the language. @public */
export const workflowVocabularySchema = z
  .object({
    effects: z.array(workflowEffectSchema),
    roleSources: z.array(roleSourceSchema),
  })
  .meta({ id: 'WorkflowVocabulary' });

/** Words that workflows may use besides those of the language. @public */
export type WorkflowVocabulary = z.infer<typeof workflowVocabularySchema>;

function titleTexts() {
  return z.object({ en: z.string(), zh: z.string() });
}

/** A workflow as pages need it. @public */
export type Workflow = z.infer<typeof workflowSchema>;

/** A field of a workflow's items. @public */
export type WorkflowField = z.infer<typeof workflowFieldSchema>;

/** What the compiler says of a file. @public */
export type WorkflowReport = z.infer<typeof workflowReportSchema>;
