import { ErrorObject, ValidateFunction } from 'ajv';
import { newAjv } from './checkForm';
import { JsonSchema } from './definition';

/** What is wrong with the parameters of an effect or a role source. @public */
export interface ParameterProblem {
  /** Below `with`. */
  path: (string | number)[];
  problem: 'missing' | 'unknown' | 'wrong';
}

// Schemas of others may hold words of theirs, which say nothing to us.
const ajv = newAjv(false);

const validators = new WeakMap<JsonSchema, ValidateFunction>();

/**
 * What is missing, unknown or wrong. A schema that does not speak of further
 * parameters takes none. What is filled in later cannot be looked at before.
 *
 * @param isFilledIn - whether a text stands for a value that comes later
 * @public
 */
export function checkParameters(
  schema: JsonSchema,
  given: { [parameter: string]: unknown },
  isFilledIn: (text: string) => boolean = () => false,
): ParameterProblem[] {
  const validate = validatorOf(schema);
  validate(given);
  const found = (validate.errors ?? [])
    .filter(error => !comesLater(error, given, isFilledIn))
    .map(problemIn);
  const byPlace = new Map(found.map(one => [one.path.join('.'), one]));
  return [...byPlace.values()];
}

/** Why a schema says nothing about parameters, if so. @public */
export function parameterSchemaProblem(schema: JsonSchema): string | undefined {
  if (schema.type !== 'object') {
    return 'type must be object';
  }
  try {
    validatorOf(schema);
    return undefined;
  } catch (error) {
    return (error as Error).message.slice(0, 200);
  }
}

function validatorOf(schema: JsonSchema): ValidateFunction {
  const known = validators.get(schema);
  if (known) {
    return known;
  }
  const validate = ajv.compile({ additionalProperties: false, ...schema });
  validators.set(schema, validate);
  return validate;
}

function problemIn({ keyword, instancePath, params }: ErrorObject) {
  const path = placeOf(instancePath);
  switch (keyword) {
    case 'required':
      return {
        path: [...path, String(params.missingProperty)],
        problem: 'missing' as const,
      };
    case 'additionalProperties':
      return {
        path: [...path, String(params.additionalProperty)],
        problem: 'unknown' as const,
      };
    default:
      return { path, problem: 'wrong' as const };
  }
}

function placeOf(instancePath: string): (string | number)[] {
  return instancePath
    .split('/')
    .slice(1)
    .map(word => word.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map(word => (/^\d+$/.test(word) ? Number(word) : word));
}

function comesLater(
  { keyword, instancePath }: ErrorObject,
  given: unknown,
  isFilledIn: (text: string) => boolean,
): boolean {
  const value = placeOf(instancePath).reduce<unknown>(
    (inner, word) => (inner as { [word: string]: unknown } | undefined)?.[word],
    given,
  );
  const inside = (one: unknown): boolean =>
    typeof one === 'string'
      ? isFilledIn(one)
      : Object.values(one ?? {}).some(inside);
  return /Of$/.test(keyword) || typeof value === 'string'
    ? inside(value)
    : false;
}
