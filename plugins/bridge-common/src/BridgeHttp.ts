import { z } from 'zod';
import { Endpoint } from './endpoint';
import { errorOf } from './errorOf';

/** Where the bridge answers and how it is reached. @public */
export interface BridgeClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/** Per-call options. @public */
export interface CallOptions {
  /** A token, where `fetch` does not add one by itself. */
  token?: string;
  /** The `ETag` of the state that a change starts from. */
  ifMatch?: string;
  /** Names the command, so that sending it again has no second effect. */
  idempotencyKey?: string;
}

/**
 * Sends what the rows of the endpoint table say.
 *
 * @internal
 */
export class BridgeHttp {
  constructor(private readonly options: BridgeClientOptions) {}

  /** Sends a request and reads its answer. */
  async call<A extends z.ZodType>(
    endpoint: Endpoint<z.ZodType, z.ZodType, z.ZodType, A>,
    input: RequestInput,
    options?: CallOptions,
  ): Promise<z.infer<A>> {
    const response = await this.send(endpoint, input, options);
    return response.json();
  }

  /** Sends a request. */
  async send(
    endpoint: Endpoint,
    input: RequestInput,
    options: CallOptions = {},
  ): Promise<Response> {
    const baseUrl = await this.options.discoveryApi.getBaseUrl('bridge');
    const path = fillPath(endpoint.path, input.params ?? {});
    const response = await this.options.fetchApi.fetch(
      baseUrl + path + queryString(input.query ?? {}),
      {
        method: endpoint.method.toUpperCase(),
        headers: headersOf(endpoint, input, options),
        ...(input.body !== undefined && { body: bodyOf(input.body) }),
      },
    );
    if (!response.ok) {
      throw await errorOf(response);
    }
    return response;
  }
}

interface RequestInput {
  params?: object;
  query?: object;
  body?: unknown;
}

function fillPath(path: string, params: object): string {
  const values = new Map(Object.entries(params));
  return path.replace(/:(\w+)/g, (_, name) =>
    encodeURIComponent(String(values.get(name))),
  );
}

function queryString(query: object): string {
  const entries = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]): [string, string] => [key, String(value)]);
  const text = new URLSearchParams(entries).toString();
  return text && `?${text}`;
}

// A file is sent as it is.
function bodyOf(body: unknown): string | Blob {
  return body instanceof Blob ? body : JSON.stringify(body);
}

function headersOf(
  { takes }: Endpoint,
  { body }: RequestInput,
  options: CallOptions,
): Record<string, string> {
  const type = takes ? 'application/octet-stream' : 'application/json';
  return {
    ...(body !== undefined && { 'content-type': type }),
    ...(options.token && { authorization: `Bearer ${options.token}` }),
    ...(options.ifMatch && { 'if-match': options.ifMatch }),
    ...(options.idempotencyKey && {
      'idempotency-key': options.idempotencyKey,
    }),
  };
}
