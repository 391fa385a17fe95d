import { mockServices } from '@backstage/backend-test-utils';
import { promises as fs } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Clock } from '../database/Clock';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { DemoLoader } from './DemoLoader';

const YAML = `
- { system: mes, user: chen.zhiyuan, role: lead, department: 'group:default/production', from: 2025-03-01, until: 2026-02-28 }
- { system: mes, user: wu.di, role: backup, department: 'group:default/production', from: 2025-03-01, until: 2026-02-28 }
`;

describe.each(DATABASE_IDS)('the demo factory on %s', id => {
  it('is loaded once, and goes on where it was interrupted', async () => {
    const knex = await emptyDatabase(id);
    const directory = `${__dirname}/../../migrations`;
    await knex.migrate.latest({ directory });
    const folder = await fs.mkdtemp(join(tmpdir(), 'demo-'));
    await fs.writeFile(join(folder, 'appointments.yaml'), YAML);
    const clock = new Clock(knex, 'Asia/Shanghai');
    const appointed: string[] = [];
    const stop = new AbortController();
    const parts = {
      folder,
      knex,
      clock,
      logger: mockServices.logger.mock(),
      refresh: async () => undefined,
      knows: async () => true,
      loadHistory: async () => undefined,
    };

    await new DemoLoader({
      ...parts,
      appoint: async (_, user) => {
        appointed.push(user);
        stop.abort();
      },
    }).load(stop.signal);
    expect(await knex('marks').first()).toBeUndefined();

    const whole = new DemoLoader({
      ...parts,
      appoint: async (_, user) => void appointed.push(user),
    });
    await whole.load(new AbortController().signal);
    expect(appointed).toEqual([
      'user:default/chen.zhiyuan',
      'user:default/chen.zhiyuan',
      'user:default/wu.di',
    ]);
    expect((await clock.now()).toISO()).toMatch(/^2025-12-31T09:00:0/);
    await whole.load(new AbortController().signal);
    expect(appointed).toHaveLength(3);
    await fs.rm(folder, { recursive: true });
  });
});
