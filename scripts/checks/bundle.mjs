import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { decodeMappings } from './sourceMap.mjs';

/**
 * How the bytes are counted:
 *
 * The start of the app is what index.html loads. The app is built twice, once
 * without our packages among its plugins; the difference of the compressed
 * files is what our packages add, together with every library that the app
 * would not load at its start without them. Where the app itself imports our
 * packages, the build without them still holds some of our code; the source
 * maps tell which, and it is taken off that build.
 *
 * A page is one file, because the bundler puts what an `import()` needs, and
 * the start does not have, into one file: our code and libraries alike. To
 * this come our files without components that any page may need for its first
 * paint: the messages of one language and the client.
 */

/** The budgets in compressed bytes. */
export const budgets = { start: 15_000, page: 80_000 };

const ourSources =
  /(^|\/)plugins\/(bridge|bridge-common|app-module-zh-cn)\/src\//;
const ourPages = /(^|\/)plugins\/bridge\/src\/.*\.tsx$/;

/** @param {string | Buffer} text */
function weigh(text) {
  return gzipSync(text).length;
}

/**
 * Cuts the code of some sources out of a bundled file.
 *
 * @param {string} text
 * @param {import('./sourceMap.mjs').SourceMap} map
 * @param {(source: string) => boolean} isCut
 * @returns {string} the rest
 */
export function cutOut(text, map, isCut) {
  const lines = text.split('\n');
  const cut = map.sources.map(isCut);
  return decodeMappings(map.mappings)
    .map((segments, index) => {
      const line = lines[index] ?? '';
      const first = segments[0]?.column ?? line.length;
      const kept = segments.map(({ column, source }, position) => {
        const end = segments[position + 1]?.column ?? line.length;
        return source !== undefined && cut[source]
          ? ''
          : line.slice(column, end);
      });
      return line.slice(0, first) + kept.join('');
    })
    .concat(lines.slice(decodeMappings(map.mappings).length))
    .join('\n');
}

/**
 * @param {string} dist - the folder of the built app
 * @returns {string[]} the files that index.html loads
 */
function startFiles(dist) {
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
 * Files of a line or two, which only point to others, come without a map.
 *
 * @param {string} file
 * @returns {import('./sourceMap.mjs').SourceMap}
 */
function readMap(file) {
  const path = `${file}.map`;
  return existsSync(path)
    ? JSON.parse(readFileSync(path, 'utf8'))
    : { sources: [], mappings: '' };
}

/**
 * Weighs the start of a built app.
 *
 * @param {string} dist
 * @param {{ withoutOurs: boolean }} options - whether to leave our code out
 * @returns {number} compressed bytes
 */
export function weighStart(dist, { withoutOurs }) {
  return startFiles(dist)
    .map(file => {
      const text = readFileSync(file, 'utf8');
      const map = withoutOurs ? readMap(file) : undefined;
      const hasOurs = map?.sources.some(source => ourSources.test(source));
      return weigh(
        map && hasOurs
          ? cutOut(text, map, source => ourSources.test(source))
          : text,
      );
    })
    .reduce((sum, bytes) => sum + bytes, 0);
}

/**
 * @typedef {object} Page
 * @property {string} name
 * @property {number} bytes
 */

/**
 * Weighs what the first paint of each of our pages and cards loads.
 *
 * @param {string} dist
 * @returns {Page[]} the heaviest first
 */
export function weighPages(dist) {
  const start = new Set(startFiles(dist));
  const folder = join(dist, 'static');
  const lazy = readdirSync(folder)
    .filter(name => name.endsWith('.js'))
    .map(name => join(folder, name))
    .filter(file => !start.has(file))
    .map(file => ({
      file,
      ours: readMap(file).sources.filter(source => ourSources.test(source)),
    }))
    .filter(({ ours }) => ours.length > 0)
    .map(({ file, ours }) => ({ ours, bytes: weigh(readFileSync(file)) }));
  const isPage = (/** @type {{ ours: string[] }} */ { ours }) =>
    ours.some(source => ourPages.test(source));
  const isShared = (/** @type {{ ours: string[] }} */ chunk) =>
    !isPage(chunk) &&
    !chunk.ours.some(source => source.includes('/app-module-zh-cn/'));
  const shared = lazy
    .filter(isShared)
    .reduce((sum, { bytes }) => sum + bytes, 0);
  return lazy
    .filter(isPage)
    .map(({ ours, bytes }) => ({ name: nameOf(ours), bytes: bytes + shared }))
    .sort((a, b) => b.bytes - a.bytes);
}

/** @param {string[]} sources */
function nameOf(sources) {
  const components = sources.filter(source => ourPages.test(source));
  const page = components.find(source =>
    /(Page|Card|Content)\.tsx$/.test(source),
  );
  return (page ?? components[0]).replace(/^.*plugins\/bridge\/src\//, '');
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/**
 * Holds the weights against the budgets.
 *
 * @param {{ added: number, pages: Page[] }} weights
 * @returns {{ lines: string[], problems: string[] }} what was measured, and
 *   what is too heavy
 */
export function judgeBundle({ added, pages }) {
  const rows = [
    {
      what: 'our packages add to the start of the app',
      bytes: added,
      limit: budgets.start,
    },
    ...pages.map(({ name, bytes }) => ({
      what: `first paint of ${name}`,
      bytes,
      limit: budgets.page,
    })),
  ];
  const lines = rows.map(
    ({ what, bytes, limit }) =>
      `${what}: ${kilobytes(bytes)} of ${kilobytes(limit)}, compressed`,
  );
  const problems = rows
    .filter(({ bytes, limit }) => bytes > limit)
    .map(
      ({ what, bytes, limit }) =>
        `Too heavy: ${what}: ${kilobytes(bytes)}, allowed are ${kilobytes(
          limit,
        )}.`,
    );
  if (pages.length === 0)
    problems.push('None of our pages is in the built app.');
  return { lines, problems };
}
