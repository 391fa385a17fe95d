import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { DateTime } from 'luxon';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { Clock } from '../database/Clock';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { inThisFolder } from './testing/assembly';
import { CLERK, Motions } from './testing/Motions';
import { user } from './testing/TestPeople';

// What people complain about in other products that let groups decide, and what
// happens here. docs/complaints.md says which test answers which complaint.

jest.setTimeout(120_000);

const REPOSITORY = resolve(inThisFolder('.'), '../../../../..');
const RULES = inThisFolder('rules');
const MOTION = readFileSync(join(RULES, 'motion.yaml'), 'utf8');
const members = ['v0', 'v1', 'v2'];
const steps = { masters: ['v1'], owners: ['v2'] };

/** The rules of motions under another name, with a share that must vote. */
function evolving(percent: number): string {
  return MOTION.replace('id: motion', 'id: evolving')
    .replace('keyPrefix: MO', 'keyPrefix: EV')
    .replace('percent: 50', `percent: ${percent}`);
}

describe.each(DATABASE_IDS)('what people complain about, on %s', id => {
  const folder = mkdtempSync(join(tmpdir(), 'tech-bridge-complaints-'));
  const file = join(folder, 'evolving.yaml');
  let motions: Motions;

  beforeAll(async () => {
    writeFileSync(file, evolving(50));
    motions = await Motions.start(await emptyDatabase(id), [RULES, folder]);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const council = (seats: object = {}) =>
    motions.put('council', { members, chair: 'v0', ...seats });

  it('a vote that is open ends under the rules it began with', async () => {
    const seats = { board: 'council', chair: 'v0', members };
    const { key } = await motions.open('evolving', seats);
    await motions.cast(key, { v0: 'approve' });
    writeFileSync(file, evolving(100));
    const { body } = await motions.people.post(CLERK, '/workflows/reload', {});
    expect(body.changed).toEqual([{ id: 'evolving', version: 2 }]);
    const later = await motions.open('evolving', seats);
    expect(later.boards[0].quorum.needed).toBe(3);

    await motions.cast(key, { v1: 'approve' });
    expect(await motions.stand(key)).toEqual(['carried', 'approved']);
    expect(await motions.wholeRecords(key)).toMatchObject([
      { workflow: { version: 1 }, quorum: { needed: 2, present: 2 } },
    ]);
  });

  it('nobody decides on their own motion, whichever way they try', async () => {
    const key = await council({
      members: [...members, CLERK],
      ...{ authors: ['v1'], elders: [CLERK, 'v9'] },
    });
    const from = { from: '2025-01-01', until: '2999-12-31', item: key };
    for (const [name, delegate] of [
      ['v2', CLERK],
      ['v1', 'v9'],
    ]) {
      const away = { delegate, ...from };
      const { status } = await motions.people.post(name, '/delegations', away);
      expect([name, status]).toEqual([name, 201]);
    }
    const attempts = [
      await motions.vote(CLERK, key, 'approve'),
      await motions.vote('v1', key, 'approve'),
      await motions.vote(CLERK, key, 'approve', { onBehalfOf: 'v2' }),
      await motions.vote('v9', key, 'approve', { onBehalfOf: 'v1' }),
      await motions.recuse(CLERK, key, 'He is against it.', 'v0'),
    ];
    expect(attempts.map(({ status }) => status)).toEqual(
      attempts.map(() => 403),
    );
    for (const name of [CLERK, 'v1']) {
      const { boards } = await motions.people.item(key, name);
      expect(boards).toMatchObject([
        { allowed: false, why: { code: 'recused' }, cast: 0 },
      ]);
    }
    expect(await motions.ballotRows(key)).toBe(0);
  });

  it('adding and removing voters breaks no vote, and everybody sees by whom and why', async () => {
    const five = [...members, 'v3', 'v4'];
    const key = await council({ members: five, authors: ['v6'] });
    const added = await motions.change('v0', key, ['add', 'v5']);
    expect([added.status, added.body.boards]).toMatchObject([
      200,
      [{ state: 'open', quorum: { needed: 3 }, mayChangeVoters: true }],
    ]);
    expect(await motions.waiting('v5', key)).toHaveLength(1);
    await motions.bridge.runTask('bridge-work');
    const told = motions.bridge.notifications.filter(
      ({ link, to }) => link?.endsWith(key) && to.includes(user('v5')),
    );
    expect(told).toHaveLength(1);
    await motions.cast(key, { v0: 'approve', v1: 'reject', v5: 'approve' });
    expect(await motions.stand(key)).toEqual(['vote', 'open']);

    const refused: [
      string,
      ['add' | 'remove', string],
      object,
      number,
      string,
    ][] = [
      ['v1', ['add', 'v9'], {}, 403, 'Only these may add'],
      ['v0', ['add', CLERK], {}, 409, 'must not vote here: creator'],
      ['v0', ['add', 'v6'], {}, 409, 'must not vote here: Authors'],
      ['v0', ['add', 'v5'], {}, 409, 'votes on this board already'],
      ['v0', ['remove', 'v0'], {}, 409, 'Nobody adds or removes themselves'],
      ['v0', ['add', 'no.body'], {}, 400, ''],
      ['v0', ['add', 'v9'], { reason: ' ' }, 400, ''],
      ['v0', ['add', 'v9'], { board: 'first' }, 400, ''],
    ];
    for (const [name, change, more, status, sentence] of refused) {
      const answer = await motions.change(name, key, change, more);
      expect([change, answer.status]).toEqual([change, status]);
      expect(answer.body.error.message).toContain(sentence);
    }

    const reason = 'Is on another site.';
    const without = await motions.change('v0', key, ['remove', 'v1'], {
      reason,
    });
    expect(without.body.boards).toMatchObject([{ state: 'open', cast: 2 }]);
    expect((await motions.vote('v1', key, 'approve')).status).toBe(403);
    expect(await motions.waiting('v2', key)).toHaveLength(1);
    // Two of four are for it, the chair among them: nobody can change that.
    await motions.change('v0', key, ['remove', 'v2'], { reason });
    expect(await motions.stand(key)).toEqual(['carried', 'approved']);
    expect(await motions.waiting('v2', key)).toEqual([]);
    const late = await motions.change('v0', key, ['add', 'v9']);
    expect([late.status, late.body.error.code]).toEqual([409, 'board-closed']);

    const [record] = await motions.wholeRecords(key);
    const change = (voter: string, what: string, why: string) => ({
      ...{ voter: user(voter), change: what, by: user('v0'), reason: why },
    });
    expect(record).toMatchObject({
      count: { for: 2, against: 0, cast: 2 },
      quorum: { needed: 2, present: 2 },
      ballots: expect.arrayContaining([
        expect.objectContaining({ voter: user('v1'), choice: 'reject' }),
      ]),
      changes: [
        change('v5', 'add', 'Knows the line.'),
        change('v1', 'remove', reason),
        change('v2', 'remove', reason),
      ],
    });
    expect(record.markdown.en).toContain('removed (reject, not counted)');
    expect(record.markdown.zh).toContain('减签（不同意，不计）');
    const { body } = await motions.people.get(CLERK, `/items/${key}/journal`);
    expect(body.items.map(({ type }: { type: string }) => type)).toEqual(
      expect.arrayContaining(['voterAdded', 'voterRemoved']),
    );

    // No board is left so small that it could not assemble.
    const small = await council();
    await motions.change('v0', small, ['remove', 'v1']);
    const last = await motions.change('v0', small, ['remove', 'v2']);
    expect(last.body.error.message).toContain('Add somebody else first');
    const fixed = await motions.put('first', { members, chair: 'v0' });
    const board = { board: 'first' };
    const nobody = await motions.change('v0', fixed, ['add', 'v5'], board);
    expect(nobody.body.error.message).toContain('under seats');
  });

  it('whoever is removed from a secret vote is counted no more, and nothing tells how they voted', async () => {
    const board = 'sealed';
    const told = [];
    for (const choice of ['reject', 'approve', undefined]) {
      const seats = { members: [...members, 'v3', 'v4'], chair: 'v0' };
      const key = await motions.put(board, seats);
      await motions.cast(key, { ...(choice && { v1: choice }) }, board);
      await motions.cast(key, { v2: 'approve' }, board);
      const reason = 'Is on another site.';
      const more = { board, reason };
      await motions.change('v0', key, ['remove', 'v1'], more);
      await motions.change('v0', key, ['add', 'v5'], more);
      const late = await motions.vote('v1', key, 'approve', { board });
      expect([choice, late.status]).toEqual([choice, 403]);
      const open = await allSeen(key);
      await motions.cast(key, { v0: 'approve', v5: 'approve' }, board);
      expect(await motions.stand(key)).toEqual(['carried', 'approved']);
      const [record] = await motions.wholeRecords(key);
      expect(record).toMatchObject({
        count: { for: 3, against: 0, abstained: 0, cast: 3 },
        quorum: { needed: 2, present: 3 },
        recused: [{ user: user('v1'), kind: 'removed', by: user('v0') }],
        changes: [
          { voter: user('v1'), change: 'remove', by: user('v0'), reason },
          { voter: user('v5'), change: 'add' },
        ],
      });
      expect(record.ballots).toBeUndefined();
      expect(record.markdown.zh).toMatch(/\| 减签 \| Is on another site/);
      told.push([open, await allSeen(key)]);
    }
    const [against, inFavour, silent] = told;
    expect(against).toEqual(inFavour);
    expect(against).toEqual(silent);
  });

  /** What others are told of a vote, without what differs between any two items. */
  async function allSeen(key: string): Promise<string[]> {
    const paths = ['', '/journal', '/decision'];
    const texts = [CLERK, 'v0', 'v2', 'v9'].flatMap(name =>
      paths.map(async path => {
        const { body } = await motions.people.get(name, `/items/${key}${path}`);
        return JSON.stringify(body)
          .replaceAll(key, 'KEY')
          .replace(/[0-9a-f]{64}/g, 'HASH')
          .replace(/\d{4}-\d\d-\d\d[T ][\d:.]*Z?/g, 'MOMENT');
      }),
    );
    return Promise.all(texts);
  }

  it('nobody is asked any more for what is decided or out of time', async () => {
    const decided = await council();
    expect(await motions.waiting('v2', decided)).toHaveLength(1);
    await motions.cast(decided, { v0: 'approve', v1: 'approve' });
    const late = await motions.put('presence', { members });
    await motions.cast(late, { v1: 'approve' }, 'presence');
    expect(await motions.waiting('v2', late)).toHaveLength(1);
    await motions.comes(late, 'deadline:presence');
    for (const key of [decided, late]) {
      expect((await motions.people.item(key, 'v2')).assignees).toEqual([]);
      for (const name of members) {
        expect(await motions.waiting(name, key)).toEqual([]);
      }
    }
    const { body } = await motions.vote('v2', late, 'approve', {
      board: 'presence',
    });
    expect(body.error.code).toBe('board-closed');
  });

  it('what was waiting goes on after a restart, however long that took', async () => {
    const knex = await emptyDatabase(id);
    const before = await Motions.start(knex);
    const vote = await before.put('council', { members, chair: 'v0' });
    const lost = await before.put('council', { members, chair: 'v0' });
    await before.cast(lost, { v0: 'reject', v1: 'reject' });
    const work = await before.open('stages', { ...steps, doers: ['v3'] });
    await before.cast(work.key, { v1: 'approve' }, 'masters');
    await before.cast(work.key, { v2: 'approve' }, 'owners');

    const clock = new Clock(knex, 'Asia/Shanghai');
    await clock.set(DateTime.now().plus({ days: 700 }));
    const after = await Motions.start(knex);
    const told = after.bridge.notifications.filter(({ link }) =>
      link?.endsWith(vote),
    );
    // The reminder, and the deadline, which gives a vote of so few more time.
    expect(told.map(({ to }) => to)).toEqual([
      members.map(user),
      members.map(user),
    ]);
    const { boards } = await after.people.item(vote, 'v1');
    expect(boards).toMatchObject([{ state: 'open', extended: 1 }]);
    await after.cast(vote, { v0: 'approve', v1: 'approve' });
    expect((await after.stand(vote))[0]).toBe('carried');

    await after.people.act('v3', work.key, 'finish');
    expect((await after.stand(work.key))[0]).toBe('over');
    // What may be done for a month only has had its time.
    const { rev } = await after.people.item(lost, CLERK);
    const comment = 'The figures were those of another line.';
    const path = `/items/${lost}/actions/appeal`;
    const appeal = await after.people.post(CLERK, path, { rev, comment });
    expect([appeal.status, appeal.body.error.code]).toEqual([
      409,
      'action-refused',
    ]);
  });

  it('an inbox offers the verbs of the workflow, by names in both languages', async () => {
    const key = await council();
    const [vote] = await motions.waiting('v1', key);
    expect(vote.verbs).toEqual(['vote']);
    await motions.cast(key, { v0: 'sendBack' });
    const [desk] = await motions.waiting(CLERK, key);
    expect(desk.verbs).toEqual(['again']);
    const { actions } = await motions.people.item(key, CLERK);
    expect(actions).toMatchObject([
      {
        id: 'again',
        label: { en: 'Put again', zh: '再次提交' },
        allowed: true,
      },
    ]);
  });

  it('a field that rules ask for is not deleted, and every place is named', async () => {
    const yaml = MOTION.replace('      relatives: *people\n', '');
    const path = '/workflows/validate';
    const { body } = await motions.people.post(CLERK, path, { yaml });
    expect(body.ok).toBe(false);
    const places = [
      'spec.forms.put',
      'spec.states.vote.approval.boards.council.recuse.when',
    ];
    for (const place of places) {
      expect(body.problems).toContainEqual({
        ...{ severity: 'error', rule: expect.any(String) },
        path: expect.stringContaining(place),
        line: expect.any(Number),
        message: {
          en: expect.stringContaining('relatives'),
          zh: expect.stringContaining('relatives'),
        },
        remedy: { en: expect.any(String), zh: expect.any(String) },
      });
    }
  });

  it('work for which nobody is there is seen as such, and falls to nobody else', async () => {
    const through = async (fields: object) => {
      const { key } = await motions.open('stages', { ...steps, ...fields });
      await motions.cast(key, { v1: 'approve' }, 'masters');
      await motions.cast(key, { v2: 'approve' }, 'owners');
      return motions.people.item(key, CLERK);
    };
    const { key, state, assignees, actions } = await through({ doers: [] });
    expect([state.id, assignees]).toEqual(['work', []]);
    expect(actions).toMatchObject([{ id: 'finish', allowed: false }]);
    for (const name of [CLERK, 'v1', 'v2']) {
      expect(await motions.waiting(name, key)).toEqual([]);
    }
    const stuck = await motions.people.get(CLERK, '/operations/stuck-items');
    expect(stuck.body.items).toContainEqual(
      expect.objectContaining({
        item: expect.objectContaining({ key }),
        reason: 'nobody',
      }),
    );

    // Whoever stands in does so by name.
    const helped = await through({ urgent: true, doers: [], helpers: ['v4'] });
    expect([helped.state.id, helped.assignees]).toEqual(['help', [user('v4')]]);
  });

  it('the second step is asked for every item, however that came to be', async () => {
    const { key } = await motions.open('stages', { ...steps, doers: ['v3'] });
    const decide = async (item: string) => {
      expect(await motions.waiting('v2', item)).toEqual([]);
      await motions.cast(item, { v1: 'approve' }, 'masters');
      expect(await motions.stand(item)).toEqual(['step2', 'approved', 'open']);
      expect(await motions.waiting('v2', item)).toHaveLength(1);
      await motions.cast(item, { v2: 'approve' }, 'owners');
      expect((await motions.stand(item))[0]).toBe('work');
      expect(await motions.records(item)).toMatchObject([
        { board: 'owners', electorate: ['v2'], ballots: { v2: 'approve' } },
        { board: 'masters', electorate: ['v1'], ballots: { v1: 'approve' } },
      ]);
    };
    await decide(key);
    const { links } = await motions.people.act('v3', key, 'finish');
    expect(links).toHaveLength(1);
    await decide(links[0].key);
  });

  it('an approval answers one step, also where the next asks the same person', async () => {
    const { key } = await motions.open('stages', { ...steps, owners: ['v1'] });
    await motions.cast(key, { v1: 'approve' }, 'masters');
    const { boards } = await motions.people.item(key, 'v1');
    const owners = boards.find(board => board.id === 'owners');
    expect(owners).toMatchObject({ state: 'open', cast: 0, allowed: true });
    expect(owners).not.toHaveProperty('mine');
    expect(await motions.waiting('v1', key)).toHaveLength(1);
    await motions.cast(key, { v1: 'reject' }, 'owners');
    expect(await motions.stand(key)).toEqual(['over', 'approved', 'rejected']);
  });
});

describe('the page of complaints', () => {
  const page = readFileSync(join(REPOSITORY, 'docs', 'complaints.md'), 'utf8');
  const named = [...page.matchAll(/\[[^\]]+\]\(\.\.\/([^)]+)\) “([^”]+)”/g)];

  it('names tests that there are, and leaves out none of this file', () => {
    for (const [, path, title] of named) {
      const text = readFileSync(join(REPOSITORY, path), 'utf8');
      expect([title, text.includes(`'${title}'`)]).toEqual([title, true]);
    }
    const [stories] = readFileSync(__filename, 'utf8').split("describe('the");
    const own = [...stories.matchAll(/ it\('([^']+)'/g)];
    expect(own.length).toBeGreaterThan(0);
    expect(named.map(([, , title]) => title)).toEqual(
      expect.arrayContaining(own.map(([, title]) => title)),
    );
  });
});
