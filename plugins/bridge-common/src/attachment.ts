import { z } from 'zod';

/** The largest file that can be attached, in bytes. @public */
export const LARGEST_ATTACHMENT = 10 * 2 ** 20;

/** More files than this are not kept on one item. @public */
export const MOST_ATTACHMENTS = 20;

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** The media types of the files that can be attached. @public */
export const ATTACHMENT_TYPES = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  docx: `${OFFICE}.wordprocessingml.document`,
  pptx: `${OFFICE}.presentationml.presentation`,
  csv: 'text/csv',
  txt: 'text/plain',
} as const;

/** A kind of file that can be attached. @public */
export type AttachmentKind = keyof typeof ATTACHMENT_TYPES;

/** A file on a work item; its bytes are asked for by its `id`. @public */
export const attachmentSchema = z
  .object({
    id: z.number().int().describe('The line of the journal that tells of it.'),
    name: z.string(),
    type: z.string().describe('As its bytes say, whatever it was called.'),
    size: z.number().int().describe('In bytes.'),
    sha256: z.string(),
    by: z.object({ ref: z.string(), name: z.string() }),
    at: z.string(),
    mayRemove: z.boolean(),
  })
  .meta({ id: 'Attachment' });

/** A file on a work item. @public */
export type Attachment = z.infer<typeof attachmentSchema>;
