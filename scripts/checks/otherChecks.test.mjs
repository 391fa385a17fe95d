import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkForeign } from './foreign.mjs';
import { checkPurity, isPure } from './purity.mjs';
import { checkUserPackages } from './userPackages.mjs';

/** @param {string} text */
const foreign = text => checkForeign([{ path: 'a.md', text }]).join('\n');

// Put together from pieces, so that the check of the tree does not find them.
const neighbour = ['..', 'shared', 'x.md'].join('/');
const host = ['https://registry', 'npmjs', 'org/'].join('.');
const home = ['', 'home', 'somebody', 'project'].join('/');

test('a neighbour folder, a registry host and a home folder are found', () => {
  assert.match(
    foreign(`one\nsee ${neighbour}`),
    /^a\.md:2 names a folder outside/,
  );
  assert.match(foreign(`"${host}"`), /host of a package registry/);
  assert.match(foreign(`cd ${home}`), /folder of one machine/);
  assert.match(
    foreign(['C:', 'Users', 'x'].join('\\')),
    /folder of one machine/,
  );
});

test('addresses and routes that only look alike are left in peace', () => {
  assert.equal(
    foreign('https://example.com/home/page/ and ./shared/x and /home'),
    '',
  );
  assert.equal(foreign(`binary\u0000 ${home}`), '');
});

test('a model that reads the clock or a random source is found', () => {
  const check = (/** @type {string} */ text) =>
    checkPurity([{ path: 'model.ts', text }]);
  for (const call of [
    'Date.now()',
    'new Date()',
    'Math.random()',
    'DateTime.now()',
    'randomUUID()',
  ]) {
    assert.match(check(`\nconst a = ${call};`).join(), /^model\.ts:2/, call);
  }
  assert.deepEqual(
    check(
      'new Date(now); DateTime.fromISO(text); DateTime.local(2025, 12, 31)',
    ),
    [],
  );
  assert.ok(isPure('plugins/bridge-backend/src/registry/model.ts'));
  assert.ok(!isPure('plugins/bridge-backend/src/registry/SystemStore.ts'));
});

const imports = [
  ['plugins/bridge/src/plugin.ts', '@backstage/core-plugin-api'],
  ['plugins/bridge/src/components/Row.tsx', '@material-ui/core/Table'],
  ['packages/app/src/App.tsx', '@backstage/plugin-catalog/alpha'],
  ['plugins/bridge/src/table.tsx', '@backstage/plugin-catalog'],
  ['plugins/bridge-backend/src/plugin.ts', '@backstage/backend-plugin-api'],
  ['plugins/bridge-backend/src/Store.ts', 'knex'],
  ['plugins/bridge-common/src/client.test.ts', 'msw'],
  ['plugins/bridge/src/page.test.tsx', 'msw/node'],
  ['plugins/catalog-backend-module-bridge/src/provider.test.ts', 'msw'],
  ['plugins/bridge-backend/src/plugin.test.ts', '../plugin'],
  ['packages/app/src/App.test.tsx', './App'],
].map(([path, target]) => ({ path, text: `import x from '${target}';` }));

test('the packages that the user named are there', () => {
  assert.deepEqual(checkUserPackages(imports), []);
});

for (const { path, text } of imports.slice(0, 9)) {
  test(`a missing import is found: ${text} in ${path}`, () => {
    const others = imports.map(file =>
      file.path === path ? { path, text: '' } : file,
    );
    assert.match(checkUserPackages(others).join('\n'), /is imported by no/);
  });
}

test('a package without a test is found', () => {
  const without = imports.filter(
    ({ path }) => path !== 'packages/app/src/App.test.tsx',
  );
  assert.deepEqual(checkUserPackages(without), ['packages/app has no test.']);
});
