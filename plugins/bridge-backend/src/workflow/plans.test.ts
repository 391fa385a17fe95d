import { ITEM_ORDERS, MAXIMUM_TOTAL } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { emptyDatabase } from '../testing/databases';
import { explain, Explained } from '../testing/explain';
import { startBridgeForTest, TestBridge } from '../testing/startBridgeForTest';
import { StatementLog } from '../testing/StatementLog';
import { BUSY_PERSON, WORDS, writeCrowd } from './testing/writeCrowd';

jest.setTimeout(240_000);

const API = '/api/bridge';

/** Tables that grow with the years. */
const LARGE =
  /Seq Scan (items|journal|journal_payload|ballots|boards|ledger|tasks|timers|links|outbox)/;

const FILTERS = [
  '',
  'workflow=feedback',
  'workflow=proposal',
  'state=reported',
  'state=declined',
  'workflow=feedback&state=closed',
  'phase=report',
  'phase=finish',
  'system=mes',
  'system=wms',
  'assignee=chen.zhiyuan',
  'assignee=zhang.qiang',
  'createdBy=zhang.qiang',
  'open=true',
  'open=false',
  'overdue=true',
  'since=2025-01-01',
  'workflow=proposal&system=mes&open=true',
  'q=XX-77',
  ...Object.values(WORDS).map(word => `q=${encodeURIComponent(word)}`),
];

// With these orders and filters an index shows the first rows at once.
const WITHOUT_SORT = [
  ...ITEM_ORDERS.map(order => `order=${order}`),
  ...['createdAt', 'dueAt'].map(order => `order=${order}&workflow=feedback`),
  ...FILTERS.slice(1, 15)
    .filter(filter => !isNarrow(filter))
    .map(filter => `order=-updatedAt&${filter}`),
];

/** Of these all are read at once, and counted with the page. */
function isNarrow(filter: string): boolean {
  return /assignee|system/.test(filter);
}

/** Where the first page of a word has all, nothing is counted. */
function isOnOnePage(filter: string, order: string): boolean {
  const few = [WORDS.some, WORDS.rare].map(word => encodeURIComponent(word));
  // Only open items have a due time.
  const isFew = few.some(word => filter === `q=${word}`) && order === 'dueAt';
  return filter === 'q=XX-77' || isFew;
}

/** Where a page begins that lies in the middle of everything. */
function cursorOf(order: string): string {
  const value = order.endsWith('key') ? 'XX-29999' : '2024-06-01T00:00:00.000Z';
  return Buffer.from(JSON.stringify([order, value, '20000'])).toString(
    'base64url',
  );
}

describe('tens of thousands of items on PostgreSQL', () => {
  let bridge: TestBridge;
  let knex: Knex;
  let log: StatementLog;
  let plansOf: (path: string) => Promise<Explained[]>;

  beforeAll(async () => {
    knex = await emptyDatabase('POSTGRES_18');
    log = new StatementLog(knex);
    bridge = await startBridgeForTest({ knex });
    const system = 'system:default/mes';
    await make('feedback', { title: '样张', system, impact: 'slow' });
    await make('proposal', { title: '样张', currentState: '现状问题' });
    await writeCrowd(knex);
    plansOf = async path => {
      await bridge.get(`${API}/clock`);
      log.clear();
      const { status, body } = await bridge.get(API + path, BUSY_PERSON);
      expect([path, status, body.error]).toEqual([path, 200, undefined]);
      return Promise.all([...log.loose].map(one => explain(knex, one)));
    };
  });

  async function make(workflow: string, data: object): Promise<void> {
    const body = { workflow, data };
    const { status } = await bridge.send('post', `${API}/items`, body);
    expect(status).toBe(201);
  }

  /** Reads no large table from end to end, sorts little, and in memory. */
  function expectGood(path: string, plans: Explained[]): void {
    for (const { sql, nodes, sorted, spilled } of plans) {
      const told = `${path}\n${sql}\n${nodes.join(', ')}`;
      expect([told, LARGE.test(nodes.join()), spilled]).toEqual([
        told,
        false,
        false,
      ]);
      expect([told, Math.max(sorted, MAXIMUM_TOTAL)]).toEqual([
        told,
        MAXIMUM_TOTAL,
      ]);
    }
  }

  it.each(ITEM_ORDERS)('are listed by index in order of %s', async order => {
    for (const filter of FILTERS) {
      const path = `/items?order=${order}&${filter}`;
      const plans = await plansOf(path);
      expect([path, plans.length]).toEqual([
        path,
        isNarrow(filter) || isOnOnePage(filter, order) ? 1 : 2,
      ]);
      expectGood(path, plans);
    }
  });

  it('are not sorted where an index has the order', async () => {
    for (const query of WITHOUT_SORT) {
      const [list] = await plansOf(`/items?${query}`);
      expect([query, list.nodes.filter(node => /Sort/.test(node))]).toEqual([
        query,
        [],
      ]);
    }
  });

  it('cost the same in the middle of a list as at its beginning', async () => {
    // Only open items have a due time: there are not many pages of them.
    const orders = ITEM_ORDERS.filter(order => order !== 'dueAt');
    for (const order of orders) {
      const [first] = await plansOf(`/items?order=${order}`);
      const path = `/items?order=${order}&cursor=${cursorOf(order)}`;
      const [later, ...others] = await plansOf(path);
      expectGood(path, [later, ...others]);
      // A few pages more, where the tree of the index forks elsewhere.
      const most = Math.round(first.buffers * 1.3) + 5;
      const told = [order, ...later.nodes].join(', ');
      expect([told, Math.max(later.buffers, most)]).toEqual([told, most]);
    }
  });

  it.each([
    '/inbox',
    '/inbox?limit=100',
    '/inbox?workflow=feedback',
    '/items/XX-29/journal?limit=100',
    '/items/XX-29/chain',
    '/items/XX-29',
    '/people/p1990/contributions',
    '/leaderboards/business?season=2025-Q1',
    '/filters',
    ...['报表打不开', `${WORDS.rare}等待`].map(
      title =>
        `/items/similar?workflow=feedback&system=mes&title=${encodeURIComponent(
          title,
        )}`,
    ),
  ])('answer %s by index', async path => {
    const plans = await plansOf(path);
    expect(plans.length).toBeGreaterThan(0);
    expectGood(path, plans);
  });

  it('are looked through by index for what goes on by itself', async () => {
    log.clear();
    await bridge.runTask('bridge-work');
    const looks = log.loose.filter(({ sql }) => sql.startsWith('select'));
    const plans = await Promise.all(looks.map(one => explain(knex, one)));
    expect(plans.map(({ sql }) => /from "(\w+)"/.exec(sql)?.[1])).toEqual(
      expect.arrayContaining(['items', 'timers']),
    );
    expectGood('bridge-work', plans);
  });
});
