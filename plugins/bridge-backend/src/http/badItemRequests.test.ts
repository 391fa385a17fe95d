import { Item } from '@techbridge/plugin-bridge-common';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { DATABASE_IDS } from '../testing/databases';
import { inThisFolder } from '../workflow/testing/assembly';
import {
  caseText,
  CLERK,
  feedback,
  report,
  SmallFactory,
  smallFactory,
  SOLVER,
  VOTERS,
} from './testing/smallFactory';

jest.setTimeout(60_000);

const NESTED = '['.repeat(100_000) + ']'.repeat(100_000);

/** Bodies that are refused before anybody looks at what they are about. */
const BODIES: [string, (path: string) => string, number, string][] = [
  [
    '__proto__',
    () => '{"data":{"__proto__":{"polluted":1}}}',
    400,
    'forbidden-key',
  ],
  ['no JSON', () => '{"data":', 400, 'invalid-json'],
  [
    '10 MB',
    () => JSON.stringify({ text: 'x'.repeat(10_000_000) }),
    413,
    'body-too-large',
  ],
  ['100,000 levels', () => `{"data":${NESTED}}`, 400, 'invalid-input'],
  ['a list', () => '[]', 400, 'invalid-input'],
  ['a text', () => '"x"', 400, 'invalid-json'],
];

const POSTS = [
  '/items',
  '/items/FB/actions/solve',
  '/items/REF/ballots',
  '/items/REF/recusals',
  '/items/REF/voters',
  '/items/FB/comments',
  '/items/FB/links',
  '/cases',
  '/workflows/validate',
  '/workflows/reload',
  '/workflows/feedback/diff',
  '/workflows/feedback/versions',
  '/workflows/feedback/versions/1/submit',
  '/workflows/feedback/versions/1/return',
  '/workflows/feedback/versions/1/discard',
  '/workflows/feedback/publish',
  '/ledger/rebuild',
];

const PUTS = ['/workflows/feedback/versions/1'];

const cursor = (...values: unknown[]) =>
  `cursor=${Buffer.from(JSON.stringify(values)).toString('base64url')}`;

/** Addresses that cannot be answered, and what the refusal says. */
const QUERIES: [string, string, string][] = [
  ['/items?limit=1000000000', 'invalid-input', 'limit'],
  ['/items?limit=0', 'invalid-input', 'limit'],
  ['/items?limit=1e9999', 'invalid-input', 'limit'],
  ['/items?order=random', 'invalid-input', 'order'],
  ['/items?open=maybe', 'invalid-input', 'open'],
  ['/items?since=2025-02-30', 'invalid-input', 'since'],
  ['/items?system=a/b', 'invalid-input', 'system'],
  ['/items?assignee=a b', 'invalid-input', 'assignee'],
  ['/items?workflow=%00', 'invalid-input', 'workflow'],
  ['/items?q=%00', 'invalid-input', 'q'],
  ['/systems?names=mes,%00', 'invalid-input', 'names'],
  ['/systems/mes/super-users?module=%00', 'invalid-input', 'module'],
  [`/items?q=${'x'.repeat(201)}`, 'invalid-input', 'q'],
  ['/items?q[a]=1', 'invalid-input', 'q[a]'],
  ['/items?__proto__=1', 'invalid-input', '__proto__'],
  ['/items?constructor=1', 'invalid-input', 'constructor'],
  ['/items?cursor=bm9wZQ', 'invalid-cursor', ''],
  [`/items?${cursor('-updatedAt', 'x')}`, 'invalid-cursor', ''],
  [`/items?${cursor('-updatedAt', 'x', '99999999999')}`, 'invalid-cursor', ''],
  [`/items?${cursor('-updatedAt', 'x', 'NaN')}`, 'invalid-cursor', ''],
  [`/items?${cursor('-updatedAt', 'a\u0000', '1')}`, 'invalid-cursor', ''],
  [`/items?${cursor('key', 'x', '1')}`, 'invalid-cursor', ''],
  [`/items?${cursor('-updatedAt', {}, '1')}`, 'invalid-cursor', ''],
  [`/inbox?${cursor('since', 'x', 'NaN')}`, 'invalid-cursor', ''],
  [`/inbox?${cursor('since')}`, 'invalid-cursor', ''],
  ['/inbox?workflow=../x', 'invalid-input', 'workflow'],
  [`/items/FB/journal?${cursor('seq', 'x')}`, 'invalid-cursor', ''],
  [`/items/FB/journal?${cursor('seq', '99999999999')}`, 'invalid-cursor', ''],
  ['/items/%00', 'invalid-input', 'key'],
  ['/items/FB%27--', 'invalid-input', 'key'],
  [`/cases?${cursor('-updatedAt', 'x')}`, 'invalid-cursor', ''],
  ['/cases?published=2', 'invalid-input', 'published'],
  [`/cases/KC/revisions?${cursor('revision', '-1')}`, 'invalid-cursor', ''],
  ['/leaderboards/toString', 'invalid-input', 'board'],
  ['/leaderboards/all?season=2025-Q5', 'invalid-input', 'season'],
  ['/leaderboards/all?limit=21', 'invalid-input', 'limit'],
  [`/seasons?${cursor('-season', 1)}`, 'invalid-cursor', ''],
  ['/people/a%2Fb/contributions', 'invalid-input', 'user'],
  [`/people/x/contributions?${cursor('-at', 'x', '1')}`, 'invalid-cursor', ''],
  [`/people/x/contributions?${cursor('-at')}`, 'invalid-cursor', ''],
  ['/workflows/feedback?version=99999999999', 'invalid-input', 'version'],
  ['/workflows/feedback?version=1.5', 'invalid-input', 'version'],
  [
    `/workflows/feedback/versions?${cursor('version', 'x')}`,
    'invalid-cursor',
    '',
  ],
  ['/workflows/feedback/versions/0', 'invalid-input', 'version'],
  ['/workflows/feedback/settings?version=1e9', 'invalid-input', 'version'],
  ['/workflows/%00/settings', 'invalid-input', 'id'],
];

describe.each(DATABASE_IDS)('requests that cannot be met on %s', id => {
  let factory: SmallFactory;

  beforeAll(async () => {
    factory = await smallFactory(id);
  });

  it.each(BODIES)(
    'a body of %s is refused everywhere',
    async (_, bodyFor, status, code) => {
      const before = await factory.rows();
      const sent = [
        ...POSTS.map(path => ({ path, request: factory.send(path) })),
        ...PUTS.map(path => ({ path, request: factory.put(path) })),
      ];
      for (const { path, request } of sent) {
        const answer = await request
          .set('Content-Type', 'application/json')
          .send(bodyFor(path));
        expect([path, answer.status, answer.body.error.code]).toEqual([
          path,
          status,
          code,
        ]);
      }
      expect(({} as { polluted?: number }).polluted).toBeUndefined();
      expect(await factory.rows()).toEqual(before);
    },
  );

  it.each(QUERIES)('%s is refused', async (path, code, field) => {
    const { status, body } = await factory.get(path);
    expect([status, body.error.code]).toEqual([400, code]);
    const fields: { path: string }[] = body.error.fields ?? [];
    const paths = fields.map(one => one.path);
    expect(paths.includes(field)).toBe(field !== '');
    const chinese = await factory.get(path).set('Accept-Language', 'zh');
    expect(chinese.body.error.message).toMatch(/\p{Script=Han}/u);
  });

  it.each([
    '%',
    "'",
    '"*',
    'zz:* | qq',
    '\\',
    "';drop table items",
    '_',
    '&',
    '!',
    '<->',
  ])('searching for %s breaks nothing', async q => {
    for (const list of ['items', 'cases']) {
      const { status } = await factory.get(
        `/${list}?q=${encodeURIComponent(q)}`,
      );
      expect(status).toBe(200);
    }
  });

  it('tells what is not there', async () => {
    for (const [path, code] of [
      ['/items/%E0%A4%A', 'route-not-found'],
      ['/items/FB-9999', 'item-not-found'],
      ['/items/FB-9999/journal', 'item-not-found'],
      ['/items/FB-9999/chain', 'item-not-found'],
      ['/cases/kc-999', 'case-not-found'],
      ['/cases/kc-999/revisions', 'case-not-found'],
      ['/workflows/toString', 'workflow-not-found'],
      ['/workflows/feedback?version=77', 'workflow-not-found'],
      ['/workflows/constructor/versions', 'workflow-not-found'],
      ['/workflows/feedback/versions/77', 'version-not-found'],
      ['/workflows/feedback/settings?version=77', 'version-not-found'],
      ['/workflows/constructor/settings', 'workflow-not-found'],
    ]) {
      const { status, body } = await factory.get(path);
      expect([path, status, body.error.code]).toEqual([path, 404, code]);
    }
    for (const [path, sent, code] of [
      ['/items', { workflow: 'nothing', data: {} }, 'workflow-not-found'],
      ['/items/FB-9999/actions/solve', { rev: 1 }, 'item-not-found'],
      ['/items/FB-9999/comments', { text: 'x' }, 'item-not-found'],
      [
        '/items/FB-9999/ballots',
        { board: 'x', choice: 'approve' },
        'item-not-found',
      ],
      ['/workflows/toString/diff', { changes: [] }, 'workflow-not-found'],
      ['/workflows/toString/versions', { changes: [] }, 'workflow-not-found'],
      [
        '/workflows/feedback/versions/77/submit',
        { hash: '' },
        'version-not-found',
      ],
      [
        '/workflows/feedback/publish',
        { hash: '', version: 77 },
        'version-not-found',
      ],
    ] as const) {
      const { status, body } = await factory.send(path, sent);
      expect([path, status, body.error.code]).toEqual([path, 404, code]);
    }
  });

  it('refuses what one may not do, or not now, and writes nothing', async () => {
    const { send, rows } = factory;
    const stranger = 'user:default/zhang.qiang';
    const before = await rows();
    const solve = { rootCauseClass: 'defect', reply: '好了' };
    for (const [path, sent, who, status, code] of [
      [
        '/items/FB/actions/solve',
        { rev: 1, data: solve },
        stranger,
        403,
        'action-forbidden',
      ],
      ['/items/FB/actions/confirm', { rev: 1 }, CLERK, 409, 'action-refused'],
      ['/items/FB/actions/toString', { rev: 1 }, SOLVER, 409, 'action-refused'],
      ['/items/FB/actions/nothing', { rev: 1 }, SOLVER, 409, 'action-refused'],
      [
        '/items/FB/actions/acknowledge',
        { rev: 0 },
        SOLVER,
        409,
        'item-changed',
      ],
      [
        '/items/FB/actions/acknowledge',
        { rev: 2 ** 40 },
        SOLVER,
        409,
        'item-changed',
      ],
      [
        '/items/FB/ballots',
        { board: 'few', choice: 'approve' },
        SOLVER,
        409,
        'board-closed',
      ],
      [
        '/items/REF/ballots',
        { board: 'few', choice: 'approve' },
        stranger,
        403,
        'action-forbidden',
      ],
      [
        '/items/REF/recusals',
        { board: 'few', reason: '亲属' },
        stranger,
        409,
        'action-refused',
      ],
      [
        '/items/REF/voters',
        { board: 'few', voter: SOLVER, change: 'remove', reason: '出差' },
        stranger,
        409,
        'action-refused',
      ],
    ] as const) {
      const answer = await send(path, sent, who);
      expect([path, answer.status, answer.body.error.code]).toEqual([
        path,
        status,
        code,
      ]);
      const chinese = await send(path, sent, who).set('Accept-Language', 'zh');
      expect(chinese.body.error.message).toMatch(/\p{Script=Han}/u);
      const { current } = answer.body.error;
      expect(current?.rev).toBe(code === 'item-changed' ? 1 : undefined);
    }
    const key = await send('/items', report(feedback)).set(
      'Idempotency-Key',
      'a b',
    );
    expect([key.status, key.body.error.fields[0].path]).toEqual([
      400,
      'Idempotency-Key',
    ]);
    expect(await rows()).toEqual(before);
  });

  it('does a thing once, however often it is sent, and counts no vote after the end', async () => {
    const { send, get, rows } = factory;
    const first = await send('/items/FB/actions/acknowledge', { rev: 1 });
    expect(first.status).toBe(200);
    const between = await rows();
    const second = await send('/items/FB/actions/acknowledge', { rev: 1 });
    expect([second.status, second.body.error.code]).toEqual([
      409,
      'item-changed',
    ]);
    expect(second.body.error.current.rev).toBe(2);
    expect(await rows()).toEqual(between);
    const vote = { board: 'few', choice: 'approve' };
    for (const voter of VOTERS.slice(0, 3)) {
      expect((await send('/items/REF/ballots', vote, voter)).status).toBe(200);
    }
    const { body } = await get('/items/REF');
    expect((body as Item).state.id).toBe('accepted');
    const closed = await rows();
    const late = await send('/items/REF/ballots', vote, VOTERS[3]);
    expect([late.status, late.body.error.code]).toEqual([409, 'board-closed']);
    expect(await rows()).toEqual(closed);
  });

  it('keeps hostile texts as the texts that they are', async () => {
    const { send, get } = factory;
    const hostile = [
      '<img src=x onerror=alert(1)>',
      '[x](javascript:alert(1))',
      '=cmd|calc!A0',
      '${{ data.title }} {{7*7}}',
      "'; DROP TABLE items; --",
    ];
    for (const title of hostile) {
      const made = await send('/items', report({ ...feedback, title }));
      expect([made.status, made.body.title]).toEqual([201, title]);
      const said = await send(`/items/${made.body.key}/comments`, {
        text: title,
      });
      expect(said.status).toBe(200);
      const journal = await get(`/items/${made.body.key}/journal`);
      expect(journal.body.items.at(-1).payload).toEqual({ text: title });
      const body = `# ${title}\n\n<script>alert(1)</script>\n`;
      const kept = await send('/cases', { ...caseText, title, body });
      expect([kept.status, kept.body.title, kept.body.body]).toEqual([
        201,
        title,
        body,
      ]);
    }
  });
});

describe.each(DATABASE_IDS)('definitions with mistakes on %s', id => {
  const folder = mkdtempSync(join(tmpdir(), 'tech-bridge-definitions-'));
  const file = join(folder, 'referendum.yaml');
  const good = readFileSync(
    inThisFolder('definitions/referendum.yaml'),
    'utf8',
  );
  let factory: SmallFactory;

  beforeAll(async () => {
    writeFileSync(file, good);
    const workflows = { folders: [folder] };
    const calendar = { timeZone: 'Asia/Shanghai' };
    factory = await smallFactory(id, { bridge: { calendar, workflows } });
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const broken = good.replace('to: size', 'to: nowhere');
  const line = broken.split('\n').findIndex(one => one.includes('nowhere')) + 1;

  it.each([
    ['a place that is not there', broken, line],
    [
      'an unknown word',
      good.replace('initial: desk', 'begin: desk'),
      undefined,
    ],
    ['no YAML', 'a: [1', undefined],
    ['nothing', '', undefined],
    ['a NUL', 'a: "\u0000"', undefined],
    [
      'aliases without end',
      `a: &a [1]\nb: [${'*a,'.repeat(5_000)}]`,
      undefined,
    ],
    ['levels without end', '['.repeat(50_000), undefined],
    ['levels of blocks without end', '- '.repeat(50_000), undefined],
    [
      '__proto__ as a key',
      good.replace('spec:', '__proto__: {}\nspec:'),
      undefined,
    ],
  ])(
    '%s: every mistake has a line, a path and a sentence',
    async (_, yaml, at) => {
      const { status, body } = await factory.send('/workflows/validate', {
        yaml,
      });
      expect([status, body.ok]).toEqual([200, false]);
      expect(body.problems).not.toEqual([]);
      for (const problem of body.problems) {
        expect(problem).toMatchObject({
          line: expect.any(Number),
          path: expect.any(String),
          message: {
            en: expect.stringMatching(/\w/),
            zh: expect.stringMatching(/\p{Script=Han}/u),
          },
        });
      }
      const lines = body.problems.map((one: { line: number }) => one.line);
      expect(lines).toContain(at ?? lines[0]);
    },
  );

  it('are refused when the folder is read, and the version in force stays', async () => {
    const { send, get, rows } = factory;
    const before = (await get('/workflows/referendum')).body;
    const stored = await rows();
    writeFileSync(file, broken);
    const { status, body } = await send('/workflows/reload', {});
    expect([status, body.changed]).toEqual([200, []]);
    expect(body.refused).toHaveLength(1);
    const [{ file: name, report: told }] = body.refused;
    expect(name).toContain('referendum.yaml');
    expect(told.ok).toBe(false);
    expect(told.problems[0]).toMatchObject({ severity: 'error', line });
    expect((await get('/workflows/referendum')).body).toEqual(before);
    expect(await rows()).toEqual(stored);
    const made = await send('/items', {
      workflow: 'referendum',
      data: { title: '还在用', clerks: [CLERK] },
    });
    expect([made.status, made.body.workflow.version]).toEqual([
      201,
      before.version,
    ]);
    writeFileSync(file, good.replace('zh: 待办', 'zh: 桌面'));
    const again = await send('/workflows/reload', {});
    expect(again.body).toMatchObject({
      changed: [{ id: 'referendum', version: before.version + 1 }],
      refused: [],
    });
    expect((await get('/items/REF')).body.workflow.version).toBe(
      before.version,
    );
  });
});
