import { readFileSync } from 'node:fs';
import {
  findLoads,
  readBuiltApp,
  readMap,
  startFiles,
  weigh,
} from './builtApp.mjs';
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
 * A page is what its `import()` loads: our code and libraries alike, also files
 * that other pages of the app load as well. To this come the pages that its
 * `import()` stands in, our files without components that any page may need for
 * its first paint, such as the client, and the messages of one language: those
 * that the app or one of these files loads by an `import()`.
 *
 * Some parts are loaded only when somebody needs them, by an `import()` of
 * their own. They are weighed alone, and nothing may load them earlier.
 */

/** The budgets in compressed bytes. */
export const budgets = { start: 15_000, page: 80_000 };

/**
 * The parts that are loaded on demand: the component that needs them, and the
 * library that makes them heavy. What the app itself loads at its start, as it
 * does Ajv, is not weighed again.
 *
 * @type {Record<string, { name: string, entry: RegExp, library?: RegExp, limit: number }>}
 */
const onDemand = {
  form: {
    name: 'the form',
    entry: /plugins\/bridge\/src\/items\/form\/GeneratedForm\.tsx$/,
    library: /node_modules\/@rjsf\//,
    limit: 115_000,
  },
  editor: {
    name: 'the Markdown editor',
    entry: /plugins\/bridge\/src\/library\/BodyInput\.tsx$/,
    limit: 60_000,
  },
};

const ourSources =
  /(^|\/)plugins\/(bridge|bridge-common|app-module-zh-cn)\/src\//;
// What stands in extensions/ hooks our parts into pages of others.
const ourPages = /(^|\/)plugins\/bridge\/src\/(?!extensions\/).*\.tsx$/;

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
 *
 * @typedef {import('./builtApp.mjs').BuiltFile} BuiltFile
 * @typedef {import('./builtApp.mjs').Load} Load
 */

/** @param {RegExp} pattern */
const hasSource =
  pattern =>
  (/** @type {BuiltFile} */ { sources }) =>
    sources.some(source => pattern.test(source));

/** @param {Iterable<BuiltFile>} files */
function sumOf(files) {
  return [...new Set(files)].reduce((sum, { bytes }) => sum + bytes, 0);
}

/**
 * What has been loaded once this is: its own files, and those of the page that
 * its `import()` stands in.
 *
 * @param {Load} load
 * @param {Load[]} loads
 * @returns {BuiltFile[]}
 */
function pathOf(load, loads) {
  const { files, from } = load;
  const others = loads.filter(other => other !== load);
  const outer = hasSource(ourPages)(from)
    ? others.find(other => other.files.includes(from))
    : undefined;
  return outer ? [...files, ...pathOf(outer, others)] : files;
}

const isWords = hasSource(/\/plugins\/bridge\/src\/translation\//);

/**
 * The messages that are loaded by some files.
 *
 * @param {BuiltFile[]} files
 * @param {Load[]} loads
 */
function wordsOf(files, loads) {
  return loads
    .filter(({ from }) => files.includes(from))
    .flatMap(load => load.files)
    .filter(file => isWords(file) && !hasSource(ourPages)(file));
}

/**
 * Weighs what the first paint of each of our pages and cards loads.
 *
 * @param {string} dist
 * @returns {Page[]} the heaviest first
 */
export function weighPages(dist) {
  const app = readBuiltApp(dist);
  const loads = findLoads(app);
  const shared = app.lazy.filter(
    file =>
      hasSource(ourSources)(file) &&
      !hasSource(ourPages)(file) &&
      !isWords(file) &&
      !hasSource(/\/app-module-zh-cn\//)(file),
  );
  const withWords = (/** @type {BuiltFile[]} */ files) => [
    ...files,
    ...wordsOf([...app.start, ...files], loads),
  ];
  const parts = Object.values(onDemand);
  return app.lazy
    .filter(file => hasSource(ourPages)(file))
    .filter(file => !parts.some(({ entry }) => hasSource(entry)(file)))
    .map(file => {
      const weights = loads
        .filter(({ files }) => files.includes(file))
        .map(load => sumOf([...withWords(pathOf(load, loads)), ...shared]));
      const alone = sumOf([...withWords([file]), ...shared]);
      return { name: nameOf(file.sources), bytes: Math.max(alone, ...weights) };
    })
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

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {number} [bytes] - undefined where there is no such part
 * @property {number} limit
 * @property {string[]} early - what loads it before anybody asks for it
 */

/**
 * Weighs the parts that are loaded only when somebody needs them, and finds
 * what loads them earlier.
 *
 * @param {string} dist
 * @returns {Part[]}
 */
export function weighParts(dist) {
  const app = readBuiltApp(dist);
  const loads = findLoads(app);
  return Object.values(onDemand).map(part => {
    const { name, entry, library = entry, limit } = part;
    const isPart = hasSource(entry);
    const isHeavy = hasSource(library);
    const own = loads.filter(({ files }) => files.some(isPart));
    const atStart = app.start.some(file => isPart(file) || isHeavy(file));
    const tooEarly = loads.filter(({ files }) =>
      files.some(isPart) ? files.some(isPage) : files.some(isHeavy),
    );
    return {
      name,
      limit,
      ...(own.length > 0 && {
        bytes: Math.max(...own.map(({ files }) => sumOf(files))),
      }),
      early: [
        ...(atStart ? ['the start of the app'] : []),
        ...new Set(tooEarly.map(titleOf)),
      ],
    };
  });
}

const isPage = hasSource(
  /(^|\/)plugins\/bridge\/src\/.*(Page|Router|Card)\.tsx$/,
);

/** @param {Load} load */
function titleOf({ files }) {
  const page = files.find(isPage) ?? files.find(hasSource(ourPages));
  return page ? `the first paint of ${nameOf(page.sources)}` : 'another part';
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/**
 * Holds the weights against the budgets.
 *
 * @param {{ added: number, pages: Page[], parts: Part[] }} weights
 * @returns {{ lines: string[], problems: string[] }} what was measured, and
 *   what is too heavy or comes too early
 */
export function judgeBundle({ added, pages, parts }) {
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
    ...parts.flatMap(({ name, bytes, limit }) =>
      bytes === undefined ? [] : { what: `${name}, on demand`, bytes, limit },
    ),
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
  for (const { name, bytes, early } of parts) {
    if (bytes === undefined)
      problems.push(`Nothing in the built app loads ${name}.`);
    for (const what of early)
      problems.push(`Too early: ${what} loads ${name}.`);
  }
  return { lines, problems };
}
