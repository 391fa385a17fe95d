import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { compile, EFFECTS } from './index';
import { fileShape } from './shape/fileShape';

/*
 * Whoever knows docs/guide/<language>/workflow-language.md and nothing else can
 * write a workflow, and is told what to do where it is wrong.
 */

const STRANGERS = join(__dirname, 'testing', 'strangers');
const GUIDE = join(__dirname, '..', '..', '..', 'docs', 'guide');

/** A definition that was written from the reference alone. */
const stranger = (name: string) => readFileSync(join(STRANGERS, name), 'utf8');

const reference = (language: string) =>
  readFileSync(join(GUIDE, language, 'workflow-language.md'), 'utf8');

const examplesOf = (text: string) =>
  [...text.matchAll(/```yaml\n(.*?)```/gs)].map(([, example]) => example);

/** Every word that a JSON Schema takes, and every value of its enumerations. */
function wordsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) {
    return [];
  }
  const {
    properties = {},
    enum: values = [],
    ...others
  } = schema as z.core.JSONSchema.JSONSchema;
  return [
    ...Object.keys(properties),
    ...[...values, others.const ?? []].flat().map(String),
    ...Object.values({ ...properties, ...others }).flatMap(wordsOf),
  ];
}

it.each(readdirSync(STRANGERS))('%s compiles, and ends as expected', name => {
  const { definition, problems, scenarios } = compile(stranger(name));
  expect(problems).toEqual([]);
  expect(definition).toBeDefined();
  expect(scenarios.map(({ ok }) => ok)).not.toContain(false);
  expect(scenarios).not.toEqual([]);
});

describe.each(['en', 'zh'])('the reference in %s', language => {
  const text = reference(language);

  it('shows examples that compile', () => {
    const examples = examplesOf(text);
    expect(examples.map(example => parse(example))).not.toContain(null);
    const whole = examples.filter(example => example.includes('apiVersion'));
    expect(whole).not.toEqual([]);
    expect(whole.map(example => compile(example).problems)).toEqual(
      whole.map(() => []),
    );
  });

  it('lists every word of the language', () => {
    const code = [...text.matchAll(/```yaml\n.*?```|`[^`\n]+`/gs)].join('\n');
    const shape = z.toJSONSchema(fileShape, {
      io: 'input',
      unrepresentable: 'any',
    });
    const effects = EFFECTS.flatMap(({ use, schema }) => [
      use,
      ...wordsOf(schema),
    ]);
    const listed = new Set(code.match(/[\w/$-]+/g));
    const words = new Set([...wordsOf(shape), ...effects]);
    expect(words.size).toBeGreaterThan(150);
    expect([...words].filter(word => !listed.has(word))).toEqual([]);
  });
});

it('both references show the same examples and the same words', () => {
  const [english, chinese] = ['en', 'zh'].map(reference);
  const bare = (text: string) =>
    examplesOf(text).map(example =>
      example.replace(/ *#.*/g, '').replace(/comment: [^}]*/, ''),
    );
  expect(bare(chinese)).toEqual(bare(english));
  const rows = (text: string) => text.match(/^\| `[^`]+`/gm);
  expect(rows(chinese)).toEqual(rows(english));
  const isCommon = (code: string) => !/[<…一-龥]|state\]|effects\]/.test(code);
  const words = (text: string) =>
    [...new Set(text.match(/`[^`\n]+`/g))].filter(isCommon).sort();
  expect(words(chinese)).toEqual(
    words(english).filter(word => word !== '`[one, other]`'),
  );
});

// prettier-ignore
it.each<[mistake: string, from: string, to: string, en: RegExp, zh: RegExp]>([
  ['too little indentation', '      assign: coming', '     assign: coming', /indentation/, /缩进/],
  ['a tab', '      assign: coming', '\tassign: coming', /tab; use spaces/, /制表符.*空格/],
  ['a word twice', '      assign: coming', '      assign: coming\n      assign: leaving', /same word.*twice/, /重复/],
  ['a state too deep', '    taken:', '      taken:', /“taken” is not known.*how far the line is indented/, /缩进/],
  ['a full-width colon', 'type: task', 'type： task', /ASCII/, /半角/],
  ['no Chinese', 'label: { en: Handed over, zh: 待接班 }', 'label: { en: Handed over }', /Write both/, /写全/],
  ['one language alone', 'label: { en: Handed over, zh: 待接班 }', 'label: Handed over', /Write both/, /写全/],
  ['an unknown role', 'by: coming', 'by: comming', /no role “comming”.*spec.roles/, /没有角色“comming”.*spec.roles/],
  ['a duration in words', 'PT8H', '8h', /P3D, PT8H/, /P3D, PT8H/],
  ['a text for a list', 'fields: [title, open]', 'fields: title', /a list: \[one, other\]/, /列表/],
  ['a list for a text', 'assign: coming', 'assign: [coming]', /one text, not a list/, /不是列表/],
  ['one =', 'by: coming', "when: data.title = 'A', by: coming", /two belong \(==\)/, /两个等号/],
  ['and', 'by: coming', "when: data.title == 'A' and true, by: coming", /Write && for “and”/, /“且”写 &&/],
  ['a bracket', 'by: coming', "when: (data.title == 'A', by: coming", /bracket is not closed/, /括号没有闭合/],
  ['an unknown field', 'by: coming', "when: data.titel == 'A', by: coming", /no “titel”.*spec.data/, /没有“titel”.*spec.data/],
  ['a text without quotes', 'by: coming', 'when: data.title == night, by: coming', /“night”.*text in quotes/, /“night”.*加引号/],
  ['a function', 'by: coming', 'when: lenght(data.title) > 1, by: coming', /no such function.*lenght/, /没有此函数.*lenght/],
  ['other types', 'by: coming', 'when: data.title > 1, by: coming', /types do not go together/, /类型的值不能一起运算/],
  ['null', 'by: coming', 'when: data.title != null, by: coming', /Write has\(data\.x\)/, /写成 has\(data\.x\)/],
  ['an unknown format', 'format: markdown', 'format: richtext', /Choose one of: .*markdown/, /请从中选择：.*markdown/],
  ['an action of nobody', '            by: coming,\n', '', /Add by with a role/, /请添加 by/],
  ['no time', '            after: PT8H,\n', '', /Add “after”/, /请补上“after”/],
  ['a recipient', 'to: assignees', 'to: coming', /It takes role:…/, /可用：role:…/],
  ['a milestone', 'by: coming', 'milestone: done, by: coming', /take it out/, /请删除/],
  ['another state expected', 'state: taken', 'state: handed', /ends in “Taken over”, expected was “Handed over”/, /结束于“已接班”，预期为“待接班”/],
])('a beginner who writes %s reads what to do', (_, from, to, en, zh) => {
  const yaml = stranger('shift-handover.yaml');
  expect(yaml).toContain(from);
  const { problems } = compile(yaml.replace(from, () => to));
  const read = (language: 'en' | 'zh') =>
    problems.map(({ message, remedy }) => message[language] + remedy[language]);
  expect(read('en').join()).toMatch(en);
  expect(read('zh').join()).toMatch(zh);
});
