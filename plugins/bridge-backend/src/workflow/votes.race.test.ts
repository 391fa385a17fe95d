import { Item } from '@techbridge/plugin-bridge-common';
import { DATABASE_IDS } from '../testing/databases';
import { PATIENCE, rounds } from '../testing/rounds';
import { assemblyConfig, assemblyEntities, VOTERS } from './testing/assembly';
import { expectSoundLedger } from './testing/expectSoundLedger';
import { Replicas, startReplicas, stopReplicas } from './testing/startReplicas';
import { TestPeople, user } from './testing/TestPeople';

jest.setTimeout(PATIENCE);
afterAll(stopReplicas);

const CLERK = 'he.jing';

/** How many of these statuses there are. */
function tallyOf(answers: { status: number }[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) {
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

describe.each(DATABASE_IDS)('people who vote at once on %s', id => {
  let replicas: Replicas;
  let people: TestPeople;

  beforeAll(async () => {
    const options = { entities: assemblyEntities, config: assemblyConfig };
    replicas = await startReplicas(id, options);
    people = new TestPeople(replicas.addresses);
  });

  /** A vote that is open, of the whole assembly or of a few. */
  async function openVote(data: object): Promise<string> {
    const { key } = await people.create(CLERK, {
      workflow: 'referendum',
      data: { title: '公决', clerks: [user(CLERK)], ...data },
    });
    await people.act(CLERK, key, 'call');
    return key;
  }

  function journalOf(key: string, type: string) {
    return replicas
      .knex('journal')
      .join('items', 'items.id', 'journal.item_id')
      .join('journal_payload', join =>
        join
          .on('journal_payload.item_id', 'journal.item_id')
          .andOn('journal_payload.seq', 'journal.seq'),
      )
      .where({ 'items.key': key, type })
      .pluck('payload');
  }

  it('are all counted, and the last ballot closes the board once', async () => {
    const key = await openVote({ large: true });
    const answers = await Promise.all(
      VOTERS.map((name, place) =>
        people.vote(name, key, {
          board: 'assembly',
          choice: place % 4 === 0 ? 'reject' : 'approve',
        }),
      ),
    );
    expect(tallyOf(answers)).toEqual({ 200: 200 });
    await replicas.runTask('bridge-work');
    const { state, boards }: Item = await people.item(key, CLERK);
    expect(state.id).toBe('accepted');
    expect(boards[0]).toMatchObject({ state: 'approved', cast: 200 });
    const closings = await journalOf(key, 'boardClosed');
    expect(closings.map(text => JSON.parse(text).count)).toEqual([
      { for: 150, against: 50, abstained: 0, cast: 200 },
    ]);
    await expectSoundLedger(people, replicas.knex);
  });

  it('have one ballot each, however often they send it', async () => {
    const voters = VOTERS.slice(0, 5).map(user);
    const key = await openVote({ voters });
    const same = await Promise.all(
      Array.from({ length: 200 }, () =>
        people.vote('v0', key, { board: 'few', choice: 'approve' }),
      ),
    );
    expect(tallyOf(same)).toEqual({ 200: 200 });
    expect(await replicas.knex('ballots').where({ board: 'few' })).toHaveLength(
      1,
    );
    // A change of mind is a row of its own; the last of them counts.
    const changing = await Promise.all(
      Array.from({ length: 200 }, (_, place) =>
        people.vote('v1', key, {
          board: 'few',
          choice: place % 2 === 0 ? 'approve' : 'reject',
        }),
      ),
    );
    expect(tallyOf(changing)).toEqual({ 200: 200 });
    const { boards }: Item = await people.item(key, CLERK);
    expect(boards[0].cast).toBe(2);
    await expectSoundLedger(people, replicas.knex);
  });

  it('are counted or told that they came too late, in every round', async () => {
    for (let round = 0; round < rounds(500); round += 1) {
      const first = (round * 7) % (VOTERS.length - 7);
      const names = VOTERS.slice(first, first + 7);
      const key = await openVote({ voters: names.map(user) });
      const answers = await Promise.all(
        names.map(name =>
          people.vote(name, key, { board: 'few', choice: 'approve' }),
        ),
      );
      const counts = tallyOf(answers);
      const counted = counts[200];
      expect({ 409: 0, ...counts }).toEqual({
        200: counted,
        409: names.length - counted,
      });
      await replicas.runTask('bridge-work');
      const { boards, state }: Item = await people.item(key, CLERK);
      expect(state.id).toBe('accepted');
      expect([key, boards[0].cast]).toEqual([key, counted]);
    }
    await expectSoundLedger(people, replicas.knex);
  });
});
