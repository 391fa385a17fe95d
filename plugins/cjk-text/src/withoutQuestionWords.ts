import { QUESTION_WORDS } from './questionWords';
import { fold, runsOf } from './tokenize';

// Longest first, so that 找谁 goes before 谁.
const CHINESE = [...QUESTION_WORDS.zh].sort((a, b) => b.length - a.length);
const ENGLISH = new Set(QUESTION_WORDS.en);

/**
 * A question without its question words. When nothing else would remain, the
 * question stays as it is: somebody may look for just that word.
 *
 * @public
 */
export function withoutQuestionWords(question: string): string {
  const folded = fold(question).replace(/['’]/g, '');
  const rest = runsOf(folded)
    .map(({ run, cjk }) => (cjk ? withoutChinese(run) : withoutEnglish(run)))
    .join(' ')
    .trim();
  return rest === '' ? folded.trim() : rest;
}

function withoutChinese(run: string): string {
  return CHINESE.reduce((text, word) => text.replaceAll(word, ' '), run);
}

function withoutEnglish(word: string): string {
  return ENGLISH.has(word) ? '' : word;
}
