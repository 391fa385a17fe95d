import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  createSystemConditionalDecision,
  systemConditions,
} from '../permissions/rules';
import {
  systemReadPermission,
  systemUpdatePermission,
} from '@techbridge/plugin-bridge-common';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { startBridgeForTest, TestPolicy } from '../testing/startBridgeForTest';

const MANAGER = 'user:default/lin.xiaolan';
const IT = 'group:default/information-technology';
const year = { from: '2000-01-01', until: '2999-12-31' };
const inProduction = { department: 'group:default/production', ...year };
const andon = {
  name: 'andon',
  title: { en: 'Andon', zh: '安灯' },
  it: IT,
  criticality: 'B',
};

/** The roles of the example policy, reduced to who is who. */
const policy: TestPolicy = (permission, user) => {
  if (permission === systemUpdatePermission.name) {
    return createSystemConditionalDecision(systemUpdatePermission, {
      anyOf: [
        systemConditions.isSuperUser({ userRef: user, role: 'lead' }),
        systemConditions.isInItGroup({
          claims: user === 'user:default/he.jing' ? [IT] : [],
        }),
      ],
    });
  }
  const reads = permission === 'bridge.system.read';
  const manages = user === MANAGER;
  return {
    result: reads || manages ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
  };
};

describe.each(DATABASE_IDS)('the life of a system on %s', id => {
  it('is registered, staffed, found, changed and taken out', async () => {
    const knex = await emptyDatabase(id);
    const bridge = await startBridgeForTest({ knex, policy });
    const { get, send } = bridge;

    const created = await send('post', '/api/bridge/systems', andon);
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      ...andon,
      it: undefined,
      entityRef: 'system:default/andon',
      aliases: [],
      modules: [],
      lifecycle: 'steady',
      owners: {
        business: [],
        it: { ref: IT, title: { en: 'IT', zh: '信息技术部' } },
      },
      askNow: [],
      source: 'bridge',
    });
    expect(bridge.topics).toContain('bridge.catalog');

    const lead = { role: 'lead', shift: 'all', ...inProduction };
    const appointed = await send(
      'put',
      '/api/bridge/systems/ANDON/super-users/chen.zhiyuan',
      lead,
    );
    expect(appointed.status).toBe(200);
    expect(appointed.body.owners.business).toEqual([
      {
        ...lead,
        user: 'user:default/chen.zhiyuan',
        name: '陈志远 Chen-Zhiyuan',
        modules: [],
        stage: 'basic',
      },
    ]);
    expect(appointed.body.askNow).toEqual(['user:default/chen.zhiyuan']);

    for (const q of [
      '安灯',
      'andon',
      '陈志远',
      'czy',
      'andon 志远',
      '谁负责安灯',
    ]) {
      const found = await get(`/api/bridge/systems?q=${encodeURIComponent(q)}`);
      expect([
        q,
        found.body.items.map((s: { name: string }) => s.name),
      ]).toEqual([q, ['andon']]);
    }

    const second = await send(
      'put',
      '/api/bridge/systems/andon/super-users/user%3Adefault%2Fwu.di',
      lead,
    );
    expect(second.status).toBe(409);
    expect(second.body.error.code).toBe('second-lead');
    expect(second.body.error.params.user).toBe('user:default/chen.zhiyuan');

    const { name: _, ...facts } = andon;
    const renamed = { ...facts, title: { en: 'Andon board', zh: '安灯看板' } };
    const path = '/api/bridge/systems/andon';
    const stranger = await send('put', path, renamed, 'user:default/wu.di');
    expect(stranger.status).toBe(403);
    const etag = (await get(path)).headers.etag;
    const byLead = await send(
      'put',
      path,
      renamed,
      'user:default/chen.zhiyuan',
    ).set('If-Match', etag);
    expect(byLead.status).toBe(200);
    const stale = await send('put', path, facts, 'user:default/he.jing').set(
      'If-Match',
      etag,
    );
    expect(stale.status).toBe(409);
    expect(stale.body.error.code).toBe('changed-meanwhile');
    expect(stale.body.error.current.title).toEqual(renamed.title);

    const mine = '/api/bridge/systems?superUser=chen.zhiyuan';
    expect((await get(mine)).body.total).toBe(1);
    const ended = await send(
      'delete',
      '/api/bridge/systems/andon/super-users/chen.zhiyuan',
    );
    expect(ended.body.owners.business).toEqual([]);
    expect((await get(mine)).body.total).toBe(0);
    expect((await get('/api/bridge/systems?q=czy')).body.total).toBe(0);

    expect((await send('delete', path)).status).toBe(204);
    expect((await get(path)).status).toBe(404);
    const history = await knex('appointment_history').orderBy('id');
    expect(history.map(row => [row.type, row.actor])).toEqual([
      ['appointed', 'user:default/lin.xiaolan'],
      ['ended', 'user:default/lin.xiaolan'],
    ]);
    expect((await send('post', '/api/bridge/systems', andon)).status).toBe(201);
  });

  it('is registered once, however often that is sent under one key', async () => {
    const knex = await emptyDatabase(id);
    const { send } = await startBridgeForTest({ knex, policy });
    const sent = (body: object = andon, user?: string) =>
      send('post', '/api/bridge/systems', body, user).set(
        'Idempotency-Key',
        'once',
      );
    const twins = await Promise.all([sent(), sent(), sent()]);
    const again = await sent();
    for (const { status, text } of [...twins, again]) {
      expect([status, text]).toEqual([201, again.text]);
    }
    const other = await sent({ ...andon, name: 'kiosk' });
    expect([other.status, other.body.error.code]).toEqual([
      422,
      'idempotency-key-reused',
    ]);
    const stranger = await sent(andon, 'user:default/tang.ting');
    expect(stranger.status).toBe(403);
    const unnamed = await send('post', '/api/bridge/systems', andon);
    expect(unnamed.body.error.code).toBe('system-exists');
    expect(await knex('systems').where({ name: 'andon' })).toHaveLength(1);
  });

  it('mirrors systems of the catalog and leaves their facts to it', async () => {
    const knex = await emptyDatabase(id);
    const { get, send, runTask, resetCounts, counts } =
      await startBridgeForTest({ knex, policy });
    const list = await get('/api/bridge/systems');
    expect(list.body).toMatchObject({
      total: 2,
      nextCursor: null,
      items: [
        { name: 'mes', source: 'catalog', criticality: 'A' },
        { name: 'wms', source: 'catalog', lifecycle: 'steady' },
      ],
    });

    const { name: _, ...facts } = andon;
    const change = await send(
      'put',
      '/api/bridge/systems/mes',
      facts,
      'user:default/he.jing',
    );
    expect(change.body.error.code).toBe('managed-elsewhere');
    const twice = await send('post', '/api/bridge/systems', {
      ...andon,
      name: 'mes',
    });
    expect(twice.body.error.code).toBe('system-exists');
    const appointed = await send(
      'put',
      '/api/bridge/systems/mes/super-users/liu.yang',
      {
        role: 'member',
        shift: 'night',
        modules: ['reporting'],
        ...inProduction,
      },
    );
    expect(appointed.status).toBe(200);

    resetCounts();
    await runTask('bridge-mirror-systems');
    await runTask('bridge-mirror-people');
    const writes = counts.statements.filter(
      sql => /^(insert|update|delete)/i.test(sql) && !/marks/.test(sql),
    );
    expect(writes).toEqual([]);
  });

  it('pages by key, in every order, without loss', async () => {
    const knex = await emptyDatabase(id);
    const { get, send } = await startBridgeForTest({
      knex,
      entities: [{ apiVersion: 'v1', kind: 'Group', metadata: { name: 'it' } }],
    });
    if (id === 'POSTGRES_18') {
      // A collation that sorts as people do, not by bytes.
      await knex.raw(
        'ALTER TABLE systems ALTER COLUMN name TYPE varchar(51) COLLATE "en-US-x-icu"',
      );
    }
    const names = ['a-1', 'a1', 'a_1', 'b', 'b_b', 'c'];
    for (const [index, name] of names.entries()) {
      const answer = await send('post', '/api/bridge/systems', {
        ...andon,
        name,
        it: 'group:default/it',
        criticality: 'CBA'[index % 3],
      });
      expect(answer.status).toBe(201);
    }
    for (const order of ['criticality', 'name', '-name']) {
      const seen: string[] = [];
      let cursor = '';
      do {
        const page = await get(
          `/api/bridge/systems?limit=2&order=${order}${cursor}`,
        );
        seen.push(...page.body.items.map((s: { name: string }) => s.name));
        cursor = page.body.nextCursor && `&cursor=${page.body.nextCursor}`;
      } while (cursor);
      expect(seen).toHaveLength(names.length);
      expect(new Set(seen).size).toBe(names.length);
      const columns = order === 'criticality' ? [order, 'name'] : ['name'];
      const expected = await knex('systems').orderBy(columns).pluck('name');
      if (order === '-name') {
        expected.reverse();
      }
      expect(seen).toEqual(expected);
    }
    const foreign = await get('/api/bridge/systems?cursor=bm9wZQ');
    expect(foreign.body.error.code).toBe('invalid-cursor');
  });

  it('lets one of two rival leads win', async () => {
    const knex = await emptyDatabase(id);
    const { get, send } = await startBridgeForTest({ knex });
    const people = ['chen.zhiyuan', 'wu.di', 'liu.yang', 'ma.jun'];
    const answers = await Promise.all(
      people.map(person =>
        send('put', `/api/bridge/systems/mes/super-users/${person}`, {
          role: 'lead',
          ...inProduction,
        }),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 409, 409, 409]);
    const { body } = await get('/api/bridge/systems/mes');
    expect(body.owners.business).toHaveLength(1);
  });

  it('keeps to its budget of statements and authorize calls', async () => {
    const knex = await emptyDatabase(id);
    const bridge = await startBridgeForTest({ knex });
    const measure = async (path: string) => {
      bridge.resetCounts();
      expect((await bridge.get(path)).status).toBe(200);
      return bridge.counts;
    };
    await bridge.get('/api/bridge/clock');
    const owner = await measure('/api/bridge/systems/mes');
    expect(owner.authorize).toBe(1);
    expect(owner.statements.length).toBeLessThanOrEqual(2);
    for (const query of ['limit=20', 'limit=100', 'q=mes&superUser=wu.di']) {
      const list = await measure(`/api/bridge/systems?${query}`);
      expect(list.authorize).toBe(1);
      expect(list.statements.length).toBeLessThanOrEqual(4);
    }
  });

  it('shows a system to those whom the policy lets, and no trace of it to others', async () => {
    const knex = await emptyDatabase(id);
    const bridge = await startBridgeForTest({
      knex,
      policy: (permission, user) => {
        if (user === 'user:default/nobody') {
          return { result: AuthorizeResult.DENY };
        }
        return permission === systemReadPermission.name && user !== MANAGER
          ? createSystemConditionalDecision(systemReadPermission, {
              anyOf: [systemConditions.isSuperUser({ userRef: user })],
            })
          : { result: AuthorizeResult.ALLOW };
      },
    });
    await bridge.send('put', '/api/bridge/systems/mes/super-users/wu.di', {
      role: 'lead',
      ...inProduction,
    });
    const ask = (name: string, user: string) =>
      bridge.get(`/api/bridge/systems/${name}`, `user:default/${user}`);
    bridge.resetCounts();
    expect((await ask('mes', 'wu.di')).body.name).toBe('mes');
    expect(bridge.counts.authorize).toBe(1);
    expect(bridge.counts.statements.length).toBeLessThanOrEqual(2);
    const [hidden, missing] = [
      await ask('mes', 'ma.jun'),
      await ask('none', 'ma.jun'),
    ];
    expect([hidden.status, missing.status]).toEqual([404, 404]);
    expect(JSON.stringify(hidden.body).replaceAll(/\bmes\b/g, 'none')).toBe(
      JSON.stringify(missing.body),
    );
    expect((await ask('mes', 'nobody')).status).toBe(403);
  });
});
