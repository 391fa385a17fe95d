import { z } from 'zod';
import { moduleIdSchema, superUserSchema } from './appointment';
import { groupRefSchema, systemNameSchema, userRefSchema } from './entityRefs';
import { plainText, titleSchema } from './text';

/** How much depends on a system; A is the most. @public */
export const CRITICALITIES = ['A', 'B', 'C'] as const;

/** The stages in the life of an enterprise system. @public */
export const LIFECYCLES = [
  'selection',
  'implementation',
  'hypercare',
  'steady',
  'retiring',
] as const;

const moduleSchema = z.strictObject({ id: moduleIdSchema, title: titleSchema });

const facts = {
  title: titleSchema,
  aliases: z.array(plainText(60)).max(30),
  criticality: z.enum(CRITICALITIES),
  lifecycle: z.enum(LIFECYCLES),
  modules: z.array(moduleSchema).max(100),
};

const inputFacts = {
  ...facts,
  aliases: facts.aliases.default([]),
  lifecycle: facts.lifecycle.default('steady'),
  modules: facts.modules.default([]),
  it: groupRefSchema,
};

const hasDistinctModules = (input: { modules: { id: string }[] }) =>
  new Set(input.modules.map(module => module.id)).size === input.modules.length;

const repeatedModules = {
  path: ['modules'],
  params: { code: 'repeated' },
};

/** What a person registers of a system. @public */
export const createSystemSchema = z
  .strictObject({ name: systemNameSchema, ...inputFacts })
  .refine(hasDistinctModules, repeatedModules)
  .meta({ id: 'CreateSystem' });

/** What a person may change of a registered system. @public */
export const updateSystemSchema = z
  .strictObject(inputFacts)
  .refine(hasDistinctModules, repeatedModules)
  .meta({ id: 'UpdateSystem' });

/**
 * An enterprise system with both its owners: the super users who answer for it
 * (lead first) and the IT group. `askNow` lists whom to ask at this moment,
 * first choice first.
 *
 * @public
 */
export const systemSchema = z
  .object({
    name: systemNameSchema,
    entityRef: z.string(),
    ...facts,
    owners: z.object({
      business: z.array(superUserSchema),
      it: z.object({ ref: groupRefSchema, title: titleSchema }),
    }),
    askNow: z.array(userRefSchema),
    source: z.enum(['bridge', 'catalog']),
  })
  .meta({ id: 'System' });

/** An enterprise system with both its owners. @public */
export type System = z.infer<typeof systemSchema>;

/** What a person registers of a system, checked. @public */
export type CreateSystem = z.infer<typeof createSystemSchema>;

/** What a person changes of a registered system, checked. @public */
export type UpdateSystem = z.infer<typeof updateSystemSchema>;

/** How much depends on a system. @public */
export type Criticality = (typeof CRITICALITIES)[number];

/** A stage in the life of a system. @public */
export type Lifecycle = (typeof LIFECYCLES)[number];
