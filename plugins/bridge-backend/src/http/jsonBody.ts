import { BridgeError } from '@techbridge/plugin-bridge-common';
import express, { RequestHandler } from 'express';

/** The largest body that is read. @internal */
export const BODY_LIMIT = '1mb';

/**
 * Reads JSON bodies up to {@link BODY_LIMIT} and refuses a key that could
 * reach an object's prototype.
 *
 * @internal
 */
export function jsonBody(): RequestHandler[] {
  return [
    express.json({ limit: BODY_LIMIT }),
    (request, _response, next) => {
      refuseForbiddenKeys(request.body);
      next();
    },
  ];
}

// A loop, not a recursion: a body may be nested deeper than the call stack.
function refuseForbiddenKeys(body: unknown): void {
  const waiting: unknown[] = [body];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) {
      continue;
    }
    if (Object.hasOwn(value, '__proto__')) {
      throw new BridgeError('forbidden-key', { params: { key: '__proto__' } });
    }
    for (const child of Object.values(value)) {
      waiting.push(child);
    }
  }
}
