import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  Item,
  itemReadPermission,
  JournalEntry,
} from '@techbridge/plugin-bridge-common';
import { readFileSync } from 'fs';
import { Knex } from 'knex';
import { AddressInfo } from 'net';
import { resolve } from 'path';
import {
  createItemConditionalDecision,
  itemConditions,
} from '../../permissions/itemRules';
import { DATABASE_IDS, emptyDatabase } from '../../testing/databases';
import {
  startBridgeForTest,
  TestBridge,
  TestPolicy,
} from '../../testing/startBridgeForTest';
import { inThisFolder } from '../testing/assembly';
import { expectSoundLedger } from '../testing/expectSoundLedger';
import { granted, TestPeople, user } from '../testing/TestPeople';

jest.setTimeout(180_000);

const FEEDBACK = readFileSync(
  resolve(inThisFolder('.'), '../../../workflows/feedback.yaml'),
  'utf8',
);
const MES = 'system:default/mes';
const REPORTER = 'zhang.qiang';
const OTHER = 'luo.yong';
const SUPER_USER = 'lin.xiaolan';
const OWNER = 'he.jing';
const COLLEAGUES = ['su.min', 'huang.lei', 'zhou.qiming'];
/** Reads only what she has made or what waits for her. */
const NARROW = 'wang.haiyan';

const policy: TestPolicy = (permission, person) => {
  const userRef = person;
  return permission === itemReadPermission.name && person === user(NARROW)
    ? createItemConditionalDecision(itemReadPermission, {
        anyOf: [
          itemConditions.isReporter({ userRef }),
          itemConditions.isAssignee({ userRef }),
        ],
      })
    : { result: AuthorizeResult.ALLOW };
};

describe.each(DATABASE_IDS)('supporting, watching and merging on %s', id => {
  let knex: Knex;
  let bridge: TestBridge;
  let people: TestPeople;

  beforeAll(async () => {
    knex = await emptyDatabase(id);
    bridge = await startBridgeForTest({ knex, policy });
    const { port } = bridge.server.address() as AddressInfo;
    people = new TestPeople([`http://127.0.0.1:${port}`]);
    const term = { from: '2020-01-01', until: '2999-12-31' };
    const path = `/systems/mes/super-users/${SUPER_USER}`;
    const department = 'group:default/production';
    await people.put(OWNER, path, { role: 'lead', department, ...term });
  });

  const report = (name: string, title = '报工数量录不进去') =>
    people.create(name, {
      workflow: 'feedback',
      data: { title, system: MES, impact: 'slow' },
    });

  const post = (name: string, key: string, what: string, body: object = {}) =>
    people.post(name, `/items/${key}/${what}`, body);

  const support = async (name: string, key: string, body: object = {}) =>
    granted(await post(name, key, 'support', body)).support;

  const merge = async (name: string, key: string, into: string) => {
    const { rev } = await people.item(key, name);
    return post(name, key, 'merge', { into, rev });
  };

  const unmerge = async (name: string, key: string) => {
    const { rev } = await people.item(key, name);
    return post(name, key, 'unmerge', { rev });
  };

  const problemOf = ({ status, body }: Awaited<ReturnType<typeof post>>) => [
    status,
    body.error.fields?.[0].code ?? body.error.code,
    ...(body.error.fields ? [body.error.fields[0].path] : []),
  ];

  const journalOf = async (key: string): Promise<JournalEntry[]> =>
    (await people.get(OWNER, `/items/${key}/journal?limit=100`)).body.items;

  const lines = async (key: string) =>
    (await journalOf(key))
      .filter(({ type }) => type === 'merged' || type === 'unmerged')
      .map(({ type, payload }) => [type, payload?.key, payload?.inward]);

  /** What watchers were told since it was asked last. */
  const told = async () => {
    await bridge.runTask('bridge-work');
    return bridge.notifications
      .splice(0)
      .filter(({ title }) => title.includes('which you watch'))
      .map(({ to, title }) => [to, title.split(' · ')[1]]);
  };

  it('counts everybody once, whoever recorded it, and lets them take it back', async () => {
    const { key, rev, support: none } = await report(REPORTER);
    expect(none).toEqual({
      ...{ count: 0, mine: false, allowed: false, forOthers: false },
      why: expect.objectContaining({ code: 'support-own' }),
    });
    const own = await post(REPORTER, key, 'support');
    expect(problemOf(own)).toEqual([409, 'support-own']);
    const many = await Promise.all(
      [...Array(20)].map(() => post(OTHER, key, 'support')),
    );
    expect(many.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const rows = await knex('supports').count({ rows: '*' }).first();
    expect(Number(rows?.rows)).toBe(1);
    expect((await people.item(key, OTHER)).support).toEqual({
      ...{ count: 1, mine: true, allowed: true, forOthers: false },
    });

    const forHuang = { onBehalfOf: user(COLLEAGUES[1]) };
    const stranger = await post(COLLEAGUES[0], key, 'support', forHuang);
    expect(problemOf(stranger)).toEqual([403, 'support-for-others']);
    for (const name of [SUPER_USER, OWNER]) {
      const { count, mine, forOthers } = await support(name, key, forHuang);
      expect([count, mine, forOthers]).toEqual([2, false, true]);
    }
    const nobody = { onBehalfOf: 'nobody.known' };
    expect(problemOf(await post(OWNER, key, 'support', nobody))).toEqual([
      ...[400, 'unknown-person', 'onBehalfOf'],
    ]);
    const hers = (await people.item(key, COLLEAGUES[1])).support;
    expect(hers).toMatchObject({ mine: true, recordedBy: user(SUPER_USER) });
    await support(COLLEAGUES[1], key, { withdraw: true });
    await support(COLLEAGUES[1], key, { withdraw: true });
    expect((await people.item(key, OWNER)).support.count).toBe(1);
    expect(await support(COLLEAGUES[1], key)).not.toHaveProperty('recordedBy');

    // What she says herself now only she takes back.
    const back = { withdraw: true, ...forHuang };
    expect(problemOf(await post(OWNER, key, 'support', back))).toEqual([
      ...[403, 'support-for-others'],
    ]);

    // Who and when stays, and neither the item nor its history has moved.
    const kept = await knex('supports')
      .join('person as by', 'by.id', 'supports.recorded_by')
      .join('person', 'person.id', 'supports.person_id')
      .where('person.entity_ref', user(COLLEAGUES[1]))
      .orderBy('number')
      .select('number', 'given', 'by.entity_ref', 'at');
    expect(
      kept.map(row => [row.number, Boolean(row.given), row.entity_ref]),
    ).toEqual([
      [1, true, user(SUPER_USER)],
      [2, false, user(COLLEAGUES[1])],
      [3, true, user(COLLEAGUES[1])],
    ]);
    await expect(knex('supports').update({ given: true })).rejects.toThrow(
      /append-only/,
    );
    expect((await people.item(key, OWNER)).rev).toBe(rev);
  });

  it('tells the people responsible when as many more support it as was said', async () => {
    const { key } = await report(REPORTER, '换模清单打印太慢');
    await support(OTHER, key);
    await people.act(OWNER, key, 'decline', {
      data: {
        ...{ declineReason: 'notWanted', reopenSupporters: 2 },
        declineText: '目前只影响一条线，暂不改。',
      },
    });
    const enough = async () => {
      await bridge.runTask('bridge-work');
      return bridge.notifications
        .splice(0)
        .filter(({ title }) => title.includes('As many support it now'))
        .map(({ to }) => to.sort());
    };
    await enough();
    // Whoever supported it before, and once more, is none of the two.
    expect(await support(OTHER, key)).toMatchObject({ count: 1 });
    const [first, second, third] = COLLEAGUES;
    await support(first, key);
    expect(await enough()).toEqual([]);
    await support(first, key, { withdraw: true });
    const { rev } = await people.item(key, OWNER);
    const both = [first, second].map(name => support(name, key));
    expect(await Promise.all(both)).toHaveLength(2);
    const owners = ['he.jing', 'zheng.bo', 'zhou.qiming'].map(user);
    expect(await enough()).toEqual([[user(REPORTER)], owners]);
    const heard = (await journalOf(key)).filter(({ type }) => type === 'event');
    expect(heard).toMatchObject([{ payload: { name: 'supported' } }]);
    expect(await people.item(key, OWNER)).toMatchObject({
      ...{ rev: rev + 1, state: { id: 'declined' } },
    });
    await support(third, key);
    expect(await enough()).toEqual([]);
  });

  it('counts whoever brings the like in anew among those who are asked for', async () => {
    const { key } = await report(REPORTER, '换模清单打印乱码');
    await people.act(OWNER, key, 'decline', {
      data: {
        ...{ declineReason: 'notWanted', reopenSupporters: 1 },
        declineText: '目前只影响一条线，暂不改。',
      },
    });
    const again = await report(OTHER, '换模清单打印乱码');
    granted(await merge(OWNER, again.key, key));
    const heard = (await journalOf(key)).filter(({ type }) => type === 'event');
    expect(heard).toMatchObject([{ payload: { name: 'supported' } }]);
  });

  it('tells who watches of each new state, but not those who may not read it any more', async () => {
    const { key } = await report(REPORTER, '看板不刷新');
    // It waits for her as well, so that she reads it at first.
    await knex('tasks').insert({
      ...{ item_id: knex('items').where({ key }).select('id') },
      ...{ entry: 1, person: user(NARROW), since: 'x', on_behalf_of: '' },
    });
    for (const name of [OTHER, SUPER_USER, NARROW, COLLEAGUES[0]]) {
      const { watch } = granted(await post(name, key, 'watch', { on: true }));
      expect(watch.on).toBe(true);
    }
    const { watch } = granted(
      await post(COLLEAGUES[0], key, 'watch', { on: false }),
    );
    expect(watch).toEqual({ on: false, count: 3 });
    await told();
    await people.act(SUPER_USER, key, 'acknowledge');
    expect((await people.get(NARROW, `/items/${key}`)).status).toBe(404);
    expect(await told()).toEqual([
      [
        [user(OTHER)],
        `看板不刷新 (${key}), which you watch, is now: In progress`,
      ],
    ]);
    await people.act(SUPER_USER, key, 'addDetails', {
      data: { category: 'data' },
    });
    expect(await told()).toEqual([]);
  });

  it('merges a duplicate with its followers, and parts them again as they were', async () => {
    const [target, duplicate] = [await report(REPORTER), await report(OTHER)];
    const [into, key] = [target.key, duplicate.key];
    await support(COLLEAGUES[0], into);
    await support(COLLEAGUES[0], key);
    await support(COLLEAGUES[1], key);
    await post(COLLEAGUES[2], key, 'watch', { on: true });
    expect((await people.item(key, COLLEAGUES[0])).merge?.allowed).toBe(false);
    expect(problemOf(await merge(COLLEAGUES[0], key, into))).toEqual([
      ...[403, 'action-forbidden'],
    ]);

    const merged = granted(await merge(SUPER_USER, key, into.toLowerCase()));
    expect(merged).toMatchObject({
      state: { id: 'duplicate' },
      data: { duplicateOf: into },
      merged: { into, by: user(SUPER_USER), allowed: true },
      links: [{ type: 'duplicateOf', inward: false, key: into }],
    });
    const both = await people.item(into, SUPER_USER);
    // Two colleagues, and whoever reported the same.
    expect([both.support.count, both.watch.count]).toEqual([3, 1]);
    expect(both.rev).toBe(target.rev + 1);
    const his = (await people.item(into, OTHER)).support;
    expect(his).toMatchObject({ mine: true, allowed: false });
    expect(await lines(key)).toEqual([['merged', into, false]]);
    expect(await lines(into)).toEqual([['merged', key, true]]);
    await told();
    await people.act(SUPER_USER, into, 'acknowledge');
    expect((await told()).map(([to]) => to)).toEqual([[user(COLLEAGUES[2])]]);

    expect(problemOf(await unmerge(OTHER, key))).toEqual([
      ...[403, 'action-forbidden'],
    ]);
    const back = granted(await unmerge(OWNER, key));
    expect(back).toMatchObject({
      ...{ state: { id: 'reported' }, links: [], rev: merged.rev + 1 },
      ...{ support: { count: 2 }, watch: { count: 1 } },
      assignees: duplicate.assignees,
    });
    expect(back).not.toHaveProperty('merged');
    expect(back.data).toEqual(duplicate.data);
    expect(back.dueAt).toBeDefined();
    const parted = await people.item(into, SUPER_USER);
    expect([parted.support.count, parted.watch.count]).toEqual([1, 0]);
    expect(parted.links).toEqual([]);
    expect(await lines(key)).toContainEqual(['unmerged', into, false]);
    expect(await lines(into)).toContainEqual(['unmerged', key, true]);
    expect(problemOf(await unmerge(OWNER, key))).toEqual([
      ...[409, 'action-refused'],
    ]);
    await expectSoundLedger(people, knex);
  });

  it('is the same by the action of the workflow, and may follow an undone one', async () => {
    const [{ key: into }, { key }] = [
      await report(REPORTER),
      await report(OTHER),
    ];
    granted(await merge(SUPER_USER, key, into));
    granted(await unmerge(SUPER_USER, key));
    const data = { duplicateOf: into };
    const acted = await people.act(SUPER_USER, key, 'markDuplicate', { data });
    expect(acted.merged?.into).toBe(into);
    expect((await people.item(into, OWNER)).support.count).toBe(1);
    const milestones = (await journalOf(key))
      .filter(({ type }) => type === 'milestone')
      .map(({ payload }) => payload?.times);
    expect(milestones).toEqual([1, 1]);
  });

  it('refuses what makes no sense, and says what does', async () => {
    const [a, b, c] = [
      await report(REPORTER),
      await report(OTHER),
      await report(REPORTER),
    ];
    const refusal = async (item: Item, into: string) =>
      problemOf(await merge(SUPER_USER, item.key, into));
    expect(await refusal(a, a.key)).toEqual([400, 'same-item', 'into']);
    expect(await refusal(a, 'FB-9999')).toEqual([400, 'unknown-item', 'into']);
    granted(await merge(SUPER_USER, b.key, a.key));
    expect(await refusal(c, b.key)).toEqual([400, 'is-duplicate', 'into']);
    expect(await refusal(a, b.key)).toEqual([400, 'duplicate-of-this', 'into']);
    const proposal = await people.create(REPORTER, {
      workflow: 'proposal',
      data: { title: '换料后刷新批次', currentState: '要退出重进。' },
    });
    expect(await refusal(c, proposal.key)).toEqual([
      ...[400, 'wrong-kind-of-item', 'into'],
    ]);
    expect(proposal).not.toHaveProperty('merge');
    const path = `/items/${c.key}/merge`;
    const stale = { into: a.key, rev: c.rev - 1 };
    expect(problemOf(await people.post(OWNER, path, stale))).toEqual([
      ...[409, 'item-changed'],
    ]);
    // A chain of duplicates counts for its end, and comes apart link by link.
    granted(await merge(SUPER_USER, a.key, c.key));
    expect((await people.item(c.key, OWNER)).support.count).toBe(1);
    granted(await unmerge(SUPER_USER, b.key));
    expect((await people.item(c.key, OWNER)).support.count).toBe(0);
  });

  it('of two merges at once one wins, also crosswise', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await report(REPORTER), await report(OTHER)];
      const answers = await Promise.all(
        [a, b].map(({ key, rev }) =>
          post(SUPER_USER, key, 'merge', {
            ...{ rev, into: key === a.key ? b.key : a.key },
          }),
        ),
      );
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses[0]).toBe(200);
      expect(statuses[1]).toBeGreaterThanOrEqual(400);
      expect(statuses[1]).toBeLessThan(500);
      const again = await Promise.all(
        [SUPER_USER, OWNER].map(async name =>
          unmerge(name, answers[0].status === 200 ? a.key : b.key),
        ),
      );
      expect(again.filter(({ status }) => status === 200)).toHaveLength(1);
    }
    const [one, ...others] = [
      ...[await report(REPORTER), await report(OTHER), await report(OTHER)],
    ];
    const both = await Promise.all(
      others.map(({ key: into }) =>
        post(SUPER_USER, one.key, 'merge', { into, rev: one.rev }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    await expectSoundLedger(people, knex);
  });

  it('links what is merged as a duplicate, also where the way links it otherwise', async () => {
    const versions = '/workflows/feedback/versions';
    const drafted = await people.post(OWNER, versions, {
      yaml: FEEDBACK.replaceAll('link: duplicateOf', 'link: relatesTo'),
    });
    expect(drafted.status).toBe(201);
    const { version, hash } = drafted.body;
    const submit = `${versions}/${version}/submit`;
    expect((await people.post(OWNER, submit, { hash })).status).toBe(200);
    const path = '/workflows/feedback/publish';
    const published = await people.post(SUPER_USER, path, { version, hash });
    expect(published.status).toBe(200);
    const [{ key: into }, { key }] = [
      await report(REPORTER),
      await report(OTHER),
    ];
    const data = { duplicateOf: into };
    const acted = await people.act(SUPER_USER, key, 'markDuplicate', { data });
    expect(acted.merged?.into).toBe(into);
    expect(acted.links.map(({ type }) => type).sort()).toEqual([
      ...['duplicateOf', 'relatesTo'],
    ]);
    const linked = (await journalOf(key)).filter(
      ({ type }) => type === 'linked',
    );
    expect(linked).toHaveLength(2);
  });
});
