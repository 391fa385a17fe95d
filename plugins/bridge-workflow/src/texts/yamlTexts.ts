import type { ErrorCode } from 'yaml';
import { Label } from '../definition';

const OTHER: Label = {
  en: 'something stands here that YAML does not allow.',
  zh: '此处有 YAML 不允许的内容。',
};

const TEXTS: { [code in ErrorCode | 'TOO_MANY_ALIASES']?: Label } = {
  ALIAS_PROPS: {
    en: 'an alias (*name) takes no anchor and no tag.',
    zh: '别名（*名称）不能再带锚点或标签。',
  },
  BAD_ALIAS: {
    en: 'an alias (*name) has no anchor (&name) before it.',
    zh: '别名（*名称）之前没有对应的锚点（&名称）。',
  },
  BAD_DIRECTIVE: {
    en: 'a line that begins with % is not understood.',
    zh: '以 % 开头的行无法识别。',
  },
  BAD_DQ_ESCAPE: {
    en: 'after \\ in double quotes stands a character that cannot stand there.',
    zh: '双引号内 \\ 之后的字符无效。',
  },
  BAD_INDENT: {
    en: 'a bracket is not closed, or the indentation is wrong.',
    zh: '括号没有闭合，或缩进有误。',
  },
  BAD_PROP_ORDER: {
    en: 'an anchor or a tag stands in the wrong place.',
    zh: '锚点或标签的位置不对。',
  },
  BAD_SCALAR_START: {
    en: 'a text begins with a character that YAML reserves; put it in quotes.',
    zh: '文本以 YAML 的保留字符开头，请加引号。',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    en: 'two colons on one line, or a line is indented too far.',
    zh: '一行有两个冒号，或缩进过多。',
  },
  BLOCK_IN_FLOW: {
    en: 'inside brackets stands a list or map without brackets.',
    zh: '括号内使用了不带括号的列表或映射。',
  },
  DUPLICATE_KEY: {
    en: 'the same word stands here twice.',
    zh: '同一字段重复出现。',
  },
  KEY_OVER_1024_CHARS: {
    en: 'what stands before a colon is longer than 1,024 characters.',
    zh: '冒号之前的内容超过 1024 个字符。',
  },
  MISSING_CHAR: {
    en: 'a quote, a bracket, a comma or a colon is missing.',
    zh: '缺少引号、括号、逗号或冒号。',
  },
  MULTILINE_IMPLICIT_KEY: {
    en: 'what stands before a colon runs over several lines.',
    zh: '冒号之前的内容跨越多行。',
  },
  MULTIPLE_ANCHORS: {
    en: 'a value has two anchors (&name).',
    zh: '同一个值有两个锚点（&名称）。',
  },
  MULTIPLE_DOCS: {
    en: 'the file holds several documents; a line of --- may stand at the top only.',
    zh: '文件含有多个文档；--- 只能出现在文件开头。',
  },
  MULTIPLE_TAGS: {
    en: 'a value has two tags (!name).',
    zh: '同一个值有两个标签（!名称）。',
  },
  TAB_AS_INDENT: {
    en: 'a line is indented with a tab; use spaces.',
    zh: '某行用制表符缩进，请改用空格。',
  },
  TOO_MANY_ALIASES: {
    en: 'its aliases (*name) repeat too much; write the parts out.',
    zh: '别名（*名称）展开过多，请直接写出内容。',
  },
  UNEXPECTED_TOKEN: {
    en: 'something stands where it cannot belong, such as a bracket or a dash too many.',
    zh: '出现了多余的内容，例如多写了括号或短横线。',
  },
};

/** What a mistake that the YAML parser has found is. @internal */
export function yamlText(code: string): Label {
  return Object.hasOwn(TEXTS, code)
    ? TEXTS[code as keyof typeof TEXTS] ?? OTHER
    : OTHER;
}
