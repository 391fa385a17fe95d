import Ajv2020, { ValidateFunction } from 'ajv/dist/2020';
import { JsonSchema } from './SchemaValues';
import { FuzzRequest, OpenApiDocument, Operation } from './FuzzRequests';

/** What came back. */
export interface RawAnswer {
  status: number;
  type: string;
  text: string;
}

const JSON_TYPE = 'application/json';

/**
 * Holds answers against what the document says of their operation, and keeps
 * which statuses each operation has answered.
 */
export class AnswerJudge {
  private readonly ajv: Ajv2020;
  private readonly operations: string[];
  /** By the text of the schema: many answers have the same. */
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly statuses = new Map<string, Set<number>>();

  constructor(document: OpenApiDocument) {
    this.operations = Object.values(document.paths)
      .flatMap(path => Object.values(path))
      .map(({ operationId }) => operationId);
    // Every format stands beside a pattern that says the same.
    this.ajv = new Ajv2020({ strict: false, validateFormats: false });
    this.ajv.addSchema({ ...document, $id: 'bridge' });
  }

  /** What is wrong with an answer; undefined when it is as it should be. */
  fault(request: FuzzRequest, answer: RawAnswer): string | undefined {
    const { operation } = request;
    this.keep(operation, answer.status);
    if (answer.status === 0) {
      return 'There was no answer.';
    }
    if (answer.status >= 500) {
      return 'The request broke something.';
    }
    if (!Object.hasOwn(operation.responses, answer.status)) {
      return 'The document does not name this status.';
    }
    return this.faultOfBody(operation, answer);
  }

  /** The operations that have never answered a status of a class. */
  without(hundreds: 2 | 4): string[] {
    return this.operations.filter(id => {
      const known = [...(this.statuses.get(id) ?? [])];
      return !known.some(status => Math.floor(status / 100) === hundreds);
    });
  }

  /** What an answer is called: one thing, or a page of them. */
  nameOf(
    { responses }: Operation,
    { status, type }: RawAnswer,
  ): string | undefined {
    const schema = responses[status].content?.[mediaTypeOf(type)]?.schema;
    const row = schema?.properties?.items?.items;
    const ref = schema?.$ref ?? row?.$ref;
    return ref?.slice(ref.lastIndexOf('/') + 1);
  }

  private keep({ operationId }: Operation, status: number): void {
    const known = this.statuses.get(operationId) ?? new Set();
    this.statuses.set(operationId, known.add(status));
  }

  private faultOfBody(
    { responses }: Operation,
    { status, type, text }: RawAnswer,
  ): string | undefined {
    const { content } = responses[status];
    if (!content) {
      return text === '' ? undefined : 'There should be no body.';
    }
    const mediaType = mediaTypeOf(type);
    if (!Object.hasOwn(content, mediaType)) {
      return `The body is ${type}, of which the document says nothing.`;
    }
    const { schema } = content[mediaType];
    if (mediaType !== JSON_TYPE) {
      return text === '' ? 'The file is empty.' : undefined;
    }
    const validate = this.validatorOf(schema);
    return validate(JSON.parse(text))
      ? undefined
      : this.ajv.errorsText(validate.errors, { dataVar: 'body' });
  }

  private validatorOf(schema: JsonSchema): ValidateFunction {
    // A part of the document, that can be read by itself.
    const text = JSON.stringify(schema).replaceAll('"#/', '"bridge#/');
    const validate =
      this.validators.get(text) ?? this.ajv.compile(JSON.parse(text));
    this.validators.set(text, validate);
    return validate;
  }
}

function mediaTypeOf(type: string): string {
  return type.split(';')[0].trim();
}
