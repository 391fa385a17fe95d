import {
  ErrorCode,
  errorMessages,
  formatMessage,
  MessageParams,
} from './errorMessages';
import { FieldCode, fieldMessages } from './fieldMessages';
import { Language } from './text';

const NAMES: Record<number, string> = {
  400: 'InputError',
  401: 'AuthenticationError',
  403: 'NotAllowedError',
  404: 'NotFoundError',
  409: 'ConflictError',
  413: 'PayloadTooLargeError',
  422: 'UnprocessableEntityError',
  429: 'TooManyRequestsError',
  503: 'ServiceUnavailableError',
};

/** What is wrong with one field. @public */
export interface FieldProblem {
  path: string;
  code: FieldCode;
  params?: MessageParams;
}

/** A field problem as it travels, with its sentence. @public */
export interface FieldMessage extends FieldProblem {
  message: string;
}

/**
 * A refusal in business words. `code` and `params` are stable and let every
 * reader's language be rendered; `current` carries the state that a conflict
 * lost against.
 *
 * @public
 */
export class BridgeError extends Error {
  readonly code: ErrorCode;
  readonly params: MessageParams;
  readonly fields?: FieldMessage[];
  readonly current?: unknown;

  constructor(
    code: ErrorCode,
    options: {
      params?: MessageParams;
      fields?: FieldProblem[];
      current?: unknown;
      language?: Language;
    } = {},
  ) {
    const { params = {}, fields, current, language = 'en' } = options;
    const entry = errorMessages[code];
    super(formatMessage(entry, params, language));
    this.name = NAMES[entry.status] ?? 'Error';
    this.code = code;
    this.params = params;
    if (fields) {
      this.fields = fields.map(field => withMessage(field, language));
    }
    if (current !== undefined) {
      this.current = current;
    }
    // Not enumerable: it belongs to the response, not to the error's body.
    Object.defineProperty(this, 'statusCode', { value: entry.status });
  }

  /** The same refusal in another language. */
  inLanguage(language: Language): BridgeError {
    const { code, params, fields, current } = this;
    return new BridgeError(code, { params, fields, current, language });
  }
}

function withMessage(field: FieldProblem, language: Language): FieldMessage {
  const sentence = fieldMessages[field.code];
  return {
    ...field,
    message: formatMessage(sentence, field.params ?? {}, language),
  };
}

/** A refusal because of one field. @public */
export function fieldError(
  path: string,
  code: FieldCode,
  params: MessageParams = {},
): BridgeError {
  return new BridgeError('invalid-input', { fields: [{ path, code, params }] });
}

/**
 * Whether something is a refusal of ours, also when it was made by another
 * copy of this package.
 *
 * @public
 */
export function isBridgeError(error: unknown): error is BridgeError {
  return (
    error instanceof Error &&
    Object.hasOwn(errorMessages, (error as { code?: string }).code ?? '') &&
    typeof (error as { inLanguage?: unknown }).inLanguage === 'function'
  );
}
