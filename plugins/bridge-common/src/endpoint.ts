import { z } from 'zod';

/**
 * One row of the endpoint table. `path` has `:name` parameters; `status` is
 * the answer when all went well; `problems` are the statuses an answer may
 * have besides; `files` are the media types of files that it may answer with,
 * where that is not JSON or not always.
 *
 * @public
 */
export interface Endpoint<
  TParams extends z.ZodType = z.ZodType,
  TQuery extends z.ZodType = z.ZodType,
  TBody extends z.ZodType = z.ZodType,
  TAnswer extends z.ZodType = z.ZodType,
> {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  summary: string;
  params: TParams;
  query: TQuery;
  body: TBody;
  answer: TAnswer;
  status: 200 | 201 | 204;
  problems: number[];
  files?: string[];
  /** The body is a file of at most so many bytes, in place of JSON. */
  takes?: number;
}

/** A query or path without parameters. @internal */
export const nothing = z.strictObject({});
/** A request or an answer without a body. @internal */
export const noBody = z.undefined();

type Row<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
> = Pick<Endpoint, 'method' | 'path' | 'summary'> & {
  params?: P;
  query?: Q;
  body?: B;
  answer: A;
  status?: 200 | 201 | 204;
  problems?: number[];
  files?: string[];
  takes?: number;
};

/** A row with what it leaves out filled in. @internal */
export function endpoint<
  A extends z.ZodType,
  P extends z.ZodType = typeof nothing,
  Q extends z.ZodType = typeof nothing,
  B extends z.ZodType = typeof noBody,
>(row: Row<P, Q, B, A>): Endpoint<P, Q, B, A> {
  return {
    status: 200,
    ...row,
    params: row.params ?? (nothing as unknown as P),
    query: row.query ?? (nothing as unknown as Q),
    body: row.body ?? (noBody as unknown as B),
    problems: [
      // The database may be away, whatever is asked.
      ...[400, 401, 403, 503, ...(row.problems ?? [])],
      // Whoever sends a body may send too much of it.
      ...(row.method === 'post' || row.method === 'put' ? [413] : []),
    ],
  };
}
