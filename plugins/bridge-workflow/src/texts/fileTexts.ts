import { RuleText } from './RuleText';

/** What the rules about the file, its data and its forms say. @internal */
export const fileTexts = {
  'too-large': {
    message: {
      en: 'The file is larger than {maximum} characters.',
      zh: '文件超过 {maximum} 个字符。',
    },
    remedy: {
      en: 'Shorten it, or split the workflow in two that are linked.',
      zh: '请精简，或拆成两个相互关联的流程。',
    },
  },
  yaml: {
    message: {
      en: 'This is not valid YAML: {detail}',
      zh: 'YAML 格式有误：{detail}',
    },
    remedy: {
      en: 'Check indentation, quotes and colons around this line. Put a text with a colon, a brace or a quote into quotes; punctuation of YAML is ASCII, with a space after each colon.',
      zh: '请检查该行附近的缩进、引号和冒号。含冒号、花括号或引号的文字须加引号；YAML 的标点须为半角，冒号后空一格，不能写成“：”“，”。',
    },
  },
  'too-deep': {
    message: {
      en: 'Parts of the file stand inside each other deeper than {maximum} levels.',
      zh: '文件的嵌套超过 {maximum} 层。',
    },
    remedy: {
      en: 'Take levels out; a part must not contain itself through an alias.',
      zh: '请减少层数；不能用别名让内容包含自身。',
    },
  },
  'unknown-key': {
    message: {
      en: 'The word “{key}” is not known here.',
      zh: '此处没有“{key}”这个字段。',
    },
    remedy: {
      en: 'Correct the spelling or take it out. If the word is right, check how far the line is indented.',
      zh: '请更正拼写，或删除；如拼写无误，请检查该行的缩进。',
    },
  },
  'missing-key': {
    message: { en: '“{key}” is missing.', zh: '缺少“{key}”。' },
    remedy: { en: 'Add “{key}”.', zh: '请补上“{key}”。' },
  },
  'wrong-type': {
    message: {
      en: 'A value of another kind belongs here.',
      zh: '此处的值类型不对。',
    },
    remedy: {
      en: 'Write {expected}.',
      zh: '请写成{expected}。',
    },
  },
  'not-one-of': {
    message: {
      en: 'This value is not known here.',
      zh: '此处不能使用这个值。',
    },
    remedy: { en: 'Choose one of: {values}.', zh: '请从中选择：{values}。' },
  },
  'bad-value': {
    message: {
      en: 'This value does not have the right form.',
      zh: '此处的值格式不对。',
    },
    remedy: {
      en: 'Write it like this: {example}',
      zh: '请按此格式填写：{example}',
    },
  },
  'bad-size': {
    message: {
      en: 'This is too small, too large, too short or too long.',
      zh: '此处的值或长度超出允许范围。',
    },
    remedy: {
      en: 'Keep to the limit: {limit}.',
      zh: '请遵守限制：{limit}。',
    },
  },
  label: {
    message: {
      en: 'The text in English or in Chinese is missing.',
      zh: '缺少英文或中文文字。',
    },
    remedy: {
      en: 'Write both: { en: …, zh: … }.',
      zh: '请写全：{ en: …, zh: … }。',
    },
  },
  'option-label': {
    severity: 'warning',
    message: {
      en: 'The value “{value}” has no name, so people read it as it stands.',
      zh: '取值“{value}”没有名称，将原样显示。',
    },
    remedy: {
      en: 'Add it under options.{field} in both languages.',
      zh: '请在 options.{field} 下补上中英文名称。',
    },
  },
  'data-schema': {
    message: {
      en: 'The field cannot be used as it is described: {detail}',
      zh: '字段定义有误：有关键字与字段的类型不符，或取值重复。',
    },
    remedy: {
      en: 'Use only words that fit the type of the field, and a known format.',
      zh: '请只使用与字段类型相符的关键字和已知的 format。',
    },
  },
  title: {
    message: {
      en: 'Every item needs a title, and this file does not see to it.',
      zh: '每张单据都要有标题，此文件未作保证。',
    },
    remedy: {
      en: 'Give data a property title of type string, and let the start form require it.',
      zh: '请在 data 中加入 string 类型的 title，并在起始表单中设为必填。',
    },
  },
  'unknown-field': {
    message: {
      en: 'There is no field “{field}” in the data.',
      zh: 'data 中没有字段“{field}”。',
    },
    remedy: {
      en: 'Correct the name, or add it under spec.data.properties.',
      zh: '请更正名称，或在 spec.data.properties 中添加。',
    },
  },
  'form-attachment': {
    message: {
      en: '“{field}” is a file, which a form does not ask for, so nobody could send this one.',
      zh: '“{field}”是附件，表单中不填写附件，因此无法提交。',
    },
    remedy: {
      en: 'Take it out of required; files are added to the item itself.',
      zh: '请从 required 中删除；附件在单据页面上添加。',
    },
  },
  'form-field': {
    message: {
      en: '“{field}” is not one of the fields of this form.',
      zh: '“{field}”不是本表单的字段。',
    },
    remedy: {
      en: 'Add it to fields, or take it out here.',
      zh: '请加入 fields，或在此删除。',
    },
  },
  'unknown-form': {
    message: { en: 'There is no form “{form}”.', zh: '没有表单“{form}”。' },
    remedy: {
      en: 'Correct the name, or add it under spec.forms.',
      zh: '请更正名称，或在 spec.forms 中添加。',
    },
  },
  'set-field': {
    message: {
      en: 'The field “{field}” cannot take this value.',
      zh: '字段“{field}”不能存放此值。',
    },
    remedy: {
      en: 'Let it be a string, format user-ref for actor and date-time for now; or an integer for next.',
      zh: '请改为 string：actor 用 user-ref 格式，now 用 date-time 格式；next 用 integer。',
    },
  },
  'item-field': {
    message: {
      en: '“{word}” says which item may be named, and this field names none.',
      zh: '“{word}”用于限定可选的单据，而此字段不是单据编号。',
    },
    remedy: {
      en: 'Give the field format: item-key, or take “{word}” out.',
      zh: '请将字段设为 format: item-key，或删除“{word}”。',
    },
  },
  'unknown-phase': {
    message: { en: 'There is no phase “{phase}”.', zh: '没有阶段“{phase}”。' },
    remedy: {
      en: 'Correct the name, or add it under spec.phases.',
      zh: '请更正名称，或在 spec.phases 中添加。',
    },
  },
  'duplicate-id': {
    message: { en: '“{id}” stands here twice.', zh: '“{id}”重复。' },
    remedy: { en: 'Give one of them another name.', zh: '请改用其他名称。' },
  },
} satisfies { [rule: string]: RuleText };
