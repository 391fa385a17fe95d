/**
 * Somebody's plain words as one line of Markdown that shows them as they are:
 * no heading, list, quotation, emphasis, link, picture, tag or entity.
 *
 * @internal
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*[\]<>|]|~(?=~)|&(?=#?\w+;)/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^(?:#{1,6}(?=\s|$)|[-+](?=[-\s]|$)|!{3}|\?{3}|:{3})/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/ (#+)$/, ' \\$1');
}

/**
 * Somebody's plain words as paragraphs, one for each of their lines.
 *
 * @internal
 */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .map(escapeMarkdown)
    .filter(line => line !== '');
}

/** A table; its cells are plain words. @internal */
export function tableOf(head: string[], ...rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map(() => '---')),
    ...rows.map(row => line(row.map(escapeMarkdown))),
  ].join('\n');
}
