import { useApi } from '@backstage/core-plugin-api';
import { BridgeError, System } from '@techbridge/plugin-bridge-common';
import { useCallback, useEffect, useState } from 'react';
import { asBridgeError } from './asBridgeError';
import { bridgeApiRef } from './bridgeApiRef';
import { useRefresh } from './useRefresh';

/** A system as it loads, and as changes replace it. @internal */
export interface SystemState {
  system?: System;
  error?: BridgeError;
  /** Puts the state that a change answered. */
  replace(system: System): void;
  reload(): void;
}

/**
 * One system, kept fresh. A failed refresh keeps what is on the screen.
 *
 * @internal
 */
export function useSystem(name: string): SystemState {
  const api = useApi(bridgeApiRef);
  const [state, setState] = useState<Pick<SystemState, 'system' | 'error'>>({});
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current = true;
    api.getSystem(name).then(
      system => current && setState({ system }),
      error =>
        current &&
        setState(({ system }) =>
          system?.name === name ? { system } : { error: asBridgeError(error) },
        ),
    );
    return () => {
      current = false;
    };
  }, [api, name, attempt]);

  const reload = useCallback(() => setAttempt(count => count + 1), []);
  const replace = useCallback((system: System) => setState({ system }), []);
  useRefresh(reload);
  return { ...state, replace, reload };
}
