import { Item } from '@techbridge/plugin-bridge-common';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { DateTime } from 'luxon';
import { tmpdir } from 'os';
import { join } from 'path';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { startBridgeForTest } from '../testing/startBridgeForTest';
import { assemblyEntities, inThisFolder } from './testing/assembly';
import { user } from './testing/TestPeople';

jest.setTimeout(60_000);

const API = '/api/bridge';
const CLERK = 'he.jing';
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
  afterAll(() => rmSync(folder, { recursive: true }));

  it('moves deadlines over its holidays, and is asked for by name', async () => {
    writeFileSync(join(folder, 'referendum.yaml'), referendum('plant'));
    writeFileSync(
      join(folder, 'holidays.yaml'),
      `plant: { off: [${day(0)}/${day(9)}], work: [${day(4)}] }`,
    );
    const knex = await emptyDatabase(id);
    const bridge = await startBridgeForTest({
      knex,
      entities: assemblyEntities,
      config: {
        bridge: {
          calendar: { timeZone: ZONE },
          workflows: { folders: [folder] },
        },
      },
    });
    const post = async (path: string, body: object) =>
      (await bridge.send('post', API + path, body, user(CLERK))).body;
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
});
