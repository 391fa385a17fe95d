import { mockServices } from '@backstage/backend-test-utils';
import { DateTime } from 'luxon';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { startBridgeForTest } from '../testing/startBridgeForTest';
import { Clock } from './Clock';
import { migrate } from './migrate';

const directory = `${__dirname}/../../migrations`;
const WORDS = '20260205000000_item_search.js';
const LISTS = '20260206000000_item_narrow_orders.js';

describe.each(DATABASE_IDS)('the schema on %s', id => {
  it('goes up, down and up again, and refuses to lose appointments', async () => {
    const knex = await emptyDatabase(id);
    await knex.migrate.latest({ directory });
    await knex.migrate.rollback({ directory }, true);
    await knex.migrate.latest({ directory });
    expect(await knex('clock').first()).toMatchObject({ id: 1 });
    await knex('appointment_history').insert({
      system: 'mes',
      person_id: 1,
      type: 'appointed',
      actor: 'x',
      at: 'x',
      terms: '{}',
    });
    await expect(knex.migrate.rollback({ directory }, true)).rejects.toThrow(
      /Manual intervention required/,
    );
  });

  it('keeps the words of items while they move to a table of their own, and back', async () => {
    const knex = await emptyDatabase(id);
    const words = async () => {
      const found =
        id === 'SQLITE_3'
          ? knex('item_search')
              .whereRaw("item_search MATCH '换模'")
              .select('rowid as id')
          : knex.raw(
              `SELECT id FROM items WHERE id IN (
                 SELECT item_id FROM item_search WHERE tokens @@ '换模')`,
            );
      const answer = await found;
      return (answer.rows ?? answer).map((row: { id: number }) => row.id);
    };
    await knex.migrate.latest({ directory });
    await knex.migrate.down({ directory, name: LISTS });
    await knex.migrate.down({ directory, name: WORDS });
    await knex('person').insert({ id: 1, entity_ref: 'x', name: 'x' });
    await knex('items').insert({
      ...{ id: 7, key: 'FB-0007', workflow: 'feedback', version: 1 },
      ...{ kind: 'Feedback', title: '换模', state: 'reported', is_open: true },
      ...{ data: '{}', engine: '{}', entry: 1, rev: 1, seq: 1, head: 'x' },
      ...{ created_by: 1, created_at: 'x', updated_at: 'x' },
      search: id === 'SQLITE_3' ? '换模 等待' : "'换模' '等待'",
    });
    await knex.migrate.latest({ directory });
    expect(await words()).toEqual([7]);
    await knex.migrate.down({ directory, name: LISTS });
    await knex.migrate.down({ directory, name: WORDS });
    expect((await knex('items').first('search')).search).toMatch(/换模/);
    await knex.migrate.latest({ directory });
    expect(await words()).toEqual([7]);
  });

  it('comes up once for replicas that start together', async () => {
    const knex = await emptyDatabase(id);
    const database = mockServices.database.mock({
      getClient: async () => knex,
    });
    const many = id === 'SQLITE_3' ? 1 : 4;
    await Promise.all([...Array(many)].map(() => migrate(database)));
    expect(await knex('counters').first()).toMatchObject({ name: 'change' });
  });

  it('keeps one clock for all, shifted for the demo', async () => {
    const knex = await emptyDatabase(id);
    await knex.migrate.latest({ directory });
    const clock = new Clock(knex, 'Asia/Shanghai');
    const real = (await clock.now()).toMillis();
    expect(Math.abs(real - Date.now())).toBeLessThan(5_000);
    expect(await clock.isShifted()).toBe(false);
    const start = DateTime.fromISO('2025-12-31T09:00:00', {
      zone: 'Asia/Shanghai',
    });
    await clock.set(start);
    const other = await new Clock(knex, 'Asia/Shanghai').now();
    expect(other.diff(start).as('seconds')).toBeLessThan(5);
    expect(await clock.today()).toBe('2025-12-31');
    expect(await clock.isShifted()).toBe(true);
  });

  it('refuses a shifted clock in production', async () => {
    const knex = await emptyDatabase(id);
    await knex.migrate.latest({ directory });
    await knex('clock').update({ offset_ms: 1_000 });
    const before = process.env.NODE_ENV;
    process.env = { ...process.env, NODE_ENV: 'production' };
    try {
      await expect(startBridgeForTest({ knex })).rejects.toThrow(
        /not for production/,
      );
    } finally {
      process.env = { ...process.env, NODE_ENV: before };
    }
  });
});
