const CJK =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}々〇ー';
const TEXT = '[\\p{L}\\p{N}\\p{M}]';
// Script=Han counts symbols too, such as the radical ⺀; no index keeps those.
const RUN = new RegExp(
  `(?:(?=${TEXT})[${CJK}])+|(?:(?![${CJK}])${TEXT})+`,
  'gu',
);
const STARTS_WITH_CJK = new RegExp(`^[${CJK}]`, 'u');

/**
 * Folds width, case and compatibility forms, so that ＭＥＳ equals mes.
 *
 * @public
 */
export function fold(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase('en-US');
}

/**
 * The runs of a folded text: words of letters and digits, and unbroken runs of
 * Chinese, Japanese or Korean characters.
 *
 * @internal
 */
export function runsOf(text: string): { run: string; cjk: boolean }[] {
  const runs = fold(text).match(RUN) ?? [];
  return runs.map(run => ({ run, cjk: STARTS_WITH_CJK.test(run) }));
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters.slice(0, -1).map((first, i) => first + characters[i + 1]);
}

/**
 * The tokens under which a text is found: its words, and of each CJK run every
 * pair of neighbours and the last character. With the last character, a single
 * character is found as the beginning of a token wherever it stands.
 *
 * @public
 */
export function indexTokens(text: string): string[] {
  const tokens = runsOf(text).flatMap(({ run, cjk }) =>
    cjk ? [...pairsOf(run), [...run].at(-1) ?? run] : [run],
  );
  return [...new Set(tokens)];
}

/**
 * The terms that a question asks for; a text matches when each term begins one
 * of its tokens.
 *
 * @public
 */
export function queryTerms(text: string): string[] {
  const terms = runsOf(text).flatMap(({ run, cjk }) =>
    cjk && [...run].length > 1 ? pairsOf(run) : [run],
  );
  return [...new Set(terms)];
}
