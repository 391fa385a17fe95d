import ts from 'typescript';

/** @typedef {import('./files.mjs').File} File */

/**
 * A word that no label may use.
 *
 * @typedef {object} Refusal
 * @property {string} word
 * @property {string} use - what to say instead
 * @property {boolean} chinese
 * @property {RegExp} pattern
 */

const han = /\p{Script=Han}/u;

/** @param {string} text */
function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * An English word is refused as a whole word, small or with a capital first
 * letter; `superUser` in the middle of code is another thing than "superuser".
 *
 * @param {string} word
 */
function patternOf(word) {
  if (han.test(word)) return new RegExp(escape(word), 'u');
  const [first, rest] = [word[0], escape(word.slice(1))];
  return new RegExp(
    `(?<![\\w-])[${first.toLowerCase()}${first.toUpperCase()}]${rest}(?![\\w-])`,
    'u',
  );
}

/**
 * Reads the table of docs/GLOSSARY.md.
 *
 * @param {string} text
 * @returns {{ refusals: Refusal[], terms: string[] }} the refused words, and
 *   the Chinese terms that are right, the longest first
 */
export function readGlossary(text) {
  const rows = text
    .split('\n')
    .filter(line => line.startsWith('|'))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    )
    .filter(
      cells =>
        cells.length === 4 && cells[0] !== 'code' && !/^:?-+:?$/.test(cells[0]),
    );
  const refusals = rows.flatMap(([, english, chinese, not]) =>
    not
      .split(/[、，,]/)
      .map(word => word.trim().replaceAll('`', ''))
      .filter(Boolean)
      .map(word => {
        const isChinese = han.test(word);
        const use = isChinese ? chinese : english;
        return { word, use, chinese: isChinese, pattern: patternOf(word) };
      }),
  );
  const terms = rows.flatMap(([, , chinese]) =>
    chinese.split(/[、，,;；]/).map(term => term.trim()),
  );
  return {
    refusals,
    terms: terms.filter(Boolean).sort((a, b) => b.length - a.length),
  };
}

/**
 * A text that somebody may read.
 *
 * @typedef {object} Text
 * @property {number} line
 * @property {string} text
 * @property {boolean} isCode - an id rather than a text; then English words
 *   are not labels
 */

/**
 * The texts of a TypeScript file: its strings, without keys and imports.
 *
 * @param {File} file
 * @param {boolean} labelsOnly - whether every string of the file is a label
 * @returns {Text[]}
 */
function textsOfSource({ path, text }, labelsOnly) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  /** @type {Text[]} */
  const texts = [];
  /** @param {ts.Node} node */
  const visit = node => {
    if (ts.isImportDeclaration(node)) return;
    const isText =
      ts.isStringLiteralLike(node) ||
      ts.isTemplateLiteralToken(node) ||
      ts.isJsxText(node);
    const { parent } = node;
    const isKey =
      parent && ts.isPropertyAssignment(parent) && parent.name === node;
    if (isText && !isKey) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const isCode = !labelsOnly && /^[\w.:/-]*$/.test(node.text);
      texts.push({ line: line + 1, text: node.text, isCode });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

/**
 * The texts of Markdown, YAML and other documents: their lines. A YAML value
 * of one word is taken for an id.
 *
 * @param {File} file
 * @returns {Text[]}
 */
function textsOfDocument({ path, text }) {
  const isYaml = /\.ya?ml$/.test(path);
  return text.split('\n').map((line, index) => ({
    line: index + 1,
    text: line,
    isCode: isYaml && /^[\s-]*([\w./-]+:\s*)?[\w.:/-]*\s*$/.test(line),
  }));
}

/** @param {string} path */
function holdsLabelsOnly(path) {
  return /\/translation[^/]*\//.test(path) || path.includes('/messages/');
}

/**
 * @param {string} text
 * @param {Refusal} refusal
 * @param {string[]} terms
 */
function isRefused(text, refusal, terms) {
  if (!refusal.pattern.test(text)) return false;
  // A right term may contain the refused word; take the right ones away first.
  const rest = terms
    .filter(term => term.includes(refusal.word) && term !== refusal.word)
    .reduce((left, term) => left.replaceAll(term, '\u0000'), text);
  return refusal.pattern.test(rest);
}

/**
 * Searches texts for words that the glossary refuses.
 *
 * @param {string} glossary - the text of docs/GLOSSARY.md
 * @param {File[]} files
 * @returns {string[]} the problems
 */
export function checkGlossary(glossary, files) {
  const { refusals, terms } = readGlossary(glossary);
  if (refusals.length === 0)
    return ['docs/GLOSSARY.md has no row that refuses a word.'];
  return files.flatMap(file => {
    const isSource = /\.tsx?$/.test(file.path);
    const texts = isSource
      ? textsOfSource(file, holdsLabelsOnly(file.path))
      : textsOfDocument(file);
    return texts.flatMap(({ line, text, isCode }) =>
      refusals
        .filter(refusal => refusal.chinese || !isCode)
        .filter(refusal => isRefused(text, refusal, terms))
        .map(
          ({ word, use }) =>
            `${file.path}:${line} says "${word}"; the glossary says "${use}".`,
        ),
    );
  });
}
