import MarkdownIt from 'markdown-it';

/**
 * A text as HTML, also between the double quotes of an attribute.
 *
 * @internal
 */
export const escapeHtml: (text: string) => string = new MarkdownIt().utils
  .escapeHtml;
