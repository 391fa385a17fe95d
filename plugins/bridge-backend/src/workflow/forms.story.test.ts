import { BridgeError, Item } from '@techbridge/plugin-bridge-common';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { startBridgeForTest, TestBridge } from '../testing/startBridgeForTest';
import { countOf, StatementLog } from '../testing/StatementLog';
import { assemblyConfig } from './testing/assembly';

jest.setTimeout(240_000);

const API = '/api/bridge';
const MES = 'system:default/mes';
const user = (name: string) => `user:default/${name}`;
const REPORTER = user('he.jing');
const SOLVER = user('chen.zhiyuan');
const VOTERS = ['zhou.qiming', 'luo.yong', 'su.min'].map(user);

const feedback = { title: '报工录不进', system: MES, impact: 'slow' };
const proposal = { title: '换料后自动刷新', currentState: '每班重进六次。' };

/** The plugin on a database, with what is sent to it. */
async function factoryOn(bridge: TestBridge) {
  const send = (path: string, body: object, person = SOLVER) =>
    bridge.send('post', API + path, body, person);
  const made = async (path: string, body: object, person = SOLVER) => {
    const answer = await send(path, body, person);
    expect([answer.body.error, answer.status < 300]).toEqual([undefined, true]);
    return answer.body as Item;
  };
  const file = (workflow: string, data: object, person = SOLVER) =>
    made('/items', { workflow, data }, person);
  const act = (item: Item, action: string, body: object, person = SOLVER) =>
    made(
      `/items/${item.key}/actions/${action}`,
      { rev: item.rev, ...body },
      person,
    );
  await bridge.send('put', `${API}/systems/mes/super-users/chen.zhiyuan`, {
    role: 'lead',
    department: 'group:default/production',
    from: '2000-01-01',
    until: '2999-12-31',
  });
  /** What is said of each field, in English and in Chinese. */
  const refused = async (path: string, body: object, person = SOLVER) => {
    const english = await send(path, body, person);
    const chinese = await send(path, body, person).set('Accept-Language', 'zh');
    expect([english.status, chinese.status]).toEqual([400, 400]);
    const { fields }: BridgeError = english.body.error;
    return (fields ?? []).map(({ path: field, code, message }, place) => [
      ...[field, code, message],
      chinese.body.error.fields[place].message as string,
    ]);
  };
  /** Which fields are refused, and why. */
  const codes = async (path: string, body: object) =>
    (await refused(path, body)).map(([field, code]) => `${field} ${code}`);
  return { file, act, refused, codes };
}

describe.each(DATABASE_IDS)('what forms may refer to on %s', id => {
  let factory: Awaited<ReturnType<typeof factoryOn>>;
  let log: StatementLog;

  beforeAll(async () => {
    const knex = await emptyDatabase(id);
    log = new StatementLog(knex);
    const bridge = await startBridgeForTest({ knex, config: assemblyConfig });
    factory = await factoryOn(bridge);
  });

  it.each([
    [
      'feedback',
      { ...feedback, system: 'group:default/production' },
      'system',
      MES,
    ],
    ['feedback', { ...feedback, system: SOLVER }, 'system', MES],
    [
      'petition',
      { title: 'x', voters: ['group:default/production'] },
      'voters.0',
      SOLVER,
    ],
  ])(
    'a %s takes references of the right kind only: %j',
    async (workflow, data, path, example) => {
      expect(await factory.refused('/items', { workflow, data })).toEqual([
        [
          `data.${path}`,
          'bad-format',
          `Write it like this: ${example}.`,
          `请按此格式填写：${example}。`,
        ],
      ]);
    },
  );

  it('a proposal is proposed by people', async () => {
    const { file, codes } = factory;
    const { key, rev } = await file('proposal', proposal);
    const data = {
      system: MES,
      method: '自动刷新批次。',
      expectedEffect: '每班少等十分钟。',
      proposers: ['group:default/production'],
    };
    const answer = await codes(`/items/${key}/actions/submit`, { rev, data });
    expect(answer).toEqual(['data.proposers.0 bad-format']);
  });

  it('an item is named where one of its kind and state may stand', async () => {
    const { file, act, refused } = factory;
    const open = await file('proposal', proposal);
    const ended = await act(await file('proposal', proposal), 'withdraw', {});
    const other = await file('feedback', feedback, REPORTER);
    const { key, rev } = await file('feedback', feedback, REPORTER);

    const named = async (action: string, field: string, value: string) =>
      refused(`/items/${key}/actions/${action}`, {
        rev,
        data: { [field]: value },
      });
    expect(await named('convert', 'proposal', other.key)).toEqual([
      [
        'data.proposal',
        'wrong-kind-of-item',
        `“${other.key}” is something else. Choose one of this kind from the list: Optimization proposal.`,
        `“${other.key}”不属于此类，请从列表中选择优化提案。`,
      ],
    ]);
    expect(await named('convert', 'proposal', ended.key)).toEqual([
      [
        'data.proposal',
        'item-is-closed',
        `“${ended.key}” has ended. Choose one that is still open.`,
        `“${ended.key}”已结束，请选择未结束的单据。`,
      ],
    ]);
    const codesOf = async (action: string, field: string, value: string) =>
      (await named(action, field, value)).map(([, code]) => code);
    expect(await codesOf('convert', 'proposal', 'OP-1999-001')).toEqual([
      'unknown-item',
    ]);
    const duplicates: [string, string][] = [
      [open.key, 'wrong-kind-of-item'],
      [key.toLowerCase(), 'same-item'],
      ['new', 'unknown-item'],
    ];
    for (const [value, code] of duplicates) {
      const told = await codesOf('markDuplicate', 'duplicateOf', value);
      expect([value, ...told]).toEqual([value, code]);
    }

    const data = { proposal: open.key.toLowerCase() };
    const converted = await act({ key, rev } as Item, 'convert', { data });
    expect(converted.links).toMatchObject([
      { type: 'convertedTo', key: open.key },
    ]);
    const fresh = await act(other, 'convert', { data: { proposal: 'new' } });
    expect(fresh.links).toMatchObject([{ type: 'convertedTo' }]);
    expect(fresh.links[0].key).not.toBe(open.key);
  });

  it('all items that a command names are looked up with one statement', async () => {
    const { file, act, codes } = factory;
    const first = await file('feedback', feedback, REPORTER);
    const second = await file('feedback', feedback, REPORTER);
    const people = { title: '请愿', voters: VOTERS };
    const reasons = [first.key, 'FB-9999', second.key, 'FB-8888'];
    const workflow = 'petition';
    const data = { ...people, reasons };
    expect(await codes('/items', { workflow, data })).toEqual([
      'data.reasons.1 unknown-item',
      'data.reasons.3 unknown-item',
    ]);
    const lookUps = async (more: object) => {
      log.clear();
      await file('petition', { ...people, ...more });
      return log.commands.map(command =>
        countOf(command, /is_open. from .items. where .key. in/),
      );
    };
    expect(await lookUps({ reasons: [first.key, second.key] })).toEqual([1]);
    expect(await lookUps({})).toEqual([0]);
    // What is linked anyway is not looked up beside it.
    log.clear();
    const joined = await file('proposal', proposal);
    await act(second, 'convert', { data: { proposal: joined.key } });
    const asked = log.commands.map(command =>
      countOf(command, /^(select|update) .*.items. .*.key. in/),
    );
    expect(asked).toEqual([0, 1]);
  });

  it('what is written beside a form is as long as it has to be', async () => {
    const { file, act, refused } = factory;
    const petition = await file('petition', { title: '请愿', voters: VOTERS });
    const { key, rev } = petition;
    const tooShort = (path: string, minimum: number) => [
      path,
      'too-short',
      `At least ${minimum} characters. Write more.`,
      `至少 ${minimum} 个字，请补充。`,
    ];
    for (const comment of [{}, { comment: '不要了' }]) {
      expect(
        await refused(`/items/${key}/actions/drop`, { rev, ...comment }),
      ).toEqual([tooShort('comment', 8)]);
    }
    await act(petition, 'send', {});
    const ballot = (more: object) =>
      refused(`/items/${key}/ballots`, { board: 'few', ...more }, VOTERS[0]);
    for (const reason of [{}, { reason: '不行' }]) {
      expect(await ballot({ choice: 'reject', ...reason })).toEqual([
        tooShort('reason', 20),
      ]);
    }
    expect(await ballot({ choice: 'abstain' })).toEqual([
      [
        'choice',
        'not-one-of',
        'Choose one of: “approve”, “reject”.',
        '请从中选择：“approve”、“reject”。',
      ],
    ]);
  });

  it('a choice is told by its names and by what is sent', async () => {
    const { refused } = factory;
    const data = { ...feedback, impact: 'huge' };
    expect(await refused('/items', { workflow: 'feedback', data })).toEqual([
      [
        'data.impact',
        'not-one-of',
        'Choose one of: No effect (none), Work is slower (slow), The line stands still (stop).',
        '请从中选择：不影响（none）、变慢（slow）、停线（stop）。',
      ],
    ]);
  });
});
