import type {
  BridgeError,
  WorkflowEdit,
  WorkflowPreview,
} from '@techbridge/plugin-bridge-common';
import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { asBridgeError } from '../../api/asBridgeError';

const PAUSE = 400;

/** What changes mean, as it is found out. @internal */
export interface PreviewState {
  preview?: WorkflowPreview;
  error?: BridgeError;
  /** Whether the changes on the screen are not answered yet. */
  loading: boolean;
}

/**
 * Asks what an edit means, after a pause in typing; an answer that comes too
 * late is dropped.
 *
 * @param edit - nothing where there is nothing to ask
 * @param ask - must not change from one drawing to the next
 * @internal
 */
export function usePreview<TEdit extends WorkflowEdit>(
  edit: TEdit | undefined,
  ask: (edit: TEdit) => Promise<WorkflowPreview>,
): PreviewState {
  const wanted = edit && JSON.stringify(edit);
  const [asked, setAsked] = useState<string>();
  const [answer, setAnswer] = useState<
    Omit<PreviewState, 'loading'> & { to?: string }
  >({});
  useDebounce(() => setAsked(wanted), PAUSE, [wanted]);
  useEffect(() => {
    if (!asked) {
      return undefined;
    }
    let current = true;
    ask(JSON.parse(asked)).then(
      preview => current && setAnswer({ to: asked, preview }),
      error => current && setAnswer({ to: asked, error: asBridgeError(error) }),
    );
    return () => {
      current = false;
    };
  }, [ask, asked]);
  if (!wanted) {
    return { loading: false };
  }
  const { to, ...shown } = answer;
  return { ...shown, loading: to !== wanted };
}
