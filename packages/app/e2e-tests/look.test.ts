import {
  axe,
  expect,
  Language,
  Page,
  shoot,
  signIn,
  speak,
  test,
} from './fixtures';

const SIZES = {
  wide: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
};

const PAGES: [string, string, RegExp][] = [
  ['home', '/', /扫码枪|scanner/],
  ['systems', '/systems', /制造执行|MES/],
  ['systems-answer', '/systems?q=MES', /陈志远|Chen Zhiyuan/],
  ['systems-empty', '/systems?q=zzzz', /zzzz/],
  ['register', '/systems/new', /IT责任组|IT owner/],
  ['catalog', '/catalog?filters[kind]=system', /制造执行|MES/],
  ['system', '/catalog/default/system/mes', /陈志远|Chen Zhiyuan/],
  ['user', '/catalog/default/user/chen.zhiyuan', /制造执行|MES/],
  [
    'graph',
    '/catalog-graph?rootEntityRefs[]=system:default/mes',
    /陈志远|Chen Zhiyuan/,
  ],
  ['settings', '/settings', /语言|Language/],
];

// Backstage's header tabs name panels that its settings page does not draw.
const PLATFORM_TABS = '[role="tab"][aria-controls^="react-aria"]';

async function setTheme(page: Page, theme: 'light' | 'dark') {
  await page.addInitScript(
    value => localStorage.setItem('theme', value),
    theme,
  );
}

async function settle(page: Page, landmark: RegExp) {
  await expect(
    page.getByText(landmark).or(page.getByPlaceholder(landmark)).first(),
  ).toBeVisible();
  await page.waitForLoadState('networkidle');
}

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const language of ['zh', 'en'] as Language[]) {
    for (const theme of ['light', 'dark'] as const) {
      test(`every page: ${size}, ${language}, ${theme}`, async ({ page }) => {
        test.slow();
        const suffix = `${size}-${language}-${theme}`;
        await page.setViewportSize(viewport);
        await setTheme(page, theme);
        await speak(page, language);
        await page.goto('/');
        await expect(
          page.getByRole('button', { name: /唐婷|Tang/ }),
        ).toBeVisible();
        await shoot(page, `sign-in-${suffix}`);
        await axe(page);
        await signIn(
          page,
          language === 'zh' ? '林晓岚' : 'Lin Xiaolan',
          language,
        );
        for (const [name, path, landmark] of PAGES) {
          await test.step(name, async () => {
            await page.goto(path);
            await settle(page, landmark);
            await shoot(page, `${name}-${suffix}`);
            await axe(page, name === 'settings' ? PLATFORM_TABS : undefined);
            const overflow = await page.evaluate(
              () =>
                document.documentElement.scrollWidth -
                document.documentElement.clientWidth,
            );
            expect.soft(overflow, `${name} scrolls sideways`).toBeLessThan(2);
          });
        }
      });
    }
  }
}

test('the way to an answer works by keyboard alone', async ({ page }) => {
  await signIn(page, '唐婷', 'zh');
  await page.goto('/systems');
  await expect(
    page.getByRole('main').getByRole('listitem').first(),
  ).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('扫码枪');
  await expect(page.getByRole('heading', { name: '马俊' })).toBeVisible();
  for (let step = 0; step < 20; step++) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => document.activeElement?.textContent);
    if (text === '马俊') break;
  }
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/user\/ma\.jun/i);
});
