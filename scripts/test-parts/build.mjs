import { checkBundle } from '../checks/bundle.mjs';
import { run } from '../processes.mjs';

/**
 * Builds the app as for production and weighs what our packages add to it.
 *
 * @returns {Promise<import('../test.mjs').Outcome>}
 */
export default async function build() {
  const code = await run('yarn', ['workspace', 'app', 'build', '--stats']);
  if (code !== 0)
    throw new Error(`"yarn workspace app build" ended with exit code ${code}.`);
  const { lines, problems } = await checkBundle();
  for (const line of lines) console.log(line);
  for (const problem of problems) console.error(problem);
  return {
    passed: lines.length - problems.length,
    failed: problems.length,
    skipped: [],
    complaint: problems.length > 0 ? problems.join(' ') : undefined,
  };
}
