import { join } from 'node:path';
import { environment, root } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { run } from './processes.mjs';

const transform = '@backstage/cli-node/config/nodeTransform.cjs';

/**
 * Runs the benchmark against a PostgreSQL of its own, whose address it finds
 * in TECHBRIDGE_BENCH_POSTGRES.
 *
 * @param {string[]} args - passed on to the benchmark
 * @returns {Promise<number>} the exit code
 */
export default async function bench(args) {
  const program = join(root, 'scripts', 'bench', 'main.ts');
  console.log('Starting PostgreSQL for the benchmark …');
  const postgres = await startPostgres({ durable: true });
  try {
    return await run(
      process.execPath,
      ['--expose-gc', '--require', transform, program, ...args],
      {
        env: environment({
          NODE_ENV: 'production',
          TECHBRIDGE_BENCH_POSTGRES: postgres.address(),
        }),
      },
    );
  } finally {
    await postgres.stop();
  }
}
