import type { BridgeError } from '@techbridge/plugin-bridge-common';
import { useCallback, useRef, useState } from 'react';

/** A command on its way. @internal */
export interface Submission {
  busy: boolean;
  error?: BridgeError;
  submit(): void;
}

/**
 * Runs a command once at a time and keeps its refusal. A button that starts it
 * and stays is `aria-disabled` meanwhile: one that is disabled loses the focus.
 *
 * @internal
 */
export function useSubmit(
  command: () => Promise<void>,
  refusalOf: (error: unknown) => BridgeError,
): Submission {
  const [state, setState] = useState<Pick<Submission, 'busy' | 'error'>>({
    busy: false,
  });
  const latest = useRef({ command, refusalOf });
  latest.current = { command, refusalOf };
  const running = useRef(false);

  const submit = useCallback(() => {
    if (running.current) {
      return;
    }
    running.current = true;
    setState(({ error }) => ({ busy: true, error }));
    latest.current
      .command()
      .then(
        () => setState({ busy: false }),
        error =>
          setState({ busy: false, error: latest.current.refusalOf(error) }),
      )
      .finally(() => {
        running.current = false;
      });
  }, []);

  return { ...state, submit };
}
