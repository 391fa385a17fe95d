import { useApi } from '@backstage/core-plugin-api';
import type {
  BridgeError,
  CaseRevision,
  Page,
} from '@techbridge/plugin-bridge-common';
import useAsync from 'react-use/esm/useAsync';
import { asBridgeError } from './asBridgeError';
import { bridgeApiRef } from './bridgeApiRef';

/**
 * The newest revisions of a case.
 *
 * @param revision - the newest one that is known; another one asks again
 * @internal
 */
export function useCaseRevisions(
  id: string,
  revision: number,
): { page?: Page<CaseRevision>; error?: BridgeError } {
  const api = useApi(bridgeApiRef);
  const { value, error } = useAsync(
    () => api.listCaseRevisions(id),
    [api, id, revision],
  );
  return { page: value, error: error && asBridgeError(error) };
}
