import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkGlossary, readGlossary } from './glossary.mjs';

const glossary = `# Glossary

| code | English | 中文 | not |
| --- | --- | --- | --- |
| owner | owner | 责任方 | 所有者 |
| triage | triage | 初审 | 初筛、分诊 |
| superUser | super user | 超级用户 | superuser |
| reopen | reopen | 重新打开 | 重开, 再开 |
| meeting | opening | 重开会 | |
`;

/** @param {string} path @param {string} text */
const check = (path, text) =>
  checkGlossary(glossary, [{ path, text }]).join('\n');

test('the table is read, with both ways to part the refused words', () => {
  const words = readGlossary(glossary).refusals.map(({ word }) => word);
  assert.deepEqual(words, [
    '所有者',
    '初筛',
    '分诊',
    'superuser',
    '重开',
    '再开',
  ]);
});

test('a refused word in a label is named with its file, line and remedy', () => {
  const found = check(
    'plugins/bridge/src/translation/zh.ts',
    "const zh = {\n  owner: '系统所有者',\n};",
  );
  assert.equal(
    found,
    'plugins/bridge/src/translation/zh.ts:2 says "所有者"; the glossary says "责任方".',
  );
  assert.match(
    check('docs/guide/zh.md', '先分诊。'),
    /zh\.md:1 says "分诊"; .* "初审"/,
  );
  assert.match(
    check('examples/a/systems.yaml', 'a: 1\ntitle: 初筛'),
    /systems\.yaml:2/,
  );
  assert.match(
    check('plugins/bridge/src/translation/en.ts', "a('Superuser')"),
    /"super user"/,
  );
  assert.match(
    check('plugins/bridge-common/src/m.ts', 'f(`The superuser ${x}`)'),
    /superuser/,
  );
});

test('right terms, keys, ids and comments are left in peace', () => {
  assert.equal(check('docs/guide/zh.md', '业务责任方,初审,重开会。'), '');
  assert.match(check('docs/guide/zh.md', '重开会,再重开。'), /重开/);
  assert.equal(
    check(
      'plugins/bridge/src/translation/en.ts',
      "x = { superuser: 'Super user' };",
    ),
    '',
  );
  assert.equal(
    check(
      'plugins/bridge-common/src/m.ts',
      "const id = 'superuser'; // 所有者",
    ),
    '',
  );
  assert.equal(
    check('examples/a/x.yaml', 'kind: superuser\nsuperUserOf: a'),
    '',
  );
});

test('a glossary that refuses nothing is itself a problem', () => {
  assert.match(checkGlossary('# Glossary', []).join(), /no row that refuses/);
});
