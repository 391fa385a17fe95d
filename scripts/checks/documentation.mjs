import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const releaseTags = ['public', 'internal', 'alpha', 'beta'];

/**
 * The entry points of a package, as its package.json names them.
 *
 * @param {string} folder
 * @returns {string[]}
 */
function entryPoints(folder) {
  const manifest = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const exported = manifest.exports
    ? Object.values(manifest.exports)
    : [manifest.main];
  return exported
    .filter(target => typeof target === 'string' && /\.tsx?$/.test(target))
    .map(target => join(folder, target));
}

/**
 * Only the package's own files are loaded, which keeps this quick: what comes
 * from elsewhere is documented elsewhere.
 *
 * @param {string[]} entries
 * @returns {ts.Program}
 */
function loadOwnFiles(entries) {
  const options = {
    noLib: true,
    types: [],
    allowJs: true,
    jsx: ts.JsxEmit.ReactJSX,
  };
  const host = ts.createCompilerHost(options);
  host.resolveModuleNameLiterals = (names, from) =>
    names.map(({ text }) => {
      if (!text.startsWith('.')) return { resolvedModule: undefined };
      const base = resolve(dirname(from), text);
      const candidates = ['.ts', '.tsx', '/index.ts', '/index.tsx', ''].map(
        end => base + end,
      );
      const file = candidates.find(
        path => /\.tsx?$/.test(path) && existsSync(path),
      );
      if (!file) return { resolvedModule: undefined };
      const extension = file.endsWith('x') ? ts.Extension.Tsx : ts.Extension.Ts;
      return { resolvedModule: { resolvedFileName: file, extension } };
    });
  return ts.createProgram(entries, options, host);
}

/**
 * @param {ts.Declaration} declaration
 * @returns {string | undefined} what is missing
 */
function missingFrom(declaration) {
  // The comment on `export const { a, b } = …` stands above the statement.
  const commented = ts.isBindingElement(declaration)
    ? ts.findAncestor(declaration, ts.isVariableStatement) ?? declaration
    : declaration;
  const comments = ts.getJSDocCommentsAndTags(commented).filter(ts.isJSDoc);
  if (comments.length === 0) return 'has no doc comment';
  const sentence = comments.some(comment =>
    ts.getTextOfJSDocComment(comment.comment)?.trim(),
  );
  if (!sentence) return 'has a doc comment without a sentence';
  const tags = ts.getJSDocTags(commented).map(tag => tag.tagName.text);
  return tags.some(tag => releaseTags.includes(tag))
    ? undefined
    : 'has a doc comment without @public or @internal';
}

/**
 * @param {ts.TypeChecker} checker
 * @param {ts.Symbol} symbol
 * @returns {ts.Declaration[]}
 */
function declarationsOf(checker, symbol) {
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const target = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  return target.declarations ?? [];
}

/**
 * Looks at everything that a package exports.
 *
 * @param {string} root
 * @param {string} folder - of the package
 * @returns {string[]} the problems
 */
export function checkDocumentation(root, folder) {
  const entries = entryPoints(folder);
  const program = loadOwnFiles(entries);
  const checker = program.getTypeChecker();
  const problems = entries.flatMap(entry => {
    const source = program.getSourceFile(entry);
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) return [];
    return checker.getExportsOfModule(module).flatMap(symbol => {
      const declarations = declarationsOf(checker, symbol);
      const missing = declarations.map(missingFrom);
      // One type and one value may share a name; one comment serves both.
      if (declarations.length === 0 || missing.includes(undefined)) return [];
      const file = declarations[0].getSourceFile();
      const { line } = file.getLineAndCharacterOfPosition(
        declarations[0].getStart(),
      );
      const place = `${relative(root, file.fileName)}:${line + 1}`;
      return [`${place} ${symbol.name} is exported and ${missing[0]}.`];
    });
  });
  return [...new Set(problems)];
}

/**
 * The folders of the packages that others install.
 *
 * @param {string} root
 * @returns {string[]}
 */
export function publishedPackages(root) {
  const parent = join(root, 'plugins');
  return readdirSync(parent)
    .map(name => join(parent, name))
    .filter(folder => existsSync(join(folder, 'package.json')));
}
