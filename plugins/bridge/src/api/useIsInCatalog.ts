import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';
import { entitiesByRef } from './entityByRef';

const AGAIN_MS = 2_000;

/**
 * Whether the catalog shows an entity, asked anew until it does: what is made
 * here is there only seconds later.
 *
 * @internal
 */
export function useIsInCatalog(entityRef: string | null | undefined): boolean {
  const catalogApi = useApi(catalogApiRef);
  const [known, setKnown] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!entityRef || known === entityRef) {
      return undefined;
    }
    let timer: number | undefined;
    let current = true;
    const lookAgain = () => {
      timer = window.setTimeout(() => setAttempt(count => count + 1), AGAIN_MS);
    };
    entitiesByRef(catalogApi, [entityRef]).then(
      found =>
        current && (found.has(entityRef) ? setKnown(entityRef) : lookAgain()),
      () => current && lookAgain(),
    );
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [catalogApi, entityRef, known, attempt]);
  return Boolean(entityRef) && known === entityRef;
}
