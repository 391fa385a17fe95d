import { mockServices } from '@backstage/backend-test-utils';
import {
  Item,
  MigrationGroup,
  WorkflowMigration,
} from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import {
  DatabaseId,
  DATABASE_IDS,
  emptyDatabase,
} from '../../testing/databases';
import { MigrationStore } from './MigrationStore';
import { MigrationWorker } from './MigrationWorker';
import { brokenRecords } from '../testing/brokenRecords';
import { evidence, judged, threeSentences } from '../testing/proposalForms';
import {
  CHAIR,
  made,
  MANAGER,
  READER,
  refusal,
  SHIPPED,
  startOffice,
  STRANGER,
} from '../testing/startOffice';
import { user } from '../testing/TestPeople';

jest.setTimeout(120_000);

const PROPOSER = 'zhang.qiang';
const TRIAGER = 'he.jing';
const VOTERS = [
  'zhou.qiming',
  'luo.yong',
  'su.min',
  'huang.lei',
  'he.jing',
  'wang.haiyan',
];
const LATE = '2025-01-02T03:04:05.000Z';
const VERSION = '/workflows/proposal/migrate';
const ALL = '/workflows/proposal/migrations';

const proposal = {
  workflow: 'proposal',
  data: { title: '换料后自动刷新批次', currentState: '每班要退出重进六次。' },
};

/** Two states are called another way, and the board needs more votes. */
function nextVersion(line: string): string {
  return SHIPPED.replace(
    '    triage:\n      type: task',
    '    firstLook:\n      type: task',
  )
    .replaceAll(/to: triage$/gm, 'to: firstLook')
    .replace(
      '    board:\n      type: approval',
      '    itBoard:\n      type: approval',
    )
    .replaceAll(/to: board$/gm, 'to: itBoard')
    .replaceAll('approval.board.', 'approval.itBoard.')
    .replaceAll(/state: board\b/g, 'state: itBoard')
    .replace('percent: 60', 'percent: 70')
    .replace('  scenarios:\n', `  migrations:\n    - ${line}\n  scenarios:\n`);
}

/** The same rules, a state being called another way. */
function worded(name: string, yaml = SHIPPED): string {
  return yaml.replace(
    'label: { en: Draft, zh: 草稿 }',
    `label: { en: Draft, zh: ${name} }`,
  );
}

const PLAN = 'from: 1, states: { triage: firstLook, board: itBoard }';
const TAKEN_ALONG = `{ ${PLAN} }`;

async function startPlant(id: DatabaseId) {
  const knex = await emptyDatabase(id);
  const office = await startOffice(knex);
  const { people, runTask } = office;
  const create = () => people.create(PROPOSER, proposal);
  const submit = async ({ key }: Item) =>
    people.act(PROPOSER, key, 'submit', { data: threeSentences });
  return {
    ...{ knex, office, people, create, submit },
    work: () => runTask('bridge-work'),
    /** A proposal on which the board votes. */
    async voting(): Promise<Item> {
      const { key } = await submit(await create());
      await people.act(TRIAGER, key, 'accept', { data: judged });
      return people.act(PROPOSER, key, 'present', { data: evidence });
    },
    /** Drafts, submits, and puts into force by somebody else. */
    async publish(yaml: string) {
      const drafted = await made(office.draft(MANAGER, { yaml }));
      await made(office.step(MANAGER, 'submit', drafted));
      return made(office.step(CHAIR, 'publish', drafted));
    },
    async run(migration: number): Promise<WorkflowMigration> {
      return (await people.get(READER, `${ALL}/${migration}`)).body;
    },
    async linesOf(key: string): Promise<string[]> {
      const { body } = await people.get(
        MANAGER,
        `/items/${key}/journal?limit=100`,
      );
      return body.items.map(({ type }: { type: string }) => type);
    },
  };
}

/** As if the process died whenever it comes to an item. */
async function dieAt(id: DatabaseId, knex: Knex, key: string) {
  const { id: item } = await knex('items').where({ key }).first('id');
  if (id === 'SQLITE_3') {
    await knex.raw(
      `CREATE TRIGGER dies BEFORE INSERT ON migration_items
       WHEN NEW.item_id = ${item} BEGIN SELECT RAISE(ABORT, 'killed'); END`,
    );
    return () => knex.raw('DROP TRIGGER dies');
  }
  await knex.raw(
    `CREATE FUNCTION dies() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION 'killed'; END $$`,
  );
  await knex.raw(
    `CREATE TRIGGER dies BEFORE INSERT ON migration_items
     FOR EACH ROW WHEN (NEW.item_id = ${item}) EXECUTE FUNCTION dies()`,
  );
  return () => knex.raw('DROP TRIGGER dies ON migration_items');
}

describe.each(DATABASE_IDS)('open items of an older version, on %s', id => {
  it('follow to the version in force, a vote when it has closed, after a crash, too', async () => {
    const plant = await startPlant(id);
    const { people, office, knex, create, submit, voting, publish } = plant;
    const [drafted, look] = [await create(), await submit(await create())];
    const vote = await voting();
    const ended = await create();
    await people.act(PROPOSER, ended.key, 'withdraw');
    const since = async () => {
      const { body } = await people.get(TRIAGER, '/inbox');
      return body.items.map(
        (one: { item: Item; since: string }) => `${one.item.key} ${one.since}`,
      );
    };
    const waiting = await since();

    const refused = await office.draft(MANAGER, {
      yaml: nextVersion(`{ ${PLAN}, ballots: keep }`),
    });
    expect(refused.body.error.current.problems).toContainEqual(
      expect.objectContaining({
        ...{ rule: 'migration-keep', path: 'spec.migrations.0.ballots' },
      }),
    );
    const { version, hash } = await publish(nextVersion(TAKEN_ALONG));
    const { body: before } = await people.get(CHAIR, ALL);
    expect(before).toEqual({
      ...{ id: 'proposal', to: 2, hash, mayMigrate: true },
      versions: [{ version: 1, items: 3, migration: null }],
    });
    expect((await people.get(READER, ALL)).body.mayMigrate).toBe(false);

    const { body: tried } = await people.get(CHAIR, `${VERSION}?from=1`);
    const inWords = (group: MigrationGroup) =>
      [group.outcome, group.state.id, group.to?.id, ...group.keys].join(' ');
    expect(tried.items.map(inWords)).toEqual([
      `moves draft draft ${drafted.key}`,
      `moves triage firstLook ${look.key}`,
      `waits board  ${vote.key}`,
    ]);
    expect(tried.items[2].why.zh).toMatch(/表决规则不变/);
    expect([tried.total, tried.nextCursor]).toEqual([3, null]);

    const start = (name: string, body: object) =>
      people.post(name, VERSION, { from: 1, to: version, hash, ...body });
    const other = '0'.repeat(64);
    for (const [name, body, expected] of [
      [READER, {}, [403, 'not-allowed']],
      [STRANGER, {}, [403, 'not-allowed']],
      [CHAIR, { hash: other }, [409, 'version-changed']],
      [CHAIR, { to: 1 }, [409, 'version-not-in-force']],
      [CHAIR, { from: 2 }, [409, 'version-not-older']],
      [CHAIR, { plan: { ballots: 'dismiss' } }, [400, 'invalid-input']],
    ] as const) {
      expect(await refusal(start(name, body))).toEqual(expected);
    }

    const live = await dieAt(id, knex, look.key);
    const { status, body: run } = await start(CHAIR, {});
    expect([status, run.status, run.from, run.to]).toEqual([
      201,
      'running',
      1,
      2,
    ]);
    // Started at once by itself, so that it may be over already.
    const died = await plant.work().then(() => 'over', String);
    expect(died).toMatch(/^over$|killed/);
    expect((await people.item(drafted.key, PROPOSER)).workflow.version).toBe(2);
    expect((await people.item(look.key, PROPOSER)).workflow.version).toBe(1);
    await live();
    // What is late by then stays so, though its timer has been set.
    await knex('items')
      .where({ key: look.key })
      .update({ due_at: LATE, due_working: false });
    await plant.work();
    expect(await plant.run(run.id)).toMatchObject({
      status: 'running',
      moved: 1,
    });
    // Another replica goes on once nobody works on it any more.
    await knex('migrations').update({
      lease_until: '2020-01-01T00:00:00.000Z',
    });
    await plant.work();
    expect(await plant.run(run.id)).toMatchObject({
      ...{ status: 'waiting', moved: 2, waits: 1, left: 0, endedAt: null },
    });
    expect(await refusal(start(CHAIR, {}))).toEqual([409, 'migration-open']);
    const { body: waits } = await people.get(
      CHAIR,
      `${ALL}/${run.id}/items?outcome=waits`,
    );
    expect(waits).toMatchObject({
      ...{ total: 1, nextCursor: null },
      items: [
        { key: vote.key, why: { zh: expect.stringMatching(/正在表决/) } },
      ],
    });

    const now = await people.item(look.key, TRIAGER);
    expect([now.workflow.version, now.state.id, now.rev]).toEqual([
      ...[2, 'firstLook', look.rev + 1],
    ]);
    expect(now).toMatchObject({
      ...{ dueAt: LATE, due: { standing: 'late', working: false } },
    });
    // It waits for the same person, and for as long as it has.
    expect(await since()).toEqual(waiting);
    const accepted = await people.act(TRIAGER, look.key, 'accept', {
      data: judged,
    });
    expect(accepted.state.id).toBe('evidence');

    // The vote ends by the rules by which it began.
    for (const name of VOTERS) {
      await people.vote(name, vote.key, { board: 'board', choice: 'approve' });
    }
    await plant.work();
    const decided = await people.item(vote.key, PROPOSER);
    expect([decided.workflow.version, decided.state.id]).toEqual([
      2,
      'inDelivery',
    ]);
    expect(await plant.run(run.id)).toMatchObject({
      ...{ status: 'done', moved: 3, waits: 0, left: 0 },
    });
    const { body: decisions } = await people.get(
      PROPOSER,
      `/items/${vote.key}/decision`,
    );
    expect(decisions.items[0]).toMatchObject({
      ...{ board: 'board', state: 'approved', workflow: { version: 1 } },
    });
    expect(JSON.stringify(decisions.items[0].rule)).toMatch(/60 %/);
    expect(JSON.stringify(decisions.items[0].rule)).not.toMatch(/70 %/);
    for (const { key } of [drafted, look, vote]) {
      const lines = await plant.linesOf(key);
      expect(lines.filter(type => type === 'migrated')).toHaveLength(1);
    }
    expect((await people.item(ended.key, PROPOSER)).workflow.version).toBe(1);
    expect(await brokenRecords(knex)).toEqual([]);
    const { body: after } = await people.get(CHAIR, ALL);
    expect(after.versions).toMatchObject([{ version: 1, items: 0 }]);
  });

  it('are held for as long as it takes, and left to whoever has taken them over', async () => {
    const plant = await startPlant(id);
    const { knex } = plant;
    const keys: string[] = [];
    for (let count = 0; count < 4; count += 1) {
      keys.push((await plant.create()).key);
    }
    const { version: to, hash } = await plant.publish(nextVersion(TAKEN_ALONG));
    await plant.work();
    // In a time to come, in which the worker of the plant takes nothing.
    let now = Date.parse('2099-01-01T00:00:00.000Z');
    const at = (later = 0) => new Date(now + later).toISOString();
    const migrations = new MigrationStore(knex);
    const claim = () => migrations.claim(at(), at(60_000));
    const taken: string[] = [];
    let passes = 45_000;
    const rivals: unknown[] = [];
    const worker = new MigrationWorker({
      ...{ migrations, clock: { moment: async () => at() } },
      migrator: {
        async take(key) {
          taken.push(key);
          now += passes;
          rivals.push((await claim())?.id);
          return { outcome: 'none' };
        },
      },
      logger: mockServices.logger.mock(),
    });
    const start = () =>
      migrations.add({
        ...{ workflow: 'proposal', from: 1, to, hash },
        ...{ startedBy: user(CHAIR), startedAt: at() },
      });
    const first = await start();
    expect(await worker.run()).toBe(true);
    expect(taken).toEqual(keys);
    expect(rivals).toEqual([undefined, undefined, undefined, undefined]);
    expect(await plant.run(Number(first))).toMatchObject({ status: 'done' });

    // One that takes too long is lost to another, whose cursor stays.
    taken.length = 0;
    rivals.length = 0;
    passes = 61_000;
    const second = await start();
    expect(await worker.run()).toBe(true);
    expect([taken, rivals]).toEqual([[keys[0]], [second]]);
    expect(await plant.run(Number(second))).toMatchObject({
      status: 'running',
    });
    expect(await claim()).toBeUndefined();
  });

  it('are taken along or acted on first, never both; and can be left alone', async () => {
    const plant = await startPlant(id);
    const { people, knex, create, submit, voting, publish } = plant;
    const items: Item[] = [];
    for (let count = 0; count < 12; count += 1) {
      items.push(await create());
    }
    const vote = await voting();
    const { version, hash } = await publish(nextVersion(TAKEN_ALONG));
    const input = { from: 1, to: version, hash };
    const started = people.post(CHAIR, VERSION, input);
    const answers = await Promise.all([
      ...items.map(({ key, rev }) =>
        people.post(PROPOSER, `/items/${key}/actions/submit`, {
          ...{ rev, data: threeSentences },
        }),
      ),
      started,
    ]);
    const run: WorkflowMigration = answers.pop()?.body;
    await plant.work();
    const fates = answers.map(({ status, body: { error } }) =>
      error
        ? `${status} ${error.code}: ${error.current.state.id} of version ${error.current.workflow.version}`
        : 'acted',
    );
    const late = '409 item-changed: draft of version 2';
    const lost = items.filter((_, place) => fates[place] === late);
    expect(fates.filter(fate => fate !== late && fate !== 'acted')).toEqual([]);
    await Promise.all(lost.map(submit));
    const now = await Promise.all(
      items.map(({ key }) => people.item(key, PROPOSER)),
    );
    expect(
      now.map(({ workflow, state }) => `${state.id} ${workflow.version}`),
    ).toEqual(items.map(() => 'firstLook 2'));
    expect(await plant.run(run.id)).toMatchObject({ moved: 12, waits: 1 });

    const cancel = () => people.post(CHAIR, `${ALL}/${run.id}/cancel`, {});
    const cancelled = await cancel();
    expect([cancelled.status, cancelled.body.status]).toEqual([
      200,
      'cancelled',
    ]);
    expect(await refusal(cancel())).toEqual([409, 'migration-ended']);
    await people.act('zhou.qiming', vote.key, 'defer', {
      data: {
        ...{ reasonCode: 'noCapacity', reviewDate: '2999-01-31' },
        reasonText: '本季度没有人手，下一季度再议，请提案人届时补充数据。',
      },
    });
    await plant.work();
    expect((await people.item(vote.key, PROPOSER)).workflow.version).toBe(1);
    const again = await people.post(CHAIR, VERSION, input);
    await plant.work();
    expect(await plant.run(again.body.id)).toMatchObject({
      status: 'done',
      moved: 1,
    });
    const { body } = await people.get(
      CHAIR,
      `${ALL}/${again.body.id}/items?outcome=moved`,
    );
    expect(body.items).toMatchObject([{ key: vote.key, why: null }]);

    // What waits for a vote does not go over to a version that is over by then.
    const tardy = await voting();
    const raised = (percent: number) =>
      nextVersion(TAKEN_ALONG).replace('percent: 70', `percent: ${percent}`);
    const third = await publish(raised(75));
    const to = (one: { version: number; hash: string }) =>
      people.post(CHAIR, VERSION, { from: 2, to: one.version, hash: one.hash });
    const { body: waiting } = await to(third);
    await plant.work();
    expect(await plant.run(waiting.id)).toMatchObject({
      ...{ status: 'waiting', waits: 1 },
    });
    const fourth = await publish(raised(80));
    await plant.work();
    expect(await plant.run(waiting.id)).toMatchObject({
      ...{ status: 'cancelled', waits: 0, left: 1, endedAt: expect.anything() },
    });
    const left = await people.get(
      CHAIR,
      `${ALL}/${waiting.id}/items?outcome=left`,
    );
    expect(left.body.items).toMatchObject([
      { key: tardy.key, why: { zh: expect.stringMatching(/新版本生效/) } },
    ]);
    const { body: last } = await to(fourth);
    for (const name of VOTERS) {
      await people.vote(name, tardy.key, { board: 'board', choice: 'approve' });
    }
    await plant.work();
    expect((await people.item(tardy.key, PROPOSER)).workflow.version).toBe(4);
    expect(await plant.run(last.id)).toMatchObject({ status: 'done' });
    expect(await refusal(people.get(CHAIR, `${ALL}/999`))).toEqual([
      ...[404, 'migration-not-found'],
    ]);
    expect(await brokenRecords(knex)).toEqual([]);
  });

  it('follow by themselves where only words differ, and only there', async () => {
    const plant = await startPlant(id);
    const { people, knex, create, voting, publish } = plant;
    const replica = await startOffice(knex);
    // Replicas learn of a version within seconds; then the items are taken.
    const letGo = () =>
      knex('migrations').update({ lease_until: '2020-01-01T00:00:00.000Z' });
    const settle = async () => {
      await letGo();
      await Promise.all([plant.work(), replica.runTask('bridge-work')]);
    };
    const runs = async () =>
      (
        await knex('migrations')
          .orderBy('id')
          .select('from_version', 'to_version', 'status', 'started_by')
      ).map(one => Object.values(one).join(' '));
    const standing = async ({ key }: Item) => {
      const { workflow, state } = await people.item(key, PROPOSER);
      return `${workflow.version} ${state.label.zh}`;
    };
    const by = (name: string, key: string) =>
      people.vote(name, key, { board: 'board', choice: 'approve' });
    const [draft, vote] = [await create(), await voting()];

    await publish(worded('待提交'));
    const { startedAt } = await plant.run(1);
    const { lease_until: heldUntil } = await knex('migrations').first();
    const held = Date.parse(heldUntil) - Date.parse(startedAt);
    expect(held).toBeGreaterThan(5_000);
    await settle();
    expect(await standing(draft)).toBe('2 待提交');
    expect(await standing(vote)).toMatch(/^1 /);
    expect(await plant.run(1)).toMatchObject({
      ...{ from: 1, to: 2, startedBy: 'system', status: 'waiting' },
      ...{ moved: 1, waits: 1, left: 0 },
    });
    const { body: journal } = await people.get(
      MANAGER,
      `/items/${draft.key}/journal?limit=100`,
    );
    expect(journal.items).toContainEqual(
      expect.objectContaining({
        ...{ type: 'migrated', actor: { name: 'system', ref: 'system' } },
        payload: expect.objectContaining({ from: 1, to: 2, run: 1 }),
      }),
    );
    // A restart, too, finds that it has been begun.
    await startOffice(knex);
    await settle();
    expect(await runs()).toEqual(['1 2 waiting system']);

    for (const name of VOTERS) {
      await by(name, vote.key);
    }
    await settle();
    expect(await standing(vote)).toMatch(/^2 /);
    expect(await runs()).toEqual(['1 2 done system']);
    const { body: decisions } = await people.get(
      PROPOSER,
      `/items/${vote.key}/decision`,
    );
    expect(decisions.items[0].workflow.version).toBe(1);

    // Another rule takes nobody along, with or without other words.
    const ruled = (name: string) =>
      worded(name, SHIPPED).replace('percent: 60', 'percent: 70');
    await publish(ruled('待完善'));
    await settle();
    expect(await runs()).toHaveLength(1);
    expect(await standing(draft)).toBe('2 待提交');

    // Wording twice over: what waits, and what has not begun, goes all the way.
    const [younger, voted] = [await create(), await voting()];
    await publish(ruled('待补充'));
    await settle();
    expect(await standing(younger)).toBe('4 待补充');
    const fifth = await publish(ruled('起草中'));
    expect(await runs()).toEqual([
      ...['1 2 done system', '3 4 cancelled system'],
      ...['3 5 running system', '4 5 running system'],
    ]);
    const { body: left } = await people.get(
      CHAIR,
      `${ALL}/2/items?outcome=left`,
    );
    expect(left.items).toMatchObject([
      { key: voted.key, why: { zh: expect.stringMatching(/自动迁移/) } },
    ]);
    const start = (from: number) =>
      people.post(CHAIR, VERSION, { from, to: 5, hash: fifth.hash });
    expect(await refusal(start(3))).toEqual([409, 'migration-open']);
    // Whoever wants the others there as well takes them along meanwhile.
    expect((await start(2)).status).toBe(201);
    for (const name of VOTERS) {
      await by(name, voted.key);
    }
    await settle();
    expect(await Promise.all([draft, younger].map(standing))).toEqual([
      ...['5 起草中', '5 起草中'],
    ]);
    expect(await standing(voted)).toMatch(/^5 /);

    // What the file says of older versions is for people to carry out.
    await publish(
      ruled('拟稿').replace(
        '  scenarios:\n',
        '  migrations:\n    - { from: 5, timers: restart }\n  scenarios:\n',
      ),
    );
    await settle();
    expect(await runs()).toEqual([
      ...['1 2 done system', '3 4 cancelled system'],
      ...['3 5 done system', '4 5 done system', `2 5 done ${user(CHAIR)}`],
    ]);
    expect(await standing(younger)).toBe('5 起草中');
    expect(await brokenRecords(knex)).toEqual([]);
  });
});
