import { z } from 'zod';
import {
  ATTACHMENT_TYPES,
  attachmentSchema,
  LARGEST_ATTACHMENT,
} from './attachment';
import { endpoint } from './endpoint';
import { itemKeySchema, itemSchema } from './item';
import { pageOf } from './paging';
import { plainText } from './text';

const itemPath = z.strictObject({ key: itemKeySchema });
const attachmentPath = itemPath.extend({
  id: z.coerce.number().int().min(1).max(2_147_483_647),
});

const isFile = (value: unknown) =>
  value instanceof Uint8Array && value.length > 0;

/** The endpoints of files on work items. @internal */
export const attachmentEndpoints = {
  listAttachments: endpoint({
    method: 'get',
    path: '/items/:key/attachments',
    summary: 'The files on an item, oldest first',
    params: itemPath,
    answer: pageOf(attachmentSchema),
    problems: [404],
  }),
  attachToItem: endpoint({
    method: 'post',
    path: '/items/:key/attachments',
    summary:
      'Attach a file, whose bytes are the body: a picture, PDF, Office document, CSV or text; send an Idempotency-Key',
    params: itemPath,
    query: z.strictObject({ name: plainText(200) }),
    body: z.strictObject({
      file: z.custom<Uint8Array>(isFile, { params: { code: 'no-file' } }),
    }),
    takes: LARGEST_ATTACHMENT,
    answer: itemSchema,
    status: 201,
    problems: [404, 409, 422, 429],
  }),
  getAttachment: endpoint({
    method: 'get',
    path: '/items/:key/attachments/:id',
    summary: 'A file as it is kept; pictures also in small',
    params: attachmentPath,
    query: z.strictObject({ size: z.enum(['full', 'small']).default('full') }),
    answer: z.never(),
    files: Object.values(ATTACHMENT_TYPES),
    problems: [404],
  }),
  removeAttachment: endpoint({
    method: 'delete',
    path: '/items/:key/attachments/:id',
    summary: 'Remove a file; the journal keeps that it was there',
    params: attachmentPath,
    answer: itemSchema,
    problems: [404, 409, 422],
  }),
};
