import type { APIResponse } from '@playwright/test';
import { APIRequestContext, expect, token } from './fixtures';

interface Schema {
  $ref?: string;
  properties?: Record<string, unknown>;
  required?: string[];
}

interface Body {
  content?: Record<string, { schema: Schema }>;
}

interface Operation {
  operationId: string;
  requestBody?: Body;
  responses: Record<string, Body>;
}

interface Document {
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** Calls an operation by its id; answers what the server answers. */
export type Call = (
  id: string,
  params?: Record<string, string>,
  data?: object,
  headers?: Record<string, string>,
) => Promise<APIResponse>;

/**
 * A person who knows nothing but the OpenAPI document: paths and methods come
 * from there, and what is sent and answered must have the fields it names.
 *
 * @param ref - who it is, such as `user:default/tang.ting`
 */
export async function follower(
  request: APIRequestContext,
  ref: string,
): Promise<Call> {
  const source = await request.get('/api/bridge/openapi.json');
  const document: Document = await source.json();
  const authorization = `Bearer ${await token(request, ref)}`;
  const base = document.servers[0].url;
  return async (id, params = {}, data, headers = {}) => {
    const { path, method, operation } = operationIn(document, id);
    const rest = new URLSearchParams(params);
    const url = path.replace(/\{(\w+)\}/g, (_, name: string) => {
      rest.delete(name);
      return encodeURIComponent(params[name]);
    });
    if (data) {
      fits(document, operation.requestBody, data, `what ${id} is sent`);
    }
    const answer = await request.fetch(`${base}${url}?${rest}`, {
      method,
      data,
      headers: { authorization, ...headers },
    });
    const status = String(answer.status());
    expect(Object.keys(operation.responses)).toContain(status);
    if (status !== '204') {
      const response = operation.responses[status];
      fits(document, response, await answer.json(), `what ${id} answers`);
    }
    return answer;
  };
}

function operationIn({ paths }: Document, id: string) {
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (operation.operationId === id) {
        return { path, method, operation };
      }
    }
  }
  throw new Error(`The document has no operation ${id}`);
}

/** Fails where a field is missing, or is one that the document does not name. */
function fits(
  { components }: Document,
  body: Body | undefined,
  data: object,
  what: string,
) {
  const named = body?.content?.['application/json']?.schema;
  const schema = named?.$ref
    ? components.schemas[named.$ref.split('/').at(-1) ?? '']
    : named;
  if (!schema?.properties) {
    throw new Error(`The document does not say ${what}`);
  }
  const fields = Object.keys(data);
  expect(fields, what).toEqual(expect.arrayContaining(schema.required ?? []));
  expect(Object.keys(schema.properties), what).toEqual(
    expect.arrayContaining(fields),
  );
}
