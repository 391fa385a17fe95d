import { expect, Page, signIn, test } from './fixtures';

/**
 * Latin words that may stand in Chinese: names of systems, people and the
 * product, codes (a line, a key of the keyboard), and the letters inside terms
 * of the glossary.
 */
const NAMES = new Set(
  (
    'IT A B C MES ERP WMS SPC APS EAM SRM PLM BI OA Power Tech Bridge BOM ' +
    'PMC ID English Andon L3 Shift'
  ).split(' '),
);

// What Backstage shows of the kind and the type of an entity, and what people
// wrote in a formula.
const UNTRANSLATED = 'Resource case-study CASE-STUDIES All max min'.split(' ');

// Keys of work items, codes of materials, gate and grade numbers.
const CODE = /^[A-Z]{1,4}(-\d+)*(-?[A-Z]?\d+)$/;

const REFERENCE = /(user|group|system|domain):[a-z0-9-]+\/[\w.-]+/g;
const MAIL = /[\w.-]+@[\w.-]+/g;

async function latinWords(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const seen: string[] = [];
    const walker = document.createTreeWalker(document.body, 4);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const hidden = parent?.closest('script, style, noscript, svg title');
      const box = parent?.getBoundingClientRect();
      if (!hidden && box && box.width > 1 && box.height > 1) {
        seen.push(node.textContent ?? '');
      }
    }
    for (const field of document.querySelectorAll('input, textarea')) {
      seen.push(field.getAttribute('placeholder') ?? '');
    }
    return [...seen, document.title];
  });
  const people = await page.evaluate(
    () => (window as { peopleNames?: string[] }).peopleNames ?? [],
  );
  const allowed = new Set([...NAMES, ...UNTRANSLATED, ...people]);
  return texts
    .flatMap(text =>
      text
        .replace(REFERENCE, ' ')
        .replace(MAIL, ' ')
        .split(/[^\p{L}\p{N}.-]+/u),
    )
    .flatMap(word => word.match(/[A-Za-z][\w.-]*/g) ?? [])
    .map(word => word.replace(/\.$/, ''))
    .filter(word => !allowed.has(word) && !isCode(word));
}

/** A short name such as `mes`, `chen.zhiyuan` or `it-review-board`. */
const SHORT_NAMES = new Set(
  'mes erp wms spc aps eam srm plm bi oa andon kiosk'.split(' '),
);
function isCode(word: string): boolean {
  return (
    CODE.test(word) || SHORT_NAMES.has(word) || /^[a-z]+\.[a-z]+$/.test(word)
  );
}

async function allowPeople(page: Page) {
  const answer = await page.request.get('/api/auth/persona/people');
  const { items } = await answer.json();
  const names: string[] = items.flatMap(
    ({ title }: { title: { en: string } }) => title.en.split(' '),
  );
  await page.addInitScript(people => {
    Object.assign(window, { peopleNames: people });
  }, names);
}

const PAGES: [string, string, string][] = [
  ['landing page', '/', '扫码枪'],
  ['Systems page', '/systems', '制造执行'],
  ['catalog of systems', '/catalog?filters[kind]=system', '制造执行'],
  ['System page', '/catalog/default/system/mes', '陈志远'],
  ['User page', '/catalog/default/user/chen.zhiyuan', '制造执行'],
  ['team page', '/catalog/default/group/super-users-mes', '陈志远'],
  [
    'catalog graph',
    '/catalog-graph?rootEntityRefs[]=system:default/mes',
    '陈志远',
  ],
  ['search', '/search', '搜索'],
  ['notifications', '/notifications', '通知'],
  ['documents', '/docs', '文档'],
  ['settings', '/settings', '设置'],
];

test('the sign-in page is Chinese', async ({ page }) => {
  await allowPeople(page);
  await page.goto('/');
  await expect(page.getByRole('button', { name: '唐婷' })).toBeVisible();
  expect(await latinWords(page)).toEqual([]);
});

for (const [name, path, landmark] of PAGES) {
  test(`the ${name} is Chinese`, async ({ page }) => {
    await allowPeople(page);
    await signIn(page, '林晓岚', 'zh');
    await page.goto(path);
    await expect(
      page.getByText(landmark).or(page.getByPlaceholder(landmark)).first(),
    ).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await latinWords(page)).toEqual([]);
  });
}
