import { useApi } from '@backstage/core-plugin-api';
import type {
  BridgeError,
  MigratedItem,
  MigrationGroup,
  WorkflowMigration,
  WorkflowMigrations,
} from '@techbridge/plugin-bridge-common';
import { useEffect, useMemo } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { asBridgeError } from './asBridgeError';
import { bridgeApiRef } from './bridgeApiRef';
import { useRefresh } from './useRefresh';
import { Rows, RowSource, useRows } from './useRows';

const SOON = 2_000;

/** Where the open items of a workflow stand, as it loads. @internal */
export interface MigrationsState {
  found?: WorkflowMigrations;
  error?: BridgeError;
  reload(): void;
}

/**
 * Where the open items of a workflow stand. While items are being taken along
 * it is asked again every other second.
 *
 * @internal
 */
export function useMigrations(id: string): MigrationsState {
  const api = useApi(bridgeApiRef);
  const { value, error, retry } = useAsyncRetry(
    () => api.getMigrations(id),
    [api, id],
  );
  useRefresh(retry);
  useEffect(() => {
    const isMoving = value?.versions.some(
      ({ migration }) => migration?.status === 'running',
    );
    const timer = isMoving ? window.setTimeout(retry, SOON) : undefined;
    return () => window.clearTimeout(timer);
  }, [value, retry]);
  return { found: value, error: error && asBridgeError(error), reload: retry };
}

/** How the items of a version would fare. @internal */
export function useMigrationPreview(
  workflow: string,
  from: number,
): Rows<{ from: number }, MigrationGroup> {
  const api = useApi(bridgeApiRef);
  const query = useMemo(() => ({ from }), [from]);
  const source = useMemo(
    (): RowSource<{ from: number }, MigrationGroup> => ({
      load: asked => api.previewMigration(workflow, asked),
      keyOf: ({ keys }) => keys.join(),
    }),
    [api, workflow],
  );
  return useRows(query, source);
}

type Outcome = { outcome: MigratedItem['outcome']; limit: number };

/** The items of a migration that fared so. @internal */
export function useMigratedItems(
  { workflow, id }: WorkflowMigration,
  outcome: MigratedItem['outcome'],
): Rows<Outcome, MigratedItem> {
  const api = useApi(bridgeApiRef);
  const query = useMemo(() => ({ outcome, limit: 10 }), [outcome]);
  const source = useMemo(
    (): RowSource<Outcome, MigratedItem> => ({
      load: asked => api.listMigratedItems({ workflow, id }, asked),
      keyOf: ({ key }) => key,
    }),
    [api, workflow, id],
  );
  return useRows(query, source);
}
