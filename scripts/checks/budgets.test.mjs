import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkBudgets, median } from './budgets.mjs';

/** @param {number} count @param {string} [line] */
const lines = (count, line = '  work();') => `${line}\n`.repeat(count);

/** @param {string} text @param {string} [path] */
const check = (text, path = 'plugins/bridge/src/a.ts') =>
  checkBudgets([{ path, text }]).join('\n');

test('a small file with short functions keeps the budgets', () => {
  assert.equal(check(`export function short() {\n${lines(3)}}\n`), '');
});

test('a function of 60 lines is allowed, one of 61 is not', () => {
  const short = 'const a = () => 1;\nconst b = () => 2;\n';
  assert.equal(check(`${short}function long() {\n${lines(58)}}\n`), '');
  assert.match(
    check(`${short}function long() {\n${lines(59)}}\n`),
    /a\.ts:3 long has 61 lines/,
  );
  assert.match(
    check(`${short}call(() => {\n${lines(60)}});\n`),
    /a function has 62 lines/,
  );
  assert.match(
    check(`class A {\n  b() {\n${lines(60)}  }\n}\n`),
    /:2 b has 62 lines/,
  );
});

test('the median of the named functions has a budget', () => {
  const long = (/** @type {string} */ name) =>
    `function ${name}() {\n${lines(18)}}\n`;
  assert.match(check(long('a') + long('b')), /median function has 20 lines/);
  assert.match(
    check(long('a') + long('b') + lines(9, '[].map(x => x);')),
    /median/,
  );
  assert.equal(median([1, 2, 30, 40]), 16);
  assert.equal(median([]), 0);
});

test('a file of 400 lines is allowed, one of 401 is not; a test may have 600', () => {
  assert.equal(check(lines(400)), '');
  assert.match(check(lines(401)), /has 401 lines; 400 are allowed/);
  assert.equal(check(lines(600), 'plugins/bridge/src/a.test.ts'), '');
  assert.match(
    check(lines(601), 'plugins/bridge/src/a.test.ts'),
    /600 are allowed/,
  );
});

test('"any" is refused in types, also in doc comments, but not in words', () => {
  assert.match(check('const a: any = 1;\n'), /a\.ts:1 uses the type "any"/);
  assert.match(check('const b = [] as Array<any>;\n'), /any/);
  assert.match(
    check('/** @param {any} x */\nfunction f(x) {}\n', 'scripts/a.mjs'),
    /any/,
  );
  assert.equal(check("const any = 'any'; // any\n"), '');
  assert.equal(
    check('const a: any = 1;\n', 'plugins/bridge/src/a.test.ts'),
    '',
  );
});
