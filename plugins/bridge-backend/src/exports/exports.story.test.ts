import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  EXPORT_TYPES,
  ExportFormat,
  Item,
  ItemExport,
  itemReadPermission,
  MAXIMUM_EXPORT,
} from '@techbridge/plugin-bridge-common';
import { readXlsx } from 'hucre/xlsx';
import { buffer } from 'stream/consumers';
import {
  createItemConditionalDecision,
  itemConditions,
} from '../permissions/itemRules';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import {
  startBridgeForTest,
  TestBridge,
  TestPolicy,
} from '../testing/startBridgeForTest';
import { ItemService } from '../workflow/ItemService';

const API = '/api/bridge';
const MES = 'system:default/mes';
const user = (name: string) => `user:default/${name}`;
const EVERYTHING = user('lin.xiaolan');
/** Sees what he made and what waits for him. */
const REPORTER = user('zhang.qiang');
const OTHER = user('he.jing');

const policy: TestPolicy = (permission, person) =>
  permission === itemReadPermission.name && person === REPORTER
    ? createItemConditionalDecision(itemReadPermission, {
        anyOf: [
          itemConditions.isReporter({ userRef: person }),
          itemConditions.isAssignee({ userRef: person }),
        ],
      })
    : { result: AuthorizeResult.ALLOW };

const FORMULA = '=HYPERLINK("http://x","报工")';

/** An export as somebody gets it. */
async function exportedBy(bridge: TestBridge, person: string) {
  const fetch = (format: string, query = '', language = 'zh') =>
    bridge
      .get(`${API}/export/items.${format}${query}`, person)
      .set('Accept-Language', language)
      .buffer(true)
      .parse((answer, done) => {
        buffer(answer as never).then(
          content => done(null, content),
          error => done(error, null),
        );
      });
  const bytes = async (format: ExportFormat, query?: string, lang?: string) => {
    const { status, body } = await fetch(format, query, lang);
    expect(status).toBe(200);
    return body as Buffer;
  };
  return {
    fetch,
    csv: async (query?: string, language?: string) =>
      (await bytes('csv', query, language)).toString('utf8').split('\r\n'),
    json: async (query?: string, language?: string): Promise<ItemExport> =>
      JSON.parse((await bytes('json', query, language)).toString('utf8')),
    xlsx: async (query?: string, language?: string) => {
      const { sheets } = await readXlsx(await bytes('xlsx', query, language));
      return sheets[0];
    },
  };
}

describe.each(DATABASE_IDS)('exports of work items on %s', id => {
  let bridge: TestBridge;
  let items: Item[];
  let all: Awaited<ReturnType<typeof exportedBy>>;

  beforeAll(async () => {
    const knex = await emptyDatabase(id);
    bridge = await startBridgeForTest({ knex, policy });
    all = await exportedBy(bridge, EVERYTHING);
    const make = async (person: string, workflow: string, data: object) => {
      const sent = { workflow, data };
      const answer = await bridge.send('post', `${API}/items`, sent, person);
      expect([answer.body.error, answer.status]).toEqual([undefined, 201]);
      return answer.body as Item;
    };
    const draft = { title: '换料后自动刷新', currentState: '-每班\n"六次"' };
    items = [
      await make(OTHER, 'proposal', { ...draft, system: MES }),
      await make(REPORTER, 'feedback', {
        ...{ title: FORMULA, system: MES, impact: 'slow' },
      }),
    ];
    // More than one page of them.
    for (let count = 0; count < 101; count += 1) {
      const title = `扫码枪掉线 ${String(count).padStart(3, '0')}`;
      await make(OTHER, 'feedback', { title, impact: 'slow', system: MES });
    }
    await bridge.runTask('bridge-mirror-people');
  });

  it('are files with a name in the language of the reader, to be saved and not to be kept', async () => {
    const today = '\\d{4}-\\d\\d-\\d\\d';
    for (const format of ['csv', 'xlsx', 'json'] as const) {
      const { headers } = await all.fetch(format, '?workflow=proposal');
      const [type] = headers['content-type'].split(';');
      expect(type).toBe(EXPORT_TYPES[format]);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cache-control']).toBe('no-store');
      const name = decodeURIComponent(headers['content-disposition']);
      expect(name).toMatch(
        new RegExp(`^attachment; .*UTF-8''优化提案-${today}\\.${format}$`),
      );
    }
    const { headers } = await all.fetch('csv', '', 'en');
    expect(headers['content-disposition']).toMatch(
      new RegExp(`^attachment; filename="Work-items-${today}\\.csv"$`),
    );
  });

  it('hold what the list holds, in its order, page after page', async () => {
    const query = '?q=扫码枪&order=key&state=triage'.replace(
      '&state=triage',
      '',
    );
    const path = `${API}/items${encodeURI(query)}&limit=100`;
    const { body } = await bridge.get(path, EVERYTHING);
    bridge.resetCounts();
    const { total, items: rows } = await all.json(query);
    const { authorize, statements } = bridge.counts;
    expect(authorize).toBe(1);
    // Which ones, the time, the workflows; then items, assignees and titles
    // for each of the two pages.
    expect(statements.length).toBeLessThanOrEqual(3 + 2 * 3);
    const keys = rows.map(({ key }) => key);
    expect([total, keys.length, new Set(keys).size]).toEqual([101, 101, 101]);
    expect(keys.slice(0, 100)).toEqual(body.items.map(({ key }: Item) => key));
    const csv = await all.csv('?order=-key');
    // The proposal's key comes last in the alphabet.
    expect(csv[2]).toContain('扫码枪掉线 100');
    // Heading, rows, and the end of the last line.
    expect(csv).toHaveLength(1 + 103 + 1);
  });

  it('have headings, states and names in the language of the reader, and a column for each field of one workflow', async () => {
    const [proposal] = items;
    const query = '?workflow=proposal';
    const [heading, row] = await all.csv(query);
    expect(heading).toMatch(
      /^\ufeff编号,流程,标题,状态,阶段,业务系统,建单人,建单时间,更新时间,到期时间,结论,待处理人,.*现状问题.*图片/,
    );
    expect(row).toMatch(
      new RegExp(
        `^${proposal.key},优化提案,换料后自动刷新,${proposal.state.label.zh},提案,`,
      ),
    );
    expect(row).toContain(`"'-每班\n""六次"""`);
    const [semicolons] = await all.csv(`${query}&separator=semicolon`);
    expect(semicolons).toBe(heading.replaceAll(',', ';'));
    const english = await all.csv(query, 'en');
    expect(english[0]).toMatch(/^\ufeffKey,Workflow,.*Present state/);
    expect(english[1]).toContain(
      `,${proposal.state.label.en},Proposal,MES,He-Jing`,
    );

    const { columns, items: rows } = await all.json(query);
    expect(rows[0]).toMatchObject({
      key: proposal.key,
      state: { id: proposal.state.id, label: proposal.state.label.zh },
      system: { id: MES, label: '制造执行' },
      createdBy: { id: OTHER, label: '何静' },
      assignees: [{ id: OTHER, label: '何静' }],
      createdAt: proposal.createdAt,
      dueAt: proposal.dueAt,
      'data.currentState': '-每班\n"六次"',
      'data.cost': null,
    });
    expect(columns.map(({ id: column }) => column)).toEqual(
      Object.keys(rows[0]),
    );
    expect((await all.csv('', 'en'))[0]).not.toContain('Present state');
  });

  it('are workbooks in which texts are texts and dates are dates', async () => {
    const sheet = await all.xlsx('?workflow=feedback&order=key');
    expect(sheet.name).toBe('单据');
    const { columns, items: rows } = await all.json(
      '?workflow=feedback&order=key',
    );
    const [headings, first, ...others] = sheet.rows;
    expect(headings).toEqual(columns.map(({ label }) => label));
    expect([1 + others.length, rows.length]).toEqual([102, 102]);
    const cellOf = (column: string) =>
      first[columns.findIndex(({ id: one }) => one === column)];
    expect(cellOf('title')).toBe(FORMULA);
    const [, feedback] = items;
    // Eight hours later, as the clock in Shanghai shows it.
    const made = Date.parse(feedback.createdAt) + 8 * 3_600_000;
    const shown = cellOf('createdAt');
    expect(shown).toBeInstanceOf(Date);
    expect(Math.abs(Number(shown) - made)).toBeLessThan(1_000);
    expect(others.map(row => row[0])).toEqual(
      rows.slice(1).map(({ key }) => key),
    );
  });

  it('hold for somebody else only what that person may see, in every format', async () => {
    const few = await exportedBy(bridge, REPORTER);
    const { total, items: rows } = await few.json();
    expect([total, rows.map(({ key }) => key)]).toEqual([1, [items[1].key]]);
    const csv = await few.csv();
    expect(csv).toHaveLength(3);
    expect(csv[1]).toContain(`"'=HYPERLINK(""http://x"",""报工"")"`);
    const sheet = await few.xlsx();
    expect(sheet.rows.slice(1).map(row => row[0])).toEqual([items[1].key]);
    expect(await few.json('?q=%2E')).toMatchObject({
      items: [],
      total: 0,
    });
  });

  it('are refused with a way out where too many items match', async () => {
    // So many that none of them has to be there.
    const tooMany = Array.from({ length: MAXIMUM_EXPORT + 1 }, (_, n) => n);
    const matching = jest.spyOn(ItemService.prototype, 'matching');
    matching.mockResolvedValueOnce(tooMany);
    const { status, body } = await all.fetch('csv');
    const { error } = JSON.parse(body);
    expect([status, error.code]).toEqual([422, 'export-too-large']);
    expect(error.message).toContain('超过 50000 张');
    expect(matching.mock.calls[0][1]).toBe(tooMany.length);
    matching.mockRestore();
    expect((await all.json('?workflow=proposal')).total).toBe(1);
    const unknown = await all.fetch('pdf');
    expect(unknown.status).toBe(400);
  });
});
