import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { fieldError } from '@techbridge/plugin-bridge-common';
import { http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import { parse } from 'yaml';
import { DATABASE_IDS, emptyDatabase } from '../testing/databases';
import { startLibraryForTest, TECHDOCS } from './testing/startLibraryForTest';
import { AUTHOR, publishing, REVIEWER } from './testing/TestItems';

const published = { type: 'milestone', payload: { milestone: 'published' } };
const text = {
  title: '扫码枪重连',
  systems: ['wms'],
  language: 'zh',
  body: '## 现象\n\n扫码枪频繁断连,重新配对后恢复。',
};

const techDocs = setupServer(http.all('*', () => passthrough()));
registerMswTestHooks(techDocs);

describe.each(DATABASE_IDS)('the case library on %s', id => {
  const start = async () => startLibraryForTest(await emptyDatabase(id));

  it('writes a case in revisions, has it reviewed, and shows what was reviewed', async () => {
    const { items, hooks, projection, topics, ...library } = await start();
    const built: string[] = [];
    techDocs.use(
      http.get(`${TECHDOCS}/sync/default/resource/:name`, ({ params }) => {
        built.push(String(params.name));
        return new HttpResponse('event: finish\ndata: {"updated":true}\n\n');
      }),
    );

    const begun = await library.post(text);
    expect(begun.status).toBe(201);
    expect(begun.body).toMatchObject({
      id: 'kc-001',
      key: 'KC-001',
      title: '扫码枪重连',
      systems: ['system:default/wms'],
      summary: '扫码枪频繁断连,重新配对后恢复。',
      state: { id: 'draft' },
      author: AUTHOR,
      revision: 1,
      publishedRevision: null,
      publishedAt: null,
      entityRef: null,
      mayEdit: true,
    });

    items.asked.length = 0;
    const written = await library.put('/kc-001', {
      ...text,
      title: '扫码枪断连处理',
      systems: ['system:default/wms', 'mes', 'MES'],
      body: '# 扫码枪断连处理\n\n先看电量。',
      revision: 1,
    });
    expect(written.body).toMatchObject({
      revision: 2,
      systems: ['system:default/wms', 'system:default/mes'],
      summary: '先看电量。',
    });
    expect(items.asked).toEqual(['bridge.item.act']);

    expect((await library.get('/kc-001/documents', 'service')).status).toBe(
      404,
    );
    await items.move('KC-001', 'inReview');
    expect((await library.get('/KC-001', REVIEWER)).body.mayEdit).toBe(false);
    await items.move('KC-001', 'published', [published]);
    await hooks.effectHandler.handle(publishing('KC-001'));

    const read = (await library.get('/kc-001')).body;
    expect(read).toMatchObject({
      revision: 2,
      publishedRevision: 2,
      publishedAt: '2025-12-30T20:30:00.000Z',
      entityRef: 'resource:default/kc-001',
      mayEdit: false,
    });
    const revisions = (await library.get('/kc-001/revisions')).body;
    expect(revisions).toMatchObject({
      items: [
        {
          revision: 2,
          title: '扫码枪断连处理',
          author: AUTHOR,
          published: true,
        },
        { revision: 1, title: '扫码枪重连', author: AUTHOR, published: false },
      ],
      total: 2,
      nextCursor: null,
    });
    expect(topics).toEqual(['bridge.catalog']);
    expect(built).toEqual(['kc-001']);

    const documents = await library.get('/kc-001/documents', 'service');
    expect(documents.headers.etag).toBe('"2"');
    const [config, page] = documents.body.files;
    expect(config.path).toBe('mkdocs.yml');
    expect(parse(config.text)).toEqual({
      site_name: '扫码枪断连处理',
      site_description: '先看电量。',
      docs_dir: 'docs',
      theme: { language: 'zh' },
    });
    expect(page).toEqual({
      path: 'docs/index.md',
      text: [
        '# 扫码枪断连处理',
        '',
        '| 业务系统 | 作者 | 发布日期 | 语言 |',
        '| --- | --- | --- | --- |',
        '| 仓储管理、制造执行 | chen.zhiyuan | 2025-12-31 | 中文 |',
        '',
        '先看电量。',
        '',
      ].join('\n'),
    });
    const unchanged = await library
      .get('/kc-001/documents', 'service')
      .set('If-None-Match', '"2"');
    expect(unchanged.status).toBe(304);
    expect((await library.get('/kc-001/documents')).status).toBe(403);
  });

  it('tells the catalog of a published case once, and again in full', async () => {
    const { items, hooks, projection } = await start();
    techDocs.use(
      http.get(`${TECHDOCS}/sync/*`, () => new HttpResponse('event: finish')),
    );
    const before = await projection.since(undefined);
    await items.begin('KC-045', {
      title: '阈值动态调整案例',
      system: 'system:default/mes',
      systems: ['system:default/aps', 'system:default/mes'],
      body: '批量采购门槛按需求量调整。',
      authors: [REVIEWER, AUTHOR],
    });
    expect((await projection.since(before.cursor)).entities).toEqual([]);
    await items.move('KC-045', 'published', [published]);
    await hooks.effectHandler.handle(publishing('KC-045'));

    const changed = await projection.since(before.cursor);
    expect(changed).toMatchObject({ full: false, removed: [] });
    expect(changed.entities).toEqual([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: {
          name: 'kc-045',
          title: '阈值动态调整案例',
          description: '批量采购门槛按需求量调整。',
          annotations: {
            'backstage.io/managed-by-location': 'bridge:cases/kc-045',
            'backstage.io/managed-by-origin-location': 'bridge:cases/kc-045',
            'backstage.io/techdocs-ref':
              'url:https://bridge.test/app/cases/kc-045',
            'techbridge.io/title-zh': '阈值动态调整案例',
          },
        },
        spec: {
          type: 'case-study',
          owner: 'group:default/super-users-mes',
          dependsOn: ['system:default/mes', 'system:default/aps'],
        },
      },
    ]);
    expect((await projection.since(changed.cursor)).entities).toEqual([]);
    const whole = await projection.since(undefined);
    expect(whole.full).toBe(true);
    expect(whole.entities).toContainEqual(changed.entities[0]);
  });

  it('publishes the revision that stood when the review said yes', async () => {
    const { items, hooks, ...library } = await start();
    techDocs.use(
      http.get(`${TECHDOCS}/sync/*`, () => new HttpResponse('event: finish')),
    );
    await library.post(text);
    await items.move('KC-001', 'published', [published]);
    // A later workflow may let a published case be written again.
    await items.move('KC-001', 'draft', [
      {
        type: 'action',
        payload: { action: 'edit', data: { body: '新写的。' } },
      },
    ]);
    await hooks.effectHandler.handle(publishing('KC-001'));
    await hooks.effectHandler.handle(publishing('KC-001', '2026-01-01'));
    expect((await library.get('/kc-001')).body).toMatchObject({
      body: '新写的。',
      title: '扫码枪重连',
      revision: 2,
      publishedRevision: 1,
      publishedAt: '2025-12-30T20:30:00.000Z',
    });
    const page = (await library.get('/kc-001/documents', 'service')).body;
    expect(page.etag).toBe('1');
    expect(page.files[1].text).toContain('重新配对');
  });

  it('lets only authors write, only while it is a draft, and one after another', async () => {
    const { items, ...library } = await start();
    await library.post(text);
    const next = { ...text, body: '第二稿', revision: 1 };

    const stranger = await library.put('/kc-001', next, REVIEWER);
    expect(stranger.status).toBe(403);
    expect(stranger.body.error).toMatchObject({ code: 'action-forbidden' });

    const both = await Promise.all([
      library.put('/kc-001', next),
      library.put('/kc-001', { ...next, body: '另一稿' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [won] = both.filter(({ status }) => status === 200);
    const [lost] = both.filter(({ status }) => status === 409);
    expect(lost.body.error).toMatchObject({
      code: 'changed-meanwhile',
      current: { revision: 2, body: won.body.body },
    });

    // A comment between the look at its numbers and the writing.
    items.beforeEdit = () => items.move('KC-001', 'draft');
    const third = await library.put('/kc-001', { ...next, revision: 2 });
    expect(third.body).toMatchObject({ revision: 3, body: '第二稿' });
    // Handed in for review between the two.
    items.beforeEdit = () => items.move('KC-001', 'inReview');
    const late = await library.put('/kc-001', { ...next, revision: 3 });
    expect(late.status).toBe(409);
    expect(late.body.error).toMatchObject({
      code: 'action-refused',
      message: expect.stringMatching(/^The text stands while/),
      current: { revision: 3, state: { id: 'inReview' }, mayEdit: false },
    });
    expect((await library.get('/kc-001/revisions')).body.total).toBe(3);
  });

  it('takes the text from all of an item, whoever changed a part of it', async () => {
    const { items, ...library } = await start();
    await library.post({ ...text, systems: ['wms', 'mes'] });
    const change = (data: object) =>
      items.move('KC-001', 'draft', [
        { type: 'action', payload: { action: 'edit', data } },
      ]);
    await change({ system: 'system:default/aps', title: '重连' });
    expect((await library.get('/kc-001')).body).toMatchObject({
      title: '重连',
      systems: [
        'system:default/aps',
        'system:default/wms',
        'system:default/mes',
      ],
      body: text.body,
      revision: 2,
    });
    // What is empty the item does not have; a changed field says so by null.
    await change({ systems: null, body: null });
    expect((await library.get('/kc-001')).body).toMatchObject({
      systems: ['system:default/aps'],
      body: '',
      summary: '',
      revision: 3,
    });
    await change({ reviewer: REVIEWER });
    expect((await library.get('/kc-001')).body.revision).toBe(3);
  });

  it('finds cases by word, system and state, page by page, as far as one may see', async () => {
    const knex = await emptyDatabase(id);
    const { items, hooks, ...library } = await startLibraryForTest(knex);
    techDocs.use(
      http.get(`${TECHDOCS}/sync/*`, () => new HttpResponse('event: finish')),
    );
    const statements: string[] = [];
    knex.on('query', ({ sql }) => statements.push(sql));
    const cases: [string, string, string[], string, string][] = [
      ['KC-052', '排产异常应急处理手册', ['aps'], '先看换模矩阵。', '01'],
      ['KC-045', '阈值动态调整案例', ['mes'], '# Threshold\n\n按物料。', '02'],
      ['KC-003', 'MES录入异常处置', ['mes', 'aps'], '看批次号。', '03'],
    ];
    for (const [key, title, systems, body, day] of cases) {
      await items.begin(
        key,
        { title, systems: systems.map(name => `system:default/${name}`), body },
        { at: `2025-12-${day}T00:00:00.000Z` },
      );
    }
    await items.move('KC-045', 'published', [published]);
    await hooks.effectHandler.handle(publishing('KC-045'));
    const found = async (query: string) => {
      const { body } = await library.get(`?${query}`);
      expect(body.total).toBe(body.items.length);
      return body.items.map((row: { key: string }) => row.key);
    };

    items.asked.length = 0;
    statements.length = 0;
    expect(await found('')).toEqual(['KC-003', 'KC-045', 'KC-052']);
    expect(items.asked).toEqual(['bridge.item.read']);
    // The states of the items are read by the room of work items.
    expect(statements).toHaveLength(2);
    expect(await found('q=换模')).toEqual(['KC-052']);
    expect(await found('q=阈值')).toEqual(['KC-045']);
    expect(await found('q=thresh')).toEqual(['KC-045']);
    expect(await found('q=pcyjcl')).toEqual([]);
    expect(await found('q=paichan')).toEqual(['KC-052']);
    expect(await found('q=换模 排产')).toEqual(['KC-052']);
    expect(await found('q=kc-003')).toEqual(['KC-003']);
    expect(await found('q=?!')).toEqual([]);
    expect(await found('system=aps')).toEqual(['KC-003', 'KC-052']);
    expect(await found('system=system:default/mes&order=key')).toEqual([
      'KC-003',
      'KC-045',
    ]);
    expect(await found('system=none')).toEqual([]);
    expect(await found('published=true')).toEqual(['KC-045']);
    expect(await found('published=false')).toEqual(['KC-003', 'KC-052']);
    // Reviewed, and shown to readers in a moment.
    await items.move('KC-003', 'published', [published]);
    expect(await found('published=false')).toEqual(['KC-003', 'KC-052']);
    await items.move('KC-052', 'discarded');
    expect(await found('published=false')).toEqual(['KC-003']);
    expect(await found('q=换模')).toEqual(['KC-052']);
    expect(await found('order=-publishedAt')).toEqual([
      'KC-045',
      'KC-052',
      'KC-003',
    ]);

    for (const order of ['-updatedAt', '-publishedAt', 'key']) {
      const all = await found(`order=${order}`);
      const walked: string[] = [];
      let cursor = '';
      do {
        const { body } = await library.get(`?limit=1&order=${order}${cursor}`);
        expect(body.total).toBe(3);
        walked.push(body.items[0].key);
        cursor = body.nextCursor && `&cursor=${body.nextCursor}`;
      } while (cursor);
      expect(walked).toEqual(all);
    }
    const wrong = await library.get('?cursor=WyJrZXkiLCJ4Il0');
    expect(wrong.body.error.code).toBe('invalid-cursor');

    items.narrow = query => void query.where('items.key', 'KC-003');
    expect(await found('')).toEqual(['KC-003']);
    for (const path of ['/kc-045', '/kc-045/revisions', '/kc-999']) {
      const hidden = await library.get(path);
      expect([hidden.status, hidden.body.error.code]).toEqual([
        404,
        'case-not-found',
      ]);
    }
    const change = { ...text, revision: 1 };
    for (const path of ['/kc-045', '/kc-999']) {
      const hidden = await library.put(path, change);
      expect([hidden.status, hidden.body.error.code]).toEqual([
        404,
        'case-not-found',
      ]);
    }
  });

  it('keeps hostile text as text and refuses what cannot be kept', async () => {
    const { items, hooks, ...library } = await start();
    techDocs.use(
      http.get(`${TECHDOCS}/sync/*`, () => new HttpResponse('event: finish')),
    );
    const hostile = {
      title:
        '!!python/object:os.system "x": <script>alert(1)</script> | # [a](javascript:1)',
      systems: ['wms'],
      language: 'en',
      body: "---\nnav: evil\n---\n<img src=x onerror=alert(1)>\n\n'; DROP TABLE cases; --\n{{ x }}",
    };
    expect((await library.post(hostile)).body).toMatchObject({
      title: hostile.title,
      body: hostile.body,
    });
    await items.move('KC-001', 'published', [published]);
    await hooks.effectHandler.handle(publishing('KC-001'));
    const { files } = (await library.get('/kc-001/documents', 'service')).body;
    expect(files).toHaveLength(2);
    expect(parse(files[0].text).site_name).toBe(hostile.title);
    const [heading, , head, , facts, , ...body] = files[1].text.split('\n');
    expect(heading).toBe(
      '# !!python/object:os.system "x": \\<script\\>alert(1)\\</script\\> \\| # \\[a\\](javascript:1)',
    );
    expect(head).toBe('| Systems | Author | Published on | Language |');
    expect(facts).toBe('| WMS | chen.zhiyuan | 2025-12-31 | English |');
    expect(body.join('\n')).toBe(`${hostile.body}\n`);

    const long = {
      ...hostile,
      body: `${'字'.repeat(3)}${'x'.repeat(199_000)}`,
    };
    expect((await library.post(long)).status).toBe(201);

    const refused: [object, string, string][] = [
      [{ systems: [] }, 'systems', 'required'],
      [{ systems: ['wms', 'none'] }, 'systems.1', 'unknown-system'],
      [{ systems: ['system:default/\u0000'] }, 'systems.0', 'unknown-system'],
      [{ systems: ['system:other/wms'] }, 'systems.0', 'unknown-system'],
      [{ title: 'a\u0000b' }, 'title', 'not-plain-text'],
      [{ body: 'a\u0000b' }, 'body', 'not-plain-text'],
      [{ body: '\ud800' }, 'body', 'not-plain-text'],
      [{ body: 'x'.repeat(200_001) }, 'body', 'too-long'],
      [{ language: 'de' }, 'language', 'not-one-of'],
      [{ state: 'published' }, 'state', 'unknown-field'],
    ];
    for (const [wrong, path, code] of refused) {
      for (const answer of [
        await library.post({ ...text, ...wrong }),
        await library.put('/kc-002', { ...text, revision: 1, ...wrong }),
      ]) {
        expect(answer.status).toBe(400);
        expect(answer.body.error.fields).toMatchObject([{ path, code }]);
      }
    }
    expect((await library.get('/kc-002')).body.revision).toBe(1);
    // The workflow has rules of its own, and calls the fields by its names.
    items.refusal = fieldError('data.title', 'too-short', { minimum: 2 });
    const short = await library.post({ ...text, title: '短' });
    expect(short.body.error.fields).toMatchObject([
      { path: 'title', code: 'too-short', params: { minimum: 2 } },
    ]);
    const odd = await library.get('?system=system:default/\u0000');
    expect(odd.status).toBe(200);
  });
});
