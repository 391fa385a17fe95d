import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  Item,
  itemActPermission,
  itemReadPermission,
} from '@techbridge/plugin-bridge-common';
import {
  createItemConditionalDecision,
  itemConditions,
} from '../permissions/itemRules';
import { DatabaseId, DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { TestPolicy } from '../testing/startBridgeForTest';
import {
  countOf,
  LoggedTransaction,
  StatementLog,
} from '../testing/StatementLog';
import { demoFactory } from './testing/demoFactory';

jest.setTimeout(240_000);

const API = '/api/bridge';
const MES = 'system:default/mes';
const user = (name: string) => `user:default/${name}`;

/** Whose permissions are conditions, which the database has to check. */
const REPORTER = user('zhang.qiang');
const MANY = 110;

/** All may do all, but one person only what concerns that person. */
const policy: TestPolicy = (permission, person) => {
  const conditional = [itemReadPermission, itemActPermission].find(
    ({ name }) => name === permission && person === REPORTER,
  );
  return conditional
    ? createItemConditionalDecision(conditional, {
        anyOf: [
          itemConditions.isReporter({ userRef: person }),
          itemConditions.isAssignee({ userRef: person }),
          itemConditions.isSuperUserOfSystem({ userRef: person }),
        ],
      })
    : { result: AuthorizeResult.ALLOW };
};

/** The demo factory with its year of history, and what loading it has asked. */
async function loggedFactory(id: DatabaseId) {
  const knex = await emptyDatabase(id);
  const log = new StatementLog(knex);
  const bridge = await demoFactory({ knex, policy });
  return { knex, log, bridge };
}

/** What makes a command more than a plain one: two statements each. */
const EXTRAS = {
  timers: /(into|update) .timers./,
  board: /.(boards|ballots).|advisory/,
  ledger: /.ledger.|AS fact/,
  link: /["`]links["`]/,
};

/**
 * What is read once in five seconds for all requests together, the time and
 * the workflows in force: whichever request comes first sends it.
 */
const SHARED = /from .clock. where|from .definitions. where .status. =/;

/** The statements that a command may send, and how many it sent. */
function budgetOf(command: LoggedTransaction) {
  const extras = Object.values(EXTRAS).filter(
    pattern => countOf(command, pattern) > 0,
  );
  const made = countOf(command, /^insert into .items. /);
  // A merge also holds, marks and writes the other item, with who is who there.
  const merged = countOf(command, /^insert into .merges. /);
  return {
    sent: command.statements.length,
    allowed: 8 + 2 * extras.length + 8 * made + 6 * merged,
    kind: [made, ...extras].join(' '),
  };
}

describe.each(DATABASE_IDS)('what the demo factory asks of %s', id => {
  let factory: Awaited<ReturnType<typeof loggedFactory>>;
  let history: LoggedTransaction[];

  beforeAll(async () => {
    factory = await loggedFactory(id);
    history = factory.log.commands;
    for (let place = 0; place < MANY; place += 1) {
      await send(`/items`, REPORTER, {
        workflow: 'feedback',
        data: { title: `扫码枪掉线 ${place}`, system: MES, impact: 'slow' },
      });
    }
    await settled();
  });

  /** Sends a command, which must succeed. */
  async function send(path: string, person: string, body: object) {
    const answer = await factory.bridge.send('post', API + path, body, person);
    expect([answer.body.error, answer.status < 300]).toEqual([undefined, true]);
    return answer.body;
  }

  /** Waits until nothing goes on by itself any more. */
  async function settled(): Promise<void> {
    await factory.bridge.runTask('bridge-work');
    factory.log.clear();
    factory.bridge.resetCounts();
  }

  /** What one request to read asks. */
  async function read(path: string, person = user('chen.zhiyuan')) {
    factory.log.clear();
    factory.bridge.resetCounts();
    const { status, body } = await factory.bridge.get(API + path, person);
    expect([path, status]).toEqual([path, 200]);
    expect(factory.log.transactions).toEqual([]);
    return {
      body,
      statements: factory.log.loose.filter(({ sql }) => !SHARED.test(sql))
        .length,
      authorize: factory.bridge.counts.authorize,
    };
  }

  it('is at most what a command may send, for every command of its history', () => {
    const budgets = history.map(budgetOf);
    expect(budgets.filter(({ sent, allowed }) => sent > allowed)).toEqual([]);
    // The history takes every way: plain, with each extra, with items made.
    const kinds = budgets.map(({ kind }) => kind).join('\n');
    for (const pattern of Object.values(EXTRAS)) {
      expect(kinds).toContain(String(pattern));
    }
    const plain = budgets.filter(({ kind }) => kind === '0');
    expect(plain).not.toEqual([]);
    // Hold the item, ask who is who, look at what a form names, write; SQLite
    // gets what is written one by one.
    const most = id === 'SQLITE_3' ? 8 : 4;
    expect(Math.max(...plain.map(({ sent }) => sent))).toBeLessThanOrEqual(
      most,
    );
    expect(history.every(({ end }) => end === 'commit')).toBe(true);
  });

  it('is four statements for any list, however many rows it has', async () => {
    const filters = [
      '',
      'workflow=feedback',
      'workflow=feedback&state=reported',
      'phase=report',
      'system=mes',
      'assignee=chen.zhiyuan',
      'createdBy=zhang.qiang',
      'open=true',
      'since=2025-12-01',
      `q=${encodeURIComponent('扫码枪')}`,
      'order=updatedAt',
      'order=-createdAt',
      'order=createdAt',
      'order=key',
      'order=-key',
      'order=dueAt',
    ];
    for (const person of [user('chen.zhiyuan'), REPORTER]) {
      for (const filter of filters) {
        for (const limit of [20, 100]) {
          const path = `/items?limit=${limit}&${filter}`;
          const { body, statements, authorize } = await read(path, person);
          expect([path, body.items.length]).toEqual([path, limit]);
          expect([path, authorize]).toEqual([path, 1]);
          expect(statements).toBeLessThanOrEqual(4);
        }
      }
      const overdue = await read('/items?overdue=true', person);
      expect(overdue.statements).toBeLessThanOrEqual(4);
    }
  });

  it('is bounded for every other page', async () => {
    const pages: [string, number][] = [
      ['/inbox?limit=20', 3],
      ['/inbox?limit=100', 3],
      ['/items/FB-0502', 3],
      ['/items/OP-2025-018', 4],
      ['/items/OP-2025-018/journal?limit=20', 3],
      ['/items/OP-2025-018/journal?limit=100', 3],
      ['/items/OP-2025-018/chain', 4],
      ['/cases?limit=20', 4],
      ['/cases?limit=100&published=true', 4],
      ['/cases/kc-014', 3],
      ['/cases/kc-014/revisions', 2],
      ['/leaderboards/all', 3],
      ['/leaderboards/technical?season=2025-Q4&limit=20', 3],
      ['/seasons', 1],
      ['/people/chen.zhiyuan/contributions?limit=20', 2],
      ['/people/chen.zhiyuan/contributions?limit=100', 2],
      ['/workflows', 0],
      ['/workflows/proposal', 0],
      ['/workflows/proposal/versions', 3],
      ['/operations', 6],
      ['/operations/effects?limit=20', 2],
      ['/operations/timers?limit=100', 2],
      ['/operations/guard-errors?limit=20', 2],
      ['/operations/stuck-items?limit=20', 4],
    ];
    for (const [path, limit] of pages) {
      const { statements, authorize } = await read(path);
      expect([path, authorize]).toEqual([path, 1]);
      expect([path, Math.max(statements, limit)]).toEqual([path, limit]);
    }
  });

  it('is one commit and one question of permission for every command', async () => {
    const { log, bridge } = factory;
    const solver = user('chen.zhiyuan');
    const { key, rev }: Item = await send('/items', REPORTER, {
      workflow: 'feedback',
      data: { title: '一次', system: MES, impact: 'slow' },
    });
    const commands: [string, string, object][] = [
      [
        '/items',
        REPORTER,
        {
          workflow: 'feedback',
          data: { title: '两次', system: MES, impact: 'slow' },
        },
      ],
      [`/items/${key}/comments`, REPORTER, { text: '补充' }],
      [`/items/${key}/links`, solver, { type: 'relatesTo', key: 'FB-0502' }],
      [`/items/${key}/actions/convert`, solver, { rev: rev + 2, data: {} }],
      ['/cases', solver, { title: '案例', systems: [MES], body: '正文' }],
    ];
    for (const [path, person, body] of commands) {
      await settled();
      await send(path, person, body);
      const { authorize } = bridge.counts;
      // What begins after it is carried out by the worker.
      const [command, ...others] = log.transactions;
      expect([path, authorize, command.end]).toEqual([path, 1, 'commit']);
      expect(log.commands[0]).toBe(command);
      const { sent, allowed } = budgetOf(command);
      expect([path, sent <= allowed]).toEqual([path, true]);
      const written = others.flatMap(({ statements }) => statements);
      expect(written.filter(({ bindings }) => bindings.includes(key))).toEqual(
        [],
      );
    }
  });
});
