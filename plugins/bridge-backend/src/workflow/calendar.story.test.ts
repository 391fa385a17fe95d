import { Item } from '@techbridge/plugin-bridge-common';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { Knex } from 'knex';
import { DateTime } from 'luxon';
import { tmpdir } from 'os';
import { join } from 'path';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { startBridgeForTest, TestBridge } from '../testing/startBridgeForTest';
import { assemblyEntities, inThisFolder } from './testing/assembly';
import { user } from './testing/TestPeople';

jest.setTimeout(60_000);

const API = '/api/bridge';
const CLERK = 'he.jing';
const SUPER_USER = 'zhang.qiang';
const ZONE = 'Asia/Shanghai';
const AROUND_THE_CLOCK =
  'workdays: [mon, tue, wed, thu, fri, sat, sun], hours: { from: "00:00", to: "24:00" }';

function referendum(holidays: string): string {
  const file = join(inThisFolder('definitions'), 'referendum.yaml');
  return readFileSync(file, 'utf8')
    .replace(
      '  roles:\n',
      `  calendar: { ${AROUND_THE_CLOCK}, holidays: ${holidays} }\n  roles:\n`,
    )
    .replaceAll(
      '{ after: P30D, then',
      '{ after: P2D, calendar: business, then',
    );
}

function day(distance: number): string {
  const today = DateTime.now().setZone(ZONE);
  return today.plus({ days: distance }).toISODate() ?? '';
}

describe.each(DATABASE_IDS)('the working time of a plant on %s', id => {
  const folder = mkdtempSync(join(tmpdir(), 'calendar-'));
  let knex: Knex;
  let bridge: TestBridge;
  const post = async (path: string, body: object) =>
    (await bridge.send('post', API + path, body, user(CLERK))).body;

  beforeAll(async () => {
    writeFileSync(join(folder, 'referendum.yaml'), referendum('plant'));
    const days = `{ off: [${day(-1)}/${day(9)}], work: [${day(4)}] }`;
    writeFileSync(
      join(folder, 'holidays.yaml'),
      `plant: ${days}\ncn-public: ${days}`,
    );
    knex = await emptyDatabase(id);
    bridge = await startBridgeForTest({
      knex,
      entities: assemblyEntities,
      config: {
        bridge: {
          calendar: { timeZone: ZONE },
          workflows: { folders: [folder] },
        },
      },
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('moves deadlines over its holidays, and is asked for by name', async () => {
    const data = {
      title: '公决',
      clerks: [user(CLERK)],
      voters: ['v0', 'v1', 'v2', 'v3', 'v4'].map(user),
    };
    const made: Item = await post('/items', { workflow: 'referendum', data });
    const { key, rev } = made;
    // The time at the desk counts all days, although the workflow has a calendar.
    const shown = async () =>
      (await bridge.get(`${API}/items?workflow=referendum`, user(CLERK))).body
        .items[0].due;
    const byAllTime = { standing: 'onTime', working: false };
    expect([made.due, await shown()]).toEqual([byAllTime, byAllTime]);
    const called: Item = await post(`/items/${key}/actions/call`, { rev });
    // From the one day that is worked, two working days on: the second after
    // the holidays.
    const deadline = DateTime.fromISO(called.boards[0].deadlineAt ?? '');
    expect(deadline.setZone(ZONE).toFormat('yyyy-MM-dd HH:mm')).toBe(
      `${day(11)} 00:00`,
    );
    expect(called.dueAt).toBe(called.boards[0].deadlineAt);
    const inWorkingTime = { standing: 'onTime', working: true };
    expect([called.due, called.boards[0].due, await shown()]).toEqual([
      ...[inWorkingTime, inWorkingTime, inWorkingTime],
    ]);

    const report = await post('/workflows/validate', {
      yaml: referendum('elsewhere'),
    });
    expect(report.ok).toBe(false);
    expect(report.problems).toContainEqual(
      expect.objectContaining({
        rule: 'calendar-holidays',
        path: 'spec.calendar.holidays',
        remedy: expect.objectContaining({
          en: expect.stringContaining('cn-public, plant'),
        }),
      }),
    );
  });

  const inPlant = (moment = '') =>
    DateTime.fromISO(moment).setZone(ZONE).toFormat('yyyy-MM-dd HH:mm');
  const report = (title: string, impact: string): Promise<Item> =>
    post('/items', {
      workflow: 'feedback',
      data: { title, system: 'system:default/mes', impact },
    });
  /** Whatever waits is due now, and carried out. */
  const letTimePass = async () => {
    bridge.notifications.length = 0;
    await knex('timers').update({ fire_at: '2020-01-01T00:00:00.000Z' });
    await bridge.runTask('bridge-work');
    const told = bridge.notifications.map(({ title, to }) => ({
      words: title.split('（')[0],
      to: to.map(ref => ref.split('/')[1]).join(' '),
    }));
    return told
      .filter(({ words }) => /等您处理|未受理/.test(words))
      .sort((one, other) => (one.words < other.words ? -1 : 1));
  };
  const IT = 'he.jing zheng.bo zhou.qiming';

  it('gives its shifts four hours to answer feedback, then asks IT', async () => {
    const appointed = await bridge.send(
      ...['put' as const, `${API}/systems/mes/super-users/${SUPER_USER}`],
      {
        ...{ role: 'lead', department: 'group:default/production' },
        ...{ from: '2000-01-01', until: '2999-12-31' },
      },
      user('lin.xiaolan'),
    );
    expect(appointed.status).toBeLessThan(300);
    const { key, dueAt, due } = await report('扫码枪掉线', 'slow');
    // The night shift of the one day that is worked begins at midnight.
    expect(inPlant(dueAt)).toBe(`${day(4)} 04:00`);
    expect(due).toMatchObject({ working: true });
    expect(await letTimePass()).toEqual([
      { words: '超时未受理：扫码枪掉线', to: IT },
      { words: '还在等您处理：扫码枪掉线', to: SUPER_USER },
    ]);
    // It stays due when it was, and IT is asked again.
    const late: Item = (await bridge.get(`${API}/items/${key}`)).body;
    expect(late.dueAt).toBe(dueAt);
    expect(await letTimePass()).toEqual([
      { words: '超时未受理：扫码枪掉线', to: IT },
    ]);
    await post(`/items/${key}/actions/acknowledge`, { rev: late.rev + 1 });
    expect(await letTimePass()).toEqual([
      { words: '还在等您处理：扫码枪掉线', to: SUPER_USER },
    ]);
  });

  it('gives them a quarter of an hour while a line stands, on holidays too', async () => {
    const { createdAt, dueAt, due } = await report('线停了', 'stop');
    const minutes = (Date.parse(dueAt ?? '') - Date.parse(createdAt)) / 60_000;
    expect(minutes).toBe(15);
    expect(due).toMatchObject({ standing: 'soon', working: false });
    expect(await letTimePass()).toEqual([
      { words: '停线超时未受理：线停了', to: IT },
      { words: '还在等您处理：线停了', to: SUPER_USER },
    ]);
  });
});
