const english = {
  navigation: 'Navigation',
  contents: 'On this page',
  previous: 'Previous',
  next: 'Next',
  permalink: 'Link to this section',
  done: 'Done',
  open: 'Not done',
  admonition: {
    note: 'Note',
    abstract: 'Abstract',
    info: 'Info',
    tip: 'Tip',
    success: 'Success',
    question: 'Question',
    warning: 'Warning',
    failure: 'Failure',
    danger: 'Danger',
    bug: 'Bug',
    example: 'Example',
    quote: 'Quote',
  },
};

/** The words that the generator itself writes on a page. @internal */
export type Words = typeof english;

/** What an admonition can be; each kind has its colour and icon. @internal */
export type AdmonitionKind = keyof Words['admonition'];

const chinese: Words = {
  navigation: '导航',
  contents: '本页内容',
  previous: '上一页',
  next: '下一页',
  permalink: '本节链接',
  done: '已完成',
  open: '未完成',
  admonition: {
    note: '说明',
    abstract: '摘要',
    info: '信息',
    tip: '提示',
    success: '成功',
    question: '疑问',
    warning: '注意',
    failure: '失败',
    danger: '危险',
    bug: '缺陷',
    example: '示例',
    quote: '引用',
  },
};

/**
 * The words in the language of the documents, given as in mkdocs' own
 * `theme.language`.
 *
 * @internal
 */
export function wordsOf(language: string): Words {
  return /^zh(?![a-z])/i.test(language) ? chinese : english;
}
