import { z } from 'zod';
import { endpoint } from './endpoint';
import { definitionIdSchema } from './item';
import { pageOf, pageQuery } from './paging';
import {
  workflowReportSchema,
  workflowSchema,
  workflowVocabularySchema,
} from './workflow';
import { workflowVersionSchema } from './workflowVersion';

const workflowPath = z.strictObject({ id: definitionIdSchema });

/** The endpoints of workflow definitions. @internal */
export const workflowEndpoints = {
  listWorkflows: endpoint({
    method: 'get',
    path: '/workflows',
    summary: 'The workflows in force',
    query: z.strictObject(pageQuery),
    answer: pageOf(workflowSchema),
  }),
  getWorkflow: endpoint({
    method: 'get',
    path: '/workflows/:id',
    summary: 'The version of a workflow that is in force',
    params: workflowPath,
    query: z.strictObject({
      version: z.coerce.number().int().min(1).max(1_000_000).optional(),
    }),
    answer: workflowSchema,
    problems: [404],
  }),
  listWorkflowVersions: endpoint({
    method: 'get',
    path: '/workflows/:id/versions',
    summary: 'The versions of a workflow, newest first',
    params: workflowPath,
    query: z.strictObject(pageQuery),
    answer: pageOf(workflowVersionSchema),
    problems: [404],
  }),
  getWorkflowVocabulary: endpoint({
    method: 'get',
    path: '/workflow-vocabulary',
    summary: 'The effects, and the sources of roles, that workflows may use',
    answer: workflowVocabularySchema,
  }),
  validateWorkflow: endpoint({
    method: 'post',
    path: '/workflows/validate',
    summary: 'Compile a definition, look for mistakes, run its scenarios',
    body: z.strictObject({ yaml: z.string().max(300_000) }),
    answer: workflowReportSchema,
  }),
  reloadWorkflows: endpoint({
    method: 'post',
    path: '/workflows/reload',
    summary:
      'Read the folders of definitions again; a changed file becomes a draft, or the next version where files decide',
    body: z.strictObject({}),
    answer: z.object({
      changed: z.array(z.object({ id: z.string(), version: z.number() })),
      drafts: z.array(z.object({ id: z.string(), version: z.number() })),
      refused: z.array(
        z.object({ file: z.string(), report: workflowReportSchema }),
      ),
    }),
  }),
};
