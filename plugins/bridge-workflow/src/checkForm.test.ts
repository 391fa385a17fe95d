import { checkForm, compile, formOf, WorkflowDefinition } from './index';
import { improvement, improvementYaml } from './testing/improvement';

const definition = improvement();

function withField(schema: string): WorkflowDefinition {
  const yaml = improvementYaml
    .replace('price: { type: number, minimum: 0 }', `price: ${schema}`)
    // No form requires a file.
    .replace(
      'required: [price, danger,',
      schema.includes('attachment') ? 'required: [danger,' : '$&',
    )
    .replace(/when: data.price >= 50000/, 'when: data.goal > 1')
    .replace(/data.price < 1000 && /, '')
    .replace(/price: \d+/g, '');
  const { definition: changed, problems } = compile(
    yaml.replace(/scenarios:[^]*/, 'scenarios: []'),
  );
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return changed as WorkflowDefinition;
}

/** What is said about the value of one field. */
function said(schema: string, value: unknown) {
  const data = { danger: 'none', before: 1, goal: 2, price: value };
  return checkForm(withField(schema), 'numbers', data).map(
    ({ path, code, params }) => [path, code, params],
  );
}

describe('a form', () => {
  it('is drawn with English titles, both languages beside it', () => {
    expect(formOf(definition, 'sketch')).toMatchObject({
      schema: {
        type: 'object',
        required: ['title', 'system'],
        properties: {
          title: { type: 'string', title: 'Title', maxLength: 80 },
          story: { description: 'What happens today.' },
          system: { format: 'system-ref' },
          authors: { type: 'array', items: { format: 'user-ref' } },
        },
      },
      uiSchema: {
        'ui:order': ['title', 'story', 'system', 'authors'],
        story: {
          'ui:widget': 'textarea',
          'ui:options': {
            labels: {
              title: { en: 'Story', zh: '经过' },
              help: { en: 'What happens today.', zh: '目前的情况。' },
            },
          },
        },
      },
    });
    expect(formOf(definition, 'sketch').uiSchema).toMatchObject({
      system: { 'ui:options': { catalog: { kind: 'System' } } },
      authors: { 'ui:options': { catalog: { kind: 'User' } } },
    });
    expect(formOf(definition, 'numbers').uiSchema.danger).toMatchObject({
      'ui:options': {
        labels: { options: { much: { en: 'Much', zh: '较大' } } },
      },
    });
  });

  it('says of each field what is wrong', () => {
    const wrong = { price: 'dear', danger: 'huge', before: 1, junk: 1 };
    expect(checkForm(definition, 'numbers', wrong)).toEqual([
      { path: 'junk', code: 'unknown-field' },
      { path: 'goal', code: 'required' },
      { path: 'price', code: 'wrong-type', params: { expected: 'number' } },
      {
        path: 'danger',
        code: 'not-one-of',
        params: {
          valuesEn: 'None (none), Some (some), Much (much)',
          valuesZh: '无（none）、一般（some）、较大（much）',
        },
      },
    ]);
    const right = { price: 0, danger: 'none', before: 1, goal: 2 };
    expect(checkForm(definition, 'numbers', right)).toEqual([]);
  });

  it.each<[schema: string, value: unknown, problem: unknown[]]>([
    ['{ type: string, maxLength: 3 }', '一二三', []],
    [
      '{ type: string, maxLength: 3 }',
      '一二三四',
      ['price', 'too-long', { maximum: 3 }],
    ],
    [
      '{ type: string, minLength: 3 }',
      'ab',
      ['price', 'too-short', { minimum: 3 }],
    ],
    [
      '{ type: string }',
      'x'.repeat(10_001),
      ['price', 'too-long', { maximum: 10_000 }],
    ],
    ['{ type: string }', ' \n ', ['price', 'required', undefined]],
    ['{ type: string }', null, ['price', 'required', undefined]],
    ['{ type: string }', 'a\u0000b', ['price', 'not-plain-text', undefined]],
    ['{ type: string }', 'a\ud800b', ['price', 'not-plain-text', undefined]],
    ['{ type: string }', 'a\u202eb', ['price', 'not-plain-text', undefined]],
    ['{ type: string }', 'two\nlines\tand 😀', []],
    ['{ type: number, minimum: 1 }', 0, ['price', 'too-small', { minimum: 1 }]],
    ['{ type: number, maximum: 1 }', 2, ['price', 'too-large', { maximum: 1 }]],
    [
      '{ type: number, exclusiveMinimum: 1 }',
      1,
      ['price', 'not-above', { minimum: 1 }],
    ],
    [
      '{ type: number, exclusiveMaximum: 1 }',
      1,
      ['price', 'not-below', { maximum: 1 }],
    ],
    [
      '{ type: integer }',
      1.5,
      ['price', 'wrong-type', { expected: 'integer' }],
    ],
    [
      '{ type: number, multipleOf: 5 }',
      7,
      ['price', 'not-a-multiple', { divisor: 5 }],
    ],
    [
      '{ type: array, items: { type: string }, minItems: 2 }',
      ['a'],
      ['price', 'too-few', { minimum: 2 }],
    ],
    [
      '{ type: array, items: { type: string }, maxItems: 1 }',
      ['a', 'b'],
      ['price', 'too-many', { maximum: 1 }],
    ],
    [
      '{ type: array, items: { type: string, enum: [a, b] } }',
      ['c'],
      ['price.0', 'not-one-of', { valuesEn: '“a”, “b”', valuesZh: '“a”、“b”' }],
    ],
    [
      '{ type: array, items: { type: string } }',
      [],
      ['price', 'required', undefined],
    ],
    [
      '{ type: array, items: { type: string }, uniqueItems: true }',
      ['a', 'a'],
      ['price', 'repeated', undefined],
    ],
    [
      '{ type: array, items: { type: string } }',
      ['a', 'b\u0007'],
      ['price.1', 'not-plain-text', undefined],
    ],
    [
      '{ type: object, properties: { a: { type: string } }, required: [a] }',
      {},
      ['price.a', 'required', undefined],
    ],
    [
      '{ type: object, properties: { a: { type: string } } }',
      { b: 1 },
      ['price.b', 'unknown-field', undefined],
    ],
    [
      '{ type: string, format: date }',
      '2025-02-30',
      ['price', 'bad-format', { example: '2026-02-28' }],
    ],
    ['{ type: string, format: date }', '2025-02-28', []],
    ['{ type: string, format: uri }', 'https://example.com/a?b=1', []],
    [
      '{ type: string, format: uri }',
      'ftp://example.com/a',
      ['price', 'bad-format', { example: 'https://example.com/page' }],
    ],
    ['{ type: string, format: entity-ref }', 'user:default/chen.zhiyuan', []],
    [
      '{ type: string, format: entity-ref }',
      'chen',
      ['price', 'bad-format', { example: 'system:default/mes' }],
    ],
    ...['system:default/mes', 'user:default/chen', 'group:default/production']
      .map(ref => [ref, ref.split(':')[0]])
      .map(([ref, kind]): [string, string, unknown[]] => [
        `{ type: string, format: ${kind}-ref }`,
        ref,
        [],
      ]),
    ...(
      [
        ['system-ref', 'group:default/production', 'system:default/mes'],
        ['system-ref', 'System:default/MES', 'system:default/mes'],
        ['user-ref', 'system:default/mes', 'user:default/chen.zhiyuan'],
        ['group-ref', 'user:default/tang.ting', 'group:default/production'],
      ] as const
    ).map(([format, ref, example]): [string, string, unknown[]] => [
      `{ type: string, format: ${format} }`,
      ref,
      ['price', 'bad-format', { example }],
    ]),
    ['{ type: string, format: item-key }', 'op-2025-018', []],
    ['{ type: string, format: item-key }', 'new', []],
    [
      '{ type: string, format: item-key }',
      'FB',
      ['price', 'bad-format', { example: 'FB-0312' }],
    ],
    [
      '{ type: string, format: attachment }',
      '../etc/passwd',
      ['price', 'bad-format', { example: 'FB-0312/photo.jpg' }],
    ],
    [
      '{ type: string, format: data-url }',
      'data:image/svg+xml;base64,AAAA',
      ['price', 'bad-format', { example: 'data:image/png;base64,…' }],
    ],
  ])('%s takes %j: %j', (schema, value, problem) => {
    expect(said(schema, value)).toEqual(problem.length > 0 ? [problem] : []);
  });

  it('is not fooled by names that every object inherits', () => {
    const data = JSON.parse('{"__proto__": {"title": "x"}, "constructor": 1}');
    expect(checkForm(definition, 'measured', data)).toEqual([
      { path: '__proto__', code: 'unknown-field' },
      { path: 'constructor', code: 'unknown-field' },
      { path: 'after', code: 'required' },
    ]);
  });
});
