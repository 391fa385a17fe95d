import { BridgeError, fieldError } from '@techbridge/plugin-bridge-common';
import express, { RequestHandler } from 'express';

/** The largest body that is read. @internal */
export const BODY_LIMIT = '1mb';

// No form is deeper; whoever reads a body may call itself at each level.
const MOST_LEVELS = 50;

/**
 * Reads JSON bodies up to {@link BODY_LIMIT}, and refuses one that is nested
 * deeper than any form and a key that could reach an object's prototype.
 *
 * @internal
 */
export function jsonBody(): RequestHandler[] {
  return [
    express.json({ limit: BODY_LIMIT }),
    (request, _response, next) => {
      checkKeysAndDepth(request.body);
      next();
    },
  ];
}

// A loop, not a recursion: a body may be nested deeper than the call stack.
function checkKeysAndDepth(body: unknown): void {
  const waiting = [{ value: body, path: [] as string[], level: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path, level } = next;
    if (typeof value !== 'object' || value === null) {
      continue;
    }
    if (Object.hasOwn(value, '__proto__')) {
      throw new BridgeError('forbidden-key', { params: { key: '__proto__' } });
    }
    if (level === MOST_LEVELS) {
      throw fieldError(path.join('.'), 'too-deep', { maximum: MOST_LEVELS });
    }
    for (const [key, child] of Object.entries(value)) {
      // Where it is nested can be told from its first steps.
      const inside = level < 2 ? [...path, key] : path;
      waiting.push({ value: child, path: inside, level: level + 1 });
    }
  }
}
