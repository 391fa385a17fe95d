import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { ItemData, JsonSchema, Label, WorkflowDefinition } from './definition';
import { FORMATS } from './formats';
import { FormProblem } from './item';
import { valueNames } from './valueNames';

/**
 * What is wrong with the data of a form; nothing when it is in order. A field
 * that is null or an empty text counts as left out.
 *
 * @public
 */
export function checkForm(
  definition: WorkflowDefinition,
  formId: string,
  data: ItemData,
): FormProblem[] {
  const { fields, required } = definition.forms[formId];
  return checkFields(definition, data, { fields, required });
}

/** Checks data against some fields of a definition. @internal */
export function checkFields(
  definition: WorkflowDefinition,
  data: ItemData,
  wanted: { fields: string[]; required: string[] },
): FormProblem[] {
  const filled = withoutBlanks(data);
  const strangers = Object.keys(data).filter(
    field => !wanted.fields.includes(field),
  );
  const absent = wanted.required.filter(field => !Object.hasOwn(filled, field));
  const validate = validatorOf(definition.data);
  validate(filled);
  const wrong = (validate.errors ?? [])
    .map(error => problemOf(definition, error))
    .filter(problem => wanted.fields.includes(fieldOf(problem.path)));
  return [
    ...strangers.map(path => ({ path, code: 'unknown-field' as const })),
    ...absent.map(path => ({ path, code: 'required' as const })),
    ...wrong,
    ...wanted.fields.flatMap(field => brokenTexts(field, filled[field])),
  ];
}

/** Data without fields that hold nothing. @internal */
export function withoutBlanks(data: ItemData): ItemData {
  const filled = Object.entries(data).filter(([, value]) => !isBlank(value));
  return Object.fromEntries(filled);
}

function isBlank(value: unknown): boolean {
  if (typeof value === 'string') {
    return value.trim() === '';
  }
  const empty = Array.isArray(value) && value.length === 0;
  return value === null || value === undefined || empty;
}

/**
 * A validator that knows our formats.
 *
 * @param strict - refuses schemas with words that it does not know
 * @internal
 */
export function newAjv(strict = true): Ajv {
  const one = new Ajv({ allErrors: true, strict, addUsedSchema: false });
  addFormats(one, ['date', 'date-time', 'email']);
  // Which item a key may name is for the keeper of the items to check; what the
  // parts of an entry are called, and what fills them in, is no check at all.
  one.addVocabulary(['workflow', 'open', 'label', 'set']);
  for (const [name, { test }] of Object.entries(FORMATS)) {
    if (test) {
      one.addFormat(name, test);
    }
  }
  return one;
}

const ajv = newAjv();

const validators = new WeakMap<JsonSchema, ValidateFunction>();

/** @throws Error where the schema cannot be used */
function validatorOf(schema: JsonSchema): ValidateFunction {
  let validate = validators.get(schema);
  if (!validate) {
    try {
      validate = ajv.compile(schema);
    } finally {
      // It would keep every schema of every version that was ever read.
      ajv.removeSchema(schema);
    }
    validators.set(schema, validate);
  }
  return validate;
}

/** Why a schema cannot be used, if so. @internal */
export function schemaProblem(schema: JsonSchema): string | undefined {
  try {
    validatorOf(schema);
    return undefined;
  } catch (error) {
    return (error as Error).message.slice(0, 200);
  }
}

function problemOf(
  definition: WorkflowDefinition,
  error: ErrorObject,
): FormProblem {
  const path = error.instancePath.slice(1).replaceAll('/', '.');
  const { params } = error;
  switch (error.keyword) {
    case 'required':
      return { path: join(path, params.missingProperty), code: 'required' };
    case 'additionalProperties':
      return {
        path: join(path, params.additionalProperty),
        code: 'unknown-field',
      };
    case 'type':
      return { path, code: 'wrong-type', params: { expected: params.type } };
    case 'enum':
      return {
        path,
        code: 'not-one-of',
        params: namedValues(definition, path, params.allowedValues),
      };
    case 'format':
      return { path, code: 'bad-format', params: { example: example(error) } };
    case 'uniqueItems':
      return { path, code: 'repeated' };
    default:
      return limitProblem(path, error);
  }
}

const LIMITS: { [keyword: string]: [FormProblem['code'], string] } = {
  minLength: ['too-short', 'minimum'],
  maxLength: ['too-long', 'maximum'],
  minItems: ['too-few', 'minimum'],
  maxItems: ['too-many', 'maximum'],
  minimum: ['too-small', 'minimum'],
  maximum: ['too-large', 'maximum'],
  exclusiveMinimum: ['not-above', 'minimum'],
  exclusiveMaximum: ['not-below', 'maximum'],
};

function limitProblem(path: string, error: ErrorObject): FormProblem {
  const { keyword, params } = error;
  if (keyword === 'multipleOf') {
    const { multipleOf: divisor } = params;
    return { path, code: 'not-a-multiple', params: { divisor } };
  }
  if (!Object.hasOwn(LIMITS, keyword)) {
    return { path, code: 'invalid' };
  }
  const [code, word] = LIMITS[keyword];
  return { path, code, params: { [word]: Number(params.limit) } };
}

/** The values of a field as its forms call them, and as they are sent. */
function namedValues(
  definition: WorkflowDefinition,
  path: string,
  values: unknown[],
) {
  const named = valueNames(definition, fieldOf(path)) ?? {};
  const inLanguage = (language: keyof Label, before: string, after: string) =>
    values.map(value => {
      const label = Object.hasOwn(named, String(value)) && named[String(value)];
      return label
        ? `${label[language]}${before}${value}${after}`
        : `“${value}”`;
    });
  return {
    valuesEn: inLanguage('en', ' (', ')').join(', '),
    valuesZh: inLanguage('zh', '（', '）').join('、'),
  };
}

function fieldOf(path: string): string {
  return path.split('.')[0];
}

function example(error: ErrorObject): string {
  const format = String(error.params.format);
  return FORMATS[format]?.example ?? format;
}

function join(path: string, field: unknown): string {
  return path === '' ? String(field) : `${path}.${String(field)}`;
}

// Control characters and marks that turn the direction of writing let a text
// show something else than it says; half a character cannot be stored.
const UNPRINTABLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/;

function brokenTexts(path: string, value: unknown): FormProblem[] {
  if (typeof value === 'string') {
    const broken = UNPRINTABLE.test(value) || /\p{Surrogate}/u.test(value);
    return broken ? [{ path, code: 'not-plain-text' }] : [];
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, of]) =>
      brokenTexts(join(path, key), of),
    );
  }
  return [];
}
