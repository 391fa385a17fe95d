import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  accessSync,
  chmodSync,
  constants,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';

const anHour = 3_600_000;

/** The root folder of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where Node and Yarn go when the machine's own do not fit. */
export const toolsFolder = join(root, '.tools');

/** The folder of the executables that the dependencies bring. */
export const binFolder = join(root, 'node_modules', '.bin');

/**
 * The environment for everything that is started: our own tools come first in
 * PATH, then the executables of the dependencies, then the machine's own.
 *
 * @param {NodeJS.ProcessEnv} [more] - variables to add
 * @returns {NodeJS.ProcessEnv}
 */
export function environment(more = {}) {
  const separator = process.platform === 'win32' ? ';' : ':';
  const name =
    Object.keys(process.env).find(key => /^path$/i.test(key)) ?? 'PATH';
  const first = [join(toolsFolder, 'node_modules', '.bin'), binFolder];
  const rest = (process.env[name] ?? '')
    .split(separator)
    .filter(folder => folder && !first.includes(folder));
  return {
    ...process.env,
    [name]: [...first, ...rest].join(separator),
    ...more,
  };
}

/**
 * Whether every user may pass through a folder and all folders above it.
 *
 * @param {string} folder
 * @returns {boolean}
 */
function isOpenToAll(folder) {
  const parent = dirname(folder);
  const open = (statSync(folder).mode & 0o001) !== 0;
  return open && (parent === folder || isOpenToAll(parent));
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Removes what runs that were killed have left behind: folders that bear the
 * number of a process that is gone, and that have lain for an hour.
 *
 * @param {string} place
 */
function sweep(place) {
  for (const name of readdirSync(place)) {
    const pid = Number(name.match(/^tech-bridge-[a-z]+-(\d+)-/)?.[1]);
    const folder = join(place, name);
    try {
      const isOld = pid && Date.now() - statSync(folder).mtimeMs > anHour;
      if (isOld && !isAlive(pid)) rmSync(folder, { recursive: true });
    } catch {
      // It belongs to another user, or another run has just removed it.
    }
  }
}

/**
 * Makes a new temporary folder that any user may enter. PostgreSQL refuses to
 * run as root and changes to another user, who cannot look into a private
 * folder.
 *
 * @param {string} name - one word
 * @returns {string} its path
 */
export function openTemporaryFolder(name) {
  const isWindows = process.platform === 'win32';
  const places = isWindows ? [tmpdir()] : [tmpdir(), '/tmp'];
  const place = places.find(folder => {
    try {
      accessSync(folder, constants.W_OK);
      return isWindows || isOpenToAll(folder);
    } catch {
      return false;
    }
  });
  sweep(place ?? tmpdir());
  const folder = mkdtempSync(
    join(place ?? tmpdir(), `tech-bridge-${name}-${process.pid}-`),
  );
  chmodSync(folder, 0o755);
  return folder;
}
