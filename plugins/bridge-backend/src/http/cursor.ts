import { BridgeError } from '@techbridge/plugin-bridge-common';
import { z } from 'zod';

/**
 * Writes where a page ended: the order it was in and the sort values of its
 * last row.
 *
 * @internal
 */
export function encodeCursor(order: string, values: string[]): string {
  return Buffer.from(JSON.stringify([order, ...values])).toString('base64url');
}

/**
 * Reads a cursor back.
 *
 * @returns the sort values of the last row, undefined without a cursor
 * @throws BridgeError `invalid-cursor` when it was not made by this list
 * @internal
 */
export function decodeCursor(
  cursor: string | undefined,
  order: string,
  length: number,
): string[] | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  const shape = z.array(z.string()).length(length + 1);
  const parsed = shape.safeParse(parseJson(cursor));
  if (!parsed.success || parsed.data[0] !== order) {
    throw new BridgeError('invalid-cursor');
  }
  return parsed.data.slice(1);
}

function parseJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
