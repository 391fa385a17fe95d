import { Refusal, Step } from '@techbridge/bridge-workflow';
import {
  BridgeError,
  choiceParams,
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
  'not-a-stand-in': 'action-forbidden',
  'not-the-chair': 'action-forbidden',
  'not-named': 'action-forbidden',
  'not-your-voters': 'action-forbidden',
  'board-closed': 'board-closed',
};

/** A refusal because of something that was sent beside the form. */
function fieldOf({ code, params = {} }: Refusal): FieldProblem | undefined {
  switch (code) {
    case 'comment-required':
      return { path: 'comment', code: 'required' };
    case 'comment-too-short':
      return tooShort('comment', params.minimum);
    case 'reason-required':
      return tooShort('reason', params.minimum);
    case 'voters-reason':
      return { path: 'reason', code: 'required' };
    case 'unknown-choice': {
      const choices = String(params.choices).split(', ');
      return {
        path: 'choice',
        code: 'not-one-of',
        params: choiceParams(choices),
      };
    }
    case 'conditions-required':
      return { path: 'conditions', code: 'required' };
    case 'conditions-not-wanted':
      return { path: 'conditions', code: 'unknown-field' };
    case 'condition-past':
      return { path: `conditions.${params.place}.due`, code: 'day-passed' };
    case 'unknown-board':
      return { path: 'board', code: 'invalid' };
    default:
      return undefined;
  }
}

function tooShort(path: string, length: unknown): FieldProblem {
  const minimum = Number(length);
  return minimum > 1
    ? { path, code: 'too-short', params: { minimum } }
    : { path, code: 'required' };
}

/** A refusal of the engine as the answer of a request. @internal */
export function refusalError(refusal: Refusal): BridgeError {
  const { code, why, fields } = refusal;
  if (code === 'invalid-form') {
    return new BridgeError('invalid-input', { fields: fields?.map(toField) });
  }
  const field = fieldOf(refusal);
  if (field) {
    return new BridgeError('invalid-input', { fields: [field] });
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
