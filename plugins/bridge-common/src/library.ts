import { z } from 'zod';
import { itemStateSchema } from './item';
import { userRefSchema } from './entityRefs';
import { plainText } from './text';

/** The longest Markdown text of a case. @public */
export const MAXIMUM_CASE_TEXT = 200_000;

/** The id of a case: the key of its item in lower case, such as `kc-014`. @public */
export const caseIdSchema = z
  .string()
  .max(40)
  .regex(/^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)+$/, { message: 'kc-014' })
  .toLowerCase();

const caseText = z
  .string()
  .max(MAXIMUM_CASE_TEXT)
  .refine(
    // eslint-disable-next-line no-control-regex
    text => !/\p{Surrogate}/u.test(text) && !/[\u0000-\u0008]/.test(text),
    { params: { code: 'not-plain-text' } },
  );

const caseFields = {
  title: plainText(120),
  systems: z.array(z.string().max(140)).max(20),
  language: z.enum(['zh', 'en']),
};

/** A case in a list. @public */
export const caseRowSchema = z
  .object({
    id: z.string(),
    key: z.string(),
    ...caseFields,
    /** The first words of the text. */
    summary: z.string(),
    state: itemStateSchema,
    author: userRefSchema,
    updatedAt: z.string(),
    publishedAt: z.string().nullable(),
    /** The entity of the catalog, once it is published. */
    entityRef: z.string().nullable(),
  })
  .meta({ id: 'CaseRow' });

/** A case with its text. @public */
export const caseSchema = caseRowSchema
  .extend({
    body: z.string(),
    revision: z.number().int(),
    publishedRevision: z.number().int().nullable(),
    /** Whether the caller may change the text now. */
    mayEdit: z.boolean(),
  })
  .meta({ id: 'Case' });

/** What a person writes of a case; `revision` is the one that was seen. @public */
export const updateCaseSchema = z
  .strictObject({
    ...caseFields,
    body: caseText,
    revision: z.number().int().min(0),
  })
  .meta({ id: 'UpdateCase' });

/** What a person sends to begin a case. @public */
export const createCaseSchema = z
  .strictObject({
    ...caseFields,
    body: caseText.default(''),
    language: caseFields.language.default('zh'),
  })
  .meta({ id: 'CreateCase' });

/** One state of a case's text. @public */
export const caseRevisionSchema = z
  .object({
    revision: z.number().int(),
    title: z.string(),
    author: userRefSchema,
    at: z.string(),
    published: z.boolean(),
  })
  .meta({ id: 'CaseRevision' });

/** The files that TechDocs builds a case from. @public */
export const caseDocumentsSchema = z
  .object({
    etag: z.string(),
    files: z.array(
      z.object({
        path: z.string(),
        text: z.string().optional(),
        base64: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'CaseDocuments' });

/** A case in a list. @public */
export type CaseRow = z.infer<typeof caseRowSchema>;

/** A case with its text. @public */
export type Case = z.infer<typeof caseSchema>;

/** What a person writes of a case, checked. @public */
export type UpdateCase = z.infer<typeof updateCaseSchema>;

/** What a person sends to begin a case, checked. @public */
export type CreateCase = z.infer<typeof createCaseSchema>;

/** One state of a case's text. @public */
export type CaseRevision = z.infer<typeof caseRevisionSchema>;

/** The files that TechDocs builds a case from. @public */
export type CaseDocuments = z.infer<typeof caseDocumentsSchema>;
