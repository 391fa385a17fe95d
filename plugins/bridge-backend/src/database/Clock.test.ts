import { DateTime } from 'luxon';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { Clock } from './Clock';

const MOMENT = DateTime.fromISO('2025-12-31T09:00:00.000+08:00');

describe.each(DATABASE_IDS)('the clock on %s', id => {
  it('shows the moment it is set to, and never one before', async () => {
    const knex = await emptyDatabase(id);
    await knex.migrate.latest({ directory: `${__dirname}/../../migrations` });
    const clock = new Clock(knex, 'Asia/Shanghai');

    const ahead: number[] = [];
    for (let index = 0; index < 500; index++) {
      await clock.set(MOMENT);
      ahead.push(Date.parse(await clock.moment()) - MOMENT.toMillis());
    }

    expect(Math.min(...ahead)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ahead)).toBeLessThan(5_000);
    expect((await clock.now()).zoneName).toBe('Asia/Shanghai');
    expect(await clock.isShifted()).toBe(true);
  });
});
