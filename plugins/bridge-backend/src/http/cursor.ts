import {
  BridgeError,
  isPlainText,
  MAXIMUM_TOTAL,
  Page,
} from '@techbridge/plugin-bridge-common';
import { z } from 'zod';

/** Some rows of a list: how many match, and where the next rows begin. @internal */
export interface Slice<TRow> {
  items: TRow[];
  /** Counted up to one more than is told. */
  total: number;
  /** The sort values of the last row, when more follow. */
  next?: string[];
}

/** A slice as a reader gets it. @internal */
export function presentPage<TRow>(
  order: string,
  { items, total, next }: Slice<TRow>,
): Page<TRow> {
  return {
    items,
    total: total > MAXIMUM_TOTAL ? '1000+' : total,
    nextCursor: next ? encodeCursor(order, next) : null,
  };
}

// What a row was sorted by is plain text; anything else never came from us.
const sortValue = z.string().refine(isPlainText);

/**
 * Reads where a page begins.
 *
 * @returns the sort values of the last row before it; undefined for the first
 * @throws BridgeError `invalid-cursor` when it was not made by this list
 * @internal
 */
export function decodeCursor(
  cursor: string | undefined,
  order: string,
): string[] | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  const parsed = z.array(sortValue).safeParse(parseJson(cursor));
  if (!parsed.success || parsed.data[0] !== order) {
    throw new BridgeError('invalid-cursor');
  }
  return parsed.data.slice(1);
}

function encodeCursor(order: string, values: string[]): string {
  return Buffer.from(JSON.stringify([order, ...values])).toString('base64url');
}

function parseJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
