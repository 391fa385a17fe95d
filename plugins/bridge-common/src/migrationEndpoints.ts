import { z } from 'zod';
import { endpoint } from './endpoint';
import { definitionIdSchema } from './item';
import { pageOf, pageQuery } from './paging';
import {
  migratedItemSchema,
  migrationGroupSchema,
  migrationInputSchema,
  workflowMigrationSchema,
  workflowMigrationsSchema,
} from './workflowMigration';

const workflowPath = z.strictObject({ id: definitionIdSchema });
const migrationPath = z.strictObject({
  id: definitionIdSchema,
  migration: z.coerce.number().int().min(1).max(2_147_483_647),
});

/** The endpoints about items of older versions. @internal */
export const migrationEndpoints = {
  getMigrations: endpoint({
    method: 'get',
    path: '/workflows/:id/migrations',
    summary:
      'How many open items run on older versions, and what became of them',
    params: workflowPath,
    answer: workflowMigrationsSchema,
    problems: [404],
  }),
  previewMigration: endpoint({
    method: 'get',
    path: '/workflows/:id/migrate',
    summary:
      'What taking the open items of a version along would do; a page looks at up to a thousand items',
    params: workflowPath,
    query: z.strictObject({
      from: z.coerce.number().int().min(1).max(1_000_000),
      cursor: pageQuery.cursor,
    }),
    answer: pageOf(migrationGroupSchema),
    problems: [404, 409],
  }),
  startMigration: endpoint({
    method: 'post',
    path: '/workflows/:id/migrate',
    summary:
      'Take the open items of a version along to the one in force, as its file says',
    params: workflowPath,
    body: migrationInputSchema,
    answer: workflowMigrationSchema,
    status: 201,
    problems: [404, 409],
  }),
  getMigration: endpoint({
    method: 'get',
    path: '/workflows/:id/migrations/:migration',
    summary: 'How far a migration has come',
    params: migrationPath,
    answer: workflowMigrationSchema,
    problems: [404],
  }),
  listMigratedItems: endpoint({
    method: 'get',
    path: '/workflows/:id/migrations/:migration/items',
    summary: 'What became of the items of a migration',
    params: migrationPath,
    query: z.strictObject({
      ...pageQuery,
      outcome: migratedItemSchema.shape.outcome.default('left'),
    }),
    answer: pageOf(migratedItemSchema),
    problems: [404],
  }),
  cancelMigration: endpoint({
    method: 'post',
    path: '/workflows/:id/migrations/:migration/cancel',
    summary: 'Stop a migration; what has been taken along stays so',
    params: migrationPath,
    body: z.strictObject({}),
    answer: workflowMigrationSchema,
    problems: [404, 409],
  }),
};
