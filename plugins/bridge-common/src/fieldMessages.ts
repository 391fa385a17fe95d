import { Language } from './text';

/** A sentence in both languages; `{name}` stands for a parameter. */
type Sentence = Record<Language, string>;

/**
 * What can be wrong with one field, and the remedy.
 *
 * @public
 */
export const fieldMessages = {
  required: { en: 'Enter a value.', zh: '请填写。' },
  'has-not-left': {
    en: '{value} is still in the catalog and can act. Name somebody who has left.',
    zh: '{value}仍在组织目录中，可以自己处理。请填写已离职的人员。',
  },
  'wrong-type': {
    en: 'This must be of type {expected}.',
    zh: '此处的类型应为 {expected}。',
  },
  'too-long': {
    en: 'At most {maximum} characters. Shorten it.',
    zh: '最多 {maximum} 个字，请缩短。',
  },
  'too-short': {
    en: 'At least {minimum} characters. Write more.',
    zh: '至少 {minimum} 个字，请补充。',
  },
  'too-many': {
    en: 'Too many entries; {maximum} is the most. Take some out.',
    zh: '最多 {maximum} 项，请删除一些。',
  },
  'too-few': {
    en: 'Too few entries; {minimum} is the least. Add some.',
    zh: '至少 {minimum} 项，请补充。',
  },
  'too-large': {
    en: 'At most {maximum}. Enter a smaller number.',
    zh: '不得大于 {maximum}，请填写更小的数。',
  },
  'too-small': {
    en: 'At least {minimum}. Enter a larger number.',
    zh: '不得小于 {minimum}，请填写更大的数。',
  },
  'not-below': {
    en: 'This must be less than {maximum}. Enter a smaller number.',
    zh: '必须小于 {maximum}，请填写更小的数。',
  },
  'not-above': {
    en: 'This must be more than {minimum}. Enter a larger number.',
    zh: '必须大于 {minimum}，请填写更大的数。',
  },
  'not-a-multiple': {
    en: 'Enter a multiple of {divisor}.',
    zh: '请填写 {divisor} 的倍数。',
  },
  'not-one-of': {
    en: 'Choose one of: {valuesEn}.',
    zh: '请从中选择：{valuesZh}。',
  },
  'bad-format': {
    en: 'Write it like this: {example}.',
    zh: '请按此格式填写：{example}。',
  },
  'unknown-field': {
    en: 'There is no field of this name. Take it out.',
    zh: '没有此字段，请删除。',
  },
  'not-plain-text': {
    en: 'This holds invisible or broken characters. Type it anew.',
    zh: '含有不可见或损坏的字符，请重新输入。',
  },
  'too-deep': {
    en: 'At most {maximum} levels inside each other. Send it flatter.',
    zh: '嵌套最多 {maximum} 层，请减少层数。',
  },
  'no-file': {
    en: 'Send the file itself as the body; it must not be empty or JSON.',
    zh: '请将文件本身作为正文发送，不能为空，也不能是 JSON。',
  },
  'file-type': {
    en: 'Files of this kind are not taken. Attach a JPEG, PNG or WebP picture, a PDF, docx, xlsx or pptx, a CSV or a plain text.',
    zh: '不支持此类文件，请上传 JPEG、PNG、WebP 图片，PDF、docx、xlsx、pptx，CSV 或纯文本。',
  },
  'file-heic': {
    en: 'This is a HEIC picture. Choose “Most Compatible” in the settings of the camera, or add it on the page by a browser that converts it.',
    zh: '这是 HEIC 图片，请在相机设置中选择“兼容性最佳”，或在能转换图片的浏览器中从页面添加。',
  },
  'file-macros': {
    en: 'This document holds macros. Save it without macros, as docx, xlsx or pptx.',
    zh: '此文档含有宏，请另存为不含宏的 docx、xlsx 或 pptx。',
  },
  'picture-broken': {
    en: 'This picture cannot be read. Open it, save it anew and attach that.',
    zh: '无法读取此图片，请打开后重新保存再上传。',
  },
  'picture-too-heavy': {
    en: 'Drawn anew, this picture takes more than 10 MB. Make it smaller, or save it as a JPEG.',
    zh: '此图片重新生成后超过 10 兆，请缩小或另存为 JPEG 后再上传。',
  },
  'picture-too-large': {
    en: 'This picture has more than {maximum} million pixels. Make it smaller.',
    zh: '此图片超过 {maximum} 百万像素，请缩小后再上传。',
  },
  'day-passed': {
    en: 'Choose a day that has not passed.',
    zh: '请选择今天或以后的日期。',
  },
  'ends-before-it-begins': {
    en: 'The term ends before it begins. Choose a later date.',
    zh: '任期结束早于开始，请选择更晚的日期。',
  },
  'absence-ends-before': {
    en: 'The absence ends before it begins. Choose a later date.',
    zh: '外出结束早于开始，请选择更晚的日期。',
  },
  'delegate-is-person': {
    en: 'Nobody stands in for themselves. Choose somebody else.',
    zh: '不能委托本人，请选择其他人员。',
  },
  'delegate-away': {
    en: '“{value}” is away too, from {from} until {until}. Choose somebody else or other days.',
    zh: '“{value}”在 {from} 至 {until} 也外出，请改选人员或日期。',
  },
  'unknown-setting': {
    en: 'The workflow has no such setting. Take one of GET /workflows/{id}/settings.',
    zh: '流程没有此设置，请查阅 GET /workflows/{id}/settings。',
  },
  'not-a-number': {
    en: 'Enter a number.',
    zh: '请填写数字（人数、次数须为整数）。',
  },
  'out-of-range': {
    en: 'Enter a number from {minimum} to {maximum}.',
    zh: '请填写 {minimum} 到 {maximum} 之间的数字。',
  },
  'not-a-duration': {
    en: 'Enter a time of more than nothing and at most 100 years, such as P3D for three days.',
    zh: '请填写大于零、不超过100年的时间，例如 P3D（3天）。',
  },
  'not-a-group': {
    en: 'Choose a group, such as group:default/it-review-board.',
    zh: '请选择一个组，例如 group:default/it-review-board。',
  },
  'both-languages': {
    en: 'Write it in English and in Chinese.',
    zh: '请填写中文和英文。',
  },
  'not-a-field': {
    en: 'Say what is asked, and whether it is required.',
    zh: '请选择字段类型以及是否必填。',
  },
  repeated: {
    en: 'Something stands here twice. Take one out.',
    zh: '有重复内容，请删除一项。',
  },
  'unknown-person': {
    en: '“{value}” is not in the catalog. Choose a person from the list.',
    zh: '目录中没有“{value}”，请从列表中选择人员。',
  },
  'unknown-group': {
    en: '“{value}” is not in the catalog. Choose a group from the list.',
    zh: '目录中没有“{value}”，请从列表中选择部门或组。',
  },
  'group-too-small': {
    en: '“{value}” has {count} members, and its role needs {minimum}. Put more people into the group, or lower the “min” of the role.',
    zh: '“{value}”有 {count} 名成员，而该角色至少需要 {minimum} 人。请在目录中补充成员，或调低该角色的“min”。',
  },
  'unknown-module': {
    en: 'The system has no module “{value}”. It has: {values}.',
    zh: '该系统没有功能模块“{value}”，现有：{values}。',
  },
  'unknown-system': {
    en: 'There is no system “{value}”. Choose one from the list.',
    zh: '没有业务系统“{value}”，请从列表中选择。',
  },
  'unknown-item': {
    en: 'There is no item “{value}”. Choose one from the list.',
    zh: '没有单据“{value}”，请从列表中选择。',
  },
  'wrong-kind-of-item': {
    en: '“{value}” is something else. Choose one of this kind from the list: {kindEn}.',
    zh: '“{value}”不属于此类，请从列表中选择{kindZh}。',
  },
  'item-is-closed': {
    en: '“{value}” has ended. Choose one that is still open.',
    zh: '“{value}”已结束，请选择未结束的单据。',
  },
  'same-item': {
    en: '“{value}” is this item itself. Choose another one.',
    zh: '“{value}”就是本单据，请选择其他单据。',
  },
  'is-duplicate': {
    en: '“{value}” is itself a duplicate of {into}. Choose {into}.',
    zh: '“{value}”本身已并入 {into}，请选择 {into}。',
  },
  'is-duplicate-of-unseen': {
    en: '“{value}” is itself a duplicate of an item that is private. Choose another one, or ask whoever works on “{value}”.',
    zh: '“{value}”本身已并入一张私密单据。请另选一张，或联系“{value}”的经办人。',
  },
  'duplicate-of-this': {
    en: '“{value}” is a duplicate of this item. Undo that merge first, or leave it as it is.',
    zh: '“{value}”已并入本单据，请先撤销该合并，或保持现状。',
  },
  'link-by-action': {
    en: 'This link is made by an action of the workflow. Link the two as related (relatesTo).',
    zh: '此关联由流程的操作建立，手工请关联为“相关”（relatesTo）。',
  },
  'not-a-member': {
    en: '“{value}” is not a member of this board. Choose one of its members.',
    zh: '“{value}”不是本评审组成员，请从成员中选择。',
  },
  'not-on-agenda': {
    en: '“{value}” is not on the agenda. Add it first.',
    zh: '“{value}”不在议题中，请先添加。',
  },
  invalid: {
    en: 'This value cannot be used. Enter another one.',
    zh: '此值无法使用，请换一个。',
  },
} satisfies Record<string, Sentence>;

/** The stable code of a mistake in one field. @public */
export type FieldCode = keyof typeof fieldMessages;
