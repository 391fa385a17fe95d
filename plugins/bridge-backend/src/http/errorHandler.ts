import { LoggerService } from '@backstage/backend-plugin-api';
import {
  BridgeError,
  ErrorCode,
  errorMessages,
  isBridgeError,
} from '@techbridge/plugin-bridge-common';
import { ErrorRequestHandler, Request } from 'express';
import { isOutage } from '../database/isOutage';
import { BODY_LIMIT } from './jsonBody';
import { languageOf } from './language';

const CODE_BY_NAME: Record<string, ErrorCode> = {
  AuthenticationError: 'unauthenticated',
  NotAllowedError: 'not-allowed',
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

// By then connections are there again when a database was started anew.
const RETRY_AFTER_SECONDS = 10;

/** What is known of an error while a body is read; the limit is in bytes. */
interface BodyError {
  name?: string;
  type?: string;
  limit?: number;
}

/**
 * Turns whatever was thrown into a refusal with a stable code, in the reader's
 * language, and hands it to the platform's handler, which writes the answer.
 * An unexpected error is logged in full and answered without its details. What
 * fails only for the moment says when to come again.
 *
 * @internal
 */
export function errorHandler(logger: LoggerService): ErrorRequestHandler {
  return (error, request, response, next) => {
    const refusal = toBridgeError(error, request);
    const what = `${request.method} ${request.path}`;
    if (refusal.code === 'internal') {
      logger.error(`${what} failed`, error);
    } else if (errorMessages[refusal.code].status === 503) {
      logger.warn(`${what} cannot be answered now: ${error}`);
      response.setHeader('Retry-After', RETRY_AFTER_SECONDS);
    }
    next(refusal.inLanguage(languageOf(request)));
  };
}

function toBridgeError(error: unknown, request: Request): BridgeError {
  if (isBridgeError(error)) {
    return error;
  }
  if (isOutage(error)) {
    // A connection that breaks while something is saved leaves it open.
    const isReading = ['GET', 'HEAD'].includes(request.method);
    return new BridgeError(isReading ? 'unavailable' : 'outcome-unknown');
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
