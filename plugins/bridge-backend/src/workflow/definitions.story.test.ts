import { InboxEntry, Item } from '@techbridge/plugin-bridge-common';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { AddressInfo } from 'net';
import { Knex } from 'knex';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { parse, stringify } from 'yaml';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { startBridgeForTest } from '../testing/startBridgeForTest';
import { evidence, judged, threeSentences } from './testing/proposalForms';
import { recordsOf } from './testing/recordsOf';
import { TestPeople } from './testing/TestPeople';

jest.setTimeout(120_000);

const MANAGER = 'lin.xiaolan';
const PROPOSER = 'zhang.qiang';
const TRIAGER = 'he.jing';
const CHAIR = 'zhou.qiming';
const SHIPPED = resolve(__dirname, '..', '..', 'workflows', 'proposal.yaml');

const draft = {
  workflow: 'proposal',
  data: { title: '换料后自动刷新批次', currentState: '每班要退出重进六次。' },
};
/** What a programme manager edits: a state, a field of a form, a quorum. */
function editedProposal(): string {
  const file = parse(readFileSync(SHIPPED, 'utf8'));
  const { data, forms, states, scenarios } = file.spec;
  data.properties.safetyNote = { type: 'string', maxLength: 200 };
  forms.submit.fields.push('safetyNote');
  forms.submit.labels.safetyNote = { en: 'Safety', zh: '安全说明' };
  states.colleague = {
    type: 'task',
    phase: 'proposal',
    assign: 'proposer',
    label: { en: 'Read by a colleague', zh: '同事先看' },
    timers: [{ ...states.draft.timers[0], id: 'unread' }],
    actions: {
      passOn: {
        label: { en: 'Pass on', zh: '转初审' },
        by: 'proposer',
        to: 'triage',
      },
    },
  };
  states.draft.actions.submit.to = 'colleague';
  states.board.approval.boards.board.quorum.percent = 80;
  for (const scenario of scenarios) {
    scenario.steps = scenario.steps.flatMap((one: unknown) =>
      one === 'submit' ? [one, 'passOn'] : [one],
    );
  }
  return stringify(file);
}

/** The chair's seat weighs as much as four, and the chair may veto. */
function proposalWithRights(): string {
  return proposalWithBoard({
    weights: { chair: 4 },
    veto: { by: 'chair', reason: 'required' },
  });
}

function proposalWithBoard(own: object): string {
  const file = parse(readFileSync(SHIPPED, 'utf8'));
  Object.assign(file.spec.states.board.approval.boards.board, own);
  return stringify(file);
}

/** Whoever is of the IT department has a conflict, but for the chair. */
function proposalWithoutIt(): string {
  const file = parse(readFileSync(SHIPPED, 'utf8'));
  const { board } = file.spec.states.board.approval.boards;
  const department =
    "voter.department == 'group:default/information-technology'";
  delete board.recuse.whenMessage;
  board.recuse.when = `${department} && voter.ref != 'user:default/${CHAIR}'`;
  return stringify(file);
}

/** Votes are not shown while the board is open, or never. */
function proposalWithBallot(ballot: 'openAfterClose' | 'secret'): string {
  const file = parse(readFileSync(SHIPPED, 'utf8'));
  const { approval, outcomes } = file.spec.states.board;
  const { board } = approval.boards;
  board.ballot = ballot;
  if (ballot === 'secret') {
    board.choices = ['approve', 'reject', 'abstain', 'sendBack'];
    delete outcomes.conditional;
    delete file.spec.states.conditions;
    file.spec.scenarios = file.spec.scenarios.filter(
      ({ steps }: { steps: unknown[] }) =>
        !String(steps).includes('approveWithConditions'),
    );
  }
  return stringify(file);
}

/** The plugin with a folder of definitions of one's own, in force at once. */
async function factoryWith(knex: Knex, folder: string) {
  const workflows = { folders: [folder] };
  const bridge = await startBridgeForTest({
    knex,
    config: { bridge: { workflows } },
  });
  const { port } = bridge.server.address() as AddressInfo;
  const people = new TestPeople([`http://127.0.0.1:${port}`]);
  const reload = async () =>
    (await people.post(MANAGER, '/workflows/reload', {})).body;
  const version = async () =>
    (await people.get(MANAGER, '/workflows/proposal')).body.version;
  return { people, reload, version };
}

/** The fields of an action's form, as it is offered. */
function fieldsOf({ actions }: Item, action: string): string[] {
  const { form } = actions.find(({ id }) => id === action) ?? {};
  return Object.keys(form?.schema.properties ?? {});
}

/** What the boards of an item have decided. */
const decisionsOn = (people: TestPeople, key: string) =>
  recordsOf(path => people.get(CHAIR, path), key);

async function toBoard(people: TestPeople, key: string): Promise<Item> {
  await people.act(TRIAGER, key, 'accept', { data: judged });
  return people.act(PROPOSER, key, 'present', { data: evidence });
}

describe.each(DATABASE_IDS)('a definition that is edited, on %s', id => {
  const folder = mkdtempSync(join(tmpdir(), 'tech-bridge-workflows-'));
  const file = join(folder, 'proposal.yaml');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('changes the running product, and leaves what runs on the old one alone', async () => {
    const knex = await emptyDatabase(id);
    const { people, reload, version } = await factoryWith(knex, folder);
    expect(await version()).toBe(1);
    const early = await people.create(PROPOSER, draft);
    expect(fieldsOf(early, 'submit')).not.toContain('safetyNote');

    writeFileSync(file, editedProposal());
    const changed = [{ id: 'proposal', version: 2 }];
    expect(await reload()).toEqual({ changed, drafts: [], refused: [] });
    // The shipped file of the same workflow does not come back.
    expect(await reload()).toEqual({ changed: [], drafts: [], refused: [] });

    const late = await people.create(PROPOSER, draft);
    expect([early, late].map(({ workflow }) => workflow.version)).toEqual([
      1, 2,
    ]);
    expect(fieldsOf(late, 'submit')).toContain('safetyNote');
    const safetyNote = '只改界面，不改设备。';
    const data = { ...threeSentences, safetyNote };
    const submitted = await people.act(PROPOSER, late.key, 'submit', { data });
    expect(submitted).toMatchObject({
      state: { id: 'colleague', label: { zh: '同事先看' } },
      data: { safetyNote },
    });
    await people.act(PROPOSER, late.key, 'passOn');
    const lateBoard = (await toBoard(people, late.key)).boards[0];

    const old = await people.item(early.key, PROPOSER);
    expect(fieldsOf(old, 'submit')).not.toContain('safetyNote');
    const direct = await people.act(PROPOSER, early.key, 'submit', {
      data: threeSentences,
    });
    expect(direct.state.id).toBe('triage');
    const earlyBoard = (await toBoard(people, early.key)).boards[0];
    // Of eight members 60 % are five, 80 % are seven.
    expect(earlyBoard.electorate).toHaveLength(8);
    expect([earlyBoard.quorum.needed, lateBoard.quorum.needed]).toEqual([5, 7]);
  });

  it('stays in force over restarts, and while the file has mistakes', async () => {
    const knex = await emptyDatabase(id);
    writeFileSync(file, editedProposal());
    const first = await factoryWith(knex, folder);
    expect(await first.version()).toBe(1);

    writeFileSync(file, editedProposal().replace('to: triage', 'to: nowhere'));
    const { changed, refused } = await first.reload();
    expect(changed).toEqual([]);
    expect(refused).toMatchObject([{ file, report: { ok: false } }]);
    expect(refused[0].report.problems).toContainEqual({
      severity: 'error',
      rule: expect.any(String),
      path: expect.stringMatching(/^spec\.states\.colleague\./),
      line: expect.any(Number),
      message: {
        en: expect.stringContaining('nowhere'),
        zh: expect.stringContaining('nowhere'),
      },
      remedy: { en: expect.any(String), zh: expect.any(String) },
    });
    writeFileSync(file, 'metadata: [');
    expect((await first.reload()).refused).toHaveLength(1);

    const second = await factoryWith(knex, folder);
    expect(await second.version()).toBe(1);
    writeFileSync(file, editedProposal().replace('percent: 80', 'percent: 75'));
    const third = await factoryWith(knex, folder);
    expect(await third.version()).toBe(2);
  });

  it('gives the seats of a board weight, and one of them a veto', async () => {
    const knex = await emptyDatabase(id);
    writeFileSync(file, proposalWithRights());
    const { people } = await factoryWith(knex, folder);
    const onBoard = async () => {
      const { key } = await people.create(PROPOSER, draft);
      await people.act(PROPOSER, key, 'submit', { data: threeSentences });
      return (await toBoard(people, key)).key;
    };
    const vote = (key: string, name: string, choice: string, reason?: string) =>
      people.vote(name, key, { board: 'board', choice, reason });
    const closing = async (key: string) => {
      const { body } = await people.get(CHAIR, `/items/${key}/journal`);
      return body.items.find(
        ({ type }: { type: string }) => type === 'boardClosed',
      ).payload;
    };

    const first = await onBoard();
    const [seen] = (await people.item(first, CHAIR)).boards;
    expect(seen.choices).toContain('veto');
    expect(seen.electorate).toContainEqual({
      ...{ user: `user:default/${CHAIR}`, chair: true, weight: 4, veto: true },
    });
    const refusals = [
      await vote(first, 'zheng.bo', 'veto', '这样改会影响追溯数据。'),
      await vote(first, CHAIR, 'veto'),
    ];
    expect(refusals.map(({ body }) => body.error.fields)).toMatchObject([
      [{ path: 'choice', code: 'not-one-of' }],
      [{ path: 'reason' }],
    ]);
    for (const name of ['zheng.bo', 'luo.yong', 'su.min', 'huang.lei']) {
      expect((await vote(first, name, 'approve')).status).toBe(200);
    }
    expect((await people.item(first, CHAIR)).boards[0].state).toBe('open');
    await vote(first, CHAIR, 'veto', '追溯数据会断，先做影响评估。');
    expect(await closing(first)).toMatchObject({
      outcome: 'rejected',
      count: { for: 4, against: 1, weight: { for: 4, against: 4 } },
    });
    expect((await people.item(first, CHAIR)).state.id).toBe('explanation');

    const second = await onBoard();
    const no = '现在不是合适的时机，先把现有问题解决完再说。';
    await vote(second, CHAIR, 'approve');
    await vote(second, 'zheng.bo', 'approve');
    for (const name of ['luo.yong', 'su.min', 'huang.lei']) {
      await vote(second, name, 'reject', no);
    }
    for (const name of ['he.jing', 'chen.zhiyuan', 'wang.haiyan']) {
      await vote(second, name, 'abstain');
    }
    // Two against three by heads, five against three by weight.
    const count = { for: 2, against: 3, weight: { for: 5, against: 3 } };
    expect(await closing(second)).toMatchObject({ outcome: 'approved', count });
    const [record] = await decisionsOn(people, second);
    expect(record).toMatchObject({ state: 'approved', count, recused: [] });
    expect(record.electorate[0]).toEqual({
      ...{ user: `user:default/${CHAIR}`, chair: true, weight: 4, veto: true },
    });
    expect(record.ballots).toHaveLength(8);
    const rules = record.rule.map(({ en }) => en).join(' ');
    expect(rules).toMatch(/counts 4 times.* may veto/);
  });

  it('lets the board override a veto in a round of its own', async () => {
    const knex = await emptyDatabase(id);
    const override = { threshold: 0.75 };
    writeFileSync(file, proposalWithBoard({ veto: { by: 'chair', override } }));
    const { people } = await factoryWith(knex, folder);
    const { key } = await people.create(PROPOSER, draft);
    await people.act(PROPOSER, key, 'submit', { data: threeSentences });
    await toBoard(people, key);
    const vote = (name: string, choice: string, reason?: string) =>
      people.vote(name, key, { board: 'board', choice, reason });
    const waits = async (name: string) => {
      const { body } = await people.get(name, '/inbox');
      const entries: InboxEntry[] = body.items;
      return entries.some(({ item }) => item.key === key);
    };

    expect(await waits('luo.yong')).toBe(true);
    await vote('luo.yong', 'approve');
    expect(await waits('luo.yong')).toBe(false);
    await vote(CHAIR, 'veto', '追溯数据会断，先做影响评估。');
    const again = await people.item(key, 'luo.yong');
    expect(again.state.id).toBe('board');
    expect(again.boards).toMatchObject([
      { round: 2, state: 'open', cast: 0, overrides: 0.75, allowed: true },
    ]);
    expect(await waits('luo.yong')).toBe(true);

    const members = ['zheng.bo', 'luo.yong', 'su.min', 'huang.lei'];
    for (const name of [...members, 'he.jing', 'wang.haiyan']) {
      expect((await vote(name, 'approve')).status).toBe(200);
    }
    const no = '影响评估还没有做完，现在不能就这样上线运行。';
    expect((await vote(CHAIR, 'reject', no)).status).toBe(200);
    const { state, boards } = await people.item(key, CHAIR);
    expect(state.id).not.toBe('board');
    expect(boards).toMatchObject([{ round: 2, state: 'approved' }]);
    const [overridden, vetoed] = await decisionsOn(people, key);
    expect([overridden, vetoed]).toMatchObject([
      {
        ...{ round: 2, state: 'approved', count: { for: 6, against: 1 } },
        overrides: 0.75,
        markdown: { zh: expect.stringContaining('| 就否决再表决 |') },
      },
      { round: 1, state: 'rejected', count: { for: 1, against: 1 } },
    ]);
    expect(overridden.electorate).toHaveLength(8);
    expect(overridden.rule[0].zh).toContain('否决');
    expect(vetoed.ballots).toMatchObject([
      { choice: 'approve' },
      { choice: 'veto', reason: '追溯数据会断，先做影响评估。' },
    ]);
  });

  it('recuses whole departments, where the definition says so', async () => {
    const knex = await emptyDatabase(id);
    writeFileSync(file, proposalWithoutIt());
    const { people } = await factoryWith(knex, folder);
    const { key } = await people.create(PROPOSER, draft);
    await people.act(PROPOSER, key, 'submit', { data: threeSentences });
    await toBoard(people, key);
    const { boards } = await people.item(key, CHAIR);
    expect(boards[0].recused).toEqual(
      ['he.jing', 'zheng.bo'].map(name => ({
        user: `user:default/${name}`,
        reason: { en: 'conflict of interest', zh: '利益冲突' },
      })),
    );
  });

  it('lets the chair recuse a member, whose vote then counts no more', async () => {
    const knex = await emptyDatabase(id);
    writeFileSync(file, readFileSync(SHIPPED, 'utf8'));
    const { people } = await factoryWith(knex, folder);
    const { key } = await people.create(PROPOSER, draft);
    await people.act(PROPOSER, key, 'submit', { data: threeSentences });
    await toBoard(people, key);
    await people.vote('luo.yong', key, { board: 'board', choice: 'approve' });
    const recuse = (name: string, voter: string) =>
      people.post(name, `/items/${key}/recusals`, {
        ...{ board: 'board', reason: '供应商是其亲属', voter },
      });
    expect((await recuse('zheng.bo', 'luo.yong')).status).toBe(403);
    const { body } = await recuse(CHAIR, 'luo.yong');
    expect(body.boards[0]).toMatchObject({ cast: 0, mayRecuseOthers: true });
    expect(body.boards[0].recused).toContainEqual({
      user: 'user:default/luo.yong',
      reason: { en: '供应商是其亲属', zh: '供应商是其亲属' },
    });
    const again = await people.vote('luo.yong', key, {
      ...{ board: 'board', choice: 'approve' },
    });
    expect(again.status).toBe(403);
    const { body: journal } = await people.get(
      CHAIR,
      `/items/${key}/journal?limit=100`,
    );
    expect(journal.items.at(-1)).toMatchObject({
      type: 'recused',
      actor: { ref: `user:default/${CHAIR}` },
      payload: { voter: 'user:default/luo.yong', reason: '供应商是其亲属' },
    });
  });

  it('shows votes when the board has closed, or only their count', async () => {
    const knex = await emptyDatabase(id);
    for (const ballot of ['openAfterClose', 'secret'] as const) {
      writeFileSync(file, proposalWithBallot(ballot));
      const { people } = await factoryWith(knex, folder);
      const { key } = await people.create(PROPOSER, draft);
      await people.act(PROPOSER, key, 'submit', { data: threeSentences });
      await toBoard(people, key);
      const vote = (name: string) =>
        people.vote(name, key, { board: 'board', choice: 'approve' });
      const { body } = await vote('luo.yong');
      // One's own vote is shown to oneself, and how many there are to all.
      expect(body.boards[0]).toMatchObject({
        ...{ ballot, cast: 1, mine: { choice: 'approve' } },
      });
      const seenBy = async (name: string) =>
        (await people.item(key, name)).boards[0];
      const open = await seenBy(CHAIR);
      expect([open.state, open.cast, open.ballots, open.mine]).toEqual([
        ...['open', 1, undefined, undefined],
      ]);
      for (const name of [CHAIR, 'zheng.bo', 'huang.lei', 'su.min']) {
        await vote(name);
      }
      const closed = await seenBy(CHAIR);
      expect(closed).toMatchObject({ state: 'approved', cast: 5 });
      expect(closed.ballots?.length).toBe(ballot === 'secret' ? undefined : 5);
      const journal = await people.get(
        CHAIR,
        `/items/${key}/journal?limit=100`,
      );
      expect(JSON.stringify(journal.body)).not.toContain('"choice"');
      const [record] = await decisionsOn(people, key);
      expect([record.count.for, record.ballots?.length]).toEqual([
        ...[5, ballot === 'secret' ? undefined : 5],
      ]);
      expect(record.electorate).toHaveLength(8);
      expect(record.rule.map(({ zh }) => zh)).toContain(
        ballot === 'secret'
          ? '秘密投票，只公布票数。'
          : '表决结束后公布各人表决。',
      );
    }
  });
});
