import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  cutOut,
  judgeBundle,
  weighPages,
  weighParts,
  weighStart,
} from './bundle.mjs';
import { decodeMappings } from './sourceMap.mjs';
import { withTree } from './temporaryTree.mjs';

const ours = 'webpack://app/../../plugins/bridge/src/systems/SystemsPage.tsx';
const words =
  'webpack://app/../../plugins/bridge/src/translation/systems.zh.ts';
const library = 'webpack://app/../../node_modules/library/index.js';

/** Text that does not compress. @param {number} bytes */
const noise = bytes =>
  `/*${randomBytes(bytes).toString('base64').slice(0, bytes)}*/`;

/** @param {string[]} sources @param {string} [mappings] */
const map = (sources, mappings = 'AAAA') =>
  JSON.stringify({ version: 3, sources, mappings });

test('mappings are read as the format defines them', () => {
  assert.deepEqual(decodeMappings('AAAA,IAAM;;gBCAA,GAAG,C'), [
    [
      { column: 0, source: 0 },
      { column: 4, source: 0 },
    ],
    [],
    [{ column: 16, source: 1 }, { column: 19, source: 1 }, { column: 20 }],
  ]);
});

test('the code of one source is cut out of a line', () => {
  const bundled = { sources: [library, ours], mappings: 'AAAA,ICAA,IDAA' };
  const cut = cutOut(
    'keepdropkeep\n// end',
    bundled,
    source => source === ours,
  );
  assert.equal(cut, 'keepkeep\n// end');
});

const app = (/** @type {number} */ page) => ({
  'index.html': '<script defer="defer" src="/static/main.1.js"></script>',
  'static/main.1.js': `${noise(5000)}\n${noise(9000)}`,
  'static/main.1.js.map': map([library, ours], 'AAAA;ACAA'),
  'static/2.chunk.js': noise(page),
  'static/2.chunk.js.map': map([ours, library]),
  'static/3.chunk.js': noise(2000),
  'static/3.chunk.js.map': map([words]),
  'static/4.chunk.js': noise(90_000),
  'static/4.chunk.js.map': map([library]),
});

test('the start is weighed with and without our code', async () => {
  await withTree(app(1000), root => {
    const whole = weighStart(root, { withoutOurs: false });
    const rest = weighStart(root, { withoutOurs: true });
    assert.ok(whole - rest > 6000 && whole - rest < 9500, `${whole} ${rest}`);
  });
});

test('a page is weighed with its libraries and our messages', async () => {
  await withTree(app(30_000), root => {
    const [page, ...others] = weighPages(root);
    assert.equal(page.name, 'systems/SystemsPage.tsx');
    assert.ok(page.bytes > 22_000 && page.bytes < 34_000, String(page.bytes));
    assert.deepEqual(others, []);
  });
});

test('a heavy start, a heavy page and a missing page are refused', async () => {
  const light = {
    added: 15_000,
    pages: [{ name: 'a', bytes: 80_000 }],
    parts: [{ name: 'the form', bytes: 115_000, limit: 115_000, early: [] }],
  };
  assert.deepEqual(judgeBundle(light).problems, []);
  assert.match(
    judgeBundle({ ...light, added: 15_001 }).problems.join(),
    /start of the app/,
  );
  assert.match(
    judgeBundle({ ...light, pages: [] }).problems.join(),
    /None of our pages/,
  );
  await withTree(app(120_000), root => {
    assert.match(
      judgeBundle({ ...light, pages: weighPages(root) }).problems.join(),
      /SystemsPage/,
    );
  });
});

const source = (/** @type {string} */ path) =>
  `webpack://app/../../plugins/bridge/src/${path}`;
const formLibrary = 'webpack://app/../../node_modules/@rjsf/core/index.js';

/** @param {...number} ids */
const load = (...ids) =>
  ids.length === 1
    ? `x=()=>r.e("${ids[0]}").then(r.bind(r,7));`
    : `x=()=>Promise.all([${ids
        .map(id => `r.e("${id}")`)
        .join(',')}]).then(r.bind(r,84e3));`;

/**
 * An app with a router, a page with a library of its own, a form and an editor.
 *
 * @param {{ form?: number, main?: string[] }} change
 */
const splitApp = ({ form = 40_000, main = [] }) => ({
  'index.html': '<script defer="defer" src="/static/main.1.js"></script>',
  'static/main.1.js': load(2) + load(8),
  'static/main.1.js.map': map([library, ...main]),
  'static/2.a.chunk.js': load(3, 4) + noise(1000),
  'static/2.a.chunk.js.map': map([source('items/ItemsRouter.tsx')]),
  'static/3.a.chunk.js': noise(30_000),
  'static/3.a.chunk.js.map': map([library]),
  'static/4.a.chunk.js': `${load(5, 6)}${load(7)}${noise(10_000)}`,
  'static/4.a.chunk.js.map': map([source('items/ItemPage.tsx')]),
  'static/5.a.chunk.js': noise(form),
  'static/5.a.chunk.js.map': map([formLibrary]),
  'static/6.a.chunk.js': noise(2000),
  'static/6.a.chunk.js.map': map([source('items/form/GeneratedForm.tsx')]),
  'static/7.a.chunk.js': noise(9000),
  'static/7.a.chunk.js.map': map([source('library/BodyInput.tsx')]),
  'static/8.a.chunk.js': noise(500),
  'static/8.a.chunk.js.map': map([source('home/HomePage.tsx')]),
});

test('a page is weighed with all files of its import() and of the page around it', async () => {
  await withTree(splitApp({}), root => {
    const pages = weighPages(root);
    assert.deepEqual(
      pages.map(({ name }) => name),
      ['items/ItemPage.tsx', 'items/ItemsRouter.tsx', 'home/HomePage.tsx'],
    );
    const [item, router] = pages.map(({ bytes }) => bytes);
    assert.ok(item > 31_000 && item < 42_000, String(item));
    assert.ok(router < 2000, String(router));
  });
});

test('a page is weighed with the messages that it loads, not with those of others', async () => {
  const words = (/** @type {string} */ area) =>
    map([source(`translation/${area}.zh.ts`)]);
  const files = {
    ...splitApp({}),
    'static/8.a.chunk.js': load(20) + noise(500),
    'static/20.a.chunk.js': noise(12_000),
    'static/20.a.chunk.js.map': words('home'),
    'static/21.a.chunk.js': noise(50_000),
    'static/21.a.chunk.js.map': words('systems'),
  };
  await withTree(files, root => {
    const home = weighPages(root).find(({ name }) => /HomePage/.test(name));
    assert.ok(Number(home?.bytes) > 9000 && Number(home?.bytes) < 13_500);
  });
});

test('a part that is loaded on demand is weighed alone', async () => {
  await withTree(splitApp({}), root => {
    const [form, editor] = weighParts(root);
    assert.deepEqual([form.early, editor.early], [[], []]);
    assert.ok(Number(form.bytes) > 30_000 && Number(form.bytes) < 44_000);
    assert.ok(Number(editor.bytes) > 6000 && Number(editor.bytes) < 9500);
  });
});

test('a heavy form, one that comes too early and a missing one are refused', async () => {
  const problemsOf = (/** @type {string} */ root) =>
    judgeBundle({ added: 0, pages: weighPages(root), parts: weighParts(root) })
      .problems;
  await withTree(splitApp({}), root => assert.deepEqual(problemsOf(root), []));
  await withTree(splitApp({ form: 170_000 }), root =>
    assert.match(problemsOf(root).join(), /Too heavy: the form, on demand/),
  );
  await withTree(splitApp({ main: [formLibrary] }), root =>
    assert.match(
      problemsOf(root).join(),
      /Too early: the start of the app loads the form/,
    ),
  );
  const withForm = { ...splitApp({}), 'static/2.a.chunk.js': load(4, 5) };
  await withTree(withForm, root =>
    assert.match(
      problemsOf(root).join(),
      /Too early: the first paint of items\/ItemPage.tsx loads the form/,
    ),
  );
  const withEditor = { ...splitApp({}), 'static/2.a.chunk.js': load(4, 7) };
  await withTree(withEditor, root =>
    assert.match(
      problemsOf(root).join(),
      /Too early: the first paint of items\/ItemPage.tsx loads the Markdown editor/,
    ),
  );
  const without = {
    ...splitApp({}),
    'static/6.a.chunk.js.map': map([source('items/form/AnotherForm.tsx')]),
  };
  await withTree(without, root =>
    assert.match(
      problemsOf(root).join(),
      /Nothing in the built app loads the form/,
    ),
  );
});

test('an app that loads nothing is a mistake, not a light app', async () => {
  await withTree({ 'index.html': '<html></html>' }, root => {
    assert.throws(
      () => weighStart(join(root), { withoutOurs: false }),
      /loads no script/,
    );
  });
});
