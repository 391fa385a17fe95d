import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { docsRouteRef } from '../routes';

/**
 * Where TechDocs shows the documents of an entity; undefined without an entity
 * or without TechDocs.
 *
 * @internal
 */
export function useDocsPath(
  entityRef: string | null | undefined,
): string | undefined {
  const pathOf = useRouteRef(docsRouteRef);
  if (!entityRef || !pathOf) {
    return undefined;
  }
  const { namespace, kind, name } = parseEntityRef(entityRef);
  return pathOf({ namespace, kind, name });
}
