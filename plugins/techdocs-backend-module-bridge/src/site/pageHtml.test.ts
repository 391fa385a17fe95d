/** @jest-environment @backstage/cli-module-test-jest/config/jest-environment-jsdom */
import DOMPurify from 'dompurify';
import { articleRenderer } from '../markdown/articleRenderer';
import { NavigationEntry } from './navigation';
import { pageHtml, Site } from './pageHtml';
import { resolveLink } from './resolveLink';
import { styles } from './styles';
import { wordsOf } from './words';

const addresses = new Map([
  ['index.md', ''],
  ['故障/代码.md', '故障/代码/'],
  ['故障/深/<b>.md', '故障/深/<b>/'],
  ['end.md', 'end/'],
]);
const titles = new Map([
  ['index.md', '首页'],
  ['故障/代码.md', '故障代码'],
  ['故障/深/<b>.md', '<b>"深"'],
  ['end.md', '结束'],
]);
const navigation: NavigationEntry[] = [
  { title: '首页', page: 'index.md' },
  {
    title: '故障 "E"',
    entries: [
      { title: '故障代码', page: '故障/代码.md' },
      { title: '深', entries: [{ title: '<b>"深"', page: '故障/深/<b>.md' }] },
    ],
  },
  { title: '厂商', href: 'https://example.com/?a&b' },
  { title: '结束', page: 'end.md' },
];

function site(language = 'zh'): Site {
  return {
    name: '扫码枪</title><b>重连',
    language,
    words: wordsOf(language),
    navigation,
    addresses,
    titles,
    styles: 'assets/stylesheets/main.0a1b2c3d.min.css',
  };
}

/** A page as the reader of TechDocs sees it once it has cleaned it. */
function open(markdown: string, path = '故障/代码.md', language = 'zh') {
  const article = articleRenderer(wordsOf(language))(markdown, link =>
    resolveLink(link, path, { pages: addresses, files: new Set() }),
  );
  const page = { ...article, path, title: titles.get(path) ?? '' };
  const raw = pageHtml(page, site(language));
  const clean = DOMPurify.sanitize(raw, {
    ADD_TAGS: ['link', 'meta'],
    FORBID_TAGS: ['style'],
    ADD_ATTR: ['http-equiv', 'content', 'dominant-baseline'],
    WHOLE_DOCUMENT: true,
    RETURN_DOM: true,
  }) as HTMLElement;
  const document = new DOMParser().parseFromString(raw, 'text/html');
  return { raw: document.documentElement, clean, text: raw };
}

describe('a page, as the reader of TechDocs takes it apart', () => {
  const { clean: dom } = open(
    '# 故障代码\n\n## 现象\n\n### 细节\n\n#### 更深\n\n## Images\n',
  );
  const all = (selector: string) => [...dom.querySelectorAll(selector)];
  const one = (selector: string) => {
    expect([selector, all(selector).length]).toEqual([selector, 1]);
    return all(selector)[0];
  };

  it('keeps the order of the skeleton', () => {
    expect(
      [...one('body').children].map(child =>
        child.matches(
          'input#__drawer.md-toggle[type=checkbox][data-md-toggle=drawer], label.md-overlay[for=__drawer], header.md-header, div.md-container',
        ),
      ),
    ).toEqual([true, true, true, true]);
    one('input#__drawer + label.md-overlay + header.md-header + .md-container');
    one('header.md-header > label[for=__drawer]');
    one('.md-container > [data-md-component=main] > .md-main__inner.md-grid');
    one('.md-container > footer.md-footer');
    expect(
      [...one('.md-main__inner').children].map(child => child.className),
    ).toEqual([
      'md-sidebar md-sidebar--primary',
      'md-sidebar md-sidebar--secondary',
      'md-content',
    ]);
    one(
      '[data-md-component=main] .md-content[data-md-component=content] > article.md-content__inner.md-typeset',
    );
    one('article > h1');
  });

  it.each([
    ['primary', 'navigation'],
    ['secondary', 'toc'],
  ])('has the %s sidebar where addons look for it', (side, type) => {
    const bar = `.md-sidebar--${side}[data-md-component=sidebar][data-md-type=${type}]`;
    const inner = '.md-sidebar__scrollwrap > .md-sidebar__inner';
    expect(one(`${bar} > ${inner} > nav`).className).toBe(
      `md-nav md-nav--${side}`,
    );
  });

  it('links one style sheet under a name that survives cleaning', () => {
    expect(one('link').getAttribute('href')).toBe(
      '../../assets/stylesheets/main.0a1b2c3d.min.css',
    );
  });

  it('unfolds the navigation down to the page', () => {
    expect(
      all('.md-nav--primary > ul > li').map(item => item.className),
    ).toEqual([
      'md-nav__item',
      'md-nav__item md-nav__item--nested md-nav__item--active',
      'md-nav__item',
      'md-nav__item',
    ]);
    expect(one('a.md-nav__link--active > span.md-ellipsis').textContent).toBe(
      '故障代码',
    );
    expect(one('[aria-current=page]').getAttribute('href')).toBe(
      `../../${encodeURI('故障/代码')}/`,
    );
    for (const toggle of all(
      '.md-nav__item--nested > input.md-nav__toggle.md-toggle[type=checkbox]',
    )) {
      expect(toggle.id).toMatch(/^[a-z_][\w-]*$/i);
      one(`#${toggle.id}`);
      one(`#${toggle.id} + label.md-nav__link[for=${toggle.id}] + nav.md-nav`);
    }
    expect(all('.md-nav__toggle')).toHaveLength(2);
  });

  it('has a table of contents whose links meet their headings', () => {
    const links = all('.md-nav--secondary > ul[data-md-component=toc] a');
    expect(links.map(link => link.textContent)).toEqual([
      '现象',
      '细节',
      'Images',
    ]);
    for (const link of links) {
      // As the reader does: the hash as the address bar has it.
      const { hash } = new URL(
        link.getAttribute('href') ?? '',
        'https://app.example.com/docs/',
      );
      expect(one(`[id="${hash.slice(1)}"]`).textContent).toContain(
        link.textContent,
      );
      one(`[id="${hash.slice(1)}"] > a.headerlink`);
    }
  });

  it('leads to the page before and after, in the language of the documents', () => {
    const previous = one('a.md-footer__link.md-footer__link--prev');
    const next = one('a.md-footer__link.md-footer__link--next');
    expect(previous.getAttribute('href')).toBe('../../');
    expect(previous.querySelector('.md-footer__title')?.textContent).toBe(
      '上一页首页',
    );
    expect(next.getAttribute('href')).toBe(
      `../../${encodeURI('故障/深/<b>')}/`,
    );
    expect(next.querySelector('.md-footer__title')?.textContent).toBe(
      '下一页<b>"深"',
    );
    const english = open('## x', 'index.md', 'en').clean;
    expect(english.querySelectorAll('.md-footer__link')).toHaveLength(1);
    expect(english.querySelector('.md-footer__direction')?.textContent).toBe(
      'Next',
    );
    expect(
      english.querySelector('.md-nav--secondary > label')?.textContent,
    ).toBe('On this page');
  });

  it('has a heading even where its author wrote none', () => {
    const { raw } = open('', '故障/深/<b>.md');
    expect(raw.querySelector('article > h1')?.textContent).toBe('<b>"深"');
    expect(raw.querySelector('title')?.textContent).toBe(
      '<b>"深" - 扫码枪</title><b>重连',
    );
    expect(raw.querySelector('.md-nav--primary > label')?.textContent).toBe(
      '扫码枪</title><b>重连',
    );
  });

  it('loses nothing when it is cleaned', () => {
    const { raw, clean } = open(
      '## 表\n\n|a|\n|-|\n|b|\n\n- [x] c\n\n!!! tip\n    d\n\n???+ note\n    e\n\n```js\nf\n```\n\n[g](../index.md) ![](a.png)',
    );
    const shape = (root: Element) =>
      [...root.querySelectorAll('body *')].map(element =>
        [
          element.tagName,
          ...[...element.attributes]
            .map(({ name, value }) => `${name}=${value}`)
            .sort(),
        ].join(' '),
      );
    expect(shape(clean)).toEqual(shape(raw));
    expect(
      clean.querySelector('div.admonition.tip > p.admonition-title'),
    ).not.toBeNull();
    expect(clean.querySelector('details.note[open] > summary')).not.toBeNull();
    expect(clean.querySelector('div.highlight > pre > code')).not.toBeNull();
    expect(
      clean.querySelector(
        '.task-list-item > .task-list-control > input + .task-list-indicator',
      ),
    ).not.toBeNull();
  });
});

describe('a hostile page', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<p onclick="alert(1)">x</p>',
    '<iframe src="https://evil.example"></iframe>',
    '<link rel="stylesheet" href="https://evil.example/main.00000000.min.css">',
    '<style>@import url(https://evil.example)</style>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<base href="https://evil.example">',
    '<svg><script>alert(1)</script></svg>',
    '<a href="javascript:alert(1)">x</a>',
    '<form action="https://evil.example"><button>x</button></form>',
    '<!--><script>alert(1)</script>-->',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt&colon;alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](vbscript:x)',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](file:///etc/passwd)',
    '![x](data:text/html,<script>alert(1)</script>)',
    '![x](data:image/svg+xml;base64,PHN2Zz4=)',
    '![x](javascript:alert(1))',
    '![x" onerror="alert(1)](a.png)',
    '![x](a.png "x\\" onerror=\\"alert(1)")',
    '[x]: javascript:alert(1)\n\n[x]',
    '<javascript:alert(1)>',
    '# <script>alert(1)</script> " onclick="alert(1)',
    '# x {onclick=alert(1)}',
    '- [ ] <script>alert(1)</script>',
    '!!! note "<script>alert(1)</script>"\n    <script>alert(1)</script>',
    '??? note "x\\" onclick=alert(1)"\n    <iframe>',
    '```"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```',
    '```html\n<script>alert(1)</script>\n```',
    '| <script>alert(1)</script> |\n| --- |\n| <img src=x onerror=alert(1)> |',
    '`</code><script>alert(1)</script>`',
    '</article></div></div></div><script>alert(1)</script>',
  ];

  it.each(attacks)(
    'executes and loads nothing, even before it is cleaned: %s',
    markdown => {
      const plain = open('x').raw;
      const { raw } = open(markdown);
      expect(
        raw.querySelectorAll(
          'script, style, iframe, base, form, object, embed, svg, button',
        ),
      ).toHaveLength(0);
      expect(raw.querySelectorAll('link, meta')).toHaveLength(
        plain.querySelectorAll('link, meta').length,
      );
      for (const element of raw.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
          expect(name).not.toMatch(/^on/);
          expect(`${name}=${value}`).not.toMatch(
            /^(href|src|action)=\s*(javascript|vbscript|data|file):/i,
          );
        }
      }
    },
  );
});

describe('the style sheet', () => {
  it('takes all colours from the theme and loads nothing', () => {
    expect(styles).not.toMatch(
      /@import|url\(|:root|#[\da-f]{3,8}\b[^-]|\b(rgb|hsl)a?\(/i,
    );
    for (const [, value] of styles.matchAll(
      /(?:^|[\s;{])(?:color|background|fill|--kind): ([^;]+);/g,
    )) {
      expect(value).toMatch(
        /^(var\(--(md-[\w-]+|kind)\)|color-mix\(in srgb, var\(--md-[\w-]+\) \d+%, var\(--md-[\w-]+\)\)|currentColor|inherit|none)$/,
      );
    }
  });
});
