import { z } from 'zod';

const texts = z.object({ en: z.string(), zh: z.string() });
const version = z.int().min(1).max(1_000_000);

/** How open items of an older version are being taken along. @public */
export const workflowMigrationSchema = z
  .object({
    id: z.number().int(),
    workflow: z.string(),
    from: z.number().int(),
    to: z.number().int(),
    status: z
      .enum(['running', 'waiting', 'done', 'cancelled'])
      .describe('waiting: for votes to close, so that their items can follow.'),
    startedBy: z
      .string()
      .describe('system: begun by itself, because only words differ.'),
    startedAt: z.string(),
    endedAt: z.string().nullable(),
    moved: z.number().int().describe('Items that run on the other version.'),
    waits: z.number().int().describe('Items that follow later.'),
    left: z.number().int().describe('Items that keep their version, and why.'),
  })
  .meta({ id: 'WorkflowMigration' });

/** Where open items of a workflow stand, version by version. @public */
export const workflowMigrationsSchema = z
  .object({
    id: z.string(),
    to: z.number().int().describe('The version in force.'),
    hash: z.string().describe('Of the version in force.'),
    mayMigrate: z.boolean(),
    versions: z
      .array(
        z.object({
          version: z.number().int(),
          items: z.number().int().describe('Open ones.'),
          migration: workflowMigrationSchema
            .nullable()
            .describe('The latest one of the items of this version.'),
        }),
      )
      .describe('The older ones that have open items or had a migration.'),
  })
  .meta({ id: 'WorkflowMigrations' });

const state = z.object({ id: z.string(), label: texts });

/** Items that would fare alike. @public */
export const migrationGroupSchema = z
  .object({
    state,
    to: state.nullable().describe('Where they would stand.'),
    outcome: z
      .enum(['moves', 'waits', 'stays'])
      .describe('waits: follows when its vote has closed.'),
    why: texts.nullable(),
    count: z.number().int(),
    keys: z.array(z.string()).describe('Some of them.'),
  })
  .meta({ id: 'MigrationGroup' });

/** What became of an item. @public */
export const migratedItemSchema = z
  .object({
    key: z.string(),
    outcome: z.enum(['moved', 'waits', 'left']),
    why: texts.nullable(),
    at: z.string(),
  })
  .meta({ id: 'MigratedItem' });

/** Which items are taken along, and to what, as it was looked at. @public */
export const migrationInputSchema = z.strictObject({
  from: version,
  to: version.describe('The version in force.'),
  hash: z
    .string()
    .max(64)
    .describe('Of the version in force, so that nothing else is meant.'),
});

/** How open items of an older version are being taken along. @public */
export type WorkflowMigration = z.infer<typeof workflowMigrationSchema>;

/** Where open items of a workflow stand. @public */
export type WorkflowMigrations = z.infer<typeof workflowMigrationsSchema>;

/** Items that would fare alike. @public */
export type MigrationGroup = z.infer<typeof migrationGroupSchema>;

/** What became of an item. @public */
export type MigratedItem = z.infer<typeof migratedItemSchema>;

/** Which items are taken along, and to what. @public */
export type MigrationInput = z.infer<typeof migrationInputSchema>;
