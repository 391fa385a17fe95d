import { pinyin } from 'pinyin-pro';
import { runsOf } from './tokenize';

/**
 * The Latin keys under which a Chinese name is found: each syllable, all of
 * them joined, and the initials. 马俊 gives `ma`, `jun`, `majun`, `mj`. The
 * first character is read as a surname.
 *
 * @public
 */
export function pinyinKeys(name: string): string[] {
  const keys = runsOf(name)
    .filter(({ cjk }) => cjk)
    .flatMap(({ run }) => keysOfRun(run));
  return [...new Set(keys)];
}

function keysOfRun(run: string): string[] {
  const syllables = pinyin(run, {
    toneType: 'none',
    type: 'array',
    surname: 'head',
    nonZh: 'removed',
    v: true,
  }).filter(syllable => /^[a-z]+$/.test(syllable));
  if (syllables.length === 0) {
    return [];
  }
  const initials = syllables.map(syllable => syllable[0]).join('');
  return [...syllables, syllables.join(''), initials];
}
