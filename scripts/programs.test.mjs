import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  rmdirSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { withTree } from './checks/temporaryTree.mjs';
import { withLock } from './lock.mjs';
import { environment, openTemporaryFolder } from './paths.mjs';
import { capture, ended, start, stop } from './processes.mjs';
import { readArguments } from './test.mjs';
import { judge as judgeBrowserTests } from './test-parts/e2e.mjs';
import { judge as judgeJest } from './test-parts/unit.mjs';

const nobody = 2 ** 22 + 1;

test('the arguments of npm test name parts, and the rest is passed on', () => {
  const all = ['gates', 'unit', 'build', 'e2e'];
  assert.deepEqual(readArguments([]), { names: all, rest: [] });
  assert.deepEqual(readArguments(['build', 'e2e']), {
    names: ['build', 'e2e'],
    rest: [],
  });
  assert.deepEqual(readArguments(['e2e', '--', '-g', 'x']), {
    names: ['e2e'],
    rest: ['-g', 'x'],
  });
  assert.deepEqual(readArguments(['plugins/bridge']), {
    names: ['unit'],
    rest: ['plugins/bridge'],
  });
});

/** @param {object} change */
const jestReport = change => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  testResults: [{ assertionResults: [{ status: 'passed', fullName: 'a' }] }],
  ...change,
});

test('Jest passes only when tests ran, none failed and none was left out', () => {
  const skipped = {
    testResults: [{ assertionResults: [{ status: 'pending', fullName: 'b' }] }],
  };
  assert.equal(judgeJest(jestReport({}), 0, false).complaint, undefined);
  assert.match(
    judgeJest(jestReport({}), 1, false).complaint ?? '',
    /exit code 1/,
  );
  assert.equal(
    judgeJest(jestReport({ numRuntimeErrorTestSuites: 1 }), 1, false).failed,
    1,
  );
  assert.match(
    judgeJest(jestReport({ numPassedTests: 0 }), 0, false).complaint ?? '',
    /not a single/,
  );
  assert.match(
    judgeJest(jestReport(skipped), 0, false).complaint ?? '',
    /skipped/,
  );
  assert.equal(judgeJest(jestReport(skipped), 0, true).complaint, undefined);
});

/** @param {string} status @param {string} [reason] */
const browserReport = (status, reason) => ({
  suites: [
    {
      title: 'a.test.ts',
      suites: [
        {
          title: 'group',
          specs: [
            {
              title: 'finds it',
              tests: [
                {
                  status,
                  projectName: 'sqlite',
                  annotations: [{ type: 'skip', description: reason }],
                },
                {
                  status: 'expected',
                  projectName: 'postgres',
                  annotations: [],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
});

test('browser tests pass only when they ran, and are skipped for a reason only', () => {
  assert.equal(judgeBrowserTests(browserReport('expected'), 0).passed, 2);
  assert.match(
    judgeBrowserTests(browserReport('unexpected'), 1).complaint ?? '',
    /exit code 1/,
  );
  assert.equal(judgeBrowserTests(browserReport('flaky'), 0).failed, 1);
  assert.match(
    judgeBrowserTests({ suites: [] }, 0).complaint ?? '',
    /not a single/,
  );
  assert.match(
    judgeBrowserTests(browserReport('skipped'), 0).complaint ?? '',
    /without a reason/,
  );
  const explained = judgeBrowserTests(
    browserReport('skipped', 'needs two replicas'),
    0,
  );
  assert.equal(explained.complaint, undefined);
  assert.deepEqual(explained.skipped, [
    'finds it (sqlite): needs two replicas',
  ]);
});

test('two runs do not work at once', async () => {
  await withTree({}, async root => {
    const file = join(root, 'lock');
    /** @type {string[]} */
    const story = [];
    const pause = () => new Promise(resolve => setTimeout(resolve, 1500));
    const first = withLock(
      file,
      async () => {
        story.push('first begins');
        await pause();
        story.push('first ends');
      },
      () => story.push('first waits'),
    );
    const second = withLock(
      file,
      async () => story.push('second works'),
      () => story.push('second waits'),
    );
    await Promise.all([first, second]);
    assert.deepEqual(story, [
      'first begins',
      'second waits',
      'first ends',
      'second works',
    ]);
    assert.ok(!existsSync(file));
  });
});

test('a lock that a killed run left behind is put aside', async () => {
  await withTree({ lock: `${hostname()} ${nobody}` }, async root => {
    assert.equal(
      await withLock(
        join(root, 'lock'),
        async () => 'done',
        () => {},
      ),
      'done',
    );
  });
});

test('a lock is respected while the program that worked for a killed run still works', async () => {
  const orphan = start(
    process.execPath,
    ['--eval', 'setTimeout(() => {}, 60_000)'],
    {
      onLine: () => {},
    },
  );
  await withTree(
    { lock: `${hostname()} ${nobody} ${orphan.pid}` },
    async root => {
      let waited = false;
      await withLock(
        join(root, 'lock'),
        async () => assert.ok(waited),
        () => {
          waited = true;
          stop(orphan, 'SIGTERM');
        },
      );
    },
  );
});

test('a lock of another machine counts until it has been silent for a minute', async () => {
  await withTree({ lock: `another-machine ${process.pid}` }, async root => {
    const file = join(root, 'lock');
    const before = new Date(Date.now() - 61_000);
    let waited = false;
    await withLock(
      file,
      async () => assert.ok(waited),
      () => {
        waited = true;
        utimesSync(file, before, before);
      },
    );
  });
});

test('our tools come first in PATH, once', () => {
  const path = environment().PATH ?? '';
  assert.match(path, /^[^:]*\.tools[^:]*:[^:]*node_modules\/\.bin/);
  assert.equal(path.match(/\.tools\/node_modules\/\.bin/g)?.length, 1);
});

test('a program is ended together with what it started, when it does not listen', async () => {
  const deaf = `
    process.on('SIGINT', () => {});
    const { spawn } = require('node:child_process');
    const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
    console.log(child.pid);
  `;
  /** @type {number} */
  let grandchild = 0;
  const program = start(process.execPath, ['--eval', deaf], {
    patience: 300,
    onLine: line => {
      grandchild = Number(line);
    },
  });
  while (grandchild === 0)
    await new Promise(resolve => setTimeout(resolve, 50));
  await stop(program);
  await new Promise(resolve => setTimeout(resolve, 100));
  const state = await capture('ps', ['-o', 'stat=', '-p', String(grandchild)]);
  assert.match(state.output, /^(Z.*)?$/);
});

test('a server ends with us, even when we are killed', async () => {
  const server = 'console.log(process.pid); setInterval(() => {}, 1000)';
  const us = `
    import { start } from './scripts/processes.mjs';
    start(process.execPath, ['--eval', ${JSON.stringify(server)}], {
      endsWithUs: 'TERM',
      onLine: line => console.log(line),
    });
  `;
  const killed = start(
    process.execPath,
    ['--input-type=module', '--eval', us],
    {
      onLine: line => {
        pid = Number(line);
      },
    },
  );
  let pid = 0;
  while (pid === 0) await new Promise(resolve => setTimeout(resolve, 50));
  killed.kill('SIGKILL');
  await new Promise(resolve => setTimeout(resolve, 500));
  const state = await capture('ps', ['-o', 'stat=', '-p', String(pid)]);
  assert.match(state.output, /^(Z.*)?$/);
});

test('a server that ends by itself is noticed, with its exit code', async () => {
  const server = start(process.execPath, ['--eval', 'process.exit(3)'], {
    endsWithUs: 'TERM',
    onLine: () => {},
  });
  assert.equal(await ended(server), 3);
});

test('a temporary folder for another user can be entered by all', () => {
  const folder = openTemporaryFolder('test');
  assert.equal(statSync(folder).mode & 0o777, 0o755);
  rmdirSync(folder);
});

test('temporary folders of killed runs are swept, those of living runs are not', () => {
  const own = openTemporaryFolder('test');
  const left = own.replace(`-${process.pid}-`, `-${nobody}-`);
  mkdirSync(left);
  const before = new Date(Date.now() - 3_700_000);
  for (const folder of [own, left]) utimesSync(folder, before, before);
  rmdirSync(openTemporaryFolder('test'));
  assert.ok(existsSync(own));
  assert.ok(!existsSync(left));
  rmdirSync(own);
});
