import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrate } from '../database/migrate';
import { writeTogether } from '../database/writeTogether';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { OutboxStore } from './OutboxStore';
import { OutboxWorker } from './OutboxWorker';
import { UnitStore } from './UnitStore';

const NOW = '2026-01-05T08:00:00.000Z';
const AT_ONCE = 20;

async function write(knex: Knex, items: string[]): Promise<void> {
  const rows = items.map(key => ({
    ...{ dedupeKey: `${key}:1:0`, use: 'tell', at: NOW },
    effect: { with: {}, item: { key } },
  }));
  await writeTogether(knex, new UnitStore(knex).outbox(rows));
}

describe.each(DATABASE_IDS)('the worker of effects on %s', id => {
  let knex: Knex;
  const told: string[] = [];
  const slow = new Map<string, Promise<void>>();
  const nothing = async () => undefined;

  const workerOn = (outbox: OutboxStore) =>
    new OutboxWorker({
      outbox,
      handlers: [
        {
          use: 'tell',
          handle: async ({ item }) => {
            await slow.get(item.key);
            told.push(item.key);
          },
        },
      ],
      ...{ keep: nothing, hear: nothing, tellOwner: nothing },
      logger: mockServices.logger.mock(),
    });

  const waiting = (): Promise<string[]> =>
    knex('outbox')
      .where({ status: 'waiting' })
      .orderBy('id')
      .pluck('dedupe_key');

  beforeAll(async () => {
    knex = await emptyDatabase(id);
    await migrate({ getClient: async () => knex });
  });

  beforeEach(async () => {
    await knex('outbox').delete();
    told.length = 0;
    slow.clear();
  });

  it('says that one is done while the next one takes its time', async () => {
    await write(knex, ['fast', 'slow', 'last']);
    let release = () => {};
    slow.set('slow', new Promise<void>(resolve => (release = resolve)));
    const running = workerOn(new OutboxStore(knex)).run(NOW);
    while ((await waiting()).length > 2) {
      await new Promise(resolve => setImmediate(resolve));
    }
    expect([told, await waiting()]).toEqual([
      ['fast'],
      ['slow:1:0', 'last:1:0'],
    ]);
    release();
    expect(await running).toBe(3);
    expect(await waiting()).toEqual([]);
  });

  it('says it once of all that take no time', async () => {
    const items = Array.from({ length: AT_ONCE }, (_, place) => `${place}`);
    await write(knex, items);
    const outbox = new OutboxStore(knex);
    const done = jest.spyOn(outbox, 'done');
    expect(await workerOn(outbox).run(NOW)).toBe(AT_ONCE);
    expect(told).toEqual(items);
    expect(done).toHaveBeenCalledTimes(1);
    expect(await waiting()).toEqual([]);
  });

  it('goes no further when it cannot say it; then it comes again', async () => {
    await write(knex, ['one', 'two', 'three']);
    slow.set('two', new Promise(resolve => setTimeout(resolve, 50)));
    const outbox = new OutboxStore(knex);
    jest.spyOn(outbox, 'done').mockRejectedValueOnce(new Error('gone'));
    await expect(workerOn(outbox).run(NOW)).rejects.toThrow('gone');
    expect(told).toEqual(['one', 'two']);
    expect(await waiting()).toEqual(['one:1:0', 'three:1:0']);
    const afterLease = '2026-01-05T09:00:00.000Z';
    expect(await workerOn(outbox).run(afterLease)).toBe(2);
    expect(told).toEqual(['one', 'two', 'one', 'three']);
    expect(await waiting()).toEqual([]);
  });
});
