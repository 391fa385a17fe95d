import { Endpoint, errorMessages } from '@techbridge/plugin-bridge-common';
import { z } from 'zod';

type Json = Record<string, unknown>;

const DESCRIPTION =
  'Enterprise systems and the people who answer for them. Send a Backstage token as Bearer. ' +
  'In the demo, `GET /api/auth/persona/people` lists the people and ' +
  '`GET /api/auth/persona/refresh` with the header `x-persona: user:default/<name>` answers a token in `backstageIdentity.token`. ' +
  'Errors carry a stable `code`; their sentences follow Accept-Language (en, zh).';

const ERROR_SCHEMA: Json = {
  type: 'object',
  required: ['error', 'request', 'response'],
  properties: {
    error: {
      type: 'object',
      required: ['name', 'message'],
      properties: {
        name: { type: 'string' },
        message: { type: 'string' },
        code: { type: 'string', enum: Object.keys(errorMessages) },
        params: { type: 'object' },
        fields: {
          type: 'array',
          items: {
            type: 'object',
            required: ['path', 'code', 'message'],
            properties: {
              path: { type: 'string' },
              code: { type: 'string' },
              message: { type: 'string' },
            },
          },
        },
        current: { description: 'The state that a conflict lost against.' },
      },
    },
    request: { type: 'object' },
    response: {
      type: 'object',
      properties: { statusCode: { type: 'integer' } },
    },
  },
};

/**
 * The OpenAPI 3.1 document of an endpoint table.
 *
 * @internal
 */
export function openApiDocument(
  endpoints: Record<string, Endpoint>,
  version: string,
): Json {
  const paths: Record<string, Json> = {};
  const named: Json = { Error: ERROR_SCHEMA };
  for (const [id, endpoint] of Object.entries(endpoints)) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [endpoint.method]: operation(named, id, endpoint),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Tech Bridge', version, description: DESCRIPTION },
    servers: [{ url: '/api/bridge' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
      schemas: named,
    },
  };
}

function operation(named: Json, operationId: string, endpoint: Endpoint): Json {
  const changes = endpoint.method === 'post' || endpoint.method === 'put';
  return {
    operationId,
    summary: endpoint.summary,
    parameters: [
      ...parameters(endpoint.params, 'path'),
      ...parameters(endpoint.query, 'query'),
    ],
    ...(changes && {
      requestBody: {
        required: true,
        content: bodyOf(named, endpoint),
      },
    }),
    responses: responses(named, endpoint),
  };
}

function parameters(shape: z.ZodType, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schema({}, shape) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

const RETRY_AFTER: Json = {
  'Retry-After': {
    description: 'After how many seconds to try again',
    schema: { type: 'integer' },
  },
};

function responses(named: Json, endpoint: Endpoint): Json {
  const problem = {
    description: 'A refusal',
    content: {
      'application/json': { schema: { $ref: '#/components/schemas/Error' } },
    },
  };
  const success =
    endpoint.status === 204
      ? { description: 'Done' }
      : { description: 'Done', content: contentOf(named, endpoint) };
  return {
    [endpoint.status]: success,
    ...(endpoint.method === 'get' && {
      304: { description: 'Unchanged since the ETag in If-None-Match' },
    }),
    ...Object.fromEntries(endpoint.problems.map(status => [status, problem])),
    503: { ...problem, headers: RETRY_AFTER },
  };
}

// What is no JSON has no shape that could be told.
const FILE = { schema: { type: 'string', format: 'binary' } };

function bodyOf(named: Json, { body, takes }: Endpoint): Json {
  return takes
    ? { 'application/octet-stream': FILE }
    : { 'application/json': { schema: schema(named, body) } };
}

function contentOf(named: Json, { answer, files = [] }: Endpoint): Json {
  const json = schema(named, answer, 'output');
  return {
    ...(!(answer instanceof z.ZodNever) && {
      'application/json': { schema: json },
    }),
    ...Object.fromEntries(files.map(type => [type, FILE])),
  };
}

// Named schemas come as `$defs` beside each part and are gathered in one place.
function schema(
  named: Json,
  type: z.ZodType,
  io: 'input' | 'output' = 'input',
): Json {
  const { $schema: _, ...json } = z.toJSONSchema(type, {
    io,
    unrepresentable: 'any',
  });
  const text = JSON.stringify(json).replaceAll(
    '"#/$defs/',
    '"#/components/schemas/',
  );
  const { $defs, ...rest } = JSON.parse(text);
  Object.assign(named, $defs);
  return rest;
}
