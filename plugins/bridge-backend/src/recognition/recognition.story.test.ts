import { endpoints } from '@techbridge/plugin-bridge-common';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { startRecognitionForTest } from './testing/startRecognitionForTest';
import { milestone, TestCommand, TestPlant, user } from './testing/TestPlant';

const [zhang, chen, wang, he] = ['zhang', 'chen', 'wang', 'he'].map(user);
const NOW = '2025-12-31T01:00:00.000Z';
const Q3 = '2025-08-11T02:00:00.000Z';

function adopted(item: string, proposers: string[], at?: string): TestCommand {
  const lines = [milestone('Proposal', 'adopted', { proposers })];
  return { item, actor: zhang, at, lines };
}

function published(item: string, author: string): TestCommand {
  const lines = [milestone('Case', 'published', { author: [author] })];
  return { item, actor: he, lines };
}

describe.each(DATABASE_IDS)('recognition on %s', id => {
  it('shows who is ahead, and one’s own standing to oneself', async () => {
    const plant = await TestPlant.on(await emptyDatabase(id));
    const { get, counts, resetCounts } = await startRecognitionForTest(
      plant,
      NOW,
    );
    const empty = await get('/leaderboards/all', chen);
    expect(empty.body).toEqual({
      season: '2025-Q4',
      items: [],
      total: 0,
      nextCursor: null,
      me: { points: 0, rank: null, toNext: null },
    });
    await plant.run(
      adopted('OP-1', [wang]),
      adopted('OP-2', [wang]),
      adopted('OP-3', [chen, he]),
      published('KC-1', chen),
      adopted('OP-4', [user('new')], Q3),
    );
    const place = (rank: number, ref: string, points: number) => ({
      ...{ rank, points },
      person: { ref, name: ref.replace('user:default/', '') },
    });
    resetCounts();
    const all = await get('/leaderboards/all?limit=2', he);
    expect(all.body).toEqual({
      season: '2025-Q4',
      items: [place(1, wang, 20), place(2, chen, 10)],
      total: 3,
      nextCursor: null,
      me: { points: 5, rank: 3, toNext: 5 },
    });
    endpoints.getLeaderboard.answer.parse(all.body);
    expect(counts.authorize).toBe(1);
    expect(counts.statements.length).toBeLessThanOrEqual(4);

    const business = await get('/leaderboards/business', wang);
    const places = business.body.items.map(
      (row: { rank: number; points: number }) => [row.rank, row.points],
    );
    expect(places).toEqual([
      [1, 20],
      [2, 5],
      [2, 5],
    ]);
    expect(business.body.me).toEqual({ points: 20, rank: 1, toNext: null });
    const culture = await get('/leaderboards/culture', wang);
    expect(culture.body.me).toEqual({ points: 0, rank: null, toNext: 5 });
    const before = await get('/leaderboards/all?season=2025-q3', wang);
    expect(before.body).toMatchObject({
      season: '2025-Q3',
      items: [{ person: { ref: user('new') } }],
    });
    const service = await get('/leaderboards/all', 'service');
    expect([service.status, service.body.me]).toEqual([200, null]);
    for (const path of ['/leaderboards/team', '/leaderboards/all?limit=21']) {
      expect((await get(path)).status).toBe(400);
    }
  });

  it('knows its seasons, the current one among them', async () => {
    const plant = await TestPlant.on(await emptyDatabase(id));
    await plant.run(
      adopted('OP-1', [wang], '2024-12-31T16:00:00.000Z'),
      adopted('OP-2', [wang], '2024-12-31T15:00:00.000Z'),
      adopted('OP-3', [wang], Q3),
    );
    const { get, counts } = await startRecognitionForTest(plant, NOW);
    const { body } = await get('/seasons');
    expect(body).toEqual({
      items: [
        { id: '2025-Q4', current: true },
        { id: '2025-Q3', current: false },
        { id: '2025-Q1', current: false },
        { id: '2024-Q4', current: false },
      ],
      total: 4,
      nextCursor: null,
    });
    expect(counts.authorize).toBe(1);
    const first = (await get('/seasons?limit=3')).body;
    const rest = await get(`/seasons?limit=3&cursor=${first.nextCursor}`);
    expect(rest.body.items).toEqual([{ id: '2024-Q4', current: false }]);
  });

  it('leads every point back to its source, for everybody', async () => {
    const plant = await TestPlant.on(await emptyDatabase(id));
    await plant.run(
      adopted('OP-1', [chen], Q3),
      published('KC-1', chen),
      adopted('OP-2', [chen, wang]),
      adopted('OP-3', [wang]),
    );
    const { get, counts, resetCounts } = await startRecognitionForTest(
      plant,
      NOW,
    );
    resetCounts();
    const all = await get('/people/chen/contributions', zhang);
    expect(counts.authorize).toBe(1);
    expect(counts.statements.length).toBeLessThanOrEqual(4);
    endpoints.listContributions.answer.parse(all.body);
    expect(all.body).toMatchObject({ total: 3, sum: 20, nextCursor: null });
    expect(all.body.items[1]).toEqual({
      id: '2',
      dimension: 'culture',
      rule: 'case-published',
      label: { en: 'Case published', zh: '案例已发布' },
      points: 5,
      at: '2025-11-12T02:00:00.000Z',
      season: '2025-Q4',
      source: { key: 'KC-1', title: 'KC-1' },
      milestone: 'published',
      confirmedBy: { ref: he, name: 'he' },
    });

    const url = '/people/user%3Adefault%2Fchen/contributions';
    const keys = (answer: { body: { items: { source: { key: string } }[] } }) =>
      answer.body.items.map(({ source }) => source.key);
    const first = await get(`${url}?limit=2`);
    expect(keys(first)).toEqual(['OP-2', 'KC-1']);
    const second = await get(`${url}?limit=2&cursor=${first.body.nextCursor}`);
    expect(keys(second)).toEqual(['OP-1']);
    const business = await get(`${url}?season=2025-Q4&dimension=business`);
    expect([keys(business), business.body.sum]).toEqual([['OP-2'], 5]);
    const nobody = await get('/people/nobody/contributions');
    expect(nobody.body).toEqual({
      ...{ items: [], total: 0, sum: 0, nextCursor: null },
    });
    for (const values of [['\u0000', '1'], ['x'], ['2025-11-12', '1', '2']]) {
      const cursor = Buffer.from(JSON.stringify(['-at', ...values]));
      const bad = await get(`${url}?cursor=${cursor.toString('base64url')}`);
      expect([bad.status, bad.body.error?.code]).toEqual([
        400,
        'invalid-cursor',
      ]);
    }
  });

  it('calls a grade by its name, and a rule that is gone by its id', async () => {
    const plant = await TestPlant.on(await emptyDatabase(id));
    const proposers = { proposers: [wang] };
    await plant.run({
      ...{ item: 'OP-1', actor: he },
      lines: [milestone('Proposal', 'benefitVerified', proposers)],
    });
    const { id: _, ...row } = await plant.knex('ledger').first();
    await plant.knex('ledger').insert({ ...row, rule: 'gone', grade: null });
    const { get } = await startRecognitionForTest(plant, NOW);
    const { body } = await get('/people/wang/contributions');
    const labels = body.items.map((item: { label: object }) => item.label);
    expect(labels).toEqual([
      { en: 'gone', zh: 'gone' },
      { en: 'Benefit verified, G5', zh: '效益已核定（G5级）' },
    ]);
  });

  it('is counted anew by those who may manage it', async () => {
    const plant = await TestPlant.on(await emptyDatabase(id));
    await plant.run(adopted('OP-1', [chen, wang]));
    const { post, counts } = await startRecognitionForTest(plant, NOW);
    const refused = await post('/ledger/rebuild', chen);
    expect(refused.status).toBe(403);
    counts.authorize = 0;
    const done = await post('/ledger/rebuild');
    expect(done.body).toEqual({ rows: 2, missing: 0, surplus: 0 });
    expect(counts.authorize).toBe(1);
  });
});
