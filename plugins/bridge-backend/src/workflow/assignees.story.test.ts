import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  Item,
  itemReadPermission,
  ItemRow,
} from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { DateTime } from 'luxon';
import { Clock } from '../database/Clock';
import { pause } from '../demo/DemoLoader';
import {
  createItemConditionalDecision,
  itemConditions,
} from '../permissions/itemRules';
import { DatabaseId, DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { demoEntities } from '../testing/demoEntities';
import {
  startBridgeForTest,
  TestBridge,
  TestPolicy,
} from '../testing/startBridgeForTest';
import { inThisFolder } from './testing/assembly';
import { user } from './testing/TestPeople';

jest.setTimeout(60_000);

const API = '/api/bridge';
const MIGRATIONS = `${__dirname}/../../migrations`;
const SHANGHAI = 'Asia/Shanghai';
/** Work that a group of the catalog is asked for. */
const ERRAND = { workflow: 'errand', data: { title: '取件' } };
const ERRANDS = {
  bridge: {
    calendar: { timeZone: SHANGHAI },
    workflows: { folders: [inThisFolder('errand')] },
  },
};
const always = { from: '2000-01-01', until: '2999-12-31' };
const IT = ['he.jing', 'zheng.bo', 'zhou.qiming'];
const CAST = [
  ...IT,
  'chen.zhiyuan',
  'wu.di',
  'liu.yang',
  'ma.jun',
  'su.min',
  'zhang.qiang',
].sort();

/** The plugin on a database of its own, or once more on the same one. */
async function startPlant(
  id: DatabaseId | Knex,
  options: { entities?: Entity[]; policy?: TestPolicy; config?: object } = {},
) {
  const knex = typeof id === 'string' ? await emptyDatabase(id) : id;
  const bridge = await startBridgeForTest({ knex, ...options });
  return { knex, bridge, ...peopleOf(bridge) };
}

function peopleOf(bridge: TestBridge) {
  const send = async (
    method: 'post' | 'put' | 'delete',
    path: string,
    body: object,
    name = 'lin.xiaolan',
  ) => {
    const answer = await bridge.send(method, API + path, body, user(name));
    expect([path, answer.status < 300, answer.body.error]).toEqual([
      path,
      true,
      undefined,
    ]);
    return answer.body;
  };
  const get = async (path: string, name = 'lin.xiaolan') =>
    (await bridge.get(API + path, user(name))).body;
  return {
    get,
    send,
    appoint: (name: string, role: string, term: object = always) =>
      send('put', `/systems/mes/super-users/${name}`, {
        role,
        department: 'group:default/production',
        ...term,
      }),
    end: (name: string) =>
      send('delete', `/systems/mes/super-users/${name}`, {}),
    report: async (system = 'mes', name = 'zhang.qiang'): Promise<Item> =>
      send(
        'post',
        '/items',
        {
          workflow: 'feedback',
          data: {
            title: '报工数量录不进去',
            system: `system:default/${system}`,
            impact: 'slow',
          },
        },
        name,
      ),
    act: async (name: string, key: string, action: string, data = {}) => {
      const { rev } = await get(`/items/${key}`);
      const path = `/items/${key}/actions/${action}`;
      return send('post', path, { rev, data }, name) as Promise<Item>;
    },
    inbox: async (name: string): Promise<string[]> =>
      (await get('/inbox?limit=100', name)).items.map(
        ({ item }: { item: Item }) => item.key,
      ),
  };
}

type Plant = Awaited<ReturnType<typeof startPlant>>;

/** Whom an item waits for, by its page, its row, the filter and all inboxes. */
async function waitsFor({ get, inbox }: Plant, key: string) {
  const row = async (filter: string): Promise<ItemRow | undefined> =>
    (await get(`/items?limit=100&${filter}`)).items.find(
      (one: ItemRow) => one.key === key,
    );
  const page: Item = await get(`/items/${key}`);
  const told = {
    page: page.assignees,
    row: (await row(''))?.assignees ?? [],
    filter: [] as string[],
    inbox: [] as string[],
  };
  for (const name of CAST) {
    told.filter.push(...((await row(`assignee=${name}`)) ? [user(name)] : []));
    told.inbox.push(...((await inbox(name)).includes(key) ? [user(name)] : []));
  }
  return { ...told, page: [...told.page].sort() };
}

/** It waits for these people and nobody else, wherever one looks. */
function forAll(...names: string[]) {
  const people = names.map(user).sort();
  return { page: people, row: people, filter: people, inbox: people };
}

/** The catalog with other members in a group. */
function withMembers(group: string, members: string[]): Entity[] {
  return demoEntities.map(entity =>
    entity.kind === 'Group' && entity.metadata.name === group
      ? {
          ...entity,
          relations: members.map(name => ({
            type: 'hasMember',
            targetRef: user(name),
          })),
        }
      : entity,
  );
}

/** A command that takes its time with an item; SQLite has one at a time. */
async function busy(id: DatabaseId, knex: Knex, key: string) {
  if (id === 'SQLITE_3') {
    return async () => undefined;
  }
  const command = await knex.transaction();
  await command('items').where({ key }).forNoKeyUpdate().select('id');
  return async () => void (await command.commit());
}

/** Sees only what waits for them. */
const ownOnly: TestPolicy = (permission, person) =>
  permission === itemReadPermission.name && person === user('wu.di')
    ? createItemConditionalDecision(itemReadPermission, {
        anyOf: [itemConditions.isAssignee({ userRef: person })],
      })
    : { result: AuthorizeResult.ALLOW };

describe.each(DATABASE_IDS)('open items follow those in charge on %s', id => {
  it('at once when appointments end and begin', async () => {
    const plant = await startPlant(id, { policy: ownOnly });
    const { bridge, knex, get, appoint, end, report, act } = plant;
    await appoint('chen.zhiyuan', 'lead');
    const { key, rev } = await report();
    const elsewhere = await report('wms');
    const closed = await report();
    await act('chen.zhiyuan', closed.key, 'decline', {
      declineReason: 'asDesigned',
      declineText: '系统按约定运行，见操作手册。',
    });
    expect(await waitsFor(plant, key)).toEqual(forAll('chen.zhiyuan'));
    expect(
      (await bridge.get(`${API}/items/${key}`, user('wu.di'))).status,
    ).toBe(404);
    const journal = (await get(`/items/${key}/journal`)).total;
    bridge.notifications.length = 0;

    await end('chen.zhiyuan');
    expect(await waitsFor(plant, key)).toEqual(forAll(...IT));
    await appoint('wu.di', 'lead');
    expect(await waitsFor(plant, key)).toEqual(forAll('wu.di'));
    const [entry] = (await get('/inbox', 'wu.di')).items;
    expect(entry.verbs).toContain('acknowledge');
    await appoint('liu.yang', 'member');
    expect(await waitsFor(plant, key)).toEqual(forAll('wu.di', 'liu.yang'));
    await appoint('liu.yang', 'member', { ...always, until: '2001-01-01' });
    expect(await waitsFor(plant, key)).toEqual(forAll('wu.di'));

    // Who is asked follows from other records: the item has not changed.
    expect(await get(`/items/${key}`)).toMatchObject({ rev });
    expect((await get(`/items/${key}/journal`)).total).toBe(journal);
    expect(await waitsFor(plant, elsewhere.key)).toEqual(forAll(...IT));
    expect(await waitsFor(plant, closed.key)).toEqual(forAll());

    // Each is told once, also who is in charge twice.
    await end('wu.di');
    await appoint('wu.di', 'lead');
    await bridge.runTask('bridge-work');
    const told = bridge.notifications.filter(one => one.link?.endsWith(key));
    expect(told.map(({ to }) => [...to].sort())).toEqual([
      IT.map(user),
      [user('wu.di')],
      [user('liu.yang')],
    ]);
    expect(await knex('outbox').whereNot({ status: 'done' })).toEqual([]);
  });

  it('at once when a system gets another owner or is given up', async () => {
    const plant = await startPlant(id);
    const { send, report } = plant;
    const system = {
      title: { en: 'Andon', zh: '安灯' },
      criticality: 'B',
      it: 'group:default/information-technology',
    };
    await send('post', '/systems', { name: 'andon', ...system });
    const { key } = await report('andon');
    expect(await waitsFor(plant, key)).toEqual(forAll(...IT));
    const analysts = 'group:default/business-analysts';
    await send('put', '/systems/andon', { ...system, it: analysts });
    expect(await waitsFor(plant, key)).toEqual(forAll('he.jing', 'zheng.bo'));
    await send('put', '/systems/andon/super-users/wu.di', {
      role: 'lead',
      department: 'group:default/production',
      ...always,
    });
    expect(await waitsFor(plant, key)).toEqual(forAll('wu.di'));
    await send('delete', '/systems/andon', {});
    expect(await waitsFor(plant, key)).toEqual(forAll('he.jing', 'zheng.bo'));
  });

  it('on the day on which a term ends or begins', async () => {
    const knex = await emptyDatabase(id);
    await knex.migrate.latest({ directory: MIGRATIONS });
    const clock = new Clock(knex, SHANGHAI);
    const at = (moment: string) => DateTime.fromISO(moment, { zone: SHANGHAI });
    await clock.set(at('2025-06-30T23:00'));
    const plant = await startPlant(knex);
    const { bridge, appoint, report } = plant;
    const first = { from: '2025-01-01', until: '2025-06-30' };
    await appoint('chen.zhiyuan', 'lead', first);
    await appoint('wu.di', 'lead', { from: '2025-07-01', until: '2025-12-31' });
    const { key } = await report();
    await bridge.runTask('bridge-assignees');
    expect(await waitsFor(plant, key)).toEqual(forAll('chen.zhiyuan'));

    await clock.set(at('2025-07-01T00:10'));
    // The clock reads the database every five seconds.
    await pause(5_100);
    await bridge.runTask('bridge-assignees');
    expect(await waitsFor(plant, key)).toEqual(forAll('wu.di'));
  });

  it('with the groups and the owners of the catalog', async () => {
    const plant = await startPlant(id, { config: ERRANDS });
    const { knex, send, report } = plant;
    const { key } = await report();
    const errand: Item = await send('post', '/items', ERRAND, 'ma.jun');
    expect(await waitsFor(plant, key)).toEqual(forAll(...IT));
    expect(await waitsFor(plant, errand.key)).toEqual(
      forAll('he.jing', 'zheng.bo'),
    );

    const analysts = withMembers('business-analysts', ['he.jing', 'ma.jun']);
    const restart = (entities: Entity[]) =>
      startPlant(knex, { entities, config: ERRANDS });
    const later = await restart(analysts);
    expect(await waitsFor(later, errand.key)).toEqual(
      forAll('he.jing', 'ma.jun'),
    );
    const staff = withMembers('information-technology', ['ma.jun', 'he.jing']);
    const changed = await restart(staff);
    expect(await waitsFor(changed, key)).toEqual(forAll('ma.jun', 'he.jing'));
    expect(await waitsFor(changed, errand.key)).toEqual(
      forAll('he.jing', 'zheng.bo'),
    );
    const owned = demoEntities.map(entity =>
      entity.metadata.name === 'mes'
        ? {
            ...entity,
            spec: { ...entity.spec, owner: 'group:default/benefit-control' },
          }
        : entity,
    );
    const handed = await restart(owned);
    expect(await waitsFor(handed, key)).toEqual(forAll('su.min'));
  });

  it('but for boards that are open: who has left votes no more, who has come does not vote yet', async () => {
    const plant = await startPlant(id);
    const { knex, send, appoint, act } = plant;
    await appoint('chen.zhiyuan', 'lead');
    const data = { title: '扫码后强制确认', currentState: '数量录不进去。' };
    const made: Item = await send(
      'post',
      '/items',
      { workflow: 'proposal', data },
      'zhang.qiang',
    );
    const { key } = made;
    await act('zhang.qiang', key, 'submit', {
      system: 'system:default/mes',
      currentState: '扫码后不确认，数量常常录不进去。',
      method: '扫码后强制确认一次再提交。',
      expectedEffect: '录入异常减少一半。',
    });
    await act('chen.zhiyuan', key, 'accept', {
      effort: 'M',
      cost: 20000,
      departments: ['group:default/production'],
      reversible: true,
      configuresCriticalSystem: true,
    });
    const onBoard = await act('zhang.qiang', key, 'present', {
      metric: '每千条录入异常数',
      baseline: 11.3,
      target: 4,
      expectedBenefit: 20000,
      evidence: '3月3日至3月8日MES录入日志，共15.9千条，异常179条。',
    });
    const voters = onBoard.assignees;
    expect(voters).toHaveLength(8);

    const staying = ['he.jing', 'luo.yong', 'su.min', 'zheng.bo'];
    const board = withMembers('it-review-board', [
      ...['zhou.qiming', 'liu.yang', 'ma.jun', ...staying],
    ]);
    const changed = await startPlant(knex, { entities: board });
    await changed.end('chen.zhiyuan');
    await changed.appoint('wu.di', 'lead');
    await changed.bridge.runTask('bridge-assignees');
    const now: Item = await changed.get(`/items/${key}`);
    expect([...now.assignees].sort()).toEqual(
      [...staying, 'zhou.qiming'].map(user).sort(),
    );
    expect(now.boards[0].recused.map(one => one.user).sort()).toEqual(
      ['chen.zhiyuan', 'huang.lei', 'wang.haiyan'].map(user),
    );
    for (const [name, waits] of [
      ['liu.yang', false],
      ['wu.di', false],
      ['wang.haiyan', false],
      ['luo.yong', true],
    ] as const) {
      expect([name, (await changed.inbox(name)).includes(key)]).toEqual([
        ...[name, waits],
      ]);
    }
    const ballot = { board: 'board', choice: 'approve' };
    await changed.send('post', `/items/${key}/ballots`, ballot, 'luo.yong');
    expect(await changed.inbox('luo.yong')).not.toContain(key);
  });

  it('when a form names somebody else within one state', async () => {
    const plant = await startPlant(id, { config: ERRANDS });
    const { key }: Item = await plant.send('post', '/items', ERRAND, 'ma.jun');
    await plant.act('he.jing', key, 'take');
    expect(await waitsFor(plant, key)).toEqual(forAll('he.jing'));
    await plant.act('he.jing', key, 'pass', { runner: user('wu.di') });
    expect(await waitsFor(plant, key)).toEqual(forAll('wu.di'));
  });

  it('rightly when much happens at once', async () => {
    const plant = await startPlant(id);
    const { knex, appoint, end, report, act } = plant;
    await appoint('chen.zhiyuan', 'lead');
    const keys: string[] = [];
    for (let place = 0; place < 12; place += 1) {
      keys.push((await report('mes', 'chen.zhiyuan')).key);
    }
    const solved = keys.slice(0, 6);
    const solution = { rootCauseClass: 'training', reply: '先扫码再确认。' };
    await Promise.all([
      ...solved.map(key => act('zheng.bo', key, 'solve', solution)),
      end('chen.zhiyuan'),
      appoint('wu.di', 'backup'),
      appoint('liu.yang', 'member'),
      appoint('ma.jun', 'member').then(() => end('ma.jun')),
    ]);
    // Its super user no more, who reported it is still asked to confirm it.
    for (const key of solved) {
      expect(await waitsFor(plant, key)).toEqual(forAll('chen.zhiyuan'));
    }
    for (const key of keys.slice(6)) {
      expect(await waitsFor(plant, key)).toEqual(forAll('liu.yang', 'wu.di'));
    }
    const current = await knex('tasks')
      .join('items', 'items.id', 'tasks.item_id')
      .whereRaw('tasks.entry = items.entry')
      .count({ n: '*' })
      .first();
    expect(Number(current?.n)).toBe(6 + 2 * 6);
  });

  it('as they stand when they come free, not as they were looked at', async () => {
    const plant = await startPlant(id);
    const { knex, appoint, end, report } = plant;
    await appoint('chen.zhiyuan', 'lead');
    const { key } = await report();
    const release = await busy(id, knex, key);
    const changes = [end('chen.zhiyuan')];
    await pause(500);
    changes.push(appoint('wu.di', 'lead'));
    await pause(500);
    await release();
    await Promise.all(changes);
    expect(await waitsFor(plant, key)).toEqual(forAll('wu.di'));
  });
});
