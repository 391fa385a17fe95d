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

/** What a sort value is: a text, or a whole number that a table can hold. @internal */
export type SortKind = 'text' | 'number';

/**
 * Reads where a page begins.
 *
 * @param kinds - what the sort values are, where the reader relies on it
 * @returns the sort values of the last row before it; undefined for the first
 * @throws BridgeError `invalid-cursor` when it was not made by this list
 * @internal
 */
export function decodeCursor(
  cursor: string | undefined,
  order: string,
  kinds?: SortKind[],
): string[] | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  const parsed = z.array(sortValue).safeParse(parseJson(cursor));
  if (!parsed.success || parsed.data[0] !== order) {
    throw new BridgeError('invalid-cursor');
  }
  const values = parsed.data.slice(1);
  if (kinds && !areOf(kinds, values)) {
    throw new BridgeError('invalid-cursor');
  }
  return values;
}

function areOf(kinds: SortKind[], values: string[]): boolean {
  return (
    values.length === kinds.length &&
    values.every(
      (value, place) => kinds[place] === 'text' || /^\d{1,9}$/.test(value),
    )
  );
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
