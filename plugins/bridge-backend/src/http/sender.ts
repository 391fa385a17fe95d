import { Caller } from './defineRoute';
import { userRefOf } from './userRefOf';

/** Who sends a command, and under which key. @internal */
export function sender(input: { caller: Caller; idempotencyKey?: string }) {
  const { caller, idempotencyKey } = input;
  return { person: userRefOf(caller), credentials: caller, idempotencyKey };
}
