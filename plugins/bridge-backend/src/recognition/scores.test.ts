import { Knex } from 'knex';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { explain } from '../testing/explain';
import { LedgerStore } from './LedgerStore';
import { BoardOfSeason, ScoreStore } from './ScoreStore';
import { milestone, TestPlant, user } from './testing/TestPlant';

const board: BoardOfSeason = { season: '2025-Q4', board: 'all' };
const PEOPLE = 20_000;
const CONTRIBUTIONS = 2_000;

/** Everybody has some points, a few of them equally many. */
const pointsOf = (person: number) => ((person * 7_919) % 4_000) + 1;

/** One item, and a row of the ledger for each of many people. */
async function crowd(plant: TestPlant, people: number): Promise<void> {
  const { knex } = plant;
  const author = [user('first')];
  await plant.run({
    ...{ item: 'KC-1', actor: user('second') },
    lines: [milestone('Case', 'published', { author })],
  });
  const numbers = [...Array(people)].map((_unused, n) => n + 100);
  await knex.batchInsert(
    'person',
    numbers.map(id => ({ id, entity_ref: user(`p${id}`), name: `${id}` })),
    5_000,
  );
  const { id: _, ...row } = await knex('ledger').first();
  await knex.batchInsert(
    'ledger',
    numbers.map(id => ({ ...row, person_id: id, points: pointsOf(id) })),
    2_000,
  );
}

describe.each(DATABASE_IDS)('scores on %s', id => {
  it('give the same places and positions as counting everybody', async () => {
    const plant = await TestPlant.on(await emptyDatabase(id));
    await crowd(plant, 500);
    const store = new ScoreStore(plant.knex);
    const everybody: { person_id: number; points: number }[] = await plant
      .knex('scores')
      .where({ season: '2025-Q4', dimension: 'all' });
    const sorted = [...everybody].sort(
      (a, b) => b.points - a.points || a.person_id - b.person_id,
    );
    const top = await store.top(board, 20);
    expect(top.map(({ personId }) => personId)).toEqual(
      sorted.slice(0, 20).map(({ person_id: person }) => person),
    );
    for (const person of [100, 101, 250, 333, 599]) {
      const points = pointsOf(person);
      const better = everybody.filter(one => one.points > points);
      const next = Math.min(...better.map(one => one.points));
      expect(await store.position(board, user(`p${person}`))).toEqual({
        points,
        ahead: better.length,
        next: better.length > 0 ? next : null,
        people: 501,
      });
    }
    expect(await store.position(board, user('nobody'))).toMatchObject({
      points: 0,
      ahead: 501,
    });
  });

  it('move people from place to place as their points grow', async () => {
    const plant = await TestPlant.on(await emptyDatabase(id));
    const store = new ScoreStore(plant.knex);
    const position = async () => {
      const { points, ahead, people } = await store.position(board, user('a'));
      return { points, ahead, people };
    };
    const adopt = (item: string, name: string) =>
      plant.run({
        ...{ item, actor: user('second') },
        lines: [milestone('Proposal', 'adopted', { proposers: [user(name)] })],
      });
    await adopt('OP-1', 'a');
    expect(await position()).toEqual({ points: 10, ahead: 0, people: 1 });
    for (let n = 2; n < 14; n += 1) {
      await adopt(`OP-${n}`, 'b');
    }
    expect(await position()).toEqual({ points: 10, ahead: 1, people: 2 });
    for (let n = 14; n < 25; n += 1) {
      await adopt(`OP-${n}`, 'a');
    }
    expect(await position()).toEqual({ points: 120, ahead: 0, people: 2 });
  });
});

/**
 * Vacuums until the pages are known to be visible to all, but for the one that
 * was written last; an automatic ANALYZE that runs meanwhile can hold that up.
 */
async function vacuum(knex: Knex): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    await knex.raw('VACUUM ANALYZE');
    const { rows } = await knex.raw(
      `SELECT relallvisible >= relpages - 1 AS done FROM pg_class
       WHERE oid = 'scores'::regclass`,
    );
    if (rows[0].done) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  throw new Error('The table of scores could not be vacuumed.');
}

describe('many people on PostgreSQL', () => {
  let knex: Knex;
  const asked: { sql: string; bindings: unknown[] }[] = [];

  beforeAll(async () => {
    const plant = await TestPlant.on(await emptyDatabase('POSTGRES_18'));
    knex = plant.knex;
    await crowd(plant, PEOPLE);
    const { id: _, ...row } = await knex('ledger')
      .where('person_id', 150)
      .first();
    const rows = [...Array(CONTRIBUTIONS)].map((_unused, n) => ({
      ...{ ...row, seq: n + 100, points: 1 },
      at: new Date(Date.UTC(2025, 9, 1, 0, n)).toISOString(),
    }));
    await knex.batchInsert('ledger', rows, 2_000);
    await vacuum(knex);
    knex.on('query', query => asked.push(query));
  }, 60_000);

  async function plansOf(ask: () => Promise<unknown>) {
    asked.length = 0;
    await ask();
    const queries = [...asked];
    return Promise.all(queries.map(query => explain(knex, query)));
  }

  it('read the first places from a few pages of one index', async () => {
    const [top] = await plansOf(() => new ScoreStore(knex).top(board, 20));
    expect(top.nodes).toEqual(['Limit', 'Index Only Scan scores']);
    expect(top.buffers).toBeLessThanOrEqual(10);
  });

  it('learn their rank without a count over people', async () => {
    const [position] = await plansOf(() =>
      new ScoreStore(knex).position(board, user('p150')),
    );
    expect(position.buffers).toBeLessThanOrEqual(60);
    expect(position.nodes.join()).not.toMatch(
      /Sort|(Seq|Bitmap Heap|Index Only) Scan (scores|person)/,
    );
  });

  it('list a page of contributions by index, however many there are', async () => {
    const store = new LedgerStore(knex);
    const selection = { user: user('p150'), season: '2025-Q4' };
    const plans = await plansOf(async () => {
      const after = { at: '2025-10-02T00:00:00.000Z', id: 1_000_000 };
      const reader = user('p151');
      const wanted = { ...selection, reader };
      await store.contributions(wanted, { limit: 21, after });
      await store.totals({ ...selection, dimension: 'culture' });
    });
    for (const { nodes, buffers } of plans) {
      expect(nodes.join()).not.toMatch(/Seq Scan (ledger|scores|person)/);
      expect(buffers).toBeLessThanOrEqual(120);
    }
  });
});
