import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { run } from '../processes.mjs';

/** The tests of the programs in scripts, which run on Node's own runner. */
function testFiles() {
  return readdirSync(join(root, 'scripts'), {
    recursive: true,
    encoding: 'utf8',
  })
    .filter(file => file.endsWith('.test.mjs'))
    .map(file => join('scripts', file))
    .sort();
}

/**
 * @param {string} report - in the Test Anything Protocol
 * @param {string} word
 */
function count(report, word) {
  return Number(report.match(new RegExp(`^# ${word} (\\d+)$`, 'm'))?.[1] ?? 0);
}

/**
 * Runs the self-tests of the gates and of the other programs in scripts.
 *
 * @param {string[]} args
 * @returns {Promise<import('../test.mjs').Outcome>}
 */
export default async function gates(args) {
  const folder = mkdtempSync(join(tmpdir(), 'tech-bridge-gates-'));
  const report = join(folder, 'report.tap');
  try {
    const code = await run(process.execPath, [
      '--test',
      '--test-reporter=dot',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${report}`,
      ...args,
      ...testFiles(),
    ]);
    const text = readFileSync(report, 'utf8');
    const failed = count(text, 'fail') + count(text, 'cancelled');
    const passed = count(text, 'pass');
    const skipped = [...text.matchAll(/^ok \d+ - (.*) # (SKIP|TODO)/gm)].map(
      row => row[1],
    );
    if (code === 0 && passed > 0 && skipped.length === 0)
      return { passed, failed, skipped };
    console.log(text);
    return {
      passed,
      failed: Math.max(failed, 1),
      skipped,
      complaint: 'a self-test of a gate failed; see above.',
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
