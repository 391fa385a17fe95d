import { useRef } from 'react';
import { asBridgeError } from './asBridgeError';

/** The refusals after which nobody knows whether the command was done. */
const UNKNOWN = new Set([
  ...['unavailable', 'outcome-unknown', 'internal', 'command-in-flight'],
]);

/**
 * Sends a command under a key of its own, so that sending it again after a
 * broken connection has no second effect. What was answered, or is changed by
 * its author, is another command and takes another key.
 *
 * @internal
 */
export function useCommand<TInput, TAnswer>(
  send: (
    input: TInput,
    options: { idempotencyKey: string },
  ) => Promise<TAnswer>,
): (input: TInput) => Promise<TAnswer> {
  const open = useRef<{ input: string; idempotencyKey: string }>();
  return async input => {
    const text = JSON.stringify(input);
    if (open.current?.input !== text) {
      open.current = { input: text, idempotencyKey: newKey() };
    }
    const { idempotencyKey } = open.current;
    try {
      const answer = await send(input, { idempotencyKey });
      open.current = undefined;
      return answer;
    } catch (error) {
      if (!UNKNOWN.has(asBridgeError(error).code)) {
        open.current = undefined;
      }
      throw error;
    }
  };
}

/** `randomUUID` exists on https and localhost only; plants also use http. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
