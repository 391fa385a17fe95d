import { readdir, readFile, rm } from 'fs/promises';
import { join } from 'path';
import {
  mockServices,
  registerMswTestHooks,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { caseIdOf } from './caseIdOf';
import { caseUrlReaderFactory } from './CaseUrlReader';
import { parseCaseDocuments } from './parseCaseDocuments';

const PAGE = 'https://app.example.com/hub/cases/kc-014';
const API = 'http://bridge.test/api/bridge';

describe('the address of a case', () => {
  it.each([
    [PAGE, 'kc-014'],
    [`${PAGE}?from=search#x`, 'kc-014'],
    ['https://app.example.com/hub/cases/KC-2025-003', 'KC-2025-003'],
    ['https://app.example.com/cases/kc-014', undefined],
    ['https://app.example.com/hub/cases/', undefined],
    ['https://app.example.com/hub/cases/kc-014/documents', undefined],
    ['https://app.example.com/hub/cases/..%2f..%2fsystems', undefined],
    ['https://app.example.com/hub/cases/../systems/mes', undefined],
    ['https://app.example.com.evil.example/hub/cases/kc-014', undefined],
    ['http://app.example.com/hub/cases/kc-014', undefined],
    ['not an address', undefined],
  ])('%s is that of %s', (address, id) => {
    expect(caseIdOf(address, 'https://app.example.com/hub/')).toBe(id);
    expect(caseIdOf(address, undefined)).toBeUndefined();
  });
});

describe('the documents of a case', () => {
  const file = { path: 'docs/index.md', text: 'x' };

  it('are read as text or as bytes', () => {
    expect(
      parseCaseDocuments({
        etag: '7',
        files: [
          file,
          { path: 'docs/图/1.png', base64: 'iVA=' },
          { path: 'docs/empty.md', text: '' },
        ],
      }),
    ).toEqual({
      etag: '7',
      files: [
        { path: 'docs/index.md', content: Buffer.from('x') },
        { path: 'docs/图/1.png', content: Buffer.from([137, 80]) },
        { path: 'docs/empty.md', content: Buffer.alloc(0) },
      ],
    });
  });

  it.each([
    '../x',
    'docs/../../x',
    '/etc/passwd',
    'docs\\..\\x',
    'docs/\0.md',
    'docs//x',
    './x',
    '..',
    '',
    'docs/',
    undefined,
    7,
  ])('are refused with the path %j', path => {
    expect(() =>
      parseCaseDocuments({ etag: '7', files: [file, { path, text: '' }] }),
    ).toThrow(/has the path/);
  });

  it.each([
    null,
    'text',
    { files: [] },
    { etag: '', files: [] },
    { etag: '7' },
    { etag: '7', files: [null] },
    { etag: '7', files: [{ path: 'a' }] },
  ])('are refused when the answer is %j', answer => {
    expect(() => parseCaseDocuments(answer)).toThrow();
  });
});

describe('TechDocs reads a case', () => {
  const edge = setupServer();
  registerMswTestHooks(edge);

  const reader = (pluginId = 'techdocs', app?: { baseUrl: string }) =>
    ServiceFactoryTester.from(mockServices.urlReader.factory(), {
      dependencies: [
        caseUrlReaderFactory,
        mockServices.rootConfig.factory({
          data: app ? { app } : {},
        }),
        mockServices.discovery.mock({ getBaseUrl: async () => API }).factory,
      ],
    }).getSubject(pluginId);
  const techdocs = () =>
    reader('techdocs', { baseUrl: 'https://app.example.com/hub' });

  const answerWith = (response: () => Response, seen: Headers[] = []) =>
    edge.use(
      http.get(`${API}/cases/kc-014/documents`, ({ request }) => {
        seen.push(request.headers);
        return response();
      }),
    );

  it('with the rights of the service, into a folder, with an etag', async () => {
    const seen: Headers[] = [];
    answerWith(
      () =>
        HttpResponse.json({
          etag: 'revision-2',
          files: [
            { path: 'docs/index.md', text: '# 重连' },
            { path: 'docs/图/1.png', base64: 'iVA=' },
            { path: 'docs/empty.md', text: '' },
          ],
        }),
      seen,
    );
    const tree = await (
      await techdocs()
    ).readTree(PAGE, { etag: 'revision-1' });
    expect(tree.etag).toBe('revision-2');
    const folder = await tree.dir();
    expect((await readdir(join(folder, 'docs'))).sort()).toEqual([
      'empty.md',
      'index.md',
      '图',
    ]);
    expect(await readFile(join(folder, 'docs/index.md'), 'utf8')).toBe(
      '# 重连',
    );
    expect(await readFile(join(folder, 'docs/图/1.png'))).toEqual(
      Buffer.from([137, 80]),
    );
    expect(seen[0].get('authorization')).toBe(
      'Bearer mock-service-token:{"sub":"plugin:techdocs","target":"bridge"}',
    );
    expect(seen[0].get('if-none-match')).toBe('"revision-1"');
    expect(seen[0].get('cache-control')).not.toContain('no-cache');
    await rm(folder, { recursive: true });
  });

  it.each([
    [304, 'NotModifiedError'],
    [404, 'NotFoundError'],
    [403, 'ResponseError'],
    [503, 'ResponseError'],
  ])('and a %i of the bridge is a %s', async (status, name) => {
    answerWith(() => new HttpResponse(null, { status }));
    const urls = await techdocs();
    await expect(urls.readTree(PAGE)).rejects.toMatchObject({ name });
  });

  it('and writes nothing of an answer with a path that leads out', async () => {
    answerWith(() =>
      HttpResponse.json({ etag: '1', files: [{ path: '../x', text: '' }] }),
    );
    const urls = await techdocs();
    await expect(urls.readTree(PAGE)).rejects.toThrow(/has the path/);
  });

  it('as a whole only', async () => {
    const urls = await techdocs();
    await expect(urls.readUrl(PAGE)).rejects.toThrow(/as a whole/);
    await expect(urls.search(PAGE)).rejects.toThrow(/not searched/);
  });

  it('and nobody else does, nor an app without an address', async () => {
    const others = await reader('scaffolder', {
      baseUrl: 'https://app.example.com/hub',
    });
    await expect(others.readTree(PAGE)).rejects.toThrow(/not allowed/);
    await expect((await reader()).readTree(PAGE)).rejects.toThrow(
      /not allowed/,
    );
  });
});
