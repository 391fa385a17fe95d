import { BridgeError, FieldProblem } from './BridgeError';
import { ErrorCode, errorMessages, MessageParams } from './errorMessages';

interface ErrorBody {
  error?: {
    code?: string;
    params?: MessageParams;
    fields?: FieldProblem[];
    current?: unknown;
  };
}

/**
 * What an answer that is no success says, also where it is not ours.
 *
 * @internal
 */
export async function errorOf(response: Response): Promise<BridgeError> {
  const body: ErrorBody = await response.json().catch(() => ({}));
  const { code, params, fields, current } = body.error ?? {};
  if (code && Object.hasOwn(errorMessages, code)) {
    return new BridgeError(code as ErrorCode, { params, fields, current });
  }
  return new BridgeError(codeOfStatus(response.status));
}

function codeOfStatus(status: number): ErrorCode {
  const codes: Record<number, ErrorCode> = {
    401: 'unauthenticated',
    403: 'not-allowed',
    404: 'route-not-found',
    413: 'body-too-large',
    503: 'unavailable',
  };
  return codes[status] ?? 'internal';
}
