import ts from 'typescript';

/** @typedef {import('./files.mjs').File} File */

/**
 * Calls that read the clock or a random source, as they are written.
 */
const impureCalls = [
  'Date.now',
  'DateTime.now',
  'DateTime.local',
  'DateTime.utc',
  'Math.random',
  'performance.now',
  'process.hrtime',
  'randomUUID',
  'crypto.randomUUID',
  'randomBytes',
];

/**
 * @param {ts.Node} node
 * @returns {boolean}
 */
function isImpure(node) {
  const hasArguments = ts.isCallExpression(node) && node.arguments.length > 0;
  if (ts.isCallExpression(node)) {
    const name = node.expression.getText();
    const buildsADate = /^DateTime\.(local|utc)$/.test(name) && hasArguments;
    return impureCalls.includes(name) && !buildsADate;
  }
  return (
    ts.isNewExpression(node) &&
    node.expression.getText() === 'Date' &&
    (node.arguments ?? []).length === 0
  );
}

/**
 * Rules must give the same answer for the same question, so time and ids come
 * in as arguments.
 *
 * @param {File[]} files - models and pure packages
 * @returns {string[]} the problems
 */
export function checkPurity(files) {
  return files.flatMap(({ path, text }) => {
    const source = ts.createSourceFile(
      path,
      text,
      ts.ScriptTarget.Latest,
      true,
    );
    /** @type {string[]} */
    const problems = [];
    /** @param {ts.Node} node */
    const visit = node => {
      if (isImpure(node)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        problems.push(
          `${path}:${
            line + 1
          } ${node.getText()} reads the clock or a random source; ` +
            'take time and ids as arguments.',
        );
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return problems;
  });
}

/**
 * Whether a file holds pure rules only.
 *
 * @param {string} path
 */
export function isPure(path) {
  return (
    /^plugins\/(cjk-text|bridge-workflow|bridge-common)\/src\//.test(path) ||
    /^plugins\/bridge-backend\/src\/.*\/model\.ts$/.test(path)
  );
}
