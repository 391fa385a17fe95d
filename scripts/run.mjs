import { fileURLToPath } from 'node:url';
import { environment } from './paths.mjs';
import { leave, leaveOnSignals, run } from './processes.mjs';
import { makeReady } from './setup.mjs';

/** What can be asked for, and the module that does it. */
const verbs = {
  setup: undefined,
  start: './start.mjs',
  test: './test.mjs',
  long: './testLong.mjs',
  reset: './reset.mjs',
  bench: './bench.mjs',
  walls: './walls.mjs',
};

/**
 * @param {string} verb
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function main(verb, args) {
  if (!Object.hasOwn(verbs, verb)) {
    console.error(`Say what to do: ${Object.keys(verbs).join(', ')}.`);
    return 2;
  }
  const node = await makeReady();
  if (node !== process.execPath) {
    const self = fileURLToPath(import.meta.url);
    return run(node, [self, verb, ...args], { env: environment() });
  }
  const module = verbs[/** @type {keyof typeof verbs} */ (verb)];
  if (!module) return 0;
  Object.assign(process.env, environment());
  return (await import(module)).default(args);
}

leaveOnSignals();
main(process.argv[2] ?? '', process.argv.slice(3))
  .catch(error => {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    return 1;
  })
  .then(async code => {
    await leave();
    process.exit(code);
  });
