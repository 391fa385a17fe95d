import { hostname } from 'node:os';
import { dirname } from 'node:path';
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { isAlive } from './paths.mjs';
import { beforeLeaving } from './processes.mjs';

const heartbeat = 5_000;
const silence = 60_000;
const longSilence = 30 * 60_000;

/**
 * A lock names its machine, the run that holds it, and the program that works
 * for this run, which may outlive it. It is stale when both are gone. On
 * another machine (or in another container) their numbers say nothing; there
 * it is stale when it has been silent for a minute.
 *
 * @param {string} file
 * @param {string} holder - what the file says
 */
function isStale(file, holder) {
  const [host, ...pids] = holder.split(' ');
  const quiet = Date.now() - statSync(file).mtimeMs;
  if (host !== hostname()) return quiet > silence;
  return quiet > longSilence || !pids.map(Number).some(isAlive);
}

/**
 * Puts a stale lock aside. Another run may do so at the same moment and hold
 * a fresh lock already; then that one is put back.
 *
 * @param {string} file
 * @param {string} holder
 */
function putAside(file, holder) {
  const aside = `${file}.${process.pid}`;
  renameSync(file, aside);
  if (readFileSync(aside, 'utf8') === holder) rmSync(aside);
  else renameSync(aside, file);
}

/**
 * Takes the lock when it is free.
 *
 * @param {string} file
 * @returns {boolean}
 */
function take(file) {
  try {
    writeFileSync(file, `${hostname()} ${process.pid}`, { flag: 'wx' });
    return true;
  } catch {
    // Somebody holds it. It may vanish while we look: then the next try takes it.
  }
  try {
    const holder = readFileSync(file, 'utf8');
    if (isStale(file, holder)) putAside(file, holder);
  } catch {
    return false;
  }
  return false;
}

/**
 * Does some work while no other run on this folder can do the same.
 *
 * @template T
 * @param {string} file - the lock file
 * @param {(announce: (pid?: number) => void) => Promise<T>} work - announces
 *   the program that works for it
 * @param {() => void} onWait - called once when another run holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait) {
  mkdirSync(dirname(file), { recursive: true });
  for (let tries = 0; !take(file); tries += 1) {
    if (tries === 2) onWait();
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  const release = () => rmSync(file, { force: true });
  const forget = beforeLeaving(release);
  const beat = setInterval(() => {
    const now = new Date();
    utimesSync(file, now, now);
  }, heartbeat);
  try {
    return await work(pid => {
      writeFileSync(file, `${hostname()} ${process.pid} ${pid ?? ''}`.trim());
    });
  } finally {
    clearInterval(beat);
    forget();
    release();
  }
}
