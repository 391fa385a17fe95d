import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { test } from 'node:test';
import { cutOut, judgeBundle, weighPages, weighStart } from './bundle.mjs';
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
  const light = { added: 15_000, pages: [{ name: 'a', bytes: 80_000 }] };
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
      judgeBundle({ added: 0, pages: weighPages(root) }).problems.join(),
      /SystemsPage/,
    );
  });
});

test('an app that loads nothing is a mistake, not a light app', async () => {
  await withTree({ 'index.html': '<html></html>' }, root => {
    assert.throws(
      () => weighStart(join(root), { withoutOurs: false }),
      /loads no script/,
    );
  });
});
