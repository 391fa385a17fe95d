import knexFactory from 'knex';
import { migrate } from '../../plugins/bridge-backend/src/database/migrate';
import { Clock } from '../../plugins/bridge-backend/src/database/Clock';
import { SystemStore } from '../../plugins/bridge-backend/src/registry/SystemStore';
import { SystemService } from '../../plugins/bridge-backend/src/registry/SystemService';
import { THREE_SHIFTS } from '../../plugins/bridge-backend/src/registry/model';
import {
  queryTerms,
  toTsQuery,
  withoutQuestionWords,
} from '@techbridge/cjk-text';
import { generateRegister } from './data/generate';
import { writeRegister } from './data/writeRegister';
import { sideBySide, timed } from './timing/sideBySide';

async function main() {
  const address = process.env.TECHBRIDGE_BENCH_POSTGRES!;
  const N = Number(process.argv[2] ?? 500);
  const knex = knexFactory({
    client: 'pg',
    connection: address,
    pool: { min: 0, max: 5 },
  });
  await migrate({ getClient: async () => knex } as never);
  const register = generateRegister({ systems: N, appointments: N * 5 });
  await writeRegister(knex, register);
  const authorizer = {
    filterFor: async () => 'all' as const,
    require: async () => {},
  };
  const service = new SystemService(
    new SystemStore(knex),
    authorizer as never,
    new Clock(knex, 'Asia/Shanghai'),
    THREE_SHIFTS,
  );
  const PAGE = `SELECT s.name, s.title_en, s.title_zh, s.aliases, s.owner_ref, s.criticality, s.lifecycle, s.modules, s.source, s.revision,
   g.title_en AS owner_en, g.title_zh AS owner_zh, p.entity_ref, p.name AS person_name, a.role, a.department, a.shift, a.modules AS appointment_modules, a.stage, a.from_date, a.until_date
   FROM (SELECT * FROM systems WHERE removed_at IS NULL AND search @@ ?::tsquery ORDER BY criticality, name LIMIT 21) s
   LEFT JOIN organization_groups g ON g.entity_ref = s.owner_ref
   LEFT JOIN appointments a ON a.system = s.name AND a.from_date <= ? AND a.until_date >= ?
   LEFT JOIN person p ON p.id = a.person_id`;
  const COUNT = `SELECT count(*) FROM (SELECT FROM systems WHERE removed_at IS NULL AND search @@ ?::tsquery LIMIT 1001) s`;
  const caller = {} as never;
  const batch = (f: () => Promise<unknown>) => () =>
    timed(async () => {
      for (let k = 0; k < 20; k++) await f();
    });
  for (const q of [
    'scanner',
    '仓储',
    'majun',
    'mj',
    'who owns the warehouse system in Suzhou?',
    '苏州仓储坏了找谁',
  ]) {
    const ts = toTsQuery(queryTerms(withoutQuestionWords(q)));
    const total = (
      await service.list(
        { q, order: 'criticality', limit: 20 } as never,
        undefined,
        caller,
      )
    ).total;
    const ours = batch(() =>
      service.list(
        { q, order: 'criticality', limit: 20 } as never,
        undefined,
        caller,
      ),
    );
    const page = batch(
      () =>
        knex
          .raw(PAGE, [ts, '2026-01-01', '2026-01-01'])
          .options({ name: 'page' }) as never,
    );
    const pageU = batch(
      () => knex.raw(PAGE, [ts, '2026-01-01', '2026-01-01']) as never,
    );
    const both = batch(() =>
      Promise.all([
        knex
          .raw(PAGE, [ts, '2026-01-01', '2026-01-01'])
          .options({ name: 'page' }),
        knex.raw(COUNT, [ts]).options({ name: 'count' }),
      ]),
    );
    const r2 = async (name: string, f: () => Promise<number>, floor = page) => {
      const r = await sideBySide({ ours: f, floor, rounds: 5, batches: 6 });
      console.log(
        q,
        total,
        name,
        r.median.toFixed(2),
        r.min.toFixed(2),
        r.max.toFixed(2),
        ((await floor()) / 20).toFixed(2),
      );
    };
    await r2('ours/page', ours);
    await r2('ours/page+count', ours, both);
    await r2('page unprepared/prepared', pageU);
    const { rows } = await knex.raw('EXPLAIN (ANALYZE, COSTS OFF) ' + PAGE, [
      ts,
      '2026-01-01',
      '2026-01-01',
    ]);
    if (process.argv[3])
      console.log(rows.map((r: any) => r['QUERY PLAN']).join('\n'));
  }
  await knex.destroy();
}
main().catch(e => {
  console.error(e);
  process.exitCode = 1;
});
