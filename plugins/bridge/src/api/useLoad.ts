import type { BridgeError } from '@techbridge/plugin-bridge-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { asBridgeError } from './asBridgeError';

/** What is being loaded, has been, or could not be. @internal */
export interface Load<TValue> {
  value?: TValue;
  error?: BridgeError;
  retry(): void;
}

/**
 * Loads something anew each time that it is asked for by other means.
 *
 * @param dependencies - what the question depends on
 * @internal
 */
export function useLoad<TValue>(
  load: () => Promise<TValue>,
  dependencies: unknown[],
): Load<TValue> {
  const { value, error, retry } = useAsyncRetry(load, dependencies);
  return { value, error: error && asBridgeError(error), retry };
}
