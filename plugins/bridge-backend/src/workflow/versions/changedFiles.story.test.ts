import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { DATABASE_IDS, emptyDatabase } from '../../testing/databases';
import { rounds } from '../../testing/rounds';
import {
  CHAIR,
  EDITOR,
  made,
  MANAGER,
  proposalWithQuorum,
  quorumOf,
  refusal,
  SHIPPED,
  startOffice,
} from '../testing/startOffice';
import { user } from '../testing/TestPeople';

jest.setTimeout(120_000);

const idea = {
  workflow: 'proposal',
  data: { title: '按文件走', currentState: '改文件即生效。' },
};
const nothing = { changed: [], drafts: [], refused: [] };
const draftOf = (version: number) => ({
  ...nothing,
  drafts: [{ id: 'proposal', version }],
});

describe.each(DATABASE_IDS)('a file of a workflow that changes, on %s', id => {
  const folder = mkdtempSync(join(tmpdir(), 'tech-bridge-versions-'));
  const file = join(folder, 'proposal.yaml');
  const folders = [folder];
  beforeEach(() => writeFileSync(file, SHIPPED));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is in force at once, until people have decided otherwise', async () => {
    const knex = await emptyDatabase(id);
    const office = await startOffice(knex, { folders });
    const { people, runTask, reload, draft, step, version } = office;
    const changed = (number: number) => ({
      ...{ ...nothing, changed: [{ id: 'proposal', version: number }] },
    });
    writeFileSync(file, proposalWithQuorum(80));
    const twice = await Promise.all([reload(), reload()]);
    expect(twice).toContainEqual(changed(2));
    expect(twice).toContainEqual(nothing);
    // Back to what it was once.
    writeFileSync(file, SHIPPED);
    expect(await reload()).toEqual(changed(3));

    const drafted = await made(draft(MANAGER, quorumOf(70)));
    writeFileSync(file, proposalWithQuorum(80));
    expect(await reload()).toEqual(nothing);
    await made(step(MANAGER, 'submit', drafted));
    await made(step(CHAIR, 'publish', drafted));
    // Neither is news: both have been in force before.
    expect(await reload()).toEqual(nothing);
    writeFileSync(file, proposalWithQuorum(75));
    expect(await reload()).toEqual(draftOf(5));
    expect((await version(MANAGER, 4)).status).toBe('published');

    // Taken over as it stands, the file is followed again.
    const offered = await version(MANAGER, 5);
    await made(step(MANAGER, 'submit', offered));
    await made(step(CHAIR, 'publish', offered));
    writeFileSync(file, proposalWithQuorum(66));
    expect(await reload()).toEqual(changed(6));

    // Where only words differ, what is under way follows by itself, once.
    const { key } = await people.create('zhang.qiang', idea);
    writeFileSync(
      file,
      proposalWithQuorum(66).replace('zh: 草稿', 'zh: 待提交'),
    );
    const renamed = await Promise.all([reload(), reload()]);
    expect(renamed).toContainEqual(changed(7));
    expect(renamed).toContainEqual(nothing);
    const runs = '/workflows/proposal/migrations';
    const { body: begun } = await people.get(CHAIR, runs);
    expect(begun).toMatchObject({
      to: 7,
      versions: [
        { version: 6, items: 1, migration: { id: 1, startedBy: 'system' } },
      ],
    });
    await knex('migrations').update({ lease_until: null });
    await runTask('bridge-work');
    const followed = await people.item(key, 'zhang.qiang');
    expect([followed.workflow.version, followed.state.label.zh]).toEqual([
      ...[7, '待提交'],
    ]);
    expect(await knex('migrations')).toHaveLength(1);
  });

  it('is a draft once, also after that is discarded or edited', async () => {
    const knex = await emptyDatabase(id);
    const pages = { folders, sourceOfTruth: 'pages' };
    const office = await startOffice(knex, pages);
    const { reload, step, edit, version } = office;
    expect(await reload()).toEqual(nothing);

    writeFileSync(file, proposalWithQuorum(80));
    const twice = await Promise.all([reload(), reload()]);
    expect(twice).toContainEqual(draftOf(2));
    expect(twice).toContainEqual(nothing);
    expect(await reload()).toEqual(nothing);
    const drafted = await version(MANAGER, 2);
    expect(drafted).toMatchObject({
      ...{ status: 'draft', basedOn: 1, madeBy: null },
      yaml: proposalWithQuorum(80),
      history: [{ type: 'created', person: null }],
    });
    await made(step(MANAGER, 'discard', drafted));
    expect(await reload()).toEqual(nothing);
    const again = await startOffice(knex, pages);
    expect(await again.versions()).toHaveLength(2);

    writeFileSync(file, proposalWithQuorum(75));
    expect(await reload()).toEqual(draftOf(3));
    const { hash } = await version(MANAGER, 3);
    const edited = await made(edit(EDITOR, 3, { hash, edit: quorumOf(70) }));
    expect(await reload()).toEqual(nothing);
    await made(step(EDITOR, 'submit', edited));
    const own = await refusal(step(EDITOR, 'publish', edited));
    expect(own).toEqual([409, 'version-step']);
    await made(step(MANAGER, 'publish', edited));
    // The file as it was before the edit is no news.
    expect(await reload()).toEqual(nothing);
    expect((await version(MANAGER, 3)).history).toMatchObject([
      { type: 'created', person: null },
      { type: 'edited', person: user(EDITOR) },
      { type: 'submit', person: user(EDITOR) },
      { type: 'publish', person: user(MANAGER) },
    ]);
  });

  it('waits while a draft is being worked on', async () => {
    const office = await startOffice(await emptyDatabase(id), {
      ...{ folders, sourceOfTruth: 'pages' },
    });
    const { reload, draft, step } = office;
    const drafted = await made(draft(MANAGER, quorumOf(80)));
    writeFileSync(file, proposalWithQuorum(75));
    expect(await reload()).toEqual(nothing);
    await made(step(MANAGER, 'discard', drafted));
    expect(await reload()).toEqual(draftOf(3));
  });

  it('is in force at once where files decide, and pages refuse', async () => {
    const knex = await emptyDatabase(id);
    const first = await startOffice(knex, { folders });
    const drafted = await made(first.draft(MANAGER, quorumOf(80)));

    writeFileSync(file, proposalWithQuorum(75));
    const office = await startOffice(knex, { folders, sourceOfTruth: 'files' });
    const { people, draft, edit, step, version, reload } = office;
    expect(await version(MANAGER, 3)).toMatchObject({
      ...{ status: 'published', madeBy: null, mayEdit: false, steps: [] },
      history: [{ type: 'publish', person: null }],
    });
    expect((await version(MANAGER, 1)).status).toBe('retired');
    const created = await people.create('zhang.qiang', idea);
    expect(created.workflow.version).toBe(3);
    const { hash } = drafted;
    const decide = [409, 'files-decide'];
    expect([
      await refusal(draft(MANAGER, quorumOf(70))),
      await refusal(edit(MANAGER, 2, { hash, edit: quorumOf(70) })),
      await refusal(step(MANAGER, 'submit', drafted)),
      await refusal(step(CHAIR, 'publish', drafted)),
    ]).toEqual([decide, decide, decide, decide]);
    const { body } = await step(MANAGER, 'discard', drafted, 'zh');
    expect(body.error.message).toBe(
      '本厂流程以文件夹中的文件为准，请修改该文件。',
    );
    // To try what a file would change stays possible.
    const yaml = proposalWithQuorum(80);
    const preview = await people.post(
      ...([MANAGER, '/workflows/proposal/diff', { yaml }] as const),
    );
    expect(preview.body).toMatchObject({ against: 3, report: { ok: true } });

    // A file may go back to what it was.
    writeFileSync(file, SHIPPED);
    const twice = await Promise.all([reload(), reload()]);
    const back = { ...nothing, changed: [{ id: 'proposal', version: 4 }] };
    expect(twice).toContainEqual(back);
    expect(twice).toContainEqual(nothing);
    const inForce = (await office.versions()).filter(
      ({ status }) => status === 'published',
    );
    expect(inForce.map(one => one.version)).toEqual([4]);
  });
});

describe.each(DATABASE_IDS)('two people at the same instant, on %s', id => {
  it('draft one version and put it into force once', async () => {
    const office = await startOffice(await emptyDatabase(id));
    const { draft, edit, step, versions } = office;
    for (let round = 0; round < rounds(50); round += 1) {
      const drafts = await Promise.all([
        draft(MANAGER, quorumOf(80 - round)),
        draft(EDITOR, quorumOf(80 - round)),
        draft(MANAGER, quorumOf(80 - round)),
      ]);
      expect(drafts.map(({ status }) => status).sort()).toEqual([
        201, 409, 409,
      ]);
      const won = drafts.find(({ status }) => status === 201)?.body;
      expect(
        drafts.map(({ body }) => body.error?.code).filter(Boolean),
      ).toEqual(['draft-exists', 'draft-exists']);

      const { hash, version } = won;
      const edits = await Promise.all(
        [71, 72].map(percent =>
          edit(MANAGER, version, { hash, edit: quorumOf(percent, version) }),
        ),
      );
      expect(edits.map(({ status }) => status).sort()).toEqual([200, 409]);
      const edited = edits.find(({ status }) => status === 200)?.body;
      await made(step(MANAGER, 'submit', edited));
      const others = won.madeBy === user(MANAGER) ? [CHAIR, EDITOR] : [CHAIR];
      const steps = await Promise.all(
        [...others, CHAIR].map(name => step(name, 'publish', edited)),
      );
      const published = steps.filter(({ status }) => status === 200);
      expect(published).toHaveLength(1);
      const codes = steps.map(({ body }) => body.error?.code).filter(Boolean);
      expect(
        codes.every(code => ['version-changed', 'version-step'].includes(code)),
      ).toBe(true);
      const inForce = (await versions()).filter(
        ({ status }) => status === 'published',
      );
      expect(inForce.map(one => one.version)).toEqual([version]);
    }
  });
});
