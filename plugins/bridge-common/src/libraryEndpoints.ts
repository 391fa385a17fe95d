import { z } from 'zod';
import { endpoint } from './endpoint';
import { systemFilterSchema } from './item';
import {
  caseDocumentsSchema,
  caseIdSchema,
  caseRevisionSchema,
  caseRowSchema,
  caseSchema,
  createCaseSchema,
  updateCaseSchema,
} from './library';
import { pageOf, pageQuery } from './paging';
import { plainText } from './text';

const casePath = z.strictObject({ id: caseIdSchema });

/** The endpoints of the case library. @internal */
export const libraryEndpoints = {
  listCases: endpoint({
    method: 'get',
    path: '/cases',
    summary: 'Find cases',
    query: z.strictObject({
      ...pageQuery,
      q: plainText(200).optional(),
      system: systemFilterSchema.optional(),
      published: z
        .enum(['true', 'false'])
        .optional()
        .describe('Only published cases, or only those that are not.'),
      order: z
        .enum(['-updatedAt', '-publishedAt', 'key'])
        .default('-updatedAt'),
    }),
    answer: pageOf(caseRowSchema),
  }),
  createCase: endpoint({
    method: 'post',
    path: '/cases',
    summary: 'Begin a case; send an Idempotency-Key',
    body: createCaseSchema,
    answer: caseSchema,
    status: 201,
    problems: [409, 422],
  }),
  getCase: endpoint({
    method: 'get',
    path: '/cases/:id',
    summary: 'One case with its text',
    params: casePath,
    answer: caseSchema,
    problems: [404],
  }),
  updateCase: endpoint({
    method: 'put',
    path: '/cases/:id',
    summary: 'Write the next revision of a case',
    params: casePath,
    body: updateCaseSchema,
    answer: caseSchema,
    problems: [404, 409],
  }),
  listCaseRevisions: endpoint({
    method: 'get',
    path: '/cases/:id/revisions',
    summary: 'The revisions of a case, newest first',
    params: casePath,
    query: z.strictObject(pageQuery),
    answer: pageOf(caseRevisionSchema),
    problems: [404],
  }),
  getCaseDocuments: endpoint({
    method: 'get',
    path: '/cases/:id/documents',
    summary:
      'The published text of a case for TechDocs (service principals only)',
    params: casePath,
    answer: caseDocumentsSchema,
    problems: [404],
  }),
};
