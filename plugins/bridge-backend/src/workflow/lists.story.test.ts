import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  Item,
  itemReadPermission,
  MAXIMUM_FILTERS,
} from '@techbridge/plugin-bridge-common';
import { AddressInfo } from 'net';
import { Knex } from 'knex';
import {
  createItemConditionalDecision,
  itemConditions,
} from '../permissions/itemRules';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import {
  startBridgeForTest,
  TestBridge,
  TestPolicy,
} from '../testing/startBridgeForTest';
import { evidence, judged, threeSentences } from './testing/proposalForms';
import { TestPeople, user } from './testing/TestPeople';

const REPORTER = 'tang.ting';
const IT = 'he.jing';
const CHAIR = 'zhou.qiming';
/** Sees what they made themselves. */
const CLOSE = 'zhang.qiang';
/** Sees nothing. */
const STRANGER = 'ma.jun';

const policy: TestPolicy = (permission, person) => {
  if (permission === itemReadPermission.name && person === user(CLOSE)) {
    return createItemConditionalDecision(itemReadPermission, {
      anyOf: [itemConditions.isReporter({ userRef: person })],
    });
  }
  const { ALLOW, DENY } = AuthorizeResult;
  return { result: person === user(STRANGER) ? DENY : ALLOW };
};

const report = {
  title: '换模等待时间太长',
  system: 'system:default/mes',
  impact: 'slow',
};
const refusal = {
  declineReason: 'notWanted',
  declineText: '新版本会改掉这一步，现在不动。',
  reopenVersion: 'MES 6',
  reopenSupporters: 3,
};

describe.each(DATABASE_IDS)('lists of items on %s', id => {
  let knex: Knex;
  let bridge: TestBridge;
  let people: TestPeople;

  beforeAll(async () => {
    knex = await emptyDatabase(id);
    bridge = await startBridgeForTest({ knex, policy });
    const { port } = bridge.server.address() as AddressInfo;
    people = new TestPeople([`http://127.0.0.1:${port}`]);
  });

  const feedback = (name: string, data: object = {}) =>
    people.create(name, { workflow: 'feedback', data: { ...report, ...data } });

  describe('keep filters', () => {
    const address = { workflow: 'proposal', mine: 'true', view: 'board' };
    const save = (name: string, title: string) =>
      people.post(name, '/filters', { name: title, address });
    const filtersOf = async (name: string) =>
      (await people.get(name, '/filters')).body.items;
    const remove = (name: string, number: number) =>
      bridge.send('delete', `/api/bridge/filters/${number}`, {}, user(name));

    it('for each person alone, by name, until they are deleted', async () => {
      expect(await filtersOf(REPORTER)).toEqual([]);
      const second = await save(REPORTER, '我的提案');
      expect(second.status).toBe(201);
      expect(second.body).toMatchObject({ name: '我的提案', address });
      await save(REPORTER, ' Board ');
      const own = [{ name: 'Board' }, { name: '我的提案' }];
      expect(await filtersOf(REPORTER)).toMatchObject(own);

      expect((await save(IT, '我的提案')).status).toBe(201);
      const foreign = await remove(IT, second.body.id);
      expect([foreign.status, foreign.body.error.code]).toEqual([
        ...[404, 'filter-not-found'],
      ]);
      expect(await filtersOf(REPORTER)).toHaveLength(2);
      expect(await filtersOf(IT)).toHaveLength(1);
      expect((await remove(REPORTER, second.body.id)).status).toBe(204);
      expect(await filtersOf(REPORTER)).toMatchObject([{ name: 'Board' }]);
    });

    it('each name once, so many and no more, however they are sent', async () => {
      const names = [...Array(MAXIMUM_FILTERS + 3).keys()].map(n => `f${n}`);
      const sent = await Promise.all(
        [...names, 'f0'].map(name => save(CHAIR, name)),
      );
      const codes = sent.map(({ status, body }) => body.error?.code ?? status);
      const kept = codes.filter(code => code === 201);
      expect(kept).toHaveLength(MAXIMUM_FILTERS);
      expect(await filtersOf(CHAIR)).toHaveLength(MAXIMUM_FILTERS);
      const [{ id: first, name }] = await filtersOf(CHAIR);
      expect((await save(CHAIR, name)).body.error.code).toBe(
        'filter-name-taken',
      );
      expect((await save(CHAIR, 'more')).body.error.code).toBe(
        'too-many-filters',
      );
      await remove(CHAIR, first);
      expect((await save(CHAIR, 'more')).status).toBe(201);
    });

    it('of those who may see items, and of what a list can be asked for', async () => {
      expect((await save(STRANGER, 'x')).status).toBe(403);
      const strange = { name: 'x', address: { colour: 'red' } };
      expect((await people.post(IT, '/filters', strange)).status).toBe(400);
    });
  });

  describe('say how due times stand', () => {
    const HOUR = 3_600_000;
    const dueIn = async (key: string, hours: number) => {
      const { now } = (await people.get(IT, '/clock')).body;
      const at = new Date(Date.parse(now) + hours * HOUR).toISOString();
      await knex('items').where({ key }).update({ due_at: at });
    };

    it('in the list, in the inbox and of the item, by the calendar of its workflow', async () => {
      // A standing line is answered at any time of day.
      const { key } = await feedback(REPORTER, {
        ...{ title: '看板不亮', impact: 'stop' },
      });
      const standings = async () => {
        const list = await people.get(IT, '/items?workflow=feedback');
        const inbox = await people.get(IT, '/inbox?limit=100');
        const rows = [
          ...list.body.items,
          ...inbox.body.items.map(({ item }: { item: Item }) => item),
          await people.item(key, IT),
        ].filter(row => row.key === key);
        expect(rows).toHaveLength(3);
        return rows.map(({ due }) => due);
      };
      const all = (due: object) => [due, due, due];
      await dueIn(key, 5.5);
      expect(await standings()).toMatchObject(
        all({ standing: 'soon', working: false, minutesLeft: 329 }),
      );
      await dueIn(key, 25);
      expect(await standings()).toEqual(
        all({ standing: 'onTime', working: false }),
      );
      await dueIn(key, -1);
      expect(await standings()).toEqual(
        all({ standing: 'late', working: false }),
      );
      const ended = await people.act(IT, key, 'decline', { data: refusal });
      expect(ended.due).toBeUndefined();
    });

    it('of votes, too, where office hours count', async () => {
      const created = await people.create(REPORTER, {
        workflow: 'proposal',
        data: { title: '换料扫码', currentState: '换料以后要手工刷新。' },
      });
      const { key } = created;
      // A draft waits for all days, a vote for days that are worked.
      expect(created.due).toEqual({ standing: 'onTime', working: false });
      const data = { title: '换料扫码', currentState: '换料以后要手工刷新。' };
      await people.act(REPORTER, key, 'submit', {
        data: { ...data, ...threeSentences },
      });
      await people.act(IT, key, 'accept', { data: judged });
      const { boards, due } = await people.act(REPORTER, key, 'present', {
        data: evidence,
      });
      expect(due).toEqual({ standing: 'onTime', working: true });
      expect(boards[0].due).toEqual(due);
    });
  });

  it('say where an action leads, for boards by state', async () => {
    const { key } = await feedback(REPORTER, { title: '叉车没电' });
    const { actions } = await people.item(key, IT);
    const leadsTo = Object.fromEntries(
      actions.map(action => [action.id, action.leadsTo]),
    );
    expect(leadsTo).toMatchObject({
      acknowledge: 'inProgress',
      decline: 'declined',
      handOver: 'reported',
    });
    // A branch decides what becomes of it.
    expect(leadsTo).toHaveProperty('convert', undefined);
  });

  describe('remember what was refused', () => {
    const similar = async (name: string, query: Record<string, string>) => {
      const asked = new URLSearchParams({ workflow: 'feedback', ...query });
      return (await people.get(name, `/items/similar?${asked}`)).body;
    };

    it('why, and what would reopen it, for whoever is about to say the same', async () => {
      const { key } = await feedback(REPORTER);
      const about = { title: '换模等待太久', system: 'mes' };
      expect((await similar(CHAIR, about)).items).toEqual([]);
      await people.act(IT, key, 'decline', {
        data: { ...refusal, reopenOn: '2099-04-01' },
      });
      const { items, total } = await similar(CHAIR, about);
      expect(total).toBe(1);
      expect(items).toEqual([
        {
          ...{ key, title: report.title, system: report.system },
          state: expect.objectContaining({ id: 'declined' }),
          decidedAt: expect.stringMatching(/Z$/),
          facts: { ...refusal, reopenOn: '2099-04-01' },
        },
      ]);
      expect((await similar(CHAIR, { ...about, except: key })).items).toEqual(
        [],
      );
      const elsewhere = { title: '换模记录', system: 'wms' };
      expect((await similar(CHAIR, elsewhere)).items).toEqual([]);
      expect((await similar(CHAIR, { title: '的' })).items).toEqual([]);

      // The day on which it is worth another look is waited for.
      const [timer] = await knex('timers')
        .join('items', 'items.id', 'timers.item_id')
        .where({ 'items.key': key, timer: 'reopenDay' });
      expect(timer.fire_at).toBe('2099-04-01T00:00:00.000Z');
    });

    it('as far as the reader may see it, the likest five', async () => {
      const titles = [
        '冲压机报警',
        ...[...Array(6)].map((_, n) => `冲压机${n}号`),
      ];
      for (const title of titles) {
        const { key } = await feedback(IT, { title });
        await people.act(IT, key, 'decline', { data: refusal });
      }
      const about = { title: '冲压机报警', system: 'mes' };
      const { items } = await similar(CHAIR, about);
      expect(items).toHaveLength(5);
      expect(items[0].title).toBe('冲压机报警');
      expect((await similar(CLOSE, about)).items).toEqual([]);
      expect((await similar(STRANGER, about)).error.code).toBe('not-allowed');
      const { error } = await similar(CHAIR, { ...about, workflow: 'nothing' });
      expect(error.code).toBe('workflow-not-found');
    });

    it('with one question about rights and two statements', async () => {
      await people.get(CHAIR, '/clock');
      // What the reports before it have left to do is done.
      await bridge.runTask('bridge-work');
      bridge.resetCounts();
      await similar(CHAIR, { title: '冲压机报警' });
      expect(bridge.counts.authorize).toBe(1);
      expect(bridge.counts.statements).toHaveLength(2);
    });
  });
});
