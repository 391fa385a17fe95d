import { Refusal, Step } from '@techbridge/bridge-workflow';
import {
  BridgeError,
  ErrorCode,
  FieldCode,
  fieldMessages,
  FieldProblem,
} from '@techbridge/plugin-bridge-common';

/** Somebody changed an item after it was read. @internal */
export class StaleItemError extends Error {
  readonly name: string = 'StaleItemError';

  constructor(readonly key: string) {
    super(`${key} was changed meanwhile`);
  }
}

/**
 * Two commands stood in each other's way; nothing was written, and the same
 * command may succeed when it is carried out anew.
 *
 * @internal
 */
export class CollisionError extends StaleItemError {
  readonly name = 'CollisionError';
}

/** The step, or the refusal as an error. @internal */
export function orThrow(result: Step | Refusal): Step {
  if (result.ok) {
    return result;
  }
  throw refusalError(result);
}

const CODES: Partial<Record<Refusal['code'], ErrorCode>> = {
  forbidden: 'action-forbidden',
  recused: 'action-forbidden',
  'not-a-voter': 'action-forbidden',
  'board-closed': 'board-closed',
};

const FIELD_OF: Partial<
  Record<Refusal['code'], { path: string; code: FieldCode }>
> = {
  'comment-required': { path: 'comment', code: 'required' },
  'reason-required': { path: 'reason', code: 'required' },
  'unknown-choice': { path: 'choice', code: 'invalid' },
  'unknown-board': { path: 'board', code: 'invalid' },
};

/** A refusal of the engine as the answer of a request. @internal */
export function refusalError({ code, why, fields }: Refusal): BridgeError {
  if (code === 'invalid-form') {
    return new BridgeError('invalid-input', { fields: fields?.map(toField) });
  }
  const field = FIELD_OF[code];
  if (field) {
    return new BridgeError('invalid-input', {
      fields: [{ path: field.path, code: field.code }],
    });
  }
  return new BridgeError(CODES[code] ?? 'action-refused', {
    params: { whyEn: why.en, whyZh: why.zh },
  });
}

function toField(
  problem: NonNullable<Refusal['fields']>[number],
): FieldProblem {
  const { path, code, params } = problem;
  return {
    path: `data.${path}`,
    code: Object.hasOwn(fieldMessages, code) ? (code as FieldCode) : 'invalid',
    ...(params && { params }),
  };
}
