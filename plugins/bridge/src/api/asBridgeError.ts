import { BridgeError, isBridgeError } from '@techbridge/plugin-bridge-common';

/**
 * Whatever was thrown, as a refusal that can be shown: a request that never
 * arrived counts as `unavailable`.
 *
 * @internal
 */
export function asBridgeError(error: unknown): BridgeError {
  if (isBridgeError(error)) {
    return error;
  }
  return new BridgeError(
    error instanceof TypeError ? 'unavailable' : 'internal',
  );
}
