import { createHash } from 'crypto';
import { mkdir, readdir, readFile, symlink, writeFile } from 'fs/promises';
import { dirname, join } from 'path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { GeneratorRunOptions } from '@backstage/plugin-techdocs-node';
import { generateSite } from './generateSite';

describe('a site', () => {
  const input = createMockDirectory();
  const output = createMockDirectory();
  const warned: string[] = [];
  const logger = {
    info: () => undefined,
    warn: (message: string) => warned.push(message),
  } as unknown as GeneratorRunOptions['logger'];

  beforeEach(() => {
    warned.length = 0;
    input.clear();
    output.clear();
  });

  const generate = (options: Partial<GeneratorRunOptions> = {}) =>
    generateSite({
      inputDir: input.path,
      outputDir: output.path,
      logger,
      ...options,
    });
  const read = (path: string) => readFile(output.resolve(path), 'utf8');
  const readJson = async (path: string) => JSON.parse(await read(path));
  const listOutput = async () =>
    (await readdir(output.path, { recursive: true, withFileTypes: true }))
      .filter(entry => entry.isFile())
      .map(entry =>
        join(entry.parentPath, entry.name).slice(output.path.length + 1),
      )
      .sort();

  it('has everything that TechDocs publishes, searches and checks', async () => {
    input.setContent({
      'mkdocs.yml':
        'site_name: 排产异常\nsite_description: 应急处理\ntheme:\n  language: zh\n' +
        'plugins: [techdocs-core]\nmarkdown_extensions:\n  - x: !!python/object/apply:os.system ["true"]\n',
      docs: {
        'index.md': '# 排产异常应急处理手册\n\n先看**第一步**。',
        风险: {
          '数据 安全.md': '![图](图/1.png)\n\n[回](../index.md#第一步)',
          图: { '1.png': Buffer.from([137, 80]) },
        },
        '.hidden': { 'secret.md': '# x' },
      },
    });
    await generate({ etag: 'revision-7', siteOptions: { name: 'unused' } });

    const metadata = await readJson('techdocs_metadata.json');
    expect(metadata).toEqual({
      site_name: '排产异常',
      site_description: '应急处理',
      etag: 'revision-7',
      build_timestamp: expect.any(Number),
      files: expect.any(Array),
    });
    const files = await listOutput();
    expect([...metadata.files].sort()).toEqual(files);
    const styles = files.find(file => file.startsWith('assets/')) ?? '';
    expect(files).toEqual([
      styles,
      'index.html',
      'search/search_index.json',
      'techdocs_metadata.json',
      '风险/图/1.png',
      '风险/数据 安全/index.html',
    ]);
    const hash = createHash('sha256')
      .update(await read(styles))
      .digest('hex');
    expect(styles).toBe(`assets/stylesheets/main.${hash.slice(0, 8)}.min.css`);
    expect(await readFile(output.resolve('风险/图/1.png'))).toEqual(
      Buffer.from([137, 80]),
    );

    const page = await read('风险/数据 安全/index.html');
    expect(page).toContain(`href="../../${styles}"`);
    expect(page).toContain(
      `src="../../${encodeURIComponent('风险')}/${encodeURIComponent(
        '图',
      )}/1.png"`,
    );
    expect(page).toContain(`href="../../#${encodeURIComponent('第一步')}"`);
    expect(page).toContain('<h1>数据 安全</h1>');
    expect(page).toContain('<html lang="zh">');
    expect(await readJson('search/search_index.json')).toEqual({
      docs: [
        {
          location: '',
          title: '排产异常应急处理手册',
          text: '排产异常应急处理手册\n先看第一步。',
        },
        {
          location: `${encodeURIComponent('风险')}/${encodeURIComponent(
            '数据 安全',
          )}/`,
          title: '数据 安全',
          text: '图\n回',
        },
      ],
    });
    expect(warned).toEqual([]);
  });

  it('needs no mkdocs.yml: the entity names it, the folders order it', async () => {
    input.setContent({
      docs: {
        'README.md': 'x',
        'b10.md': '# B10',
        'b9.md': '# B9',
        part: { 'index.md': 'y', 'a.md': '# A' },
      },
    });
    await generate({ siteOptions: { name: 'From the entity' } });
    const page = await read('index.html');
    const [navigation] = page.split('md-sidebar--secondary');
    expect(
      [...navigation.matchAll(/md-ellipsis">([^<]*)/g)].map(
        ([, title]) => title,
      ),
    ).toEqual(['From the entity', 'B9', 'B10', 'part', 'part', 'A']);
    expect(page).toContain('<html lang="en">');
    expect((await readJson('techdocs_metadata.json')).site_name).toBe(
      'From the entity',
    );
  });

  it('follows nav, and says what it leaves out', async () => {
    input.setContent({
      'mkdocs.yaml':
        'docs_dir: pages\nnav:\n  - Start: ./index.md\n  - none.md\n  - More:\n      - a.md\n      - Web: https://example.com\n' +
        '  - Bad: javascript:alert(1)\n  - Empty: []\n  - Null:\n  - 5\n',
      pages: {
        'index.md': '[x](gone.md)',
        'a.md': '# A',
        'own.html': '<script>',
        assets: { 'main.00000000.min.css': '' },
        'techdocs_metadata.json': '{}',
      },
    });
    await generate();
    const [navigation, rest] = (await read('index.html')).split(
      'md-sidebar--secondary',
    );
    expect(
      [...navigation.matchAll(/md-ellipsis">([^<]*)/g)].map(
        ([, title]) => title,
      ),
    ).toEqual(['Start', 'More', 'A', 'Web']);
    expect(rest).toMatch(/md-footer__link--next" rel="next" href="a\/"/);
    expect(warned.sort()).toEqual([
      'assets/main.00000000.min.css is left out',
      'index.md: gone.md leads nowhere',
      'own.html is left out',
      'techdocs_metadata.json is left out',
    ]);
    expect(await listOutput()).not.toContain('own.html');
  });

  it.each([
    ['no documents', {}, /no folder docs/],
    [
      'no first page',
      { docs: { 'a.md': '' } },
      /need a first page, docs\/index.md/,
    ],
    [
      'two pages with one address',
      { docs: { 'index.md': '', 'a.md': '', a: { 'index.md': '' } } },
      /a.md and a\/index.md|a\/index.md and a.md/,
    ],
    [
      'a broken mkdocs.yml',
      { 'mkdocs.yml': 'a: [', docs: { 'index.md': '' } },
      /mkdocs.yml cannot be read/,
    ],
    [
      'a docs_dir above',
      { 'mkdocs.yml': 'docs_dir: ../..', docs: { 'index.md': '' } },
      /not allowed|outside/i,
    ],
    [
      'an absolute docs_dir',
      { 'mkdocs.yml': 'docs_dir: /etc', docs: { 'index.md': '' } },
      /not allowed|outside/i,
    ],
    [
      'a YAML bomb',
      {
        'mkdocs.yml': `a: &a [x]\nb: &b [${'*a,'.repeat(
          99,
        )}]\nc: [${'*b,'.repeat(99)}]`,
        docs: { 'index.md': '' },
      },
      /alias/i,
    ],
  ])('is refused with %s', async (_, content, message) => {
    input.setContent(content);
    await expect(generate()).rejects.toThrow(message);
    expect(await readdir(output.path)).toEqual([]);
  });

  it.each([
    ['docs/page.md', '/etc/hostname'],
    ['docs/1.png', '../mkdocs.yml'],
    ['docs/folder', '/etc'],
    ['docs/loop', '.'],
    ['docs', 'other'],
    ['mkdocs.yml', '/etc/hostname'],
  ])('refuses the symbolic link %s to %s', async (path, target) => {
    input.setContent({ other: { 'index.md': '# x' } });
    const link = input.resolve(path);
    await mkdir(dirname(link), { recursive: true });
    await symlink(target, link);
    await writeFile(input.resolve('docs/index.md'), '# x').catch(
      () => undefined,
    );
    await expect(generate()).rejects.toThrow(/symbolic link/);
    expect(await readdir(output.path)).toEqual([]);
  });
});
