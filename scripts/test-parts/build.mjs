import { join } from 'node:path';
import {
  judgeBundle,
  weighPages,
  weighParts,
  weighStart,
} from '../checks/bundle.mjs';
import { root } from '../paths.mjs';
import { capture } from '../processes.mjs';

const dist = join(root, 'packages', 'app', 'dist');

/** @param {string[]} configs - files in the root folder */
async function buildApp(configs) {
  const options = configs.flatMap(file => ['--config', join(root, file)]);
  const args = ['workspace', 'app', 'build', ...options];
  const { code, output } = await capture('yarn', args);
  // It lists hundreds of files; they matter only when something is wrong.
  if (code === 0) return;
  console.error(output);
  throw new Error(`"yarn workspace app build" ended with exit code ${code}.`);
}

/**
 * Builds the app as for production and weighs what our packages add to it. The
 * build that stays is the one with them.
 *
 * @returns {Promise<import('../test.mjs').Outcome>}
 */
export default async function build() {
  console.log('Building the app without our packages, to compare …');
  await buildApp(['app-config.yaml', 'app-config.without-bridge.yaml']);
  const without = weighStart(dist, { withoutOurs: true });
  console.log('Building the app …');
  await buildApp(['app-config.yaml']);
  const added = weighStart(dist, { withoutOurs: false }) - without;
  const { lines, problems } = judgeBundle({
    added,
    pages: weighPages(dist),
    parts: weighParts(dist),
  });
  for (const line of lines) console.log(line);
  for (const problem of problems) console.error(problem);
  return {
    passed: Math.max(lines.length - problems.length, 0),
    failed: problems.length,
    skipped: [],
    complaint: problems.length > 0 ? problems.join(' ') : undefined,
  };
}
