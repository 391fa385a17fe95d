import { endpoints, errorMessages } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import request from 'supertest';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { startBridgeForTest, TestBridge } from '../testing/startBridgeForTest';

const term = { from: '2025-01-01', until: '2026-12-31' };
const appointment = {
  role: 'lead',
  department: 'group:default/production',
  ...term,
};
const system = {
  name: 'andon',
  title: { en: 'Andon', zh: '安灯' },
  it: 'group:default/information-technology',
  criticality: 'B',
};
const SYSTEMS = '/api/bridge/systems';
const MA_JUN = '/api/bridge/systems/mes/super-users/ma.jun';

/** What is sent, and the field and code that the refusal names. */
const REFUSED: [string, string, object, string, string][] = [
  ['no name', SYSTEMS, { ...system, name: undefined }, 'name', 'required'],
  [
    'an empty title',
    SYSTEMS,
    { ...system, title: { en: ' ', zh: 'x' } },
    'title.en',
    'required',
  ],
  [
    'a name of 52 characters',
    SYSTEMS,
    { ...system, name: 'a'.repeat(52) },
    'name',
    'too-long',
  ],
  [
    'a name with a slash',
    SYSTEMS,
    { ...system, name: 'a/b' },
    'name',
    'bad-format',
  ],
  [
    'a title of 121 characters',
    SYSTEMS,
    { ...system, title: { en: 'x'.repeat(121), zh: 'x' } },
    'title.en',
    'too-long',
  ],
  [
    'a NUL',
    SYSTEMS,
    { ...system, title: { en: 'a\u0000b', zh: 'x' } },
    'title.en',
    'not-plain-text',
  ],
  [
    'a lone surrogate',
    SYSTEMS,
    { ...system, aliases: ['\ud800'] },
    'aliases.0',
    'not-plain-text',
  ],
  [
    'a mark that turns the direction',
    SYSTEMS,
    { ...system, title: { en: 'a\u202eb', zh: 'x' } },
    'title.en',
    'not-plain-text',
  ],
  [
    'another criticality',
    SYSTEMS,
    { ...system, criticality: 'D' },
    'criticality',
    'not-one-of',
  ],
  [
    'a number for a text',
    SYSTEMS,
    { ...system, title: 7 },
    'title',
    'wrong-type',
  ],
  [
    'an unknown field',
    SYSTEMS,
    { ...system, constructor: {} },
    'constructor',
    'unknown-field',
  ],
  [
    'an unknown group',
    SYSTEMS,
    { ...system, it: 'group:default/nobody' },
    'it',
    'unknown-group',
  ],
  [
    'a module twice',
    SYSTEMS,
    {
      ...system,
      modules: [1, 2].map(() => ({ id: 'a', title: system.title })),
    },
    'modules',
    'repeated',
  ],
  [
    'an end before the beginning',
    MA_JUN,
    { ...appointment, until: '2024-12-31' },
    'until',
    'ends-before-it-begins',
  ],
  [
    'no date',
    MA_JUN,
    { ...appointment, from: '2025-02-30' },
    'from',
    'bad-format',
  ],
  [
    'an unknown role',
    MA_JUN,
    { ...appointment, role: 'boss' },
    'role',
    'not-one-of',
  ],
  [
    'an unknown department',
    MA_JUN,
    { ...appointment, department: 'group:default/x' },
    'department',
    'unknown-group',
  ],
  [
    'an unknown module',
    MA_JUN,
    { ...appointment, modules: ['x'] },
    'modules',
    'unknown-module',
  ],
  [
    'an unknown person',
    `${SYSTEMS}/mes/super-users/nobody`,
    appointment,
    'user',
    'unknown-person',
  ],
];

describe.each(DATABASE_IDS)('bad input on %s', id => {
  let bridge: TestBridge;
  let knex: Knex;
  let rows: () => Promise<number>;

  beforeAll(async () => {
    knex = await emptyDatabase(id);
    bridge = await startBridgeForTest({ knex });
    rows = async () => {
      const tables = [
        'systems',
        'appointments',
        'appointment_history',
        'person',
      ];
      const counts = await Promise.all(
        tables.map(table => knex(table).count({ n: '*' }).first()),
      );
      return counts.reduce((sum, row) => sum + Number(row?.n), 0);
    };
  });

  it.each(REFUSED)(
    '%s is refused at its field',
    async (_, path, body, field, code) => {
      const before = await rows();
      const method = path === SYSTEMS ? 'post' : 'put';
      const english = await bridge.send(method, path, body);
      expect(english.status).toBe(400);
      expect(english.body.error.code).toBe('invalid-input');
      expect(english.body.error.fields).toContainEqual(
        expect.objectContaining({ path: field, code }),
      );
      const chinese = await bridge
        .send(method, path, body)
        .set('Accept-Language', 'zh-CN,zh;q=0.9,en;q=0.5');
      expect(chinese.body.error.message).toBe(
        errorMessages['invalid-input'].zh,
      );
      for (const problem of chinese.body.error.fields) {
        expect(problem.message).toMatch(/\p{Script=Han}/u);
      }
      expect(await rows()).toBe(before);
    },
  );

  it.each([
    [
      '__proto__ as a key',
      '{"__proto__":{"polluted":1}}',
      400,
      'forbidden-key',
    ],
    [
      '__proto__ deep inside',
      '{"title":{"__proto__":{"polluted":1}}}',
      400,
      'forbidden-key',
    ],
    ['no JSON', '{"name":', 400, 'invalid-json'],
    [
      '10 MB',
      JSON.stringify({ name: 'x'.repeat(10_000_000) }),
      413,
      'body-too-large',
    ],
    [
      '100,000 arrays in each other',
      '['.repeat(100_000) + ']'.repeat(100_000),
      400,
      'invalid-input',
    ],
  ])('%s is refused as a body', async (_, body, status, code) => {
    const before = await rows();
    const answer = await bridge
      .send('post', SYSTEMS)
      .set('Content-Type', 'application/json')
      .send(body);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(await rows()).toBe(before);
  });

  it.each([
    ['limit=0', 'limit', 'too-small'],
    ['limit=101', 'limit', 'too-large'],
    ['limit=many', 'limit', 'wrong-type'],
    ['order=random', 'order', 'not-one-of'],
    ['at[0]=1', 'at[0]', 'unknown-field'],
    [`q=${'x'.repeat(201)}`, 'q', 'too-long'],
    ['q=%00', 'q', 'not-plain-text'],
  ])('?%s is refused', async (query, field, code) => {
    const { status, body } = await bridge.get(`${SYSTEMS}?${query}`);
    expect(status).toBe(400);
    expect(body.error.fields).toContainEqual(
      expect.objectContaining({ path: field, code }),
    );
  });

  it.each([
    '%',
    "'",
    '"*',
    'zz:* | qq',
    '\\',
    "';drop table systems",
    '_',
    '&',
  ])('searching for %s finds nothing and breaks nothing', async q => {
    const path = `${SYSTEMS}?q=${encodeURIComponent(q)}`;
    const { status, body } = await bridge.get(path);
    expect([status, body.total]).toEqual([200, 0]);
  });

  it('answers unknown systems, people and addresses with 404', async () => {
    for (const [method, path, code] of [
      ['get', `${SYSTEMS}/nothing`, 'system-not-found'],
      ['delete', `${SYSTEMS}/nothing`, 'system-not-found'],
      ['delete', MA_JUN, 'appointment-not-found'],
      ['get', '/api/bridge/nothing', 'route-not-found'],
    ] as const) {
      const answer =
        method === 'get'
          ? await bridge.get(path)
          : await bridge.send(method, path);
      expect([answer.status, answer.body.error.code]).toEqual([404, code]);
    }
  });

  it('shows a hostile title as the text that it is', async () => {
    const title = { en: '<img src=x onerror=alert(1)>', zh: '=cmd|calc' };
    const body = {
      ...system,
      name: `hostile-${id.toLowerCase()}`.replace('_', '-'),
      title,
    };
    const { status, body: answer } = await bridge.send('post', SYSTEMS, body);
    expect(status).toBe(201);
    expect(answer.title).toEqual(title);
  });

  it('describes every endpoint, and lets nobody in without a token', async () => {
    const document = await request(bridge.server).get(
      '/api/bridge/openapi.json',
    );
    const operations = Object.values(document.body.paths).flatMap(path =>
      Object.values(path as object).map(operation => operation.operationId),
    );
    expect(operations.sort()).toEqual(Object.keys(endpoints).sort());
    expect(JSON.stringify(document.body)).not.toContain('$defs');
    const { responses } = document.body.paths['/systems'].get;
    expect(responses[503].headers).toHaveProperty('Retry-After');
    for (const name of JSON.stringify(document.body).matchAll(
      /#\/components\/schemas\/(\w+)/g,
    )) {
      expect(document.body.components.schemas).toHaveProperty(name[1]);
    }
    const projection = await bridge.get('/api/bridge/catalog-projection');
    expect(projection.status).toBe(403);
    const anonymous = await request(bridge.server)
      .get(SYSTEMS)
      .set('Authorization', 'Bearer nonsense');
    expect(anonymous.status).toBe(401);
  });

  // The last one: after it there is no database.
  it('says when to come again while the database is away, and whether it may have been saved', async () => {
    await knex.destroy();
    for (const [answered, code] of [
      [bridge.get(SYSTEMS), 'unavailable'],
      [bridge.send('post', SYSTEMS, system), 'outcome-unknown'],
      [bridge.send('delete', MA_JUN), 'outcome-unknown'],
    ] as const) {
      const { status, headers, body } = await answered.set(
        'Accept-Language',
        'zh-CN',
      );
      expect([status, body.error.code]).toEqual([503, code]);
      expect(body.error.message).toBe(errorMessages[code].zh);
      expect(headers['retry-after']).toBe('10');
    }
  });
});
