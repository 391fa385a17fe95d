import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkBudgets } from './checks/budgets.mjs';
import {
  checkDocumentation,
  publishedPackages,
} from './checks/documentation.mjs';
import { isSource, isTest, readFiles } from './checks/files.mjs';
import { checkForeign } from './checks/foreign.mjs';
import { checkGlossary } from './checks/glossary.mjs';
import { checkImports } from './checks/imports.mjs';
import { checkPurity, isPure } from './checks/purity.mjs';
import { checkUserPackages } from './checks/userPackages.mjs';
import { root } from './paths.mjs';

/** Where the labels of the product stand. */
const labels = ['plugins/*/src', 'packages/app/src', 'examples', 'docs/guide'];

/** @param {string} path */
function holdsLabels(path) {
  if (isTest(path)) return false;
  if (/^(examples|docs\/guide)\//.test(path)) return /\.(md|ya?ml)$/.test(path);
  return (
    /\.tsx?$/.test(path) &&
    (/\/(translation[^/]*|messages)\//.test(path) ||
      /^(plugins\/bridge-common|packages\/app)\/src\//.test(path))
  );
}

/**
 * The gates in their order.
 *
 * @type {{ title: string, check: () => string[] | Promise<string[]> }[]}
 */
const gates = [
  {
    title: 'walls between packages and rooms',
    check: () => checkImports(root),
  },
  {
    title: 'pure rules read no clock',
    check: () =>
      checkPurity(
        readFiles(
          root,
          ['plugins/*/src'],
          path => isPure(path) && !isTest(path),
        ),
      ),
  },
  {
    title: 'budgets of functions and files, and no "any"',
    check: () =>
      checkBudgets(
        readFiles(
          root,
          ['plugins/*/src', 'packages/*/src', 'scripts'],
          isSource,
        ),
      ),
  },
  {
    title: 'exports are documented',
    check: () =>
      publishedPackages(root).flatMap(folder =>
        checkDocumentation(root, folder),
      ),
  },
  {
    title: 'words of the glossary',
    check: () =>
      checkGlossary(
        readFileSync(join(root, 'docs', 'GLOSSARY.md'), 'utf8'),
        readFiles(root, labels, holdsLabels),
      ),
  },
  {
    title:
      'packages that the user named do real work, and every package has tests',
    check: () =>
      checkUserPackages(
        readFiles(root, ['plugins/*/src', 'packages/*/src'], isSource),
      ),
  },
  {
    title: 'nothing of one machine in the tree',
    check: () => checkForeign(readFiles(root, ['.'])),
  },
];

/**
 * Runs every gate, also after one has failed.
 *
 * @returns {Promise<number>} the exit code
 */
export default async function walls() {
  let failed = 0;
  for (const { title, check } of gates) {
    const since = Date.now();
    const problems = await check();
    const seconds = ((Date.now() - since) / 1000).toFixed(1);
    console.log(`${problems.length === 0 ? '✓' : '✗'} ${title} (${seconds} s)`);
    for (const problem of problems) console.log(`  ${problem}`);
    if (problems.length > 0) failed += 1;
  }
  console.log(`\nGates: ${gates.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
