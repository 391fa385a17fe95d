import { LoggerService } from '@backstage/backend-plugin-api';
import {
  BridgeError,
  ErrorCode,
  isBridgeError,
} from '@techbridge/plugin-bridge-common';
import { ErrorRequestHandler } from 'express';
import { BODY_LIMIT } from './jsonBody';
import { languageOf } from './language';

const CODE_BY_NAME: Record<string, ErrorCode> = {
  AuthenticationError: 'unauthenticated',
  NotAllowedError: 'not-allowed',
  ServiceUnavailableError: 'unavailable',
  KnexTimeoutError: 'unavailable',
  // An address with broken percent signs, which Express cannot read.
  URIError: 'route-not-found',
};

const CODE_BY_BODY_ERROR: Record<string, ErrorCode> = {
  'entity.parse.failed': 'invalid-json',
  'encoding.unsupported': 'invalid-json',
  'charset.unsupported': 'invalid-json',
  'request.aborted': 'invalid-json',
  'request.size.invalid': 'invalid-json',
  'entity.too.large': 'body-too-large',
};

/** What is known of an error while a body is read; the limit is in bytes. */
interface BodyError {
  name?: string;
  type?: string;
  limit?: number;
}

/**
 * Turns whatever was thrown into a refusal with a stable code, in the reader's
 * language, and hands it to the platform's handler, which writes the answer.
 * An unexpected error is logged in full and answered without its details.
 *
 * @internal
 */
export function errorHandler(logger: LoggerService): ErrorRequestHandler {
  return (error, request, _response, next) => {
    const refusal = toBridgeError(error);
    if (refusal.code === 'internal') {
      logger.error(`${request.method} ${request.path} failed`, error);
    }
    next(refusal.inLanguage(languageOf(request)));
  };
}

function toBridgeError(error: unknown): BridgeError {
  if (isBridgeError(error)) {
    return error;
  }
  const { name = '', type = '', limit } = error as BodyError;
  const known = CODE_BY_BODY_ERROR[type] ?? CODE_BY_NAME[name];
  const code = known ?? (isNotCompressed(error) ? 'invalid-json' : 'internal');
  return new BridgeError(code, {
    params: code === 'body-too-large' ? { limit: inWords(limit) } : undefined,
  });
}

function inWords(limit: number | undefined): string {
  return limit ? `${Math.floor(limit / 2 ** 20)}mb` : BODY_LIMIT;
}

/** Whether a body that is said to be compressed is not. */
function isNotCompressed(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.startsWith('Z_');
}
