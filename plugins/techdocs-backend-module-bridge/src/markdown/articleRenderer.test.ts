import { resolveLink, SiteMap } from '../site/resolveLink';
import { wordsOf } from '../site/words';
import { articleRenderer } from './articleRenderer';

const site: SiteMap = {
  pages: new Map([
    ['index.md', ''],
    ['扫码/重连.md', '扫码/重连/'],
    ['扫码/index.md', '扫码/'],
  ]),
  files: new Set(['扫码/图/1.png', '报表.xlsx', 'plan.svg']),
};

function render(markdown: string, language = 'zh', path = '扫码/重连.md') {
  return articleRenderer(wordsOf(language))(markdown, link =>
    resolveLink(link, path, site),
  );
}

const html = (markdown: string) => render(markdown).html.trim();

describe('an article', () => {
  it('has headings with ids that TechDocs can scroll to, each its own', () => {
    const {
      headings,
      title,
      html: result,
    } = render(
      '# MES 录入异常：处置\n## 现象\n## 现象\n## Action\n### `code` & <b>\n## ！',
      'en',
    );
    expect(title).toBe('MES 录入异常：处置');
    expect(
      headings.map(({ level, id }) => [level, decodeURIComponent(id)]),
    ).toEqual([
      [1, 'mes-录入异常处置'],
      [2, '现象'],
      [2, '现象_1'],
      [2, 'action-'],
      [3, 'code-b'],
      [2, 'section-'],
    ]);
    expect(headings[4].text).toBe('code & <b>');
    expect(result).toContain(
      '<h2 id="%E7%8E%B0%E8%B1%A1">现象<a class="headerlink" href="#%E7%8E%B0%E8%B1%A1" title="Link to this section">¶</a></h2>',
    );
  });

  it('gives a thousand equal headings ids of their own', () => {
    const { headings } = render(`${'# a\n'.repeat(999)}# a-_1\n`);
    expect(new Set(headings.map(({ id }) => id)).size).toBe(1000);
  });

  it.each([
    ['- a\n    1. b', /<ul>\s<li>a\s<ol>\s<li>b<\/li>/],
    [
      '**粗** *斜* ~~删~~ `x`',
      /<strong>粗<\/strong> <em>斜<\/em> <s>删<\/s> <code>x<\/code>/,
    ],
    ['> 引', /<blockquote>\s<p>引<\/p>/],
    [
      '| 码 | 值 |\n| --- | --: |\n| E1 | 2 |',
      /<div class="md-typeset__scrollwrap" tabindex="0"><table>[^]*<th>码<\/th>[^]*<td style="text-align:right">2<\/td>[^]*<\/table><\/div>/,
    ],
    [
      '- [ ] 查线\n- [x] 换枪',
      /<li class="task-list-item"><label class="task-list-control"><input type="checkbox" disabled aria-label="未完成"><span class="task-list-indicator"><\/span><\/label> 查线<\/li>\s<li[^]*disabled checked aria-label="已完成"/,
    ],
    ['- [x](index.md)', /<li><a href="\.\.\/\.\.\/[^"]*">x<\/a><\/li>/],
    ['[ ] no item', /<p>\[ \] no item<\/p>/],
  ])('draws %j', (markdown, expected) => {
    expect(html(markdown)).toMatch(expected);
  });

  it.each([
    ['```sql\nselect 1\n```', '<span class="hljs-keyword">select</span>'],
    ['```nothing\n<b>\n```', '<code tabindex="0">&lt;b&gt;\n</code>'],
    ['```constructor\nx\n```', '<code tabindex="0">x\n</code>'],
    ['    <i>', '<div class="highlight"><pre><code tabindex="0">&lt;i&gt;'],
  ])('shows code %#', (markdown, expected) => {
    expect(html(markdown)).toContain(expected);
  });

  it('gives up colours for code that takes too long, but loses no word', () => {
    const hostile = '_'.repeat(50_000);
    const begin = performance.now();
    const result = html(
      `${`\`\`\`ini\n${hostile}\n\`\`\`\n`.repeat(
        20,
      )}\`\`\`sql\nselect 1\n\`\`\``,
    );
    expect(performance.now() - begin).toBeLessThan(5_000);
    expect(result.split(hostile)).toHaveLength(21);
    expect(result).toContain('select 1');
    expect(html('```ini\na = 1\n```')).toContain('hljs-attr');
  });

  it('reads a very long paragraph', () => {
    expect(render('a\n'.repeat(200_000)).text).toHaveLength(399_999);
  });

  it.each([
    [
      '!!! warning "断电！"\n    第一段\n\n    - 项\n\n外面',
      '<div class="admonition warning"><p class="admonition-title">断电！</p><p>第一段</p><ul><li>项</li></ul></div><p>外面</p>',
    ],
    [
      '!!! note “中文引号”\n    x',
      'note"><p class="admonition-title">中文引号</p><p>x',
    ],
    ['!!! danger\n    x', 'danger"><p class="admonition-title">危险</p>'],
    ['!!! Important\n    x', 'note"><p class="admonition-title">Important</p>'],
    [
      '!!! constructor\n    x',
      'note"><p class="admonition-title">constructor</p>',
    ],
    ['!!! tip ""\n    x', '<div class="admonition tip"><p>x</p></div>'],
    [
      '??? note\n    x',
      '<details class="note"><summary>说明</summary><p>x</p></details>',
    ],
    [
      '???+ bug "开"\n    x',
      '<details class="bug" open=""><summary>开</summary>',
    ],
    [
      '!!! note\n    ??? tip "内"\n        深\n    浅',
      '<details class="tip"><summary>内</summary><p>深</p></details><p>浅</p></div>',
    ],
    [
      '- 项\n\n    !!! note\n        里',
      '<li><p>项</p><div class="admonition note">',
    ],
    [
      '!!! note',
      '<div class="admonition note"><p class="admonition-title">说明</p></div>',
    ],
    ['text\n!!! note\n    x', '<p>text</p><div class="admonition note">'],
    ['!!!wow', '<p>!!!wow</p>'],
    ['    !!! note', '<code tabindex="0">!!! note'],
  ])('draws the admonition %j', (markdown, expected) => {
    expect(html(markdown).replace(/\n/g, '')).toContain(expected);
  });

  it.each([
    ['[a](../index.md)', 'href="../../"'],
    [
      '[a](index.md#现象)',
      `href="../../${encodeURIComponent('扫码')}/#${encodeURIComponent(
        '现象',
      )}"`,
    ],
    ['[a](重连.md)', `href="../../${encodeURI('扫码/重连')}/"`],
    ['[a](#Action)', 'href="#action-"'],
    ['[a](../报表.xlsx)', `href="../../${encodeURI('报表.xlsx')}" download=""`],
    ['[a](/catalog/default/system/mes)', 'href="/catalog/default/system/mes"'],
    [
      '[a](https://example.com/?a=1&b=2#c)',
      'href="https://example.com/?a=1&amp;b=2#c"',
    ],
    [
      '![图](图/1.png)',
      `<img src="../../${encodeURI('扫码/图/1.png')}" alt="图">`,
    ],
    [
      '![p](../plan.svg#only-dark)',
      '<img src="../../plan.svg#only-dark" alt="p">',
    ],
    [
      '![d](data:image/png;base64,AA==)',
      '<img src="data:image/png;base64,AA==" alt="d">',
    ],
  ])('leads %s to where the site has it', (markdown, expected) => {
    expect(html(markdown)).toContain(expected);
  });

  it('reports links that lead nowhere, and never leaves the documents', () => {
    const links = ['none.md', '../../../etc/passwd', '../%2e%2e/secret.png'];
    const markdown = links.map(link => `[a](${link})`).join(' ');
    expect(render(markdown).missing).toEqual(links);
  });

  it.each([
    [
      '![图](https://evil.example/1.png)',
      '<a href="https://evil.example/1.png">图</a>',
    ],
    [
      '![](//evil.example/1.png)',
      '<a href="//evil.example/1.png">//evil.example/1.png</a>',
    ],
    [
      '[![图](http://evil.example/1)](../index.md)',
      '<p><a href="../../">图</a></p>',
    ],
  ])('loads no picture of another host: %s', (markdown, expected) => {
    expect(html(markdown)).toContain(expected);
    expect(html(markdown)).not.toContain('<img');
  });

  it('knows its words without any mark', () => {
    const { text } = render(
      '# 标题\n\n正文 **重点** [链接](index.md) ![图](图/1.png)\n第二行\n\n' +
        '| a | b |\n|---|---|\n| c | d |\n\n- [x] 做\n\n!!! note "框"\n    内\n\n```js\nlet x;\n```\n&lt;',
    );
    expect(text.split('\n')).toEqual([
      '标题',
      '正文 重点 链接 图 第二行',
      'a',
      'b',
      'c',
      'd',
      '做',
      '框',
      '内',
      'let x;',
      '<',
    ]);
  });
});
