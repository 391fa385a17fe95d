import {
  BridgeClient,
  BridgeClientOptions,
} from '@techbridge/plugin-bridge-common';

/**
 * Makes the client. Stands in a module of its own so that the contract's
 * schemas are loaded with the first call, not at the app's start.
 *
 * @internal
 */
export function createBridgeClient(options: BridgeClientOptions): BridgeClient {
  return new BridgeClient(options);
}
