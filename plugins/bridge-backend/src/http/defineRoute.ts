import {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  Endpoint,
  fieldError,
  Language,
  parseInput,
} from '@techbridge/plugin-bridge-common';
import { Request, Response, Router } from 'express';
import { z } from 'zod';
import { fileBody } from './fileBody';
import { languageOf } from './language';
import { FileAnswer, sendFile } from './sendFile';

/** Who calls. @internal */
export type Caller = BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal
>;

/** A checked request. @internal */
export interface RouteInput<E extends Endpoint> {
  params: z.output<E['params']>;
  query: z.output<E['query']>;
  body: z.output<E['body']>;
  caller: Caller;
  /** The reader's. */
  language: Language;
  /** The `If-Match` header, without quotes. */
  ifMatch?: string;
  /** The `Idempotency-Key` header. */
  idempotencyKey?: string;
}

/** What a route answers, with an optional `ETag`. @internal */
export type RouteAnswer<T> =
  | { body: T; etag?: string }
  | { file: FileAnswer }
  /** An answer that is told again byte for byte. */
  | { text: string; status: number; etag?: string };

/** What a route needs around it. @internal */
export interface RouteContext {
  router: Router;
  httpAuth: HttpAuthService;
  /** Who may call at all; the service authorises the rest. */
  allow?: Array<'user' | 'service'>;
}

/**
 * Adds one row of the endpoint table to the router. A route is four steps:
 * parse, identify, call one service, present.
 *
 * @internal
 */
export function defineRoute<E extends Endpoint>(
  context: RouteContext,
  endpoint: E,
  serve: (input: RouteInput<E>) => Promise<RouteAnswer<z.output<E['answer']>>>,
): void {
  const { router, httpAuth, allow = ['user', 'service'] } = context;
  const readers = endpoint.takes ? [fileBody(endpoint.takes)] : [];
  router[endpoint.method](
    endpoint.path,
    ...readers,
    async (request: Request, response: Response) => {
      const input = parse(endpoint, request);
      const caller = await httpAuth.credentials(request, { allow });
      await send(response, endpoint, await serve({ ...input, caller }));
    },
  );
}

async function send(
  response: Response,
  endpoint: Endpoint,
  answer: RouteAnswer<unknown>,
): Promise<void> {
  if ('file' in answer) {
    await sendFile(response, answer.file);
    return;
  }
  if (answer.etag) {
    response.setHeader('ETag', `"${answer.etag}"`);
  }
  if ('text' in answer) {
    response.status(answer.status).type('json').send(answer.text);
    return;
  }
  response.status(endpoint.status);
  if (endpoint.status === 204) {
    response.end();
  } else {
    response.json(answer.body);
  }
}

function parse<E extends Endpoint>(
  endpoint: E,
  request: Request,
): Omit<RouteInput<E>, 'caller'> {
  return {
    params: parseInput(endpoint.params, request.params),
    query: parseInput(endpoint.query, queryOf(request)),
    body: parseInput(endpoint.body, bodyOf(endpoint, request)),
    language: languageOf(request),
    ifMatch: request.header('if-match')?.replace(/^(W\/)?"(.*)"$/, '$2'),
    idempotencyKey: idempotencyKeyOf(request),
  } as Omit<RouteInput<E>, 'caller'>;
}

function bodyOf({ method, takes }: Endpoint, { body }: Request): unknown {
  if (takes) {
    return { file: body };
  }
  return method === 'post' || method === 'put' ? body : undefined;
}

function idempotencyKeyOf(request: Request): string | undefined {
  const key = request.header('idempotency-key');
  if (key !== undefined && !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw fieldError('Idempotency-Key', 'bad-format', {
      example: '7f6c1a52-9a0e-4f0b-8a43-2f1d6c1e0b7d',
    });
  }
  return key;
}

// Not `request.query`: its parser turns `a[b]=1` into objects and arrays.
function queryOf(request: Request): Record<string, string> {
  const { searchParams } = new URL(request.url, 'http://localhost');
  return Object.fromEntries(searchParams);
}
