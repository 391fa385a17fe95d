import { useApi } from '@backstage/core-plugin-api';
import type { BridgeError, Meeting } from '@techbridge/plugin-bridge-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asBridgeError } from './asBridgeError';
import { bridgeApiRef } from './bridgeApiRef';
import { useCall } from './useCall';
import { useRefresh } from './useRefresh';

/** A meeting as it loads, and as commands replace it. @internal */
export interface MeetingLoad {
  value?: Meeting;
  error?: BridgeError;
  /** Puts the state that a command answered. */
  replace(meeting: Meeting): void;
  retry(): void;
}

/**
 * One meeting, kept fresh: when a signal calls, when the window is looked at
 * again, and every 30 seconds. A failed refresh keeps what is on the screen,
 * and an answer to an older question never covers a newer one.
 *
 * @internal
 */
export function useMeeting(id: number): MeetingLoad {
  const api = useApi(bridgeApiRef);
  const [state, setState] = useState<Pick<MeetingLoad, 'value' | 'error'>>({});
  const [attempt, setAttempt] = useState(0);
  const asked = useRef(0);
  const shown = useRef(0);

  const show = useCallback((question: number, value: Meeting) => {
    if (question >= shown.current) {
      shown.current = question;
      setState({ value });
    }
  }, []);
  useEffect(() => {
    const question = ++asked.current;
    api.getMeeting(id).then(
      value => show(question, value),
      error =>
        setState(({ value }) =>
          value?.id === id ? { value } : { error: asBridgeError(error) },
        ),
    );
  }, [api, id, attempt, show]);

  const retry = useCallback(() => setAttempt(count => count + 1), []);
  const replace = useCallback(
    (value: Meeting) => show(++asked.current, value),
    [show],
  );
  useRefresh(retry);
  useCall(`bridge:meeting:${id}`, retry);
  const { value, error } = state;
  return { value: value?.id === id ? value : undefined, error, replace, retry };
}
