import fc from 'fast-check';
import { AnswerMemory } from './AnswerMemory';
import { hostileTexts, hostileValues, plainWords } from './hostileValues';

/** What is used of JSON Schema. */
export interface JsonSchema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
}

type Values = fc.Arbitrary<unknown>;
type Fields = Record<string, unknown>;

/** Nothing is nested deeper than this. */
const DEEPEST = 6;

/** A list that may be endless is filled with this many. */
const MOST_ENTRIES = 3;

/** How long a text may be to be sent at its full length. */
const LONG_ENOUGH = 5_000;

const LETTERS = ['x', '汉', '😀', 'ع'];

/** Texts of the formats that answers do not show. */
const EXAMPLES: { [format: string]: Values } = {
  date: fc.constantFrom('2024-02-29', '2037-01-01', '9999-12-31'),
  'date-time': fc.constantFrom('2025-12-31T09:00:00+08:00'),
  email: fc.constantFrom('name@example.com'),
  uri: fc.constantFrom('https://example.com/page'),
  attachment: fc.constantFrom('FB-0312/photo.jpg'),
  'data-url': fc.constantFrom('data:image/png;base64,iVBORw0KGgo='),
};

/** Under which names the memory holds what a field or format asks for. */
const MEANT: { [word: string]: string } = {
  ...{ '/workflows/{id}': 'Workflow.id', '/cases/{id}': 'Case.id' },
  ...{ '/delegations/{id}': 'Delegation.id' },
  ...{ '/effects/{id}': 'PendingEffect.id', '/systems/{name}': 'System.name' },
  ...{ workflow: 'Workflow.id', board: 'boards.id', action: 'actions.id' },
  ...{ condition: 'conditions.id', state: 'state.id', module: 'modules.id' },
  ...{ modules: 'modules.id', steps: 'actions.id', do: 'actions.id' },
  ...{ user: 'people', person: 'people', superUser: 'people' },
  ...{ assignee: 'people', createdBy: 'people', delegate: 'people' },
  ...{ onBehalfOf: 'people', voter: 'people', owner: 'people' },
  ...{ ask: 'people', it: 'groups', department: 'groups' },
  ...{ system: 'systems', names: 'System.name', basedOn: 'version' },
  ...{
    group: 'groups',
    chair: 'people',
    presenter: 'people',
    deputy: 'people',
  },
  ...{ '/meetings/{id}': 'Meeting.id', '/catalog-projection?since': 'cursor' },
  ...{ item: 'key', 'user-ref': 'people', 'group-ref': 'groups' },
  ...{ 'system-ref': 'systems', 'entity-ref': 'people', 'item-key': 'key' },
};

/**
 * How a parameter is called among what answers have shown: by its name alone,
 * or together with what stands before it, where the name says too little.
 */
export function wordOf(path: string, name: string): string {
  const before = new RegExp(`/[^/]+/\\{${name}\\}`).exec(path)?.[0] ?? name;
  const words = [before, `${path}?${name}`];
  return words.find(word => Object.hasOwn(MEANT, word)) ?? name;
}

/**
 * Values for a schema: such as it allows, at its edges and within, and such as
 * it does not. Where answers have shown values for a field, they are used most
 * of the time.
 */
export class SchemaValues {
  constructor(
    private readonly schemas: Record<string, JsonSchema>,
    private readonly memory: AnswerMemory,
  ) {}

  /** Values that the schema allows. */
  fitting(schema: JsonSchema, word = '', depth = 0): Values {
    const { $ref, const: only, enum: some } = schema;
    const choices = schema.anyOf ?? schema.oneOf;
    if (depth > DEEPEST) {
      return fc.constant(null);
    }
    if ($ref) {
      return this.fitting(this.named($ref), word, depth + 1);
    }
    if (only !== undefined || some) {
      return fc.constantFrom(...(some ?? [only]));
    }
    if (choices) {
      return fc.oneof(
        ...choices.map(one => this.fitting(one, word, depth + 1)),
      );
    }
    return this.ofType(schema, word, depth);
  }

  /** Values that the schema hardly ever allows. */
  unfitting(schema: JsonSchema, word = '', depth = 0): Values {
    if (schema.$ref && depth <= DEEPEST) {
      return this.unfitting(this.named(schema.$ref), word, depth + 1);
    }
    const choices = schema.anyOf ?? schema.oneOf ?? [];
    const wrong = choices.length > 0 ? [fc.constantFrom(...choices)] : [];
    return fc.oneof(
      hostileValues,
      ...wrong.map(one =>
        one.chain(choice => this.unfitting(choice, word, depth + 1)),
      ),
      ...this.besides(schema, word, depth),
    );
  }

  private named(ref: string): JsonSchema {
    return this.schemas[ref.slice(ref.lastIndexOf('/') + 1)];
  }

  private ofType(schema: JsonSchema, word: string, depth: number): Values {
    const { type, minItems = 0, maxItems = MOST_ENTRIES, items = {} } = schema;
    switch (type) {
      case 'string':
        return this.known(schema, word, textOf(schema));
      case 'integer':
      case 'number':
        return this.known(schema, word, numberOf(schema));
      case 'array':
        return fc.array(this.fitting(items, word, depth + 1), {
          minLength: minItems,
          maxLength: Math.max(minItems, Math.min(maxItems, MOST_ENTRIES)),
        });
      case 'object':
        return this.objectOf(schema, depth);
      case 'boolean':
        return fc.boolean();
      default:
        return fc.constantFrom(null, false, 0, '文');
    }
  }

  /** What only an answer can give; nothing where none has given any yet. */
  given(name: string): Values {
    return fc.nat().map(place => {
      const known = this.memory.valuesOf(name);
      return known.length > 0 ? known[place % known.length] : undefined;
    });
  }

  private known(schema: JsonSchema, word: string, made: Values): Values {
    const names = [schema.format ?? '', word].map(name => MEANT[name] ?? name);
    const fits = fitsInto(schema);
    return fc.tuple(fc.nat(4), fc.nat(), made).map(([often, place, other]) => {
      if (often === 0) {
        return other;
      }
      const given = names.flatMap(name => this.memory.givenOf(name));
      const all = names.flatMap(name => this.memory.valuesOf(name));
      const known = (often > 2 && given.length > 0 ? given : all).filter(fits);
      return known.length > 0 ? known[place % known.length] : other;
    });
  }

  private objectOf(schema: JsonSchema, depth: number): Values {
    const { properties = {}, required = [], additionalProperties } = schema;
    const fields = Object.entries(properties).map(
      ([name, field]) => [name, this.fitting(field, name, depth + 1)] as const,
    );
    if (fields.length === 0 && typeof additionalProperties === 'object') {
      const value = this.fitting(additionalProperties, '', depth + 1);
      return fc.dictionary(plainWords(1, 10), value, { maxKeys: 3 });
    }
    return fc.record(Object.fromEntries(fields), {
      requiredKeys: required.filter(name => Object.hasOwn(properties, name)),
    });
  }

  /** Values of the right type that are beside the schema in one place. */
  private besides(schema: JsonSchema, word: string, depth: number): Values[] {
    switch (schema.type) {
      case 'string':
        return [hostileTexts, tooLong(schema.maxLength), hostileTexts];
      case 'integer':
      case 'number':
        return [numberBeside(schema)];
      case 'array':
        return this.listsBeside(schema, word, depth);
      case 'object':
        return this.objectsBeside(schema, depth);
      default:
        return [];
    }
  }

  private listsBeside(
    { items = {}, maxItems = 30 }: JsonSchema,
    word: string,
    depth: number,
  ): Values[] {
    const one = this.fitting(items, word, depth + 1);
    return [
      one.map(entry => Array(maxItems + 1).fill(entry)),
      one.map(entry => [entry, entry]),
      this.unfitting(items, word, depth + 1).map(entry => [entry]),
    ];
  }

  private objectsBeside(schema: JsonSchema, depth: number): Values[] {
    const whole = this.objectOf(schema, depth) as fc.Arbitrary<Fields>;
    const { properties = {}, required = [] } = schema;
    const broken = Object.entries(properties).map(([name, field]) =>
      fc
        .tuple(whole, this.unfitting(field, name, depth + 1))
        .map(([fields, wrong]): Fields => ({ ...fields, [name]: wrong })),
    );
    const strange = fc
      .tuple(whole, hostileTexts, hostileValues)
      .map(([fields, name, value]): Fields => ({ ...fields, [name]: value }));
    const bare = required.map(name =>
      whole.map(({ [name]: _, ...others }): Fields => others),
    );
    return [...broken, ...broken, strange, ...bare];
  }
}

/** Whether a value that was shown somewhere else could stand here too. */
function fitsInto({ type, pattern }: JsonSchema): (value: unknown) => boolean {
  const form = new RegExp(pattern ?? '');
  return value =>
    type === 'string'
      ? typeof value === 'string' && form.test(value)
      : typeof value === 'number';
}

function textOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const { minLength = 0, maxLength = 60, pattern, format = '' } = schema;
  const examples = Object.hasOwn(EXAMPLES, format) ? [EXAMPLES[format]] : [];
  if (pattern) {
    const matching = fc
      .stringMatching(new RegExp(pattern), { size: 'small' })
      .filter(text => text.length <= (schema.maxLength ?? Infinity));
    return fc.oneof(matching, ...examples, ...examples);
  }
  if (examples.length > 0) {
    return examples[0];
  }
  const longest = Math.min(maxLength, LONG_ENOUGH);
  const atEdge = fc
    .tuple(fc.constantFrom(...LETTERS), fc.constantFrom(minLength, longest))
    .map(([letter, length]) => letter.repeat(length));
  const short = plainWords(Math.min(minLength, longest), Math.min(longest, 40));
  return fc.oneof({ weight: 7, arbitrary: short }, atEdge);
}

function tooLong(maxLength = 1_000): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.constantFrom(...LETTERS), fc.constantFrom(1, 1, 1, 2_000))
    .map(([letter, more]) => letter.repeat(maxLength + more));
}

function numberOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const { minimum = -1_000, maximum = 1_000_000, type } = schema;
  const middle =
    type === 'integer'
      ? fc.integer({ min: minimum, max: maximum })
      : fc.double({ min: minimum, max: maximum, noNaN: true });
  const small = fc.integer({ min: minimum, max: minimum + 3 });
  return fc.oneof(small, fc.constantFrom(minimum, maximum), middle);
}

function numberBeside(schema: JsonSchema): fc.Arbitrary<unknown> {
  const { minimum = 0, maximum = 2 ** 31 - 1 } = schema;
  return fc.constantFrom(
    ...[minimum - 1, maximum + 1, minimum + 0.5, -0, -1],
    ...[2 ** 31, 2 ** 53, 1e21, 1e300, -1e300, 5e-324],
  );
}
