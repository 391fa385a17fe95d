import { z } from 'zod';
import { appointmentInputSchema } from './appointment';
import { BridgeError } from './BridgeError';
import { userParameterSchema } from './entityRefs';
import { errorMessages, formatMessage } from './errorMessages';
import { fieldMessages } from './fieldMessages';
import { parseInput } from './parseInput';
import { createSystemSchema } from './system';
import { Language } from './text';

const system = {
  name: 'MES-2',
  title: { en: ' MES ', zh: '制造执行' },
  it: 'Group:Default/IT',
  criticality: 'A',
};

describe('parseInput', () => {
  it('trims, folds references and fills in defaults', () => {
    expect(parseInput(createSystemSchema, system)).toEqual({
      name: 'mes-2',
      title: { en: 'MES', zh: '制造执行' },
      it: 'group:default/it',
      criticality: 'A',
      aliases: [],
      lifecycle: 'steady',
      modules: [],
    });
    expect(parseInput(userParameterSchema, 'Ma.Jun')).toBe(
      'user:default/ma.jun',
    );
    expect(parseInput(userParameterSchema, 'User:other/ma.jun')).toBe(
      'user:other/ma.jun',
    );
  });

  it('names every wrong field at once', () => {
    const wrong = { role: 'boss', from: '1.1.2025', until: 7, constructor: 1 };
    const fieldsOf = () => {
      try {
        parseInput(appointmentInputSchema, wrong);
        return [];
      } catch (error) {
        return (error as BridgeError).fields ?? [];
      }
    };
    const named = fieldsOf().map(({ path, code }) => `${path} ${code}`);
    expect(named.sort()).toEqual([
      'constructor unknown-field',
      'department required',
      'from bad-format',
      'role not-one-of',
      'until wrong-type',
    ]);
  });

  it('counts texts in characters, lists in entries, and tells the remedy', () => {
    const schema = z.object({
      text: z.string().min(5),
      empty: z.string().min(1),
      list: z.array(z.number()).max(1),
      none: z.array(z.number()).min(1),
      number: z.number().max(100),
      choice: z.enum(['lead', 'backup']),
    });
    const wrong = { text: 'a', empty: '', list: [1, 2], none: [] };
    const sentences = (language: Language) => {
      try {
        parseInput(schema, { ...wrong, number: 1000, choice: 'boss' });
        return [];
      } catch (error) {
        const { fields } = (error as BridgeError).inLanguage(language);
        return fields?.map(({ message }) => message);
      }
    };
    expect(sentences('en')).toEqual([
      'At least 5 characters. Write more.',
      'Enter a value.',
      'Too many entries; 1 is the most. Take some out.',
      'Enter a value.',
      'At most 100. Enter a smaller number.',
      'Choose one of: “lead”, “backup”.',
    ]);
    expect(sentences('zh')).toEqual([
      '至少 5 个字，请补充。',
      '请填写。',
      '最多 1 项，请删除一些。',
      '请填写。',
      '不得大于 100，请填写更小的数。',
      '请从中选择：“lead”、“backup”。',
    ]);
  });

  it('has every sentence in both languages with the same parameters', () => {
    const sentences = { ...errorMessages, ...fieldMessages };
    for (const [code, { en, zh }] of Object.entries(sentences)) {
      expect([code, parametersIn(zh)]).toEqual([code, parametersIn(en)]);
      expect(zh).toMatch(/\p{Script=Han}|^\{\w+Zh\}$/u);
    }
    const sentence = { en: 'a {x} {toString}', zh: 'b' };
    expect(formatMessage(sentence, { x: 1 }, 'en')).toBe('a 1 {toString}');
  });
});

// A parameter that is itself a sentence comes once in each language.
function parametersIn(text: string): string[] {
  const names = text.match(/\{\w+\}/g) ?? [];
  return names.map(name => name.replace(/(En|Zh)\}$/, '}')).sort();
}
