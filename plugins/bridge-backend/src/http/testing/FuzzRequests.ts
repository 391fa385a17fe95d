import fc from 'fast-check';
import { AnswerMemory } from './AnswerMemory';
import {
  brokenBodies,
  oddHeaders,
  plainHeaders,
  strangeQueries,
} from './requestParts';
import { hostileTexts } from './hostileValues';
import { knowingRequests } from './knowingRequests';
import { JsonSchema, SchemaValues, wordOf } from './SchemaValues';
import { Knowing } from './usesOf';

interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  schema: JsonSchema;
}

interface Content {
  content?: { [mediaType: string]: { schema: JsonSchema } };
}

/** What the document says of one operation. */
export interface Operation {
  operationId: string;
  method: string;
  path: string;
  parameters: Parameter[];
  requestBody?: Required<Content>;
  responses: { [status: string]: Content };
}

/** What is read of an OpenAPI document. */
export interface OpenApiDocument {
  paths: { [path: string]: { [method: string]: Operation } };
  components: { schemas: { [name: string]: JsonSchema } };
}

/** One request as it goes over the wire. */
export interface FuzzRequest {
  operation: Operation;
  /** The path below the server's address, encoded. */
  path: string;
  /** The values in the path, not encoded. */
  pathValues: Values;
  /** A person, `service`, or somebody without a token that holds. */
  caller: string;
  headers: { [name: string]: string };
  body?: string;
}

type Values = Record<string, unknown>;
type Draft = Omit<FuzzRequest, 'operation' | 'path'> & {
  query: [string, string][];
};
type Drafts = fc.Arbitrary<Draft>;

/** More than this does not fit into the head of a request, for Node. */
const LONGEST_PATH = 11_000;
const LONGEST_VALUE = 1_000;

const JSON_BODY = { 'Content-Type': 'application/json' };

/** Requests for the operations of a document, half of them in good order. */
export class FuzzRequests {
  readonly operations: Operation[];
  private readonly values: SchemaValues;
  private readonly made = new Map<string, fc.Arbitrary<FuzzRequest>>();

  /** @param callers - who may send something, the most usual ones more often */
  constructor(
    document: OpenApiDocument,
    private readonly memory: AnswerMemory,
    private readonly callers: string[],
  ) {
    this.values = new SchemaValues(document.components.schemas, memory);
    this.operations = Object.entries(document.paths).flatMap(
      ([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({
          ...operation,
          path,
          method,
        })),
    );
  }

  /** The request for an operation that a seed stands for. */
  request(operation: Operation, seed: number): FuzzRequest {
    const { operationId } = operation;
    const requests = this.made.get(operationId) ?? this.requestsFor(operation);
    this.made.set(operationId, requests);
    return fc.sample(requests, { seed, numRuns: 1 })[0];
  }

  private requestsFor(operation: Operation): fc.Arbitrary<FuzzRequest> {
    const fitting = this.fitting(operation);
    const recipe = knowingRequests[operation.operationId];
    const knowledge = { memory: this.memory, values: this.values };
    const knowing = recipe
      ? fc.tuple(fitting, recipe(knowledge)).map(withKnowledge)
      : fitting;
    return fc
      .oneof(
        { weight: 5, arbitrary: knowing },
        { weight: 2, arbitrary: fitting },
        { weight: 5, arbitrary: this.broken(operation, knowing) },
      )
      .map(draft => written(operation, draft));
  }

  private fitting(operation: Operation): Drafts {
    const body = schemaOfBody(operation);
    const bodies = body ? this.values.fitting(body) : fc.constant(undefined);
    return fc
      .record({
        pathValues: this.parameters(operation, 'path'),
        query: this.parameters(operation, 'query'),
        caller: fc.constantFrom(...this.callers),
        headers: plainHeaders,
        body: bodies,
      })
      .map(({ query, headers, body: value, ...draft }) => ({
        ...draft,
        query: Object.entries(query)
          .filter(([, one]) => one !== undefined)
          .map(([name, one]) => [name, textOf(one)]),
        headers: { ...(body && JSON_BODY), ...headers },
        body: body && JSON.stringify(value),
      }));
  }

  private parameters(
    operation: Operation,
    place: Parameter['in'],
  ): fc.Arbitrary<Values> {
    const parameters = operation.parameters.filter(one => one.in === place);
    const fields = parameters.map(one => [
      one.name,
      one.name === 'cursor'
        ? this.values.given(`${operation.operationId}.nextCursor`)
        : this.values.fitting(one.schema, wordOf(operation.path, one.name)),
    ]);
    const requiredKeys = parameters
      .filter(({ required }) => required)
      .map(({ name }) => name);
    return fc.record(Object.fromEntries(fields), { requiredKeys });
  }

  /** Requests with one thing about them that is not in order. */
  private broken(operation: Operation, drafts: Drafts): Drafts {
    const body = schemaOfBody(operation);
    const ways = [
      ...operation.parameters.map(one => this.wrongParameter(one, drafts)),
      changed(drafts, oddHeaders, (draft, headers) => ({
        ...draft,
        headers: { ...draft.headers, ...headers },
      })),
      changed(drafts, strangeQueries, (draft, query) => ({
        ...draft,
        query: [...draft.query, query],
      })),
      changed(drafts, hostileTexts, (draft, name) => ({
        ...draft,
        query: [...draft.query, [name, name]],
      })),
    ];
    if (body) {
      const wrong = this.values.unfitting(body).map(one => JSON.stringify(one));
      const broken = (draft: Draft, text: string) => ({ ...draft, body: text });
      ways.push(changed(drafts, brokenBodies, broken));
      ways.push(...Array(4).fill(changed(drafts, wrong, broken)));
    }
    return fc.oneof(...ways);
  }

  private wrongParameter(
    { name, schema, in: place }: Parameter,
    drafts: Drafts,
  ) {
    const wrong = this.values.unfitting(schema, name);
    return changed(
      drafts,
      wrong,
      (draft, value): Draft =>
        place === 'path'
          ? { ...draft, pathValues: { ...draft.pathValues, [name]: value } }
          : { ...draft, query: [...draft.query, [name, textOf(value)]] },
    );
  }
}

function changed<T>(
  drafts: Drafts,
  others: fc.Arbitrary<T>,
  change: (draft: Draft, other: T) => Draft,
): Drafts {
  return fc.tuple(drafts, others).map(([draft, other]) => change(draft, other));
}

function withKnowledge([draft, knowing]: [Draft, Knowing]): Draft {
  const { path, query = {}, body, caller } = knowing;
  const others = draft.query.filter(([name]) => !Object.hasOwn(query, name));
  const asked = Object.entries(query).map(([name, value]): [string, string] => [
    name,
    textOf(value),
  ]);
  return {
    ...draft,
    query: [...others, ...asked],
    pathValues: { ...draft.pathValues, ...path },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(caller && { caller }),
  };
}

function schemaOfBody({ requestBody }: Operation): JsonSchema | undefined {
  return requestBody?.content['application/json']?.schema;
}

function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.slice(0, LONGEST_VALUE);
}

function written(operation: Operation, draft: Draft): FuzzRequest {
  const { query, ...rest } = draft;
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name) =>
    // Nothing at all would be the address of another operation.
    encoded(textOf(draft.pathValues[name]) || ' '),
  );
  const search = query.map(pair => pair.map(encoded).join('=')).join('&');
  const whole = search ? `${path}?${search}` : path;
  return { operation, ...rest, path: whole.slice(0, LONGEST_PATH) };
}

/** As in an address; half a character, too, which no encoder would write. */
function encoded(text: string): string {
  return [...text]
    .map(character => {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0xd800 || code > 0xdfff) {
        return encodeURIComponent(character);
      }
      const bytes = [
        0xe0 | (code >> 12),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      ];
      return bytes.map(byte => `%${byte.toString(16)}`).join('');
    })
    .join('');
}
