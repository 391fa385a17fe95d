import { ItemData, WorkItem } from '@techbridge/bridge-workflow';
import { indexTokens } from '@techbridge/cjk-text';

const REFERENCE = /^(user|group|system):[^/\s]+\/\S+$/;
const MAXIMUM_TEXT = 20_000;
// PostgreSQL cannot keep a lexeme of 2,048 bytes or more.
const LONGEST_TOKEN = 100;

/**
 * The tokens under which an item is found: its key, its title and every text
 * that people wrote.
 *
 * @internal
 */
export function itemTokens({ key, data }: WorkItem): string[] {
  const texts = [key, ...textsIn(data)];
  const tokens = texts.flatMap(text => indexTokens(text));
  return [...new Set(tokens.map(token => token.slice(0, LONGEST_TOKEN)))];
}

function textsIn(data: ItemData): string[] {
  const texts: string[] = [];
  const waiting: unknown[] = [data];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string' && !REFERENCE.test(value)) {
      texts.push(value.slice(0, MAXIMUM_TEXT));
    } else if (typeof value === 'object' && value !== null) {
      waiting.push(...Object.values(value));
    }
  }
  return texts;
}
