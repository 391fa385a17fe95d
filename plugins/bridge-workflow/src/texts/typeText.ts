import { Label } from '../definition';

const TEXTS: { [type: string]: Label } = {
  string: {
    en: 'one text, not a list, in quotes where it looks like a number',
    zh: '一段文本（不是列表），像数字的须加引号',
  },
  number: { en: 'a number', zh: '数字' },
  int: { en: 'a whole number', zh: '整数' },
  boolean: { en: 'true or false', zh: 'true 或 false' },
  array: {
    en: 'a list: [one, other], or one line with a dash for each',
    zh: '列表：[甲, 乙]，或每项一行、以短横线开头',
  },
  object: {
    en: 'words with values: { word: value }, or an indented line for each',
    zh: '“字段: 值”：{ 字段: 值 }，或缩进后每项一行',
  },
};

/** What a value has to be, for people who write a file. @internal */
export function typeText(type: string): Label {
  const kind = type === 'record' ? 'object' : type;
  return Object.hasOwn(TEXTS, kind) ? TEXTS[kind] : { en: type, zh: type };
}
