import fc from 'fast-check';
import { compile, CustomNeed, Directory } from './index';
import { ruleNames } from './problems';
import { directoryNeeds, rolePeople } from './roles';
import { DEFECTS, ROSTER } from './testing/defects';
import { improvement, improvementYaml } from './testing/improvement';
import { directory } from './testing/people';

const earlier = [{ version: 1, definition: improvement() }];
const usedMilestones = ['benefitVerified', 'benefitNotAchieved'];

function seeded(...edits: string[]): string {
  let yaml = improvementYaml;
  for (let place = 0; place < edits.length; place += 2) {
    const [from, to] = edits.slice(place, place + 2);
    expect(yaml).toContain(from);
    yaml = yaml.replace(from, () => to);
  }
  return yaml;
}

function lineWith(text: string, yaml: string): number {
  return yaml.slice(0, yaml.indexOf(text)).split('\n').length;
}

describe('a definition file in order', () => {
  const { definition, problems, scenarios } = compile(improvementYaml, {
    usedMilestones,
  });

  it('gives a definition in plain JSON, and its scenarios pass', () => {
    expect(scenarios.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect(JSON.parse(JSON.stringify(definition))).toEqual(definition);
    const known = problems.map(({ rule, path }) => `${rule} ${path}`);
    expect(known).toEqual([
      'quorum-recusal spec.states.quick.approval.boards.lead.recuse',
      'quorum-recusal spec.states.quick.approval.boards.owner.recuse',
    ]);
  });

  it('has everything filled in that the file leaves out', () => {
    expect(definition?.states.quick).toMatchObject({
      timers: [],
      actions: {},
      approval: {
        combine: 'all',
        cancelOthersOn: ['rejected'],
        boards: {
          lead: {
            choices: ['approve', 'reject', 'abstain'],
            quorum: { min: 1, includes: [] },
            pass: { rule: 'first', tie: 'reject' },
            changeVote: 'untilClosed',
            close: 'early',
          },
          owner: { deadline: { then: 'noQuorum' } },
        },
      },
    });
    expect(definition?.data).toMatchObject({
      additionalProperties: false,
      properties: { authors: { maxItems: 100 }, story: { maxLength: 2000 } },
    });
    expect(definition?.states.writing.actions.note).toMatchObject({
      by: ['authors'],
      comment: 'required',
      commentLength: 5,
    });
  });
});

describe('a definition file with a defect', () => {
  it.each(DEFECTS)('%s: %j → %j', (rule, from, to, path, line, ...more) => {
    const yaml = seeded(from, to, ...more);
    const { definition, problems } = compile(yaml, {
      usedMilestones,
      holidayLists: ['cn-public'],
      earlier,
      roleSources: [ROSTER],
    });
    const told = problems.map(one => `${one.rule} ${one.path}`);
    expect(told).toContain(`${rule} ${path}`);
    const found = problems[told.indexOf(`${rule} ${path}`)];
    expect(found.line).toBe(lineWith(line, yaml));
    const isError = problems.some(({ severity }) => severity === 'error');
    expect(definition === undefined).toBe(isError);
    for (const { message, remedy } of problems) {
      const texts = [message.en, message.zh, remedy.en, remedy.zh];
      // Whole sentences of both languages, with every parameter filled in.
      expect(texts.join()).not.toMatch(/undefined|\{(?!prefix|yyyy|n:)\w+\}/);
      expect(message.zh + remedy.zh).toMatch(/[一-龥]/);
    }
  });

  it('is tried for every rule there is', () => {
    const tried = new Set(DEFECTS.map(([rule]) => rule));
    expect([...tried].sort()).toEqual([...ruleNames].sort());
  });
});

it('an effect of a module is checked by its own schema, but for what is filled in later', () => {
  const use = (parameters: string) => {
    const yaml = seeded(
      "use: notify, with: { to: 'role:speaker', template: parked }",
      `use: phone, with: ${parameters}`,
    );
    const schema = {
      type: 'object',
      properties: { number: { type: 'integer' }, words: { type: 'object' } },
      required: ['number'],
    };
    const title = { en: 'Phone', zh: '拨打电话' };
    const effects = [{ use: 'phone', title, schema }];
    return compile(yaml, { effects })
      .problems.filter(({ severity }) => severity === 'error')
      .map(({ rule, path }) => `${rule} ${path.split('.do.0.')[1]}`);
  };
  expect(use('{ number: 7, words: { any: x } }')).toEqual([]);
  expect(use("{ number: '${{ data.price }}' }")).toEqual([]);
  expect(use('{ words: {} }')).toEqual(['effect-parameter with.number']);
  expect(use('{ number: x }')).toEqual(['effect-parameter with.number']);
  expect(use('{ number: 7, volume: 9 }')).toEqual([
    'effect-parameter with.volume',
  ]);
});

it('the people of a role may come from a module, with fields of the item', () => {
  const from = '{ custom: roster, with: { system: data.system } }';
  const yaml = seeded('{ ownerOf: data.system }', from);
  const { definition } = compile(yaml, { roleSources: [ROSTER] });
  if (!definition) {
    throw new Error('It does not compile');
  }
  const item = { data: { system: 'x' }, createdBy: 'user:default/wanda' };
  const need = { source: 'roster', with: { system: 'x' } };
  const people = (known: Directory) =>
    rolePeople(definition, 'keeper', item, known);
  expect(directoryNeeds(definition, item).custom).toEqual([need]);
  const customPeople = (asked: CustomNeed) => [JSON.stringify(asked)];
  expect(people({ ...directory, customPeople })).toEqual([
    JSON.stringify(need),
  ]);
  expect(people(directory)).toEqual([]);
});

it.each([
  "data.?story.orValue('') != ''",
  "has(data.story) && data.story != ''",
])('a condition may ask for a field that may be empty: %s', when => {
  const yaml = seeded("data.?order.orValue('') != ''", when);
  const errors = compile(yaml).problems.map(({ rule }) => rule);
  expect(errors).not.toContain('guard-field');
});

/** In microseconds of the processor: nobody else waits for a bad file. */
const AT_ONCE = 200_000;

function many(count: number, text: (number: number) => string): string {
  return Array.from({ length: count }, (_, number) => text(number)).join('');
}

function manyStates(count: number): string {
  const states = many(count, number => `    s${number}: { type: end }\n`);
  return seeded('  states:\n', `  states:\n${states}`);
}

describe('any file', () => {
  const lines = improvementYaml.split('\n');
  const anyLine = fc.nat({ max: lines.length - 1 });
  const rubbish = fc.constantFrom(
    '',
    '  - [',
    '__proto__: { x: 1 }',
    '    constructor: { type: task }',
    '&a [*a, *a]',
    "when: 'data.__proto__'",
    'to: toString',
    '? {a: 1} : 2',
    '!!js/function x',
    '\t- tab',
  );

  it('gives problems, never an exception, and always a line', () => {
    const property = fc.property(
      anyLine,
      anyLine,
      rubbish,
      fc.boolean(),
      (one, other, text, move) => {
        const changed = [...lines];
        changed.splice(one, 1, ...(move ? [text] : []));
        changed.splice(other, 0, move ? lines[one] : text);
        const { definition, problems } = compile(changed.join('\n'));
        const errors = problems.filter(({ severity }) => severity === 'error');
        expect(definition === undefined).toBe(errors.length > 0);
        for (const { line } of problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(changed.length);
        }
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  it.each([
    '',
    'null',
    '[]',
    '42',
    '--- a\n--- b',
    '['.repeat(50_000),
    `a: &a [x]\n${'b: *a\n'.repeat(3)}`,
    `a: &a [${'x,'.repeat(50)}]\nb: &b [${'*a,'.repeat(
      50,
    )}]\nc: [${'*b,'.repeat(50)}]`,
    '- '.repeat(100_000),
    '? '.repeat(100_000),
    '{a: '.repeat(50_000),
    'a: &a [*a]',
    'a: &a { b: *a }',
    'a: *b',
    '{a: [}',
    '"\\q"',
    '\u0000',
    manyStates(10_000),
    many(20_000, number => `k${number}: 1\n`),
    `[${'a,'.repeat(140_000)}]`,
  ])(
    'such as %.20j is refused at once, in the words of both languages',
    yaml => {
      const start = process.cpuUsage();
      const { definition, problems } = compile(yaml);
      const { user, system } = process.cpuUsage(start);
      expect(user + system).toBeLessThan(AT_ONCE);
      expect(definition).toBeUndefined();
      expect(problems.length).toBeGreaterThan(0);
      for (const { message } of problems) {
        expect(message.zh).not.toMatch(/[a-z]+ [a-z]+ [a-z]/);
        expect(message.en).not.toMatch(/stack|resource|YAMLParse|exhaustion/);
      }
    },
  );

  it('has a bound on the entries of a list or a mapping, which is told', () => {
    const keys = (count: number) => many(count, number => `k${number}: 1\n`);
    const [{ rule }] = compile(keys(1_000)).problems;
    expect(rule).not.toBe('bad-size');
    expect(compile(`a: 1\n${keys(1_000)}`).problems).toMatchObject([
      {
        rule: 'bad-size',
        line: 1_001,
        remedy: {
          en: 'Keep to the limit: ≤ 1000.',
          zh: '请遵守限制：≤ 1000。',
        },
      },
    ]);
  });
});
