import { useApi } from '@backstage/core-plugin-api';
import type {
  BridgeError,
  WorkflowPreview,
  WorkflowSettingValue,
} from '@techbridge/plugin-bridge-common';
import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';

const PAUSE = 400;

/** What changes mean, as it is found out. @internal */
export interface PreviewState {
  preview?: WorkflowPreview;
  error?: BridgeError;
  /** Whether the changes on the screen are not answered yet. */
  loading: boolean;
}

/** What was changed of which version. @internal */
export interface SettingsEdit {
  basedOn: number;
  changes: { path: string; value: WorkflowSettingValue }[];
}

/**
 * Asks what changes mean, after a pause in typing; an answer that comes too
 * late is dropped.
 *
 * @internal
 */
export function usePreview(id: string, edit: SettingsEdit): PreviewState {
  const api = useApi(bridgeApiRef);
  const wanted = JSON.stringify(edit);
  const [asked, setAsked] = useState<string>();
  const [answer, setAnswer] = useState<
    Omit<PreviewState, 'loading'> & { to?: string }
  >({});
  useDebounce(() => setAsked(wanted), PAUSE, [wanted]);
  useEffect(() => {
    const body: SettingsEdit | undefined = asked && JSON.parse(asked);
    if (!body || body.changes.length === 0) {
      return undefined;
    }
    let current = true;
    api.previewWorkflow(id, body).then(
      preview => current && setAnswer({ to: asked, preview }),
      error => current && setAnswer({ to: asked, error: asBridgeError(error) }),
    );
    return () => {
      current = false;
    };
  }, [api, id, asked]);
  if (edit.changes.length === 0) {
    return { loading: false };
  }
  const { to, ...shown } = answer;
  return { ...shown, loading: to !== wanted };
}
