import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type {
  NewWorkflow,
  WorkflowPreview,
  WorkflowVersionDetail,
} from '@techbridge/plugin-bridge-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { at, bridgeOf, pageOf, refusal } from '../testing/fakeBridge';
import { itemsOf } from '../testing/itemSamples';
import { Reader, renderPage } from '../testing/renderPage';
import { aUser } from '../testing/samples';
import {
  aPreview,
  aVersion,
  migrationsOf,
  settings,
} from '../testing/versionSamples';

const server = setupServer();
const entities = [
  aUser('tang.ting', '唐婷', 'Tang Ting'),
  aUser('he.jing', '何静', 'He Jing'),
];
const HE = 'user:default/he.jing';
const FORM = '/workflows/proposal/settings';
const BOARD = 'spec.states.board.approval.boards.board';
const REMIND = `${BOARD}.remind`;
const DRAFT = '/workflows/proposal/versions/4';

const good = { ok: true, problems: [], scenarios: [] };
const broken = {
  ...{ ok: false, scenarios: [] },
  problems: [
    {
      ...{ severity: 'error', rule: 'schema', line: 7, path: 'metadata.id' },
      message: { en: 'The id is missing.', zh: '缺少编号。' },
      remedy: { en: 'Give it one.', zh: '请补上。' },
    },
  ],
};

interface Told {
  mayEdit?: boolean;
  version?: Partial<WorkflowVersionDetail>;
  fresh?: NewWorkflow[];
  previews?: (WorkflowPreview | Response)[];
}

/** A bridge that notes what is sent to it about versions. */
function listen(told: Told = {}) {
  const { mayEdit = true, version, fresh = [], previews = [] } = told;
  const sent: unknown[] = [];
  const current = { version: aVersion(version) };
  const note = async (request: Request) => {
    const path = new URL(request.url).pathname.split('/workflows/')[1];
    sent.push([request.method, path, await request.json()]);
  };
  const answer = async (request: Request) => {
    await note(request);
    return HttpResponse.json(current.version, { status: 201 });
  };
  server.use(
    http.get(at('/workflows/:id/settings'), ({ request }) => {
      const asked = new URL(request.url).searchParams.get('version');
      const own = { version: Number(asked ?? 3), hash: asked ? 'a4' : 'a3' };
      return HttpResponse.json({ id: 'proposal', ...own, mayEdit, settings });
    }),
    http.get(at('/workflows/:id/versions'), ({ params }) => {
      const { yaml: _, ...row } = current.version;
      const inForce = { ...row, version: 3, status: 'published', madeBy: null };
      return HttpResponse.json(
        pageOf(params.id === 'proposal' ? [row, inForce] : [inForce]),
      );
    }),
    http.get(at('/workflows/:id/migrations'), () =>
      HttpResponse.json(migrationsOf([])),
    ),
    http.get(at('/workflows/:id/versions/:version'), () =>
      HttpResponse.json(current.version),
    ),
    http.get(at('/new-workflows'), () => HttpResponse.json(pageOf(fresh))),
    http.post(at('/workflows/validate'), async ({ request }) => {
      const { yaml } = (await request.json()) as { yaml: string };
      const id = /id: (\w+)/.exec(yaml)?.[1];
      return HttpResponse.json(id ? { ...good, id } : broken);
    }),
    http.post(at('/workflows/:id/diff'), () => {
      const next = previews.shift() ?? aPreview();
      return next instanceof Response ? next : HttpResponse.json(next);
    }),
    http.post(at('/workflows/:id/versions'), ({ request }) => answer(request)),
    http.put(at('/workflows/:id/versions/:version'), ({ request }) =>
      answer(request),
    ),
    http.post(
      at('/workflows/:id/versions/:version/:step'),
      async ({ request, params }) => {
        current.version = aVersion({
          status: params.step === 'submit' ? 'inReview' : 'discarded',
          steps: [],
        });
        return answer(request);
      },
    ),
    http.post(at('/workflows/:id/publish'), ({ request }) => {
      current.version = aVersion({ status: 'published', steps: [] });
      return answer(request);
    }),
    ...itemsOf(),
    ...bridgeOf(),
  );
  return sent;
}

async function open(path: string, reader: Reader = {}) {
  renderPage(path, { entities, ...reader });
  await screen.findByRole('heading', { level: 1 });
}

const effect = () => screen.findByRole('region', { name: 'What changes' });
const share = () => screen.findByLabelText('Share who must vote');
const click = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));

async function retype(field: HTMLElement, text: string) {
  await userEvent.clear(field);
  await userEvent.type(field, text);
}

describe('the settings of a workflow', () => {
  registerMswTestHooks(server);
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('tell what a change means, keep what holds, and lead to the draft', async () => {
    const failed = aPreview({
      report: {
        ok: false,
        scenarios: [],
        problems: [
          {
            ...{ severity: 'error', rule: 'scenario', line: 1 },
            path: 'spec.scenarios.0',
            message: { en: 'The scenario “adopted” fails.', zh: '未通过' },
            remedy: { en: 'Correct the workflow.', zh: '请修改' },
          },
        ],
      },
    });
    const sent = listen({ previews: [failed] });
    await open(FORM);
    const keep = await screen.findByRole('button', { name: 'Keep as a draft' });
    expect(keep).toBeDisabled();
    await retype(await share(), '100');
    const alert = await within(await effect()).findByRole('alert');
    expect(alert).toHaveTextContent('The scenario “adopted” fails.');
    expect(alert).toHaveTextContent('Correct the workflow.');
    expect(keep).toBeDisabled();

    await retype(await share(), '80');
    await waitFor(() => expect(keep).toBeEnabled());
    expect(await effect()).toHaveTextContent('60 % → 80 %');
    const tab = { name: 'Boards (1 changed)' };
    expect(screen.getByRole('tab', tab)).toBeInTheDocument();
    await userEvent.click(keep);
    expect(
      await screen.findByRole('heading', { name: /, version 4$/ }),
    ).toBeInTheDocument();
    const changes = [{ path: settings[0].path, value: 80 }];
    const edit = { basedOn: 3, changes };
    expect(sent).toEqual([['POST', 'proposal/versions', edit]]);
  });

  it('say at the field what is wrong, and can be taken back', async () => {
    const path = 'changes.0.value';
    const fields = [
      {
        ...{ path, code: 'out-of-range' as const },
        params: { minimum: 0, maximum: 100 },
      },
    ];
    const refused = refusal('invalid-input', { fields });
    listen({ previews: [refused as unknown as Response] });
    await open(FORM);
    await retype(await share(), '300');
    await waitFor(async () =>
      expect(await share()).toHaveAccessibleDescription(/0.+100/),
    );
    await click('Undo: Share who must vote');
    expect(await share()).toHaveValue(60);
    expect(await effect()).toHaveTextContent(/^What changesNothing yet/);
  });

  it('have a field for each kind', async () => {
    const sent = listen();
    await open(FORM);
    expect(await screen.findByLabelText('Time to vote')).toHaveValue(5);
    await retype(screen.getByLabelText('Time to vote'), '2');
    // A reminder is taken away by emptying it, and added where one is empty.
    await userEvent.clear(screen.getByLabelText('Reminder no. 1'));
    await userEvent.type(screen.getByLabelText('Reminder no. 2'), '3');
    // The share in favour means something only where it decides.
    expect(screen.queryByLabelText('Share in favour')).toBeNull();
    await userEvent.click(screen.getByLabelText('How votes are counted'));
    await userEvent.click(screen.getByRole('option', { name: 'A share' }));
    expect(screen.getByLabelText('Share in favour')).toHaveValue(50);

    await userEvent.click(screen.getByRole('tab', { name: 'Forms' }));
    await click('Add a field: Submit');
    const name = (language: string) =>
      screen.getByLabelText(`Name of the field (${language})`);
    await userEvent.type(name('English'), 'Safety note');
    await userEvent.type(name('Chinese'), '安全说明');
    await userEvent.click(screen.getByLabelText('Must be filled in'));
    await userEvent.click(screen.getByRole('tab', { name: 'Names' }));
    const label = 'Submit › Name of the action (Chinese)';
    await retype(screen.getByLabelText(label), '交上去');
    const keep = screen.getByRole('button', { name: 'Keep as a draft' });
    await waitFor(() => expect(keep).toBeEnabled());
    await userEvent.click(keep);
    await screen.findByRole('heading', { name: /, version 4$/ });
    const values = settings
      .map(({ path }) => path)
      .filter(path => JSON.stringify(sent).includes(path));
    expect(values).toHaveLength(6);
    expect(sent).toEqual([
      [
        'POST',
        'proposal/versions',
        {
          basedOn: 3,
          changes: [
            { path: settings[1].path, value: 'threshold' },
            { path: settings[3].path, value: 'P2D' },
            {
              path: settings[5].path,
              value: {
                label: { en: 'Safety note', zh: '安全说明' },
                type: 'text',
                required: true,
              },
            },
            { path: settings[6].path, value: { en: 'Submit', zh: '交上去' } },
            { path: `${REMIND}.0`, value: null },
            { path: `${REMIND}.1`, value: 'P3D' },
          ],
        },
      ],
    ]);
  });

  it('take texts along that name a figure, unless one is left', async () => {
    const sent = listen();
    await open(`${FORM}?section=routes`);
    await retype(await screen.findByLabelText('Cost is below'), '800');
    const along = (text: string) =>
      screen.getByRole('checkbox', { name: text });
    const low = along('Below 800 CNY it is quick.');
    expect(low).toBeChecked();
    const both = { name: 'Names (1 changed)' };
    expect(screen.getByRole('tab', both)).toBeInTheDocument();
    await userEvent.click(low);
    expect(low).not.toBeChecked();
    expect(screen.queryByRole('tab', both)).toBeNull();
    await userEvent.click(low);
    await userEvent.type(screen.getByLabelText('Cost is below'), '0');
    expect(along('Below 8,000 CNY it is quick.')).toBeChecked();

    const keep = screen.getByRole('button', { name: 'Keep as a draft' });
    await waitFor(() => expect(keep).toBeEnabled());
    await userEvent.click(keep);
    await screen.findByRole('heading', { name: /, version 4$/ });
    const words = {
      ...{ en: 'Below 8,000 CNY it is quick.', zh: '低于8000元走快速通道。' },
    };
    const changes = [
      { path: settings[7].path, value: 8000 },
      { path: settings[8].path, value: words },
    ];
    const edit = { basedOn: 3, changes };
    expect(sent).toEqual([['POST', 'proposal/versions', edit]]);
  });

  it('have facts and several values for a way, and more time for a vote', async () => {
    const sent = listen();
    await open(`${FORM}?section=routes`);
    const effort = within(
      await screen.findByRole('group', { name: 'Effort is one of' }),
    );
    const value = (name: string) => effort.getByRole('checkbox', { name });
    expect(value('Days')).toBeChecked();
    // By the keyboard, in another order than that in which they are offered.
    value('Months').focus();
    await userEvent.keyboard(' ');
    await userEvent.click(value('Weeks'));
    await userEvent.click(value('Months'));
    await userEvent.click(screen.getByLabelText('Can it be undone?'));
    const never = { name: 'does not matter' };
    await userEvent.click(screen.getByRole('option', never));

    await userEvent.click(screen.getByRole('tab', { name: 'Boards' }));
    expect(screen.queryByLabelText('Prolonged by')).toBeNull();
    await retype(screen.getByLabelText('How often it is prolonged'), '1');
    expect(screen.getByLabelText('Prolonged by')).toHaveAccessibleDescription(
      'Empty: as long as the time to vote',
    );
    const named = { name: /name the time as it was/ };
    expect(screen.queryByRole('group', named)).toBeNull();
    await retype(screen.getByLabelText('Time to vote'), '7');
    expect(screen.getByRole('group', named)).toHaveTextContent(
      '“Vote within five days” (Review board › Name of the state)',
    );
    const keep = screen.getByRole('button', { name: 'Keep as a draft' });
    await waitFor(() => expect(keep).toBeEnabled());
    await userEvent.click(keep);
    await screen.findByRole('heading', { name: /, version 4$/ });
    const route = 'spec.states.route.choose.0.when';
    const changes = [
      { path: `${BOARD}.deadline.after`, value: 'P7D' },
      { path: `${route}#0`, value: ['S', 'M'] },
      { path: `${route}#reversible`, value: 'any' },
      { path: `${BOARD}.deadline.extend.times`, value: 1 },
    ];
    const edit = { basedOn: 3, changes };
    expect(sent).toEqual([['POST', 'proposal/versions', edit]]);
  });

  it('say at several values that one must be chosen', async () => {
    const fields = [
      {
        ...{ path: 'changes.0.value', code: 'not-one-of' as const },
        params: { valuesEn: '“S”, “M”', valuesZh: '“S”、“M”' },
      },
    ];
    const refused = refusal('invalid-input', { fields });
    listen({ previews: [refused as unknown as Response] });
    await open(`${FORM}?section=routes`);
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Days' }),
    );
    const effort = { name: 'Effort is one of' };
    await waitFor(() =>
      expect(screen.getByRole('group', effort)).toHaveAccessibleDescription(
        /Choose one of: “S”, “M”/,
      ),
    );
  });

  it('edit a draft further, by the hash that was read', async () => {
    const sent = listen();
    await open(`${FORM}?version=4`);
    await retype(await share(), '75');
    const keep = await screen.findByRole('button', { name: 'Keep the draft' });
    await waitFor(() => expect(keep).toBeEnabled());
    await userEvent.click(keep);
    await screen.findByRole('heading', { name: /, version 4$/ });
    const changes = [{ path: settings[0].path, value: 75 }];
    const edit = { basedOn: 4, changes };
    expect(sent).toEqual([
      ['PUT', 'proposal/versions/4', { hash: 'a4', edit }],
    ]);
  });

  it.each([
    [true, /changed in their files/],
    [false, /Only the programme office/],
  ])('are closed to whoever may not, permission %s', async (allowed, why) => {
    listen({ mayEdit: false });
    await open(FORM, { allowed });
    expect(await screen.findByText(why)).toBeInTheDocument();
    expect(screen.queryByLabelText('Share who must vote')).toBeNull();
  });
});

describe('a file', () => {
  registerMswTestHooks(server);
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  // jsdom knows files, and not their text.
  const fileOf = (yaml: string) =>
    Object.assign(new File([yaml], 'idea.yaml'), { text: async () => yaml });
  const text = () => screen.findByLabelText('Workflow as YAML');
  const keep = () => screen.findByRole('button', { name: /^Keep/ });

  it('becomes the first version of a new workflow', async () => {
    const preview = { ...aPreview(), against: 0, differences: [] };
    const idea = { ...preview, report: { ...good, id: 'idea' } };
    const sent = listen({ previews: [idea] });
    await open('/workflows');
    await userEvent.click(
      await screen.findByRole('link', { name: 'Import a file' }),
    );
    await userEvent.type(await text(), 'nothing');
    expect(
      await screen.findByText(
        /Line 7, metadata.id: The id is missing. Give it one./,
      ),
    ).toBeVisible();
    expect(await keep()).toBeDisabled();

    const yaml = 'metadata: {id: idea}';
    const field = document.querySelector<HTMLInputElement>('[type=file]');
    await userEvent.upload(field as HTMLInputElement, fileOf(yaml));
    expect(await screen.findByText(/“idea” is new here/)).toBeVisible();
    expect(await text()).toHaveValue(yaml);
    await waitFor(async () => expect(await keep()).toBeEnabled());
    await userEvent.click(await keep());
    await screen.findByRole('heading', { name: /, version 4$/ });
    expect(sent).toEqual([['POST', 'idea/versions', { yaml }]]);
  });

  it('of a draft is edited by the hash that was read, in Chinese', async () => {
    const preview = aPreview({ report: { ...good, id: 'proposal' } });
    const sent = listen({ previews: [preview] });
    await open(DRAFT, { language: 'zh-CN' });
    await userEvent.click(
      await screen.findByRole('button', { name: '修改文件' }),
    );
    const field = await screen.findByLabelText('流程的YAML文本');
    expect(field).toHaveValue(aVersion().yaml);
    await userEvent.type(field, '# 夜班');
    expect(await screen.findByText(/与版本 3 比较/)).toBeVisible();
    const button = screen.getByRole('button', { name: '保存草稿' });
    await waitFor(() => expect(button).toBeEnabled());
    await userEvent.click(button);
    await screen.findByRole('heading', { name: /版本 4$/ });
    const edit = { yaml: `${aVersion().yaml}# 夜班` };
    expect(sent).toEqual([
      ['PUT', 'proposal/versions/4', { hash: 'a4', edit }],
    ]);
  });

  it('is not for everybody, and what is new is found by all', async () => {
    const { title, at: madeAt, madeBy } = aVersion();
    const about = { id: 'idea', title, version: 1, at: madeAt, madeBy };
    listen({ fresh: [{ ...about, status: 'draft' }] });
    await open('/workflows', { allowed: false });
    const fresh = await screen.findByRole('region', {
      name: 'Not in force yet',
    });
    const link = within(fresh).getByRole('link');
    expect(link).toHaveAttribute('href', '/workflows/idea/versions/1');
    expect(screen.queryByRole('link', { name: 'Import a file' })).toBeNull();
  });
});

describe('a version', () => {
  registerMswTestHooks(server);
  afterEach(() => localStorage.clear());

  it('is found among the workflows, and put up for review', async () => {
    const sent = listen();
    await open('/workflows');
    await click(/^Go on with the draft: /);
    expect(await screen.findByText(/60 % → 80 %/)).toBeInTheDocument();
    expect(screen.getByText('Big change')).toBeInTheDocument();
    const file = () => screen.queryByText(/kind: WorkflowDefinition/);
    expect(file()).toBeNull();
    await click('Show the file');
    expect(file()).toBeInTheDocument();
    await click('Put up for review');
    const dialog = await screen.findByRole('dialog');
    const ask = within(dialog).getByLabelText('Who is to look at it');
    await userEvent.type(ask, 'He');
    await userEvent.click(
      await screen.findByRole('option', { name: /^He Jing/ }),
    );
    await userEvent.type(within(dialog).getByLabelText('Comment'), 'As agreed');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Put up for review' }),
    );
    expect(await screen.findByText('In review')).toBeInTheDocument();
    const body = { hash: 'a4', comment: 'As agreed', ask: HE };
    expect(sent).toEqual([['POST', 'proposal/versions/4/submit', body]]);
  });

  it('says to its author why somebody else must put it into force', async () => {
    const why = { en: 'You have worked on this version.', zh: '您参与过' };
    listen({
      version: {
        status: 'inReview',
        mayEdit: false,
        steps: [{ id: 'publish', allowed: false, why }],
      },
    });
    await open(DRAFT);
    const publish = await screen.findByRole('button', {
      name: 'Put into force',
    });
    expect(publish).toHaveAttribute('aria-disabled', 'true');
    expect(publish).toHaveAccessibleDescription(why.en);
  });

  it('is put into force by a second person, in Chinese', async () => {
    const sent = listen({
      version: {
        status: 'inReview',
        mayEdit: false,
        steps: [{ id: 'publish', allowed: true }],
      },
    });
    await open(DRAFT, { user: HE, language: 'zh-CN' });
    await click('发布生效');
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: '发布生效' }),
    );
    expect(await screen.findByText('生效中')).toBeInTheDocument();
    expect(await screen.findByText('此版本无需再处理。')).toBeInTheDocument();
    expect(sent).toEqual([
      ['POST', 'proposal/publish', { version: 4, hash: 'a4' }],
    ]);
  });

  it('that is not there says so', async () => {
    listen();
    server.use(
      http.get(at('/workflows/:id/versions/:version'), () =>
        refusal('version-not-found', {
          params: { id: 'proposal', version: '4' },
        }),
      ),
    );
    await open(DRAFT);
    expect(await screen.findByText(/has no version 4/)).toBeInTheDocument();
  });
});
