import { Item } from '@techbridge/plugin-bridge-common';
import { parse } from 'yaml';
import { DATABASE_IDS, emptyDatabase } from '../../testing/databases';
import {
  BOARD,
  CHAIR,
  EDITOR,
  made,
  MANAGER,
  quorumOf,
  READER,
  refusal,
  SHIPPED,
  startOffice,
  STRANGER,
} from '../testing/startOffice';
import { user } from '../testing/TestPeople';

jest.setTimeout(120_000);

const PROPOSER = 'zhang.qiang';
const TRIAGER = 'he.jing';
const ROUTE = 'spec.states.route.choose.0.when';
const FAST_TRACK = `${ROUTE}#1`;
const LARGE = `${BOARD}.quorum.includes.1.when`;
/** So few that one alone decides: then never too few have voted. */
const lone = {
  changes: [{ path: `${BOARD}.quorum.min`, value: 1 }, ...quorumOf(0).changes],
};
const TOO_FEW: { en: string; zh: string } = parse(SHIPPED)
  .spec.scenarios.map(({ name }: { name: object }) => name)
  .find(({ en }: { en: string }) => en.startsWith('too few vote'));

/**
 * What a programme manager sets: a quorum, an amount, several values, a fact
 * that is asked for besides, a field of a form.
 */
const settled = {
  changes: [
    ...quorumOf(80).changes,
    { path: FAST_TRACK, value: 8000 },
    { path: `${ROUTE}#0`, value: ['S', 'M'] },
    { path: `${LARGE}#reversible`, value: 'no' },
    {
      path: 'spec.forms.submit.more',
      value: {
        label: { en: 'Safety', zh: '安全说明' },
        ...{ type: 'text', required: false },
      },
    },
  ],
};
const proposal = {
  workflow: 'proposal',
  data: { title: '换料后自动刷新批次', currentState: '每班要退出重进六次。' },
};
const threeSentences = {
  system: 'system:default/mes',
  method: '换料扫码后自动刷新批次。',
  expectedEffect: '每班少等十分钟。',
};
// Small in most respects, and between the old amount and the new one.
const judged = {
  effort: 'M',
  cost: 6000,
  departments: ['group:default/production'],
  reversible: true,
  configuresCriticalSystem: false,
};

type Office = Awaited<ReturnType<typeof startOffice>>;

/** Drafts, submits, and puts into force by somebody else. */
async function publish(office: Office, edit: object): Promise<number> {
  const drafted = await made(office.draft(MANAGER, edit));
  await made(office.step(MANAGER, 'submit', drafted));
  await made(office.step(CHAIR, 'publish', drafted));
  return drafted.version;
}

async function statuses({ versions }: Office): Promise<string[]> {
  return (await versions()).map(
    ({ version, status }) => `${version} ${status}`,
  );
}

function formOf({ actions }: Item, action: string) {
  const { form } = actions.find(({ id }) => id === action) ?? {};
  return form?.schema.properties as { [field: string]: { title?: string } };
}

describe.each(DATABASE_IDS)('settings of a workflow, on %s', id => {
  it('are tried before they are kept, and told in words', async () => {
    const office = await startOffice(await emptyDatabase(id));
    const { people, draft, versions } = office;
    const { body } = await people.get(MANAGER, '/workflows/proposal/settings');
    expect([body.id, body.version]).toEqual(['proposal', 1]);
    const quorum = body.settings.find(
      ({ path }: { path: string }) => path === `${BOARD}.quorum.percent`,
    );
    expect(quorum).toMatchObject({
      ...{ section: 'boards', kind: 'percent', value: 60 },
      of: [{ en: 'IT review board', zh: 'IT评审委员会评审' }],
      label: { zh: '表决人数占应到人数的比例' },
    });

    const refused = await draft(MANAGER, lone);
    expect([refused.status, refused.body.error.code]).toEqual([
      ...[400, 'workflow-refused'],
    ]);
    const { message, current } = refused.body.error;
    expect(message).toMatch(/^The workflow cannot be kept like this\. /);
    expect(message).toContain(TOO_FEW.en);
    expect(current.ok).toBe(false);
    expect(current.problems).toContainEqual(
      expect.objectContaining({ rule: 'scenario', severity: 'error' }),
    );
    const path = '/workflows/proposal/versions';
    const chinese = await people.post(MANAGER, path, lone, {
      language: 'zh',
    });
    expect(chinese.body.error.message).toMatch(/^流程不能这样保存。/);
    expect(chinese.body.error.message).toContain(TOO_FEW.zh);
    expect(await versions()).toHaveLength(1);

    const preview = await people.post(
      ...([MANAGER, '/workflows/proposal/diff', lone] as const),
    );
    expect(preview.status).toBe(200);
    expect(preview.body).toMatchObject({
      against: 1,
      report: { ok: false, problems: current.problems },
      differences: [
        {
          class: 'major',
          path: `${BOARD}.quorum.min`,
          message: {
            en: 'IT review board › Fewest votes: 3 → 1',
            zh: 'IT评审委员会评审 › 最少表决人数：3 → 1',
          },
        },
        {
          class: 'major',
          path: `${BOARD}.quorum.percent`,
          message: {
            en: 'IT review board › Share of the members who must vote: 60 % → 0 %',
            zh: 'IT评审委员会评审 › 表决人数占应到人数的比例：60 % → 0 %',
          },
        },
      ],
    });
  });

  it('make a draft that keeps the comments of the file', async () => {
    const office = await startOffice(await emptyDatabase(id));
    const { people, draft, version } = office;
    const diff = await people.post(
      MANAGER,
      '/workflows/proposal/diff',
      settled,
    );
    const answer = await draft(MANAGER, settled);
    expect(answer.status).toBe(201);
    const drafted = await made(Promise.resolve(answer));
    expect(diff.body).toMatchObject({
      report: { ok: true, hash: drafted.hash },
      differences: drafted.differences,
    });
    expect(drafted).toMatchObject({
      ...{ version: 2, status: 'draft', basedOn: 1, madeBy: user(MANAGER) },
      mayEdit: true,
      history: [{ type: 'created', person: user(MANAGER), comment: null }],
    });
    expect(drafted.differences.map(({ message }) => message)).toEqual([
      {
        en: 'IT review board › Share of the members who must vote: 60 % → 80 %',
        zh: 'IT评审委员会评审 › 表决人数占应到人数的比例：60 % → 80 %',
      },
      {
        en: 'Choice of the track › Fast track › Effort is one of: Up to 2 days → Up to 2 days, Up to 2 weeks',
        zh: '分流 › 快速通道 › 工作量 为以下之一：小（2天以内） → 小（2天以内）、中（2周以内）',
      },
      {
        en: 'Choice of the track › Fast track › Cost (CNY) is below: 5,000 → 8,000',
        zh: '分流 › 快速通道 › 费用（元） 小于：5,000 → 8,000',
      },
      {
        en: 'IT review board › Controller on the board › Can it be undone?: does not matter → must be “No”',
        zh: 'IT评审委员会评审 › 评审会效益核定人 › 能否恢复原状：不限 → 必须为“不能”',
      },
      {
        en: 'Submit › Safety: Not asked → Optional',
        zh: '提交 › 安全说明：不填 → 选填',
      },
    ]);
    expect(drafted.yaml.match(/# .*/g)).toEqual(SHIPPED.match(/# .*/g));
    expect(await version(MANAGER, 2)).toEqual(drafted);
    const inForce = await people.get(MANAGER, '/workflows/proposal');
    expect(inForce.body.version).toBe(1);
    const set = await people.get(
      ...([READER, '/workflows/proposal/settings?version=2'] as const),
    );
    expect(set.body.hash).toBe(drafted.hash);
    expect(set.body.settings).toContainEqual(
      expect.objectContaining({ path: FAST_TRACK, value: 8000 }),
    );
    expect(set.body.settings).toContainEqual(
      expect.objectContaining({ path: `${ROUTE}#0`, value: ['S', 'M'] }),
    );
  });

  it('are refused where they do not exist or do not fit', async () => {
    const office = await startOffice(await emptyDatabase(id));
    const { people, draft, step, versions } = office;
    const unknown = 'group:default/nobody-at-all';
    const edit = {
      changes: [{ path: 'spec.roles.board.from.group', value: unknown }],
    };
    for (const address of ['/diff', '/versions']) {
      const path = `/workflows/proposal${address}`;
      const { status, body } = await people.post(MANAGER, path, edit);
      expect([status, body.error.fields]).toEqual([
        400,
        [
          expect.objectContaining({
            ...{ path: 'changes.0.value', code: 'unknown-group' },
            message: expect.stringContaining(unknown),
          }),
        ],
      ]);
    }
    const wrong = await draft(MANAGER, {
      changes: [
        { path: 'spec.states.board.colour', value: 'red' },
        ...quorumOf(101).changes,
        { path: `${ROUTE}#0`, value: [] },
      ],
    });
    expect(wrong.body.error.fields).toMatchObject([
      {
        ...{ path: 'changes.0.path', code: 'unknown-setting' },
        message: expect.stringContaining('/workflows/proposal/settings'),
      },
      {
        ...{ path: 'changes.1.value', code: 'out-of-range' },
        message: 'Enter a number from 0 to 100.',
      },
      {
        ...{ path: 'changes.2.value', code: 'not-one-of' },
        message: 'Choose one of: “S”, “M”, “L”, “XL”.',
      },
    ]);
    const another = SHIPPED.replace('id: proposal\n', 'id: idea\n');
    const looked = await people.post(MANAGER, '/workflows/proposal/diff', {
      yaml: another,
    });
    expect(looked.body.report).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([
        expect.objectContaining({ path: 'metadata.id', severity: 'error' }),
      ]),
    });
    const other = await draft(MANAGER, { yaml: another });
    expect(other.body.error).toMatchObject({
      code: 'workflow-refused',
      message: expect.stringContaining('“idea”, not of “proposal”'),
    });
    expect(await refusal(draft(MANAGER, quorumOf(80, 7)))).toEqual([
      ...[404, 'version-not-found'],
    ]);
    expect(await versions()).toHaveLength(1);

    // A file may name any group; nobody can be asked to put it into force.
    const yaml = SHIPPED.replaceAll('group:default/benefit-control', unknown);
    const drafted = await made(draft(MANAGER, { yaml }));
    const { body } = await step(MANAGER, 'submit', drafted);
    expect(body.error.fields).toMatchObject([
      { path: 'spec.roles.controller.from.group', code: 'unknown-group' },
      { path: 'spec.roles.confirmer.from.group', code: 'unknown-group' },
      { path: 'spec.roles.finance.from.group', code: 'unknown-group' },
    ]);
    expect(await statuses(office)).toEqual(['2 draft', '1 published']);

    const finance =
      'from: { group: group:default/benefit-control }\n      min:';
    const few = SHIPPED.replace(`${finance} 1`, `${finance} 40`);
    const larger = await made(
      people.put(MANAGER, '/workflows/proposal/versions/2', {
        ...{ hash: drafted.hash, edit: { yaml: few } },
      }),
    );
    const refused = await step(MANAGER, 'submit', larger);
    expect(refused.body.error.fields).toMatchObject([
      {
        ...{ path: 'spec.roles.finance.from.group', code: 'group-too-small' },
        message: expect.stringContaining('needs 40'),
      },
    ]);
  });
});

describe.each(DATABASE_IDS)('a version of a workflow, on %s', id => {
  it('is put into force by a second person, for what is new', async () => {
    const office = await startOffice(await emptyDatabase(id));
    const { people, draft, step, version, told } = office;
    const early = await people.create(PROPOSER, proposal);
    const drafted = await made(draft(MANAGER, settled));
    expect(await refusal(step(CHAIR, 'publish', drafted))).toEqual([
      ...[409, 'version-step'],
    ]);
    const comment = '3月10日例会同意。';
    const submitted = await made(
      step(MANAGER, 'submit', { ...drafted, comment, ask: user(CHAIR) }),
    );
    const link = '/workflows/proposal/versions/2';
    expect(told()).toMatchObject([
      {
        to: [user(CHAIR)],
        link,
        title: expect.stringMatching(/请您审阅.+版本 2/),
      },
    ]);
    expect([submitted.status, submitted.mayEdit]).toEqual(['inReview', false]);
    const why = {
      en: 'You have worked on this version. Somebody else has to put it into force.',
      zh: '您参与了本版修改，须由另一人发布。',
    };
    expect(submitted.steps).toContainEqual({
      ...{ id: 'publish', allowed: false, why },
    });
    for (const language of ['en', 'zh'] as const) {
      const { body } = await step(MANAGER, 'publish', drafted, language);
      expect(body.error).toMatchObject({
        ...{ code: 'version-step', message: why[language] },
      });
    }
    expect((await version(CHAIR, 2)).steps).toContainEqual({
      ...{ id: 'publish', allowed: true },
    });
    const published = await made(step(CHAIR, 'publish', drafted));
    expect(told()).toMatchObject([
      {
        to: [user(MANAGER)],
        link,
        title: expect.stringMatching(/is in force/),
      },
    ]);
    expect([published.status, published.yaml]).toEqual([
      ...['published', drafted.yaml],
    ]);
    expect(
      published.history.map(event => [event.type, event.person, event.comment]),
    ).toEqual([
      ['created', user(MANAGER), null],
      ['submit', user(MANAGER), comment],
      ['publish', user(CHAIR), null],
    ]);

    const late = await people.create(PROPOSER, proposal);
    expect([early, late].map(({ workflow }) => workflow.version)).toEqual([
      1, 2,
    ]);
    const old = await people.item(early.key, PROPOSER);
    expect(formOf(old, 'submit')).not.toHaveProperty('field1');
    expect(formOf(late, 'submit')).toHaveProperty('field1');
    const field1 = '只改界面，不改设备。';
    const after: string[] = [];
    for (const { key, workflow } of [early, late]) {
      const data = {
        ...threeSentences,
        ...(workflow.version === 2 && { field1 }),
      };
      await people.act(PROPOSER, key, 'submit', { data });
      const item = await people.act(TRIAGER, key, 'accept', { data: judged });
      after.push(item.state.id);
      expect(item.data.field1).toBe(data.field1);
    }
    expect(after).toEqual(['evidence', 'fastTrack']);

    expect(await statuses(office)).toEqual(['2 published', '1 deprecated']);
    await people.act(PROPOSER, early.key, 'withdraw');
    expect(await statuses(office)).toEqual(['2 published', '1 retired']);
    const first = await version(READER, 1);
    expect([first.status, first.steps.some(one => one.allowed)]).toEqual([
      ...['retired', false],
    ]);
  });

  it('is one draft at a time, which two people do not overwrite', async () => {
    const office = await startOffice(await emptyDatabase(id));
    const { draft, edit, step, version } = office;
    const first = await made(draft(MANAGER, quorumOf(80)));
    const second = await draft(EDITOR, quorumOf(70));
    expect([second.status, second.body.error.message]).toEqual([
      409,
      'Version 2 is being worked on. Edit that one, or discard it first.',
    ]);
    const { hash } = first;
    const edited = await made(edit(EDITOR, 2, { hash, edit: quorumOf(75, 2) }));
    expect(edited.hash).not.toBe(hash);
    expect(edited.differences.map(({ message }) => message.en)).toEqual([
      'IT review board › Share of the members who must vote: 60 % → 75 %',
    ]);
    const changed = [409, 'version-changed'];
    expect(
      await refusal(edit(MANAGER, 2, { hash, edit: quorumOf(70) })),
    ).toEqual(changed);
    expect(await refusal(step(MANAGER, 'submit', first))).toEqual(changed);
    expect(
      await refusal(edit(MANAGER, 2, { hash: edited.hash, edit: lone })),
    ).toEqual([400, 'workflow-refused']);
    expect(await version(MANAGER, 2)).toMatchObject({
      ...{ hash: edited.hash, yaml: edited.yaml, madeBy: user(MANAGER) },
    });
  });

  it('goes back and forth, and tells who did what with it', async () => {
    const office = await startOffice(await emptyDatabase(id));
    const { draft, edit, step } = office;
    const refused = [409, 'version-step'];
    const first = await made(draft(MANAGER, quorumOf(80)));
    expect(await refusal(step(CHAIR, 'return', first))).toEqual(refused);
    await made(step(MANAGER, 'submit', first));
    const { hash } = first;
    expect(
      await refusal(edit(EDITOR, 2, { hash, edit: quorumOf(75) })),
    ).toEqual(refused);
    const comment = '80% 太高，夜班凑不齐。';
    const back = await made(step(CHAIR, 'return', { ...first, comment }));
    expect(back.status).toBe('draft');
    const edited = await made(edit(EDITOR, 2, { hash, edit: quorumOf(75, 2) }));
    await made(step(EDITOR, 'submit', edited));
    // Both have worked on it now; a third person has to decide.
    for (const name of [MANAGER, EDITOR]) {
      expect(await refusal(step(name, 'publish', edited))).toEqual(refused);
    }
    expect(await refusal(step(CHAIR, 'publish', first))).toEqual([
      ...[409, 'version-changed'],
    ]);
    const reason = '等新委员到任再改。';
    const given = await made(
      step(MANAGER, 'discard', { ...edited, comment: reason }),
    );
    expect(given.status).toBe('discarded');
    expect(
      given.history.map(event => [event.type, event.person, event.comment]),
    ).toEqual([
      ['created', user(MANAGER), null],
      ['submit', user(MANAGER), null],
      ['return', user(CHAIR), comment],
      ['edited', user(EDITOR), null],
      ['submit', user(EDITOR), null],
      ['discard', user(MANAGER), reason],
    ]);
    for (const name of ['discard', 'submit', 'return', 'publish'] as const) {
      expect(await refusal(step(CHAIR, name, edited))).toEqual(refused);
    }
    const next = await made(draft(EDITOR, quorumOf(70)));
    expect([next.version, next.basedOn]).toEqual([3, 1]);
    expect(await statuses(office)).toEqual([
      ...['3 draft', '2 discarded', '1 published'],
    ]);
  });

  it('is drafted from what is in force, or from any other', async () => {
    const office = await startOffice(await emptyDatabase(id));
    await publish(office, quorumOf(80));
    const fast = { path: FAST_TRACK, value: 8000 };
    const third = await made(office.draft(EDITOR, { changes: [fast] }));
    expect(third.basedOn).toBe(2);
    expect(third.differences).toHaveLength(1);
    await made(office.step(EDITOR, 'discard', third));
    const back = await made(office.draft(EDITOR, { basedOn: 1, changes: [] }));
    expect(back.differences.map(({ message }) => message.en)).toEqual([
      'IT review board › Share of the members who must vote: 80 % → 60 %',
    ]);
    expect((await office.version(READER, 1)).hash).toBe(back.hash);
  });

  it('is not drafted where it changes nothing', async () => {
    const { draft, edit } = await startOffice(await emptyDatabase(id));
    const same = await draft(MANAGER, { yaml: SHIPPED });
    expect([same.status, same.body.error.code]).toEqual([
      ...[409, 'version-unchanged'],
    ]);
    // A draft may come back to it: somebody has to see that nothing is left.
    const { hash } = await made(draft(MANAGER, quorumOf(80)));
    const back = await made(
      edit(MANAGER, 2, { hash, edit: { yaml: SHIPPED } }),
    );
    expect(back.differences).toEqual([]);
  });

  it('may be the first one of a new workflow, which comes as a file', async () => {
    const { people } = await startOffice(await emptyDatabase(id));
    const yaml = SHIPPED.replace('id: proposal\n', 'id: idea\n');
    const send = (name: string, path: string, body: object) =>
      people.post(name, `/workflows/idea${path}`, body);
    const fresh = async () =>
      (await people.get(READER, '/new-workflows')).body.items;
    const preview = await send(MANAGER, '/diff', { yaml });
    expect([preview.status, preview.body]).toMatchObject([
      ...[200, { against: 0, differences: [], report: { ok: true } }],
    ]);
    expect(await refusal(send(MANAGER, '/versions', quorumOf(80)))).toEqual([
      404,
      'workflow-not-found',
    ]);
    expect(await refusal(send(CHAIR, '/versions', { yaml }))).toEqual([
      ...[403, 'not-allowed'],
    ]);
    const first = await made(send(MANAGER, '/versions', { yaml }));
    expect(first).toMatchObject({
      ...{ version: 1, status: 'draft', basedOn: null, yaml },
      title: parse(SHIPPED).metadata.title,
    });
    expect(await refusal(send(EDITOR, '/versions', { yaml }))).toEqual([
      ...[409, 'draft-exists'],
    ]);
    const { title, at } = first;
    expect(await fresh()).toEqual([
      {
        ...{ id: 'idea', title, version: 1, status: 'draft', at },
        madeBy: user(MANAGER),
      },
    ]);
    const idea = { ...proposal, workflow: 'idea' };
    const early = await people.post(PROPOSER, '/items', idea);
    expect(early.status).toBe(404);
    const { hash } = first;
    await made(send(MANAGER, '/versions/1/submit', { hash }));
    await made(send(CHAIR, '/publish', { version: 1, hash }));
    expect(await fresh()).toEqual([]);
    const item = await people.create(PROPOSER, idea);
    expect(item.workflow).toMatchObject({ id: 'idea', version: 1 });
  });

  it('is read by all who may see items, and worked on by few', async () => {
    const office = await startOffice(await emptyDatabase(id));
    const { people, draft, edit, step } = office;
    const drafted = await made(draft(MANAGER, quorumOf(80)));
    const { hash } = drafted;
    const forbidden = [403, 'not-allowed'];
    const diff = '/workflows/proposal/diff';
    for (const name of [READER, CHAIR]) {
      expect([
        await refusal(draft(name, quorumOf(70))),
        await refusal(people.post(name, diff, quorumOf(70))),
        await refusal(edit(name, 2, { hash, edit: quorumOf(70) })),
      ]).toEqual([forbidden, forbidden, forbidden]);
    }
    const { body } = await step(READER, 'submit', drafted, 'zh');
    expect(body.error).toMatchObject({
      code: 'version-step',
      message: '只有流程管理员可以操作，请联系推进办。',
    });
    const seen = await office.version(READER, 2);
    expect(seen).toMatchObject({ hash, yaml: drafted.yaml, mayEdit: false });
    expect(seen.steps.filter(({ allowed }) => allowed)).toEqual([]);
    const paths = ['/versions', '/versions/2', '/settings'];
    for (const path of paths.map(one => `/workflows/proposal${one}`)) {
      expect((await people.get(READER, path)).status).toBe(200);
      expect(await refusal(people.get(STRANGER, path))).toEqual(forbidden);
    }
    expect(await statuses(office)).toEqual(['2 draft', '1 published']);
  });
});
