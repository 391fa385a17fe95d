import { expect, Page, signIn, test } from './fixtures';

const search = (page: Page) => page.getByRole('searchbox').first();
const results = (page: Page) => page.getByRole('main').getByRole('listitem');

async function ask(page: Page, question: string) {
  await page.goto('/systems');
  await search(page).fill(question);
  await expect(page).toHaveURL(/[?&]q=/);
}

test('an operator with scanner trouble ends at the right person', async ({
  page,
}) => {
  await signIn(page, '唐婷', 'zh');
  const start = page.getByRole('textbox').or(page.getByRole('searchbox'));
  await start.first().fill('扫码枪坏了找谁');
  await start.first().press('Enter');
  await expect(page.getByRole('heading', { name: '马俊' })).toContainText(
    '仓储管理',
  );
  await page.getByRole('link', { name: '马俊' }).first().click();
  await expect(page).toHaveURL(/\/catalog\/default\/user\/ma\.jun/i);
});

for (const [language, question, lead, night, it] of [
  ['en', 'who owns MES', 'Chen Zhiyuan', 'Liu Yang', 'IT'],
  ['zh', '谁负责MES', '陈志远', '刘洋', '信息技术部'],
] as const) {
  test(`"${question}" names both owners`, async ({ page }) => {
    await signIn(page, language === 'zh' ? '唐婷' : 'Tang Ting', language);
    await ask(page, question);
    const row = results(page).first();
    await expect(row).toContainText(lead);
    await expect(row).toContainText(night);
    await expect(row).toContainText(language === 'zh' ? '夜班' : /night/i);
    await expect(row).toContainText(it);
    await expect(page.getByRole('heading', { name: lead })).toBeVisible();
  });
}

test('alias, pinyin, initials and department find the same', async ({
  page,
}) => {
  await signIn(page, '唐婷', 'zh');
  for (const question of [
    'scanner',
    '扫码枪',
    'majun',
    'ma jun',
    'mj',
    '马俊',
    'who knows the scanner',
    '仓储部 马俊',
  ]) {
    await ask(page, question);
    await expect(results(page).first(), question).toContainText('仓储管理');
    await expect(
      page.getByRole('heading', { name: '马俊' }),
      question,
    ).toBeVisible();
  }
});

test('what cannot be found says what to try, and keeps the question', async ({
  page,
}) => {
  await signIn(page, '唐婷', 'zh');
  await ask(page, '不存在的东西');
  await expect(page.getByText('没有找到“不存在的东西”')).toBeVisible();
  await expect(search(page)).toHaveValue('不存在的东西');
});

test('a super user sees the systems they answer for with one click', async ({
  page,
}) => {
  await signIn(page, '陈志远', 'zh');
  await page.goto('/systems');
  await page.getByRole('button', { name: '我负责的系统' }).click();
  await expect(page).toHaveURL(/mine/);
  await expect(page.getByText('2 个系统')).toBeVisible();
  await expect(page.getByRole('link', { name: '制造执行' })).toBeVisible();
  await expect(page.getByRole('link', { name: '智能排产' })).toBeVisible();
});
