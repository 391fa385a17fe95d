import { Entity } from '@backstage/catalog-model';
import {
  CRITICALITIES,
  LIFECYCLES,
  systemNameSchema,
} from '@techbridge/plugin-bridge-common';
import { z } from 'zod';
import { storedRef, titleOf } from './CatalogGateway';
import { SystemFacts } from './rows';

const text = z.string().transform(value => value.slice(0, 120));

// What somebody else wrote: read what can be read, never refuse a system
// because of a detail.
const specSchema = z.object({
  owner: z.string(),
  criticality: z.enum(CRITICALITIES).catch('C'),
  lifecycle: z.enum(LIFECYCLES).catch('steady'),
  aliases: z.array(text).max(100).catch([]),
  modules: z
    .array(
      z.object({
        id: z.string().max(40),
        title: z.object({ en: text, zh: text }),
      }),
    )
    .catch([]),
});

/**
 * The facts of a System entity of the catalog, or a sentence that says why the
 * bridge cannot keep it.
 *
 * @internal
 */
export function factsOfEntity(entity: Entity): SystemFacts | string {
  if ((entity.metadata.namespace ?? 'default') !== 'default') {
    return 'it is not in the namespace default';
  }
  const name = systemNameSchema.safeParse(entity.metadata.name);
  if (!name.success) {
    return 'its name has more than 51 characters';
  }
  const spec = specSchema.safeParse(entity.spec);
  if (!spec.success) {
    return 'it has no spec.owner';
  }
  const { owner, ...facts } = spec.data;
  return {
    ...facts,
    name: name.data,
    title: titleOf(entity),
    it: storedRef(owner, 'group'),
    source: 'catalog',
  };
}
