import { z } from 'zod';
import { BridgeError, FieldProblem } from './BridgeError';
import { FieldCode, fieldMessages, MessageParams } from './errorMessages';

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
      return ['too-long', { maximum: Number(issue.maximum) }];
    case 'too_small':
      return issue.origin === 'string'
        ? ['required']
        : ['too-short', { minimum: Number(issue.minimum) }];
    case 'invalid_value':
      return ['not-one-of', { values: issue.values.map(String).join(', ') }];
    case 'invalid_format':
      return [
        'bad-format',
        { example: exampleOf(issue.format, issue.message) },
      ];
    case 'custom':
      return [customCode(issue.params?.code)];
    default:
      return ['invalid'];
  }
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
