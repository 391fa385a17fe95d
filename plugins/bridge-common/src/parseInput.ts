import { z } from 'zod';
import { BridgeError, FieldProblem } from './BridgeError';
import { choiceParams, MessageParams } from './errorMessages';
import { FieldCode, fieldMessages } from './fieldMessages';

type Issue = z.core.$ZodIssue;

/**
 * Checks input against its schema.
 *
 * @returns the parsed value
 * @throws BridgeError `invalid-input` that names every field and its remedy
 * @public
 */
export function parseInput<TSchema extends z.ZodType>(
  schema: TSchema,
  input: unknown,
): z.output<TSchema> {
  const result = schema.safeParse(input);
  if (result.success) {
    return result.data;
  }
  const fields = result.error.issues.flatMap(problemsOf);
  throw new BridgeError('invalid-input', { fields });
}

function problemsOf(issue: Issue): FieldProblem[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      path: [...issue.path.map(String), key].join('.').slice(0, 100),
      code: 'unknown-field',
    }));
  }
  const [code, params] = describe(issue);
  return [{ path, code, ...(params && { params }) }];
}

function describe(issue: Issue): [FieldCode, MessageParams?] {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('undefined')
        ? ['required']
        : ['wrong-type', { expected: issue.expected }];
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'invalid_value':
      return ['not-one-of', choiceParams(issue.values)];
    case 'invalid_format':
      return [
        'bad-format',
        { example: exampleOf(issue.format, issue.message) },
      ];
    case 'invalid_key':
      return describe(issue.issues[0]);
    case 'custom':
      return [customCode(issue.params?.code)];
    default:
      return ['invalid'];
  }
}

/** Texts are counted in characters, lists in entries, numbers not at all. */
function tooBig(origin: string, maximum: number): [FieldCode, MessageParams] {
  const codes = { string: 'too-long', array: 'too-many' } as const;
  return [codes[origin as keyof typeof codes] ?? 'too-large', { maximum }];
}

function tooSmall(
  origin: string,
  minimum: number,
): [FieldCode, MessageParams?] {
  const codes = { string: 'too-short', array: 'too-few' } as const;
  const code = codes[origin as keyof typeof codes];
  return code && minimum <= 1
    ? ['required']
    : [code ?? 'too-small', { minimum }];
}

function exampleOf(format: string, message: string): string {
  const examples: Record<string, string> = {
    date: '2026-02-28',
    datetime: '2025-12-31T09:00:00+08:00',
  };
  return examples[format] ?? message;
}

function customCode(code: unknown): FieldCode {
  return typeof code === 'string' && Object.hasOwn(fieldMessages, code)
    ? (code as FieldCode)
    : 'invalid';
}
