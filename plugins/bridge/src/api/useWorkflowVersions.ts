import { useApi } from '@backstage/core-plugin-api';
import type {
  BridgeError,
  WorkflowVersion,
  WorkflowVersionDetail,
} from '@techbridge/plugin-bridge-common';
import { useMemo } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { asBridgeError } from './asBridgeError';
import { bridgeApiRef } from './bridgeApiRef';
import { Rows, RowSource, useRows } from './useRows';

/** The versions of a workflow as they grow page by page. @internal */
export type WorkflowVersions = Rows<{ limit: number }, WorkflowVersion>;

const FEW = { limit: 5 };

/** The versions of a workflow, newest first. @internal */
export function useWorkflowVersions(id: string): WorkflowVersions {
  const api = useApi(bridgeApiRef);
  const source = useMemo(
    (): RowSource<{ limit: number }, WorkflowVersion> => ({
      load: query => api.listWorkflowVersions(id, query),
      keyOf: ({ version }) => String(version),
    }),
    [api, id],
  );
  return useRows(FEW, source);
}

/** A version as it loads. @internal */
export interface WorkflowVersionState {
  found?: WorkflowVersionDetail;
  error?: BridgeError;
  reload(): void;
}

/** One version with all that is needed to decide about it. @internal */
export function useWorkflowVersion(
  id: string,
  version: number,
): WorkflowVersionState {
  const api = useApi(bridgeApiRef);
  const { value, error, retry } = useAsyncRetry(
    () => api.getWorkflowVersion(id, version),
    [api, id, version],
  );
  return {
    found: value,
    error: error && asBridgeError(error),
    reload: retry,
  };
}
