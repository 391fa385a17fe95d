const DATA_ADDRESS = /data:[^\s)"'>]+/g;
const CODE_FENCE = /^\s{0,3}(?:```|~~~).*$/gm;
const LINK = /!?\[([^\]\n]{0,300})\]\([^)\n]{0,1000}\)/g;
const TAG = /<\/?[a-z][^>\n]{0,300}>/gi;
// Lines that say how something stands, not what.
const SCAFFOLDING =
  /^\s*(?:#{1,6}\s.*|\|.*|(?:!{3}|\?{3}\+?)\s.*|[-*_=:\s|]{3,})$/gm;
const LINE_START = /^\s*(?:(?:>|[-*+]|\d{1,9}[.)])\s+)+(?:\[[ xX]\]\s)?/gm;

// A picture inside the text may be far longer than the text.
const readable = (markdown: string, length: number) =>
  markdown.replace(DATA_ADDRESS, '').slice(0, length);

/**
 * The words of a Markdown text, for search: without pictures, addresses and
 * tags.
 *
 * @internal
 */
export function wordsOf(markdown: string, length = 50_000): string {
  return readable(markdown, length).replace(LINK, '$1').replace(TAG, ' ');
}

/**
 * The first words of a Markdown text, as one plain line: what stands under
 * the headings, without tables and marks.
 *
 * @internal
 */
export function summaryOf(markdown: string, length = 160): string {
  const line = wordsOf(markdown, 10_000)
    .replace(CODE_FENCE, '')
    .replace(SCAFFOLDING, '')
    .replace(LINE_START, '')
    .replace(/\\(?=[!-/:-@[-`{-~])|[*`]|__|~~/g, '')
    .replace(/\p{Cf}|(?!\s)\p{Cc}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...line.slice(0, 4 * length)];
  return characters.length > length
    ? `${characters.slice(0, length - 1).join('')}…`
    : characters.join('');
}
