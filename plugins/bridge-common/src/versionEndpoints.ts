import { z } from 'zod';
import { endpoint } from './endpoint';
import { definitionIdSchema } from './item';
import { pageOf, pageQuery } from './paging';
import { playInputSchema, workflowPlaySchema } from './workflowPlay';
import {
  newWorkflowSchema,
  versionStepSchema,
  versionSubmitSchema,
  workflowEditSchema,
  workflowPreviewSchema,
  workflowSettingsSchema,
  workflowVersionDetailSchema,
} from './workflowVersion';

const number = z.coerce.number().int().min(1).max(1_000_000);
const workflowPath = z.strictObject({ id: definitionIdSchema });
const versionPath = z.strictObject({
  id: definitionIdSchema,
  version: number,
});

const step = <B extends typeof versionStepSchema>(
  name: string,
  summary: string,
  body: B,
) =>
  endpoint({
    method: 'post',
    path: `/workflows/:id/versions/:version/${name}`,
    summary,
    params: versionPath,
    body,
    answer: workflowVersionDetailSchema,
    problems: [404, 409],
  });

/** The endpoints of versions of workflows that are not in force yet. @internal */
export const versionEndpoints = {
  listNewWorkflows: endpoint({
    method: 'get',
    path: '/new-workflows',
    summary: 'Workflows that are being worked on and have never been in force',
    query: z.strictObject(pageQuery),
    answer: pageOf(newWorkflowSchema),
  }),
  getWorkflowSettings: endpoint({
    method: 'get',
    path: '/workflows/:id/settings',
    summary: 'What can be set of a workflow without knowing its language',
    params: workflowPath,
    query: z.strictObject({ version: number.optional() }),
    answer: workflowSettingsSchema,
    problems: [404],
  }),
  previewWorkflow: endpoint({
    method: 'post',
    path: '/workflows/:id/diff',
    summary:
      'What an edit would change, in words; compiled and tried, not kept',
    params: workflowPath,
    body: workflowEditSchema,
    answer: workflowPreviewSchema,
    problems: [404],
  }),
  playWorkflow: endpoint({
    method: 'post',
    path: '/workflows/:id/simulate',
    summary:
      'Play a version through with invented people and time; nothing is kept',
    params: workflowPath,
    body: playInputSchema,
    answer: workflowPlaySchema,
    problems: [404],
  }),
  createWorkflowVersion: endpoint({
    method: 'post',
    path: '/workflows/:id/versions',
    summary:
      'Draft the next version of a workflow, or the first one of a new one',
    params: workflowPath,
    body: workflowEditSchema,
    answer: workflowVersionDetailSchema,
    status: 201,
    problems: [404, 409],
  }),
  getWorkflowVersion: endpoint({
    method: 'get',
    path: '/workflows/:id/versions/:version',
    summary: 'A version: its file, what it changes, who did what with it',
    params: versionPath,
    answer: workflowVersionDetailSchema,
    problems: [404],
  }),
  editWorkflowVersion: endpoint({
    method: 'put',
    path: '/workflows/:id/versions/:version',
    summary: 'Edit a draft',
    params: versionPath,
    body: z.strictObject({
      hash: versionStepSchema.shape.hash,
      edit: workflowEditSchema,
    }),
    answer: workflowVersionDetailSchema,
    problems: [404, 409],
  }),
  submitWorkflowVersion: step(
    'submit',
    'Put a draft up for review',
    versionSubmitSchema,
  ),
  returnWorkflowVersion: step(
    'return',
    'Give it back to be edited',
    versionStepSchema,
  ),
  discardWorkflowVersion: step(
    'discard',
    'Give it up; it stays readable',
    versionStepSchema,
  ),
  publishWorkflow: endpoint({
    method: 'post',
    path: '/workflows/:id/publish',
    summary:
      'Put a version into force; by somebody who has not edited it. New items get it; others keep theirs, and follow where only wording differs',
    params: workflowPath,
    body: versionStepSchema.extend({ version: z.int().min(1).max(1_000_000) }),
    answer: workflowVersionDetailSchema,
    problems: [404, 409],
  }),
};
