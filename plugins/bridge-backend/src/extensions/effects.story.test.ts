import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import {
  Contribution,
  endpoints,
  JournalEntry,
  StuckItem,
} from '@techbridge/plugin-bridge-common';
import { readFileSync } from 'fs';
import { Knex } from 'knex';
import { http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import { AddressInfo } from 'net';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { demoEntities } from '../testing/demoEntities';
import { startBridgeForTest, TestBridge } from '../testing/startBridgeForTest';
import { expectSoundLedger } from '../workflow/testing/expectSoundLedger';
import { TestPeople, user } from '../workflow/testing/TestPeople';
import { Extensions } from './Extensions';
import { RecentAnswers } from './RecentAnswers';
import { Plant, plantModule } from './testing/plantModule';
import { withPatience } from './withPatience';

const CLERK = 'he.jing';
const DUTY = 'chen.zhiyuan';
const FOLDER = resolvePackagePath(
  '@techbridge/plugin-bridge-backend',
  'src/extensions/testing/workflows',
);
const MACHINE = readFileSync(`${FOLDER}/machine.yaml`, 'utf8');

/** What somebody else has put into the catalog. */
const FOREIGN = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'press-4' },
  spec: { type: 'machine', owner: 'group:default/production' },
};

const server = setupServer();

describe.each(DATABASE_IDS)('what workflows set off, on %s', id => {
  const plant: Plant = { lit: [], roster: () => [] };
  let knex: Knex;
  let bridge: TestBridge;
  let people: TestPeople;

  registerMswTestHooks(server);

  beforeAll(async () => {
    knex = await emptyDatabase(id);
    bridge = await startBridgeForTest({
      knex,
      entities: [...demoEntities, FOREIGN],
      features: [plantModule(plant)],
      config: { bridge: { workflows: { folders: [FOLDER] } } },
    });
    const { port } = bridge.server.address() as AddressInfo;
    people = new TestPeople([`http://127.0.0.1:${port}`]);
  });

  beforeEach(() => {
    server.use(http.all(/127\.0\.0\.1|localhost/, passthrough));
    plant.roster = system =>
      system === 'system:default/mes' ? [user(DUTY)] : [];
  });

  const wanted = (title: string, person = 'wu.di') => ({
    workflow: 'machine',
    data: { title, system: 'system:default/mes', person: user(person) },
  });

  const asked = async (title: string, person?: string) =>
    (await people.create(CLERK, wanted(title, person))).key;

  /** Lets the worker look. */
  const work = () => bridge.runTask('bridge-work');

  /** Has the roster asked again, which is kept for some seconds otherwise. */
  const askAnew = () => bridge.runTask('bridge-role-sources');

  /** Lets the pause before the next try be over. */
  async function tryAgain() {
    const now = new Date(Date.now() - 1_000).toISOString();
    await knex('outbox')
      .where({ status: 'waiting' })
      .update({ available_at: now });
    await work();
  }

  const failing = async () =>
    (
      await people.get('lin.xiaolan', '/operations/effects?state=failing')
    ).body.items.map(({ use, error }: { use: string; error: string }) => ({
      use,
      error,
    }));

  const forgetFailures = () =>
    knex('outbox').where({ status: 'waiting' }).delete();

  const journalOf = async (key: string): Promise<JournalEntry[]> =>
    (await people.get(CLERK, `/items/${key}/journal`)).body.items;

  it('are words that everybody can read, and files are checked by them', async () => {
    const { body } = await people.get(CLERK, '/workflow-vocabulary');
    const { effects, roleSources } =
      endpoints.getWorkflowVocabulary.answer.parse(body);
    expect(effects.map(({ use }) => use)).toEqual([
      ...['notify', 'createItem', 'linkItem', 'openCaseDraft', 'publishCase'],
      ...['webhook', 'comment', 'appoint', 'awardPoints', 'catalogEntity'],
      ...['scaffolderTask', 'lamp'],
    ]);
    expect(effects.at(-1)).toMatchObject({
      title: { zh: '点亮指示灯' },
      schema: { required: ['colour'] },
      answers: true,
    });
    expect(roleSources).toMatchObject([{ source: 'roster' }]);
    const problems = async (from: string, to: string) => {
      expect(MACHINE).toContain(from);
      const yaml = MACHINE.replace(from, to);
      const report = await people.post('lin.xiaolan', '/workflows/validate', {
        yaml,
      });
      return report.body.problems
        .filter(({ severity }: { severity: string }) => severity === 'error')
        .map(({ rule, path }: { rule: string; path: string }) => [rule, path]);
    };
    const light = 'spec.states.asked.actions.light.effects.0.with';
    const lamp = "{ colour: green, text: '${{ data.title }}' }";
    expect(await problems(lamp, '{ colour: blue }')).toEqual([
      ['effect-parameter', `${light}.colour`],
    ]);
    expect(await problems(lamp, '{ colour: red, size: 4 }')).toEqual([
      ['effect-parameter', `${light}.size`],
    ]);
    expect(await problems('{ system: data.system }', '{}')).toEqual([
      ['role-parameter', 'spec.roles.duty.from.with.system'],
    ]);
    expect(await problems('custom: roster', 'custom: moon')).toEqual([
      ['role-source-unknown', 'spec.roles.duty.from.custom'],
    ]);
  });

  it('ask the roster who may act, and nobody may when it fails', async () => {
    const key = await asked('press-1');
    expect((await people.item(key, CLERK)).assignees).toEqual([user(DUTY)]);
    plant.roster = () => {
      throw new Error('the roster is closed');
    };
    await askAnew();
    const alone = await asked('press-2');
    const seen = await people.item(alone, CLERK);
    expect(seen.assignees).toEqual([]);
    expect(seen.actions.filter(({ allowed }) => allowed)).toEqual([]);
    const path = `/items/${alone}/actions/light`;
    const refused = await people.post(CLERK, path, { rev: seen.rev });
    expect(refused.status).toBe(403);
    const stuck = await people.get('lin.xiaolan', '/operations/stuck-items');
    expect(
      stuck.body.items.find((one: StuckItem) => one.item.key === alone),
    ).toMatchObject({
      reason: 'nobody',
      roles: [{ label: { zh: '值班人员' }, source: 'custom', ref: 'roster' }],
    });
    plant.roster = () => [user('wu.di')];
    await askAnew();
    const waiting = await Promise.all(
      [key, alone].map(async one => (await people.item(one, CLERK)).assignees),
    );
    expect(waiting).toEqual([[user('wu.di')], [user('wu.di')]]);
    plant.roster = () => [user(DUTY)];
    await askAnew();
    const moved = await people.act(DUTY, alone, 'light');
    expect(moved.state.id).toBe('running');
  });

  it('ask the roster before an item is held, and not for what was just answered', async () => {
    const key = await asked('press-11');
    const { rev } = await people.item(key, DUTY);
    const roster = jest.fn(async () => {
      // Held by the command that asks, it could not be written, nor answered.
      await knex('items').where({ key }).update({ rev });
      return [user(DUTY)];
    });
    plant.roster = roster;
    const clock = performance.now.bind(performance);
    const later = jest.spyOn(performance, 'now');
    later.mockImplementation(() => clock() + 5_001);
    const path = `/items/${key}/actions/show`;
    const shown = await people.post(DUTY, path, { rev });
    await people.item(key, DUTY);
    later.mockRestore();
    expect(shown.status).toBe(200);
    expect(roster).toHaveBeenCalledTimes(1);
  });

  it('reach a module after the step, again when it fails, and keep its answer', async () => {
    await work();
    plant.lit.length = 0;
    plant.broken = 'the bulb is gone';
    const key = await asked('press-3');
    await people.act(DUTY, key, 'light');
    await work();
    expect((await people.item(key, CLERK)).state.id).toBe('running');
    expect(await failing()).toEqual([
      { use: 'lamp', error: 'Error: the bulb is gone' },
    ]);
    await tryAgain();
    const [first, second] = plant.lit;
    expect(plant.lit).toHaveLength(2);
    expect(first).toMatchObject({
      with: { colour: 'green', text: 'press-3' },
      item: { key, title: 'press-3', workflow: 'machine' },
      actor: user(DUTY),
      attempts: 1,
    });
    expect(second).toEqual({ ...first, attempts: 2 });
    expect((await people.item(key, CLERK)).data.lamp).toBe('lamp-2');
    expect((await journalOf(key)).at(-1)).toMatchObject({
      type: 'answered',
      actor: { ref: 'system' },
      payload: { effect: 'lamp', field: 'lamp', answer: 'lamp-2' },
    });
    expect(await failing()).toEqual([]);
  });

  it('appoint with the step of a person, who is refused as in the register', async () => {
    const superUsers = async () =>
      (await people.get(CLERK, '/systems/mes')).body.owners.business.map(
        (one: { user: string; role: string; modules: string[] }) =>
          [one.user, one.role, one.modules].flat(),
      );
    const key = await asked('press-5');
    await people.act(DUTY, key, 'appoint');
    expect(await superUsers()).toEqual([[user('wu.di'), 'lead', 'reporting']]);
    expect(await knex('appointment_history').select('actor')).toEqual([
      { actor: user(DUTY) },
    ]);
    const other = await asked('press-6', 'liu.yang');
    const before = await people.item(other, DUTY);
    const path = `/items/${other}/actions/appoint`;
    const refused = await people.post(DUTY, path, { rev: before.rev });
    expect([refused.status, refused.body.error.code]).toEqual([
      409,
      'second-lead',
    ]);
    expect((await people.item(other, DUTY)).rev).toBe(before.rev);
    expect(await superUsers()).toHaveLength(1);
    // What a timer decides stands; whoever looks after the bridge sees the rest.
    await knex('timers').update({ fire_at: '2020-01-01T00:00:00.000Z' });
    await work();
    await work();
    expect((await people.item(other, CLERK)).state.id).toBe('running');
    const [failed] = (await failing()).filter(
      ({ use }: { use: string }) => use === 'appoint',
    );
    expect(failed.error).toContain('wu.di');
    await forgetFailures();
  });

  it('appoint once, also when a worker dies before it can say so', async () => {
    await asked('press-12');
    await knex('timers').update({ fire_at: '2020-01-01T00:00:00.000Z' });
    await work();
    await work();
    const history = () =>
      knex('appointment_history').orderBy('id').select('type', 'actor');
    const written = await history();
    expect(written.at(-1)).toEqual({ type: 'changed', actor: 'system' });
    // What people do meanwhile stays.
    await knex('appointments').update({ stage: 'expert' });
    const carriedOut = { use: 'appoint', status: 'done' };
    const due = { status: 'waiting', available_at: '2020-01-01T00:00:00.000Z' };
    const again = await knex('outbox').where(carriedOut).update(due);
    expect(again).toBeGreaterThan(0);
    await work();
    expect(await knex('outbox').where(carriedOut)).toHaveLength(again);
    expect(await history()).toEqual(written);
    expect(await knex('appointments').select('stage')).toEqual([
      { stage: 'expert' },
    ]);
  });

  it('award points once, with their reason, and none to whoever awards them', async () => {
    const key = await asked('press-8');
    const { rev } = await people.item(key, DUTY);
    const path = `/items/${key}/actions/praise`;
    const praise = () => people.post(DUTY, path, { rev }, { key: 'once' });
    expect((await praise()).status).toBe(200);
    expect((await praise()).status).toBe(200);
    const { body } = await people.get(CLERK, `/people/${CLERK}/contributions`);
    const { items }: { items: Contribution[] } =
      endpoints.listContributions.answer.parse(body);
    expect(items).toMatchObject([
      {
        ...{ points: 7, dimension: 'technical', rule: 'award' },
        label: { en: 'Asked for press-8', zh: '提出press-8' },
        source: { key, title: 'press-8' },
        confirmedBy: { ref: user(DUTY) },
      },
    ]);
    expect(await knex('ledger')).toHaveLength(1);
    const { workflow, data } = wanted('press-10');
    const odd = { workflow, data: { ...data, worth: 5_000 } };
    const { key: rich, rev: first } = await people.create(CLERK, odd);
    const refused = await people.post(DUTY, `/items/${rich}/actions/praise`, {
      rev: first,
    });
    expect([refused.status, refused.body.error.fields]).toMatchObject([
      400,
      [{ path: 'data.worth', code: 'too-large', params: { maximum: 1_000 } }],
    ]);
    await expectSoundLedger(people, knex);
  });

  it('write into the catalog and take away again, and leave alone what is of others', async () => {
    const projection = async (since = '') =>
      (await bridge.asService(`/api/bridge/catalog-projection${since}`)).body;
    const key = await asked('press-7');
    const { cursor } = await projection();
    await people.act(DUTY, key, 'show');
    await work();
    const shown = await projection(`?since=${cursor}`);
    expect(shown.entities).toEqual([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: {
          name: 'press-7',
          title: '冲压机',
          annotations: {
            'backstage.io/managed-by-location':
              'bridge:entities/resource:default/press-7',
            'backstage.io/managed-by-origin-location':
              'bridge:entities/resource:default/press-7',
            'techbridge.io/item': key,
          },
        },
        spec: {
          type: 'machine',
          owner: 'group:default/production',
          dependsOn: ['system:default/mes'],
        },
      },
    ]);
    await people.act(DUTY, key, 'hide');
    await work();
    const hidden = await projection(`?since=${shown.cursor}`);
    expect([hidden.entities, hidden.removed]).toEqual([
      [],
      ['resource:default/press-7'],
    ]);
    const all = JSON.stringify((await projection()).entities);
    expect(all).not.toContain('press-7');

    // What follows on the same item would wait for the one that has failed.
    await people.act(DUTY, await asked('press-4'), 'show');
    await people.act(DUTY, await asked('press-4'), 'hide');
    const odd = await asked('not a name');
    await people.act(DUTY, odd, 'show');
    await work();
    const errors = (await failing()).map(
      ({ error }: { error: string }) => error,
    );
    const refused = /press-4 stands in the catalog from elsewhere/;
    expect(errors.filter((error: string) => refused.test(error))).toHaveLength(
      2,
    );
    const { removed } = await projection(`?since=${hidden.cursor}`);
    expect(removed).toEqual([]);
    expect(errors.join()).toContain('not a name');
    await forgetFailures();
  });

  it('start a task of the scaffolder once, where there is one', async () => {
    const key = await asked('press-9');
    await people.act(DUTY, key, 'build');
    await work();
    expect((await failing())[0].error).toContain('has no scaffolder');

    const tasks: { id: string; spec: { parameters: unknown } }[] = [];
    server.use(
      http.get('*/api/scaffolder/v2/tasks', () => HttpResponse.json({ tasks })),
      http.post('*/api/scaffolder/v2/tasks', async ({ request }) => {
        const { templateRef, values } = (await request.json()) as {
          templateRef: string;
          values: object;
        };
        expect(templateRef).toBe('template:default/machine');
        tasks.push({
          id: `task-${tasks.length}`,
          spec: { parameters: values },
        });
        // It has begun, and its answer is lost.
        return new HttpResponse(null, { status: 502 });
      }),
    );
    await tryAgain();
    expect((await failing())[0].error).toContain('502');
    await tryAgain();
    expect(tasks).toMatchObject([
      { spec: { parameters: { name: 'press-9' } } },
    ]);
    expect((await people.item(key, CLERK)).data.task).toBe('task-0');
    expect(await failing()).toEqual([]);
  });
});

describe('a module', () => {
  const title = { en: 'Own', zh: '自有' };
  const schema = { type: 'object' };
  const handle = async () => undefined;
  const resolve = async () => [];

  it.each(['notify', 'tellLinked', 'twice', 'not a name', ''])(
    'adds no effect of the name %j',
    use => {
      const extensions = new Extensions();
      extensions.addEffect({ use: 'twice', title, schema, handle });
      const add = () => extensions.addEffect({ use, title, schema, handle });
      expect(add).toThrow(use);
      expect(extensions.effects).toHaveLength(1);
    },
  );

  it('that does not answer is waited for only so long', async () => {
    const silent = () => new Promise<never>(() => undefined);
    await expect(withPatience(silent, 20)).rejects.toThrow('within 0.02 s');
    await expect(withPatience(async () => 7, 20)).resolves.toBe(7);
  });

  it('is asked one question once in five seconds, and by one at a time', async () => {
    let now = 1_000;
    const answers = new RecentAnswers<number>(() => now);
    const given: ((answer: number) => void)[] = [];
    const ask = (question: string) =>
      answers.get(question, () => new Promise(answer => given.push(answer)));
    const asked = [ask('mes'), ask('mes'), ask('erp')];
    expect(given).toHaveLength(2);
    // However long it takes, nobody asks beside it; then it holds for a while.
    now += 60_000;
    asked.push(ask('mes'));
    given.forEach((answer, place) => answer(place));
    expect(await Promise.all(asked)).toEqual([0, 0, 1, 0]);
    now += 4_999;
    expect(await ask('mes')).toBe(0);
    expect(given).toHaveLength(2);
    now += 1;
    const later = ask('mes');
    given[2](7);
    expect(await later).toBe(7);
    answers.forget();
    const anew = ask('mes');
    given[3](8);
    expect(await anew).toBe(8);
  });

  it('adds nothing without a schema of its parameters, and no source twice', () => {
    const extensions = new Extensions();
    const source = { source: 'roster', title, resolve };
    for (const wrong of [
      {},
      { type: 'string' },
      { type: 'object', properties: 7 },
    ]) {
      const add = () => extensions.addRoleSource({ ...source, schema: wrong });
      expect(add).toThrow(/JSON Schema/);
    }
    extensions.addRoleSource({ ...source, schema });
    const again = () => extensions.addRoleSource({ ...source, schema });
    expect(again).toThrow(/already/);
  });
});
