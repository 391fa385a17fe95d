import { Label } from '../definition';

/** What the parser of expressions says, and what a reader can act on. */
const TEXTS: [said: RegExp, text: Label][] = [
  [
    /^Unexpected character: '?=/,
    {
      en: 'a single = stands where two belong (==).',
      zh: '比较应写两个等号（==），此处只有一个。',
    },
  ],
  [
    /^Unexpected character: ['"]?([^\x20-\x7e])/,
    {
      en: 'the character $1 cannot stand here; operators and quotes are plain ASCII.',
      zh: '不能使用字符 $1；运算符和引号须为半角。',
    },
  ],
  [
    /^Unexpected (?:character|token)/,
    {
      en: 'something stands where it cannot belong. Write && for “and”, || for “or”, ! for “not”.',
      zh: '此处的内容无效。“且”写 &&，“或”写 ||，“非”写 !。',
    },
  ],
  [
    /^Expected .*, got EOF$/,
    {
      en: 'it ends too early; a bracket is not closed, or something is missing.',
      zh: '表达式不完整：括号没有闭合，或缺少内容。',
    },
  ],
  [
    /^Expected /,
    {
      en: 'a bracket, a comma or an operator is missing. Write && for “and”, || for “or”, ! for “not”.',
      zh: '缺少括号、逗号或运算符。“且”写 &&，“或”写 ||，“非”写 !。',
    },
  ],
  [/^Unterminated /, { en: 'a quote is not closed.', zh: '引号没有闭合。' }],
  [/^No such key: (\w+)/, { en: 'there is no “$1”.', zh: '没有“$1”。' }],
  [/^Unknown variable: (\w+)/, { en: '“$1”.', zh: '“$1”。' }],
  [
    /^no such overload: (.+[!=]= null|null [!=]= .+)$/,
    {
      en: 'a field is not compared with null ($1). Write has(data.x), or !has(data.x).',
      zh: '字段不能与 null 比较（$1），请写成 has(data.x) 或 !has(data.x)。',
    },
  ],
  [
    /^no such overload: (.+)$/,
    {
      en: 'values of these types do not go together ($1).',
      zh: '这些类型的值不能一起运算（$1）。',
    },
  ],
  [
    /^found no matching overload for '(.+)'$/,
    {
      en: 'there is no such function, or it does not take these values: $1.',
      zh: '没有此函数，或不能用于这些值：$1。',
    },
  ],
];

/** What is wrong with an expression; what nobody knows a sentence for as it was said. @internal */
export function expressionText(said: string): Label {
  const known = TEXTS.find(([pattern]) => pattern.test(said));
  if (!known) {
    return { en: said, zh: said };
  }
  const [pattern, { en, zh }] = known;
  const [found] = said.match(pattern) ?? [];
  const fill = (text: string) => (found ?? '').replace(pattern, text);
  return { en: fill(en), zh: fill(zh) };
}
