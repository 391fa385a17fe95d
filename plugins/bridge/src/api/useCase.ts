import { useApi } from '@backstage/core-plugin-api';
import type { BridgeError, Case } from '@techbridge/plugin-bridge-common';
import { useCallback, useEffect, useState } from 'react';
import { asBridgeError } from './asBridgeError';
import { bridgeApiRef } from './bridgeApiRef';
import { useCall } from './useCall';
import { useRefresh } from './useRefresh';

/** A case as it loads. @internal */
export interface CaseState {
  found?: Case;
  error?: BridgeError;
  reload(): void;
}

/**
 * One case with its text, kept fresh: when its item is changed, when the window
 * is looked at again, and every 30 seconds. A failed refresh keeps what is on
 * the screen.
 *
 * @internal
 */
export function useCase(id: string): CaseState {
  const api = useApi(bridgeApiRef);
  const [state, setState] = useState<
    Pick<CaseState, 'found' | 'error'> & { id?: string }
  >({});
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current = true;
    api.getCase(id).then(
      found => current && setState({ id, found }),
      error =>
        current &&
        setState(previous =>
          previous.id === id && previous.found
            ? previous
            : { id, error: asBridgeError(error) },
        ),
    );
    return () => {
      current = false;
    };
  }, [api, id, attempt]);

  const reload = useCallback(() => setAttempt(count => count + 1), []);
  useRefresh(reload);
  useCall(`bridge:item:${id.toLocaleUpperCase('en-US')}`, reload);
  const { id: shown, ...answer } = state;
  return shown === id ? { ...answer, reload } : { reload };
}
