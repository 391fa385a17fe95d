import { Item } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import request from 'supertest';
import { DatabaseId, emptyDatabase } from '../../testing/databases';
import {
  startBridgeForTest,
  TestBridge,
  TestPolicy,
} from '../../testing/startBridgeForTest';
import { assemblyConfig } from '../../workflow/testing/assembly';

const API = '/api/bridge';
const MES = 'system:default/mes';

/** Who answers for the system. */
export const SOLVER = 'user:default/chen.zhiyuan';

/** Who has called the vote. */
export const CLERK = 'user:default/he.jing';

/** Who may vote. */
export const VOTERS = [
  ...['zhou.qiming', 'luo.yong', 'su.min', 'huang.lei', 'wu.di'],
].map(name => `user:default/${name}`);

/** What a feedback needs. */
export const feedback = { title: '报工录不进', system: MES, impact: 'slow' };

/** A feedback that is sent. */
export const report = (data: unknown) => ({ workflow: 'feedback', data });

/** A vote that is sent, of a few people. */
export const referendum = {
  workflow: 'referendum',
  data: { title: '公决', clerks: [CLERK], voters: VOTERS },
};

/** A case that is sent. */
export const caseText = {
  title: '案例',
  systems: [MES],
  language: 'zh',
  body: '正文',
};

/** Everything that a command about items may write. */
const TABLES = [
  ...['items', 'journal', 'journal_payload', 'commands', 'tasks', 'boards'],
  ...['ballots', 'timers', 'outbox', 'links', 'ledger', 'scores', 'cases'],
  ...['case_revisions', 'definitions', 'definition_history'],
];

/** A feedback FB, a proposal OP, an open vote REF and a case KC. */
export interface SmallFactory {
  knex: Knex;
  bridge: TestBridge;
  /** Sends something; `FB`, `OP`, `REF` and `KC` in the path stand for keys. */
  send(path: string, body?: object, user?: string): request.Test;
  /** Writes something over, likewise. */
  put(path: string, body?: object, user?: string): request.Test;
  /** Reads something, likewise. */
  get(path: string, user?: string): request.Test;
  /** How many rows there are in each table. */
  rows(): Promise<Record<string, number>>;
}

/** Starts the plugin with one item of each kind. */
export async function smallFactory(
  id: DatabaseId,
  config: object = assemblyConfig,
  policy?: TestPolicy,
): Promise<SmallFactory> {
  const knex = await emptyDatabase(id);
  const bridge = await startBridgeForTest({ knex, config, policy });
  const keys = await makeItems(bridge);
  const addressOf = (path: string) =>
    API + path.replace(/(?<=\/)(FB|OP|REF|KC)(?=\/|$)/, name => keys[name]);
  return {
    knex,
    bridge,
    send: (path, body, user = SOLVER) =>
      bridge.send('post', addressOf(path), body, user),
    put: (path, body, user = SOLVER) =>
      bridge.send('put', addressOf(path), body, user),
    get: (path, user = SOLVER) => bridge.get(addressOf(path), user),
    rows: () => rowsIn(knex),
  };
}

async function rowsIn(knex: Knex): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of TABLES) {
    const row = await knex(table).count({ n: '*' }).first();
    counts[table] = Number(row?.n);
  }
  return counts;
}

async function makeItems(bridge: TestBridge): Promise<Record<string, string>> {
  const make = async (path: string, body: object, user: string) => {
    const answer = await bridge.send('post', API + path, body, user);
    expect([answer.body.error, answer.status < 300]).toEqual([undefined, true]);
    return answer.body;
  };
  await bridge.send('put', `${API}/systems/mes/super-users/chen.zhiyuan`, {
    role: 'lead',
    department: 'group:default/production',
    from: '2000-01-01',
    until: '2999-12-31',
  });
  const FB: Item = await make('/items', report(feedback), CLERK);
  const draft = { title: '提案', currentState: '现状' };
  const proposal = { workflow: 'proposal', data: draft };
  const OP: Item = await make('/items', proposal, SOLVER);
  const REF: Item = await make('/items', referendum, CLERK);
  const call = `/items/${REF.key}/actions/call`;
  await make(call, { rev: REF.rev }, CLERK);
  const KC = await make('/cases', caseText, SOLVER);
  await bridge.runTask('bridge-work');
  return { FB: FB.key, OP: OP.key, REF: REF.key, KC: KC.id };
}
