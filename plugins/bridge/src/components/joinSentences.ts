import type { Language } from '@techbridge/plugin-bridge-common';

/**
 * Sentences one after the other; after a Chinese full stop there is no space.
 *
 * @internal
 */
export function joinSentences(
  sentences: (string | false | undefined)[],
  language: Language,
): string {
  return sentences.filter(Boolean).join(language === 'zh' ? '' : ' ');
}
