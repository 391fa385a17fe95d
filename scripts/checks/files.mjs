import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * A file as the checks see it.
 *
 * @typedef {object} File
 * @property {string} path - relative to the root, with forward slashes
 * @property {string} text
 */

/** Folders that nobody writes by hand. */
const leftOut = new Set([
  'node_modules',
  '.git',
  '.tools',
  '.yarn',
  '.cache',
  '.data',
  'artifacts',
  'coverage',
  'dist',
  'dist-types',
  'e2e-test-report',
  'test-results',
]);

/**
 * @param {string} folder
 * @returns {string[]}
 */
function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return leftOut.has(entry.name) ? [] : walk(path);
    return entry.isFile() ? [path] : [];
  });
}

/**
 * Reads the files below some folders.
 *
 * @param {string} root
 * @param {string[]} places - folders or files; one `*` stands for every folder
 * @param {(path: string) => boolean} [wanted]
 * @returns {File[]}
 */
export function readFiles(root, places, wanted = () => true) {
  return places
    .flatMap(place => expand(root, place))
    .filter(place => existsSync(place))
    .flatMap(place => (statSync(place).isDirectory() ? walk(place) : [place]))
    .map(file => ({ file, path: relative(root, file).split(sep).join('/') }))
    .filter(({ path }) => wanted(path))
    .map(({ file, path }) => ({ path, text: readFileSync(file, 'utf8') }));
}

/**
 * @param {string} root
 * @param {string} place
 * @returns {string[]}
 */
function expand(root, place) {
  const [before, after] = place.split('/*');
  if (after === undefined) return [join(root, place)];
  const parent = join(root, before);
  if (!existsSync(parent)) return [];
  return readdirSync(parent).map(name => join(parent, name, after));
}

/** @param {string} path */
export function isSource(path) {
  return /\.(ts|tsx|mts|mjs|js|cjs)$/.test(path) && !path.endsWith('.d.ts');
}

/** Tests, and what serves tests only. @param {string} path */
export function isTest(path) {
  return (
    /\.test\.[a-z]+$/.test(path) ||
    /\/(testing|e2e-tests|__fixtures__)\//.test(path) ||
    /\/setupTests\.ts$/.test(path)
  );
}
