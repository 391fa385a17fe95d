import { indexTokens, pinyinKeys } from '@techbridge/cjk-text';

/**
 * The tokens under which a system is found. Every text counts in full, and
 * every Chinese name also by its pinyin.
 *
 * @internal
 */
export function searchTokens(texts: string[]): string[] {
  const tokens = new Set<string>();
  for (const text of texts) {
    for (const token of tokensOf(text)) {
      tokens.add(token);
    }
  }
  return [...tokens];
}

// Names repeat from system to system; pinyin is the costly part.
const KNOWN_TEXTS = 5_000;
const known = new Map<string, string[]>();

function tokensOf(text: string): string[] {
  const before = known.get(text);
  if (before) {
    return before;
  }
  const tokens = [...indexTokens(text), ...pinyinKeys(text)];
  if (known.size >= KNOWN_TEXTS) {
    known.clear();
  }
  known.set(text, tokens);
  return tokens;
}
