import { BridgeError } from '@techbridge/plugin-bridge-common';
import { Caller } from './defineRoute';

/**
 * The person who calls.
 *
 * @throws BridgeError `not-allowed` when it is another plugin
 * @internal
 */
export function userRefOf({ principal }: Caller): string {
  if (principal.type !== 'user') {
    throw new BridgeError('not-allowed');
  }
  return principal.userEntityRef;
}
