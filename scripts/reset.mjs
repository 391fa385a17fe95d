import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { isTaken } from './ports.mjs';

/**
 * Brings the demo back to its state as loaded.
 *
 * @returns {Promise<number>} the exit code
 */
export default async function reset() {
  if (await isTaken(7007)) {
    console.error(
      'Something answers on port 7007, most likely the backend of Tech Bridge, ' +
        'which holds the database open. Stop it with Ctrl-C, then run "npm run reset" again.',
    );
    return 1;
  }
  await rm(join(root, '.data'), { recursive: true, force: true });
  console.log(
    'The demo is back at its beginning: the next "npm start" loads it anew, ' +
      'and its clock starts at 2025-12-31 09:00 (Asia/Shanghai).',
  );
  return 0;
}
