import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, root } from '../paths.mjs';
import { run } from '../processes.mjs';

/**
 * @typedef {object} Spec
 * @property {string} title
 * @property {{ status: string, projectName: string, annotations: { type: string, description?: string }[] }[]} tests
 *
 * @typedef {object} Suite
 * @property {string} title
 * @property {Spec[]} [specs]
 * @property {Suite[]} [suites]
 */

/**
 * @param {Suite[]} suites
 * @returns {Spec[]}
 */
function allSpecs(suites) {
  return suites.flatMap(suite => [
    ...(suite.specs ?? []),
    ...allSpecs(suite.suites ?? []),
  ]);
}

/**
 * @param {{ suites: Suite[] }} report
 * @param {number} code - the exit code of Playwright
 * @returns {import('../test.mjs').Outcome}
 */
export function judge(report, code) {
  const tests = allSpecs(report.suites).flatMap(spec =>
    spec.tests.map(test => ({ ...test, title: spec.title })),
  );
  const having = (/** @type {string} */ status) =>
    tests.filter(test => test.status === status);
  const passed = having('expected').length;
  const failed = tests.length - passed - having('skipped').length;
  const reasonOf = (/** @type {Spec['tests'][number]} */ test) =>
    test.annotations.find(note => note.type === 'skip')?.description;
  const skipped = having('skipped').map(
    test =>
      `${test.title} (${test.projectName}): ${
        reasonOf(test) ?? 'no reason given'
      }`,
  );
  const outcome = { passed, failed, skipped };
  if (code !== 0 || failed > 0) {
    const complaint = `Playwright ended with exit code ${code}; the failures are above.`;
    return { ...outcome, failed: Math.max(failed, 1), complaint };
  }
  if (passed === 0)
    return {
      ...outcome,
      failed: 1,
      complaint: 'not a single browser test ran.',
    };
  if (having('skipped').some(test => !reasonOf(test))) {
    return {
      ...outcome,
      complaint: 'a browser test is skipped without a reason.',
    };
  }
  return outcome;
}

/**
 * Runs the browser tests.
 *
 * @param {string[]} args - passed on to Playwright
 * @returns {Promise<import('../test.mjs').Outcome>}
 */
export default async function e2e(args) {
  if (!existsSync(join(root, 'packages', 'app', 'dist', 'index.html'))) {
    throw new Error(
      'the app is not built; run "npm test build e2e" or "npm test".',
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'tech-bridge-playwright-'));
  const file = join(folder, 'report.json');
  try {
    const code = await run(
      'playwright',
      ['test', '--reporter=list,json', ...args],
      {
        env: environment({ PLAYWRIGHT_JSON_OUTPUT_NAME: file }),
        // On its way out it stops the backends and PostgreSQL.
        patience: 60_000,
      },
    );
    if (!existsSync(file))
      throw new Error(`Playwright ended with exit code ${code} and no report.`);
    return judge(JSON.parse(readFileSync(file, 'utf8')), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
