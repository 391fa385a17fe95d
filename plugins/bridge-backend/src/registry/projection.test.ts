import { Clock } from '../database/Clock';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { startBridgeForTest } from '../testing/startBridgeForTest';
import { ProjectionService } from './ProjectionService';
import { ProjectionStore } from './ProjectionStore';

const PROJECTION = '/api/bridge/catalog-projection';
const term = { from: '2000-01-01', until: '2999-12-31' };
const inProduction = { department: 'group:default/production', ...term };

describe.each(DATABASE_IDS)('what the catalog shows on %s', id => {
  it('is one team a system, and only the changed ones after a cursor', async () => {
    const knex = await emptyDatabase(id);
    const { asService, send } = await startBridgeForTest({ knex });
    const whole = (await asService(PROJECTION)).body;
    expect(whole.full).toBe(true);
    expect(whole.entities).toHaveLength(2);
    expect(whole.removed).toEqual([]);

    for (const [person, role] of [
      ['wu.di', 'backup'],
      ['liu.yang', 'member'],
      ['chen.zhiyuan', 'lead'],
    ]) {
      await send('put', `/api/bridge/systems/mes/super-users/${person}`, {
        role,
        ...inProduction,
      });
    }
    const changed = (await asService(`${PROJECTION}?since=${whole.cursor}`))
      .body;
    expect(changed.full).toBe(false);
    expect(changed.entities).toEqual([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: {
          name: 'super-users-mes',
          title: '制造执行超级用户 MES super users',
          annotations: {
            'backstage.io/managed-by-location': 'bridge:systems/mes',
            'backstage.io/managed-by-origin-location': 'bridge:systems/mes',
            'techbridge.io/system': 'system:default/mes',
            'techbridge.io/title-zh': '制造执行超级用户',
            'techbridge.io/title-en': 'MES super users',
          },
        },
        spec: {
          type: 'super-users',
          children: [],
          members: [
            'user:default/chen.zhiyuan',
            'user:default/wu.di',
            'user:default/liu.yang',
          ],
        },
      },
    ]);
    const nothing = (await asService(`${PROJECTION}?since=${changed.cursor}`))
      .body;
    expect(nothing).toEqual({
      cursor: changed.cursor,
      full: false,
      entities: [],
      removed: [],
    });
    const unreadable = (await asService(`${PROJECTION}?since=x`)).body;
    expect(unreadable.full).toBe(true);
  });

  it('adds a registered system and takes it and its team away', async () => {
    const knex = await emptyDatabase(id);
    const { asService, send } = await startBridgeForTest({ knex });
    const before = (await asService(PROJECTION)).body.cursor;
    await send('post', '/api/bridge/systems', {
      name: 'andon',
      title: { en: 'Andon', zh: '安灯' },
      it: 'group:default/information-technology',
      criticality: 'B',
    });
    const added = (await asService(`${PROJECTION}?since=${before}`)).body;
    expect(added.entities.map((e: { kind: string }) => e.kind)).toEqual([
      'System',
      'Group',
    ]);
    expect(added.entities[0].spec).toMatchObject({
      type: 'enterprise-system',
      owner: 'group:default/information-technology',
      criticality: 'B',
    });
    await send('delete', '/api/bridge/systems/andon');
    const removed = (await asService(`${PROJECTION}?since=${added.cursor}`))
      .body;
    expect(removed).toMatchObject({
      entities: [],
      removed: ['system:default/andon', 'group:default/super-users-andon'],
    });
  });

  it('forgets a term that has ended, also when nobody does anything', async () => {
    const knex = await emptyDatabase(id);
    const bridge = await startBridgeForTest({ knex });
    await bridge.send('put', '/api/bridge/systems/mes/super-users/wu.di', {
      role: 'member',
      department: 'group:default/production',
      from: '2025-01-01',
      until: '2025-06-30',
    });
    await knex('marks').insert({ name: 'terms', value: '2025-06-30' });
    const before = (await bridge.asService(PROJECTION)).body.cursor;
    await bridge.runTask('bridge-mirror-people');
    const { body } = await bridge.asService(`${PROJECTION}?since=${before}`);
    expect(body.entities).toHaveLength(1);
    expect(body.entities[0].spec.members).toEqual([]);
  });

  it('holds what other rooms show, under the same cursor', async () => {
    const knex = await emptyDatabase(id);
    const { asService } = await startBridgeForTest({ knex });
    const { cursor } = (await asService(PROJECTION)).body;
    const projection = new ProjectionService(
      new ProjectionStore(knex),
      new Clock(knex, 'Asia/Shanghai'),
    );
    const shown = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: { name: 'kc-001' },
    };
    const entities = jest.fn(async () => [shown]);
    projection.add({ entities });
    expect((await projection.since(undefined)).entities).toHaveLength(3);
    expect((await projection.since(cursor)).entities).toEqual([shown]);
    expect(entities.mock.calls).toEqual([[undefined], [Number(cursor)]]);
  });
});
