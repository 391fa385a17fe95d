import { createWriteStream, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { environment, openTemporaryFolder, root } from './paths.mjs';
import { answers, isTaken } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { beforeLeaving, start, stop } from './processes.mjs';

const require = createRequire(join(root, 'package.json'));
const demoLine = 'Demo factory loaded';
const patience = 5 * 60_000;

/**
 * A backend of the browser tests.
 *
 * @typedef {object} Backend
 * @property {string} name
 * @property {string} logFile
 * @property {() => boolean} hasLoadedDemo
 * @property {Promise<void>} ready - rejects when the backend does not come up
 * @property {() => Promise<void>} stop
 */

/** The last lines of a log, for a person who must see what went wrong. */
function tail(/** @type {string} */ file) {
  return readFileSync(file, 'utf8').split('\n').slice(-40).join('\n');
}

/**
 * Runs packages/backend from source, the way "backstage-cli package start"
 * does, but without watching the files.
 *
 * @param {string[]} configs - files in the root folder
 * @param {NodeJS.ProcessEnv} env
 * @param {string} logFile
 */
function spawnBackend(configs, env, logFile) {
  const log = createWriteStream(logFile);
  const state = { demo: false, over: false };
  const process_ = start(
    process.execPath,
    [
      '--enable-source-maps',
      '--require',
      require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
      'src/index.ts',
      ...configs.flatMap(file => ['--config', join(root, file)]),
    ],
    {
      cwd: join(root, 'packages', 'backend'),
      env: environment({ NODE_ENV: 'development', ...env }),
      endsWithUs: 'TERM',
      onLine: line => {
        log.write(`${line}\n`);
        if (line.includes(demoLine)) state.demo = true;
      },
    },
  );
  process_.once('exit', () => {
    state.over = true;
  });
  return { process_, state };
}

/**
 * @param {{ name: string, port: number, configs: string[], env: NodeJS.ProcessEnv, logs: string }} options
 * @returns {Backend}
 */
function startBackend({ name, port, configs, env, logs }) {
  const address = `http://localhost:${port}`;
  const logFile = join(logs, `${name}.log`);
  const { process_, state } = spawnBackend(
    configs,
    {
      E2E_BASE_URL: address,
      E2E_APP_URL: address,
      E2E_PORT: String(port),
      E2E_DOCS_FOLDER: join(String(env.E2E_SQLITE_FOLDER), 'docs', name),
      ...env,
    },
    logFile,
  );
  const ready = answers(`${address}/.backstage/health/v1/readiness`, {
    within: patience,
    until: () => {
      if (state.over) throw new Error('it ended before it was ready.');
    },
  }).catch(error => {
    throw new Error(
      `The backend "${name}" did not come up: ${error.message}\n${tail(
        logFile,
      )}`,
    );
  });
  return {
    name,
    logFile,
    hasLoadedDemo: () => state.demo,
    ready,
    stop: () => stop(process_),
  };
}

/**
 * @param {Backend[]} backends - on one database; one of them loads the demo
 */
async function demoIsLoaded(backends) {
  const end = Date.now() + patience;
  while (!backends.some(backend => backend.hasLoadedDemo())) {
    if (Date.now() > end) {
      const names = backends.map(backend => backend.name).join(' and ');
      throw new Error(
        `The demo factory was not loaded by ${names}:\n${tail(
          backends[0].logFile,
        )}`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
}

const firstPort = Number(process.env.TECHBRIDGE_E2E_PORT ?? 7107);

/** Where the backends of the browser tests answer. */
export const ports = {
  sqlite: firstPort,
  postgres: firstPort + 100,
  replica: firstPort + 200,
};

async function refuseTakenPorts() {
  for (const port of Object.values(ports)) {
    if (await isTaken(port)) {
      throw new Error(
        `Port ${port}, which the browser tests need, is taken. Stop what uses it, or ` +
          'choose another first port with TECHBRIDGE_E2E_PORT.',
      );
    }
  }
}

/**
 * Starts the backends of the browser tests: one on SQLite, and two replicas at
 * the same moment on one empty PostgreSQL.
 *
 * @returns {Promise<{ stop: () => Promise<void> }>}
 */
export async function startBackends() {
  await refuseTakenPorts();
  const folder = openTemporaryFolder('backends');
  const forget = beforeLeaving(() =>
    rmSync(folder, { recursive: true, force: true }),
  );
  const logs = join(root, 'artifacts', 'logs');
  mkdirSync(logs, { recursive: true });
  const postgres = await startPostgres();
  await postgres.createDatabase('bridge');
  const common = ['app-config.yaml', 'app-config.e2e.yaml'];
  const onSqlite = {
    configs: common,
    env: { E2E_SQLITE_FOLDER: folder },
    logs,
  };
  const onPostgres = {
    configs: [...common, 'app-config.e2e.postgres.yaml'],
    env: {
      E2E_SQLITE_FOLDER: folder,
      E2E_POSTGRES_ADDRESS: postgres.address('bridge'),
      E2E_APP_URL: `http://localhost:${ports.postgres}`,
    },
    logs,
  };
  const sqlite = startBackend({
    name: 'sqlite',
    port: ports.sqlite,
    ...onSqlite,
  });
  const first = startBackend({
    name: 'postgres',
    port: ports.postgres,
    ...onPostgres,
  });
  const second = startBackend({
    name: 'replica',
    port: ports.replica,
    ...onPostgres,
  });
  const backends = [sqlite, first, second];
  const stopAll = async () => {
    await Promise.all(backends.map(backend => backend.stop()));
    await postgres.stop();
    forget();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all(backends.map(backend => backend.ready));
    await Promise.all([demoIsLoaded([sqlite]), demoIsLoaded([first, second])]);
    return { stop: stopAll };
  } catch (error) {
    await stopAll();
    throw error;
  }
}
