import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { build, stop } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

/** A small backend in one file, ready to be started often. */
export interface BuiltBackend {
  /** The file that Node runs, alone in its folder. */
  program: string;
  remove(): void;
}

const SOURCE = resolvePackagePath(
  '@techbridge/plugin-bridge-backend',
  '../../packages/backend/src/testing/smallBackend.ts',
);

// Programs for the machine, what looks for files beside itself, and drivers
// and compilers that nobody asks for.
const LEFT_OUT = [
  ...['better-sqlite3', 'sharp', 'isolated-vm', 'cpu-features', 'pg-format'],
  ...['pg-native', 'pg-query-stream', 'sqlite3', 'mysql', 'mysql2', 'mariadb'],
  ...['oracledb', 'tedious', '@google-cloud/cloud-sql-connector'],
  ...['typescript', 'typescript-json-schema'],
];

// Backstage looks through the packages of the folder that it is started in for
// schemas of its configuration, and compiles them anew at every start. Here it
// finds none, as a backend that was built for production finds them compiled.
const PACKAGE = { name: 'small-backend', version: '0.0.0', private: true };

/**
 * Puts the small backend and everything that it loads into one file, which
 * starts in half of the time that its sources take.
 */
export async function buildBackend(): Promise<BuiltBackend> {
  const name = `tech-bridge-backend-${process.pid}-`;
  const folder = mkdtempSync(join(tmpdir(), name));
  const program = join(folder, 'backend.js');
  writeFileSync(join(folder, 'package.json'), JSON.stringify(PACKAGE));
  await build({
    ...{ entryPoints: [SOURCE], outfile: program, external: LEFT_OUT },
    ...{ bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' },
    // Errors are known by the names of their classes.
    keepNames: true,
  });
  await stop();
  return {
    program,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
