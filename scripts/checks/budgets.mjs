import ts from 'typescript';
import { isTest } from './files.mjs';

/** @typedef {import('./files.mjs').File} File */

/** The budgets: lines, except where the name says otherwise. */
export const budgets = {
  medianFunction: 15,
  longestFunction: 60,
  longestFile: 400,
  longestTestFile: 600,
};

/**
 * @typedef {object} Measured
 * @property {string} path
 * @property {string} name - empty for a function without a name
 * @property {number} line
 * @property {number} lines
 */

/** @param {File} file */
function parse({ path, text }) {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

/**
 * The name of a function: its own, or that of what it is assigned to.
 *
 * @param {ts.SignatureDeclaration} node
 * @returns {string}
 */
function nameOf(node) {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (node.name) return node.name.getText();
  const { parent } = node;
  const isNamed =
    ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent);
  return isNamed && parent.initializer === node ? parent.name.getText() : '';
}

/**
 * @param {ts.Node} node
 * @param {(node: ts.Node) => void} visit
 */
function forEveryNode(node, visit) {
  visit(node);
  // In JavaScript the types stand in doc comments.
  for (const comment of ts.isSourceFile(node)
    ? []
    : ts.getJSDocCommentsAndTags(node)) {
    if (comment.parent === node) forEveryNode(comment, visit);
  }
  ts.forEachChild(node, child => forEveryNode(child, visit));
}

/**
 * Measures every function of a file.
 *
 * @param {File} file
 * @returns {Measured[]}
 */
export function measureFunctions(file) {
  const source = parse(file);
  /** @type {Measured[]} */
  const functions = [];
  const lineOf = (/** @type {number} */ position) =>
    source.getLineAndCharacterOfPosition(position).line + 1;
  forEveryNode(source, node => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return;
    const line = lineOf(node.getStart());
    const lines = lineOf(node.getEnd()) - line + 1;
    functions.push({ path: file.path, name: nameOf(node), line, lines });
  });
  return functions;
}

/** @param {number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return 0;
  return sorted.length % 2
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * @param {File} file
 * @returns {string[]}
 */
function findAny(file) {
  const source = parse(file);
  /** @type {string[]} */
  const problems = [];
  forEveryNode(source, node => {
    if (node.kind !== ts.SyntaxKind.AnyKeyword) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    problems.push(
      `${file.path}:${
        line + 1
      } uses the type "any"; name the type, or use "unknown".`,
    );
  });
  return problems;
}

/**
 * @param {File} file
 * @returns {string[]}
 */
function checkFileLength({ path, text }) {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  const limit = isTest(path) ? budgets.longestTestFile : budgets.longestFile;
  return lines > limit
    ? [`${path} has ${lines} lines; ${limit} are allowed. Split it.`]
    : [];
}

/**
 * Holds sources against the budgets. The median is taken over the functions
 * that have a name: a callback of one line would only flatter it.
 *
 * @param {File[]} files
 * @returns {string[]} the problems
 */
export function checkBudgets(files) {
  const sources = files.filter(file => !isTest(file.path));
  const functions = sources.flatMap(measureFunctions);
  const long = functions
    .filter(({ lines }) => lines > budgets.longestFunction)
    .map(
      ({ path, line, name, lines }) =>
        `${path}:${line} ${name || 'a function'} has ${lines} lines; ${
          budgets.longestFunction
        } are allowed.`,
    );
  const named = functions.filter(({ name }) => name).map(({ lines }) => lines);
  const middle = median(named);
  const medianProblem =
    middle > budgets.medianFunction
      ? [
          `The median function has ${middle} lines; ${budgets.medianFunction} are allowed.`,
        ]
      : [];
  return [
    ...files.flatMap(checkFileLength),
    ...long,
    ...medianProblem,
    ...sources.flatMap(findAny),
  ];
}
