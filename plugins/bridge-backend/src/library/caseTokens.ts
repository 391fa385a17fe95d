import { indexTokens, pinyinKeys } from '@techbridge/cjk-text';
import { wordsOf } from './markdown';
import { nameOf } from './model';

// From 2,048 bytes on PostgreSQL cuts a lexeme anywhere, without an error. No
// word is this long.
const LONGEST_TOKEN = 100;

/**
 * The tokens under which a case is found: its id, its title, also by pinyin,
 * its systems and the words of its text.
 *
 * @internal
 */
export function caseTokens(text: {
  id: string;
  title: string;
  systems: string[];
  body: string;
}): string[] {
  const { id, title, systems, body } = text;
  const tokens = [
    ...indexTokens([id, title, ...systems.map(nameOf)].join('\n')),
    ...pinyinKeys(title),
    ...indexTokens(wordsOf(body)),
  ];
  return [...new Set(tokens.map(token => token.slice(0, LONGEST_TOKEN)))];
}
