import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * @typedef {object} BuiltFile
 * @property {string} path
 * @property {string} text
 * @property {string[]} sources - what it was made from, by its source map
 * @property {number} bytes - compressed
 *
 * @typedef {object} Load
 * @property {BuiltFile[]} files - what one `import()` loads at once
 * @property {BuiltFile} from - the file that the `import()` stands in
 */

/** @param {string | Buffer} text */
export function weigh(text) {
  return gzipSync(text).length;
}

/**
 * Files of a line or two, which only point to others, come without a map.
 *
 * @param {string} file
 * @returns {import('./sourceMap.mjs').SourceMap}
 */
export function readMap(file) {
  const path = `${file}.map`;
  return existsSync(path)
    ? JSON.parse(readFileSync(path, 'utf8'))
    : { sources: [], mappings: '' };
}

/**
 * @param {string} dist - the folder of the built app
 * @returns {string[]} the files that index.html loads
 */
export function startFiles(dist) {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const sources = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(
    row => row[1],
  );
  const names = sources.map(source => posix.basename(source));
  if (names.length === 0)
    throw new Error('index.html of the built app loads no script.');
  return names.map(name => join(dist, 'static', name));
}

/**
 * Reads the scripts of a built app.
 *
 * @param {string} dist
 * @returns {{ start: BuiltFile[], lazy: BuiltFile[] }} what is loaded at its
 *   start, and the rest
 */
export function readBuiltApp(dist) {
  const started = new Set(startFiles(dist));
  const folder = join(dist, 'static');
  const files = readdirSync(folder)
    .filter(name => name.endsWith('.js'))
    .map(name => join(folder, name))
    .map(path => {
      const text = readFileSync(path, 'utf8');
      return { path, text, sources: readMap(path).sources, bytes: weigh(text) };
    });
  return {
    start: files.filter(({ path }) => started.has(path)),
    lazy: files.filter(({ path }) => !started.has(path)),
  };
}

// What the bundler makes of `import()`: r.e("12").then(r.bind(r,34)), or the
// same with Promise.all where several files are needed.
const importCall = /((?:\w+\.e\("?\d+"?\)[,\])]*)+)\.then\(\w+\.bind\(/g;

/**
 * Finds every `import()` of a built app. The bundler may split what one of them
 * needs into several files, some of them shared with others.
 *
 * @param {{ start: BuiltFile[], lazy: BuiltFile[] }} app
 * @returns {Load[]}
 */
export function findLoads({ start, lazy }) {
  const byId = new Map(
    lazy.map(file => [posix.basename(file.path).split('.')[0], file]),
  );
  return [...start, ...lazy].flatMap(from =>
    [...from.text.matchAll(importCall)].map(([, calls]) => ({
      from,
      files: [...calls.matchAll(/e\("?(\d+)/g)].flatMap(
        ([, id]) => byId.get(id) ?? [],
      ),
    })),
  );
}
