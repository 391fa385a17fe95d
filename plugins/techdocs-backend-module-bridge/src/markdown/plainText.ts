import { Token } from 'markdown-it';

/**
 * The words of a piece of Markdown without any of its marks, for search and for
 * titles.
 *
 * @internal
 */
export function plainText(tokens: readonly Token[]): string {
  return tokens
    .map(textOf)
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

function textOf(token: Token): string {
  switch (token.type) {
    case 'inline':
    case 'image':
      return plainText(token.children ?? []);
    case 'text':
    case 'code_inline':
      return token.content;
    case 'fence':
    case 'code_block':
      return `${token.content}\n`;
    case 'softbreak':
    case 'hardbreak':
      return ' ';
    default:
      return token.block && token.nesting === -1 ? '\n' : '';
  }
}
