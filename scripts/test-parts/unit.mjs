import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment } from '../paths.mjs';
import { startPostgres } from '../postgres.mjs';
import { run } from '../processes.mjs';

/**
 * @typedef {object} JestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numRuntimeErrorTestSuites
 * @property {{ assertionResults: { status: string, fullName: string }[] }[]} testResults
 */

/**
 * @param {JestReport} report
 * @param {number} code - the exit code of Jest
 * @param {boolean} filtered - whether the caller asked for some tests only
 * @returns {import('../test.mjs').Outcome}
 */
export function judge(report, code, filtered) {
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const left = report.testResults
    .flatMap(file => file.assertionResults)
    .filter(test => !['passed', 'failed'].includes(test.status))
    .map(test => test.fullName);
  const skipped = filtered ? [] : left;
  const outcome = { passed, failed, skipped };
  if (code !== 0 || failed > 0) {
    const complaint = `Jest ended with exit code ${code}; the failures are above.`;
    return { ...outcome, failed: Math.max(failed, 1), complaint };
  }
  if (passed === 0)
    return { ...outcome, failed: 1, complaint: 'not a single test ran.' };
  if (skipped.length > 0) {
    return {
      ...outcome,
      complaint: 'tests are skipped or only announced; write or remove them.',
    };
  }
  return outcome;
}

/**
 * Runs Jest over all packages, with the stores on SQLite and on a real
 * PostgreSQL that is started here.
 *
 * @param {string[]} args - passed on to Jest
 * @returns {Promise<import('../test.mjs').Outcome>}
 */
export default async function unit(args) {
  console.log('Starting PostgreSQL …');
  const postgres = await startPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'tech-bridge-jest-'));
  const file = join(folder, 'report.json');
  try {
    const code = await run(
      'backstage-cli',
      [
        'repo',
        'test',
        '--watchAll=false',
        '--maxWorkers=2',
        '--json',
        `--outputFile=${file}`,
        ...args,
      ],
      {
        env: environment({
          BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING:
            postgres.address(),
          BACKSTAGE_TEST_DISABLE_DOCKER: '1',
        }),
      },
    );
    if (!existsSync(file))
      throw new Error(`Jest ended with exit code ${code} and no report.`);
    return judge(JSON.parse(readFileSync(file, 'utf8')), code, args.length > 0);
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
