import { z } from 'zod';
import { titleSchema } from './text';

/** Whose absence leaves an item without anybody who could act. @public */
export const vacantRoleSchema = z.object({
  label: titleSchema,
  source: z.enum(['creator', 'group', 'field', 'owner', 'superUser', 'custom']),
  ref: z
    .string()
    .nullable()
    .describe('The group or system that has nobody, where there is one.'),
  vanished: z
    .literal(true)
    .optional()
    .describe('The catalog does not know this group or system any more.'),
});

/** Why an item is stuck. @internal */
export const stuckReasonSchema = z
  .enum(['nobody', 'left'])
  .describe('Nobody has the role, or those who had it have left the company.');

/** That nobody can act on an item, and whose absence it is. @public */
export const itemStuckSchema = z
  .object({
    reason: stuckReasonSchema,
    roles: z
      .array(vacantRoleSchema)
      .describe('The roles that are asked, and those that stand in for them.'),
  })
  .meta({ id: 'ItemStuck' });

/** Whose absence leaves an item stuck. @public */
export type VacantRole = z.infer<typeof vacantRoleSchema>;

/** That nobody can act on an item. @public */
export type ItemStuck = z.infer<typeof itemStuckSchema>;
