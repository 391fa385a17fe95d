import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkDocumentation } from './documentation.mjs';
import { withTree } from './temporaryTree.mjs';

/** @param {Record<string, string>} files */
function check(files) {
  const inPackage = Object.entries(files).map(([path, text]) => [
    `plugins/p/${path}`,
    text,
  ]);
  const manifest = { main: 'src/index.ts', exports: undefined };
  return withTree(
    {
      'plugins/p/package.json': JSON.stringify(manifest),
      ...Object.fromEntries(inPackage),
    },
    root => checkDocumentation(root, join(root, 'plugins/p')),
  );
}

test('documented exports are left in peace, and so is what nobody exports', async () => {
  const problems = await check({
    'src/index.ts':
      "export * from './a';\nexport { b as default, d, e } from './b';",
    'src/a.ts': '/** A number. @public */\nexport const a = 1;\n',
    'src/b.ts':
      '/**\n * Another.\n *\n * @internal\n */\nexport const b = 2;\nexport const c = 3;\n' +
      '/** Two. @public */\nexport const { d, e } = b;\n',
  });
  assert.deepEqual(problems, []);
});

test('an export without a comment, a sentence or a tag is found wherever it stands', async () => {
  const problems = await check({
    'src/index.ts': "export * from './a';\nexport default function f() {}\n",
    'src/a.ts':
      'export const a = 1;\n/** Words only. */\nexport type B = 1;\n/** @public */\nexport class C {}\n',
  });
  const text = problems.join('\n');
  assert.match(text, /src\/a\.ts:1 a is exported and has no doc comment/);
  assert.match(
    text,
    /src\/a\.ts:3 B is exported and has a doc comment without @public/,
  );
  assert.match(
    text,
    /src\/a\.ts:5 C is exported and has a doc comment without a sentence/,
  );
  assert.match(
    text,
    /src\/index\.ts:2 default is exported and has no doc comment/,
  );
  assert.equal(problems.length, 4);
});
