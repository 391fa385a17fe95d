import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkImports } from './imports.mjs';
import { withTree } from './temporaryTree.mjs';

const backend = 'plugins/bridge-backend/src';
const frontend = 'plugins/bridge/src';

/**
 * A file, what it imports, and the rule that must see it.
 *
 * @type {[file: string, target: string, rule: string][]}
 */
const broken = [
  [`${backend}/registry/routes.ts`, './SystemStore', 'routes-call-services'],
  [`${backend}/registry/routes.ts`, 'knex', 'routes-call-services'],
  [
    `${backend}/registry/SystemService.ts`,
    '../http/defineRoute',
    'services-behind-the-door',
  ],
  [`${backend}/registry/SystemService.ts`, 'knex', 'services-behind-the-door'],
  [
    `${backend}/registry/SystemStore.ts`,
    './SystemService',
    'stores-only-store',
  ],
  [`${backend}/registry/SystemStore.ts`, 'express', 'stores-only-store'],
  [`${backend}/registry/helper.ts`, 'express', 'door-at-the-door'],
  [`${backend}/registry/helper.ts`, 'knex', 'sql-in-stores'],
  [`${backend}/registry/model.ts`, './SystemStore', 'models-are-pure'],
  [`${backend}/registry/model.ts`, 'node:fs', 'models-are-pure'],
  [
    `${backend}/review/ReviewService.ts`,
    '../registry/SystemStore',
    'areas-meet-at-services',
  ],
  [
    `${backend}/workflow/run.ts`,
    '../registry/SystemService',
    'workflow-stands-alone',
  ],
  [`${backend}/registry/helper.ts`, '../plugin', 'one-composition-root'],
  [
    `${backend}/registry/helper.ts`,
    '../testing/build',
    'testing-for-tests-only',
  ],
  [`${backend}/registry/helper.ts`, './nowhere', 'imports-exist'],
  [`${backend}/registry/helper.ts`, 'react', 'backend-without-frontend'],
  [`${frontend}/systems/Page.tsx`, '../home/Home', 'pages-stand-apart'],
  [
    `${frontend}/components/Row.tsx`,
    '../api/client',
    'components-fetch-nothing',
  ],
  [
    `${frontend}/components/Row.tsx`,
    '../home/Home',
    'shared-rooms-below-pages',
  ],
  [`${frontend}/systems/Page.tsx`, 'knex', 'frontend-without-backend'],
  [
    `${frontend}/systems/Page.tsx`,
    '@backstage/backend-plugin-api',
    'frontend-without-backend',
  ],
  [
    'packages/app/src/index.ts',
    '../../../plugins/bridge/src/home/Home',
    'no-deep-imports',
  ],
  ['plugins/cjk-text/src/index.ts', 'node:fs', 'pure-packages'],
  ['plugins/bridge-common/src/index.ts', 'knex', 'pure-packages'],
];

/** A tree that keeps every rule. */
const sound = {
  [`${backend}/index.ts`]: "export * from './plugin';",
  [`${backend}/plugin.ts`]:
    "import './registry/routes';\nimport './http/defineRoute';\nexport const plugin = 1;",
  [`${backend}/http/defineRoute.ts`]:
    "import 'express';\nexport const defineRoute = 1;",
  [`${backend}/registry/routes.ts`]:
    "import '../http/defineRoute';\nimport './SystemService';\nexport {};",
  [`${backend}/registry/SystemService.ts`]:
    "import './SystemStore';\nimport './model';\nexport {};",
  [`${backend}/registry/SystemStore.ts`]:
    "import 'knex';\nimport './model';\nexport {};",
  [`${backend}/registry/model.ts`]: "import 'luxon';\nexport {};",
  [`${backend}/testing/build.ts`]: 'export {};',
  [`${backend}/registry/registry.test.ts`]: "import '../testing/build';",
  [`${frontend}/home/Home.tsx`]:
    "import '../components/Card';\nimport '../api/client';\nexport {};",
  [`${frontend}/components/Card.tsx`]: "import 'react';\nexport {};",
  [`${frontend}/api/client.ts`]: 'export {};',
};

test('a tree that keeps the walls is left in peace', async () => {
  assert.deepEqual(await withTree(sound, checkImports), []);
});

for (const [file, target, rule] of broken) {
  test(`${file} may not import ${target}`, async () => {
    const before = /** @type {Record<string, string>} */ (sound)[file] ?? '';
    const tree = { ...sound, [file]: `${before}\nimport '${target}';` };
    const problems = await withTree(tree, checkImports);
    assert.ok(
      problems.some(
        problem =>
          problem.startsWith(`${file} →`) && problem.includes(`${rule}:`),
      ),
      problems.join('\n') || 'nothing was found',
    );
  });
}

test('two files that import each other are a cycle', async () => {
  const problems = await withTree(
    {
      'plugins/bridge-common/src/a.ts':
        "import type { B } from './b';\nexport type A = B;",
      'plugins/bridge-common/src/b.ts':
        "import type { A } from './a';\nexport type B = A;",
    },
    checkImports,
  );
  assert.match(problems.join('\n'), /no-cycles/);
});
