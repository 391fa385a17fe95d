import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root, environment } from './paths.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/**
 * The programs that we started and that still run, each with the milliseconds
 * it may take to end. Nothing else is ever ended.
 *
 * @type {Map<ChildProcess, number>}
 */
const running = new Map();

/** @type {Set<() => void>} */
const farewells = new Set();

const isWindows = process.platform === 'win32';

/**
 * Runs a server that must not outlive us, even when we are killed: its guard
 * reads from us, and sends the server a signal when that comes to an end, and
 * a harder one when the server does not listen.
 */
const guard = `
  signal=$1
  shift
  exec 3<&0
  "$@" < /dev/null 3<&- &
  server=$!
  (
    cat <&3
    kill -s "$signal" "$server"
    sleep 15
    kill -s KILL "$server"
  ) > /dev/null 2>&1 &
  watcher=$!
  exec 3<&-
  wait "$server"
  code=$?
  kill "$watcher" 2> /dev/null
  exit "$code"
`;

/**
 * @typedef {object} Options
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(line: string) => void} [onLine] - gets the output, which else
 *   goes to the terminal
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {number} [patience] - the milliseconds it may take to end
 * @property {'INT' | 'TERM'} [endsWithUs] - the signal that ends a server
 */

/**
 * Starts a program. On Linux and macOS it leads a process group of its own: a
 * Ctrl-C then reaches this program alone, which passes it on exactly once.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {ChildProcess}
 */
export function start(command, args, options = {}) {
  const { onLine, cwd = root, env = environment(), uid, gid } = options;
  const guarded = Boolean(options.endsWithUs) && !isWindows;
  const output = onLine ? 'pipe' : 'inherit';
  const child = spawn(
    guarded ? 'sh' : command,
    guarded
      ? ['-c', guard, 'sh', options.endsWithUs ?? '', command, ...args]
      : args,
    {
      cwd,
      env,
      uid,
      gid,
      stdio: [guarded ? 'pipe' : 'ignore', output, output],
      detached: !isWindows,
      shell: isWindows && !command.endsWith('.exe'),
    },
  );
  running.set(child, options.patience ?? 20_000);
  child.once('exit', () => {
    running.delete(child);
    child.stdin?.end();
  });
  child.once('error', () => running.delete(child));
  if (onLine && child.stdout && child.stderr) {
    createInterface({ input: child.stdout }).on('line', onLine);
    createInterface({ input: child.stderr }).on('line', onLine);
  }
  return child;
}

/**
 * Waits until a program ends.
 *
 * @param {ChildProcess} child
 * @returns {Promise<number>} its exit code; 128 when a signal ended it
 */
export function ended(child) {
  return new Promise((resolve, reject) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve(child.exitCode ?? 128);
      return;
    }
    child.once('error', reject);
    child.once('close', code => resolve(code ?? 128));
  });
}

/**
 * Runs a program to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<number>} its exit code
 */
export function run(command, args, options) {
  return ended(start(command, args, options));
}

/**
 * Runs a program and gives back what it printed.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function capture(command, args, options) {
  /** @type {string[]} */
  const lines = [];
  const code = await run(command, args, {
    ...options,
    onLine: line => lines.push(line),
  }).catch(() => 127);
  return { code, output: lines.join('\n') };
}

/**
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  try {
    if (isWindows || child.pid === undefined) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // The group has ended by itself in the meantime.
  }
}

/**
 * Asks a program to end and, when it does not within its time, ends it and
 * everything it started.
 *
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} [signal]
 */
export async function stop(child, signal = 'SIGINT') {
  const patience = running.get(child);
  if (patience === undefined) return;
  const end = ended(child).catch(() => 127);
  if (child.stdin) child.stdin.end();
  else child.kill(signal);
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), patience);
  await end;
  clearTimeout(timer);
}

/**
 * Registers what must happen before this program leaves, whatever the reason.
 * It happens in the last moment, so it cannot wait for anything.
 *
 * @param {() => void} farewell
 * @returns {() => void} takes the registration back
 */
export function beforeLeaving(farewell) {
  farewells.add(farewell);
  return () => farewells.delete(farewell);
}

/** Ends everything that still runs. */
export async function leave() {
  await Promise.all([...running.keys()].map(child => stop(child)));
}

/** Makes Ctrl-C and other polite requests end everything we started. */
export function leaveOnSignals() {
  let leaving = false;
  for (const signal of /** @type {NodeJS.Signals[]} */ ([
    'SIGINT',
    'SIGTERM',
    'SIGHUP',
  ])) {
    process.on(signal, () => {
      if (leaving) return;
      leaving = true;
      leave().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
    });
  }
}

process.on('exit', () => {
  for (const child of running.keys()) signalGroup(child, 'SIGKILL');
  for (const farewell of farewells) farewell();
});
