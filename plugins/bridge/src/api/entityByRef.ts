import type { Entity } from '@backstage/catalog-model';
import type { CatalogApi } from '@backstage/plugin-catalog-react';

interface Memory {
  known: Map<string, Entity>;
  wanted: Set<string>;
  asking?: Promise<void>;
}

const MOST_REFS = 100;

const memories = new WeakMap<CatalogApi, Memory>();

/**
 * Entities of the catalog by their reference. All parts of a page that ask at
 * the same time share one request, and what is known is not asked for again.
 *
 * @internal
 */
export async function entitiesByRef(
  catalogApi: CatalogApi,
  refs: readonly string[],
): Promise<ReadonlyMap<string, Entity>> {
  const memory = memoryOf(catalogApi);
  const missing = refs.filter(ref => !memory.known.has(ref));
  if (missing.length > 0) {
    missing.forEach(ref => memory.wanted.add(ref));
    memory.asking ??= ask(catalogApi, memory);
    await memory.asking;
  }
  return memory.known;
}

function memoryOf(catalogApi: CatalogApi): Memory {
  const memory = memories.get(catalogApi) ?? {
    known: new Map(),
    wanted: new Set(),
  };
  memories.set(catalogApi, memory);
  return memory;
}

async function ask(catalogApi: CatalogApi, memory: Memory): Promise<void> {
  await new Promise(resolve => {
    window.setTimeout(resolve);
  });
  const refs = [...memory.wanted];
  memory.wanted.clear();
  memory.asking = undefined;
  for (let start = 0; start < refs.length; start += MOST_REFS) {
    const entityRefs = refs.slice(start, start + MOST_REFS);
    const { items } = await catalogApi.getEntitiesByRefs({
      entityRefs,
      fields: ['kind', 'metadata'],
    });
    entityRefs.forEach((ref, index) => {
      const entity = items[index];
      if (entity) {
        memory.known.set(ref, entity);
      }
    });
  }
}
