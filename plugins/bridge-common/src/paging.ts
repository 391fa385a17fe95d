import { z } from 'zod';

/** The highest number of rows in one page. @public */
export const MAXIMUM_PAGE = 100;

/** Totals are counted up to this number and then say "1000+". @public */
export const MAXIMUM_TOTAL = 1000;

/** The query parameters of every list. @public */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(MAXIMUM_PAGE).default(20),
  cursor: z.string().max(500).optional(),
};

/** One page of rows of the given shape. @public */
export function pageOf<TRow extends z.ZodType>(row: TRow) {
  return z.object({
    items: z.array(row),
    total: z.union([z.number().int(), z.literal('1000+')]),
    nextCursor: z.string().nullable(),
  });
}

/** One page of rows; `total` is exact up to 1000. @public */
export interface Page<TRow> {
  items: TRow[];
  total: number | '1000+';
  nextCursor: string | null;
}
