import { Desk } from './Desk';
import { expect, signIn, test } from './fixtures';

test('a buyer files a proposal directly, in three sentences', async ({
  browser,
}) => {
  const buyer = await Desk.of(browser, '王海燕');
  const { page } = buyer;
  await page.goto('/catalog/default/system/erp');
  await page.getByRole('button', { name: /提优化建议/ }).click();
  await buyer.fillIn([
    ['标题', 'write', '批量采购阈值按月调整'],
    ['现状问题', 'write', '批量门槛一年一定，旺季断料，淡季积压。'],
  ]);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await expect(page).toHaveURL(/\/items\/OP-\d{4}-\d+$/);
  await buyer.isIn('草稿');
  await buyer.act('提交', [
    ['改进方法', 'write', '按经济批量和最多备料天数逐月重算门槛。'],
    ['预期效果', 'write', '库存周转率提高一成半。'],
  ]);
  await buyer.isIn('初审');
  // It comes from nobody's feedback, so it stands at the head of its chain.
  const key = page.url().split('/').pop();
  expect(await buyer.chain()).toEqual([key]);
  await expect(page.getByText('王海燕').first()).toBeVisible();
  await buyer.leave();
});

test('a word in Chinese or English finds its record', async ({ page }) => {
  await signIn(page, '唐婷', 'zh');
  for (const [word, path, key] of [
    ['换模', '/items', 'OP-2025-041'],
    ['阈值', '/items', 'OP-2025-018'],
    ['SPC', '/items', 'FB-0431'],
    ['换模', '/cases', 'KC-052'],
    ['阈值', '/cases', 'KC-045'],
    ['SPC', '/cases', 'KC-021'],
  ]) {
    await page.goto(path);
    await page.getByRole('searchbox').first().fill(word);
    await expect(page).toHaveURL(/[?&]q=/);
    const found = page.getByRole('main').getByRole('listitem');
    await expect(found.filter({ hasText: key })).toBeVisible();
    await expect(found.filter({ hasText: 'FB-1120' })).toHaveCount(0);
  }
});

test('a decision is printed on A4 paper, and nothing else with it', async ({
  page,
}, info) => {
  await signIn(page, '周启明', 'zh');
  await page.goto('/items/OP-2025-071');
  await page.getByRole('link', { name: '评审结论' }).first().click();
  const sheet = page.getByRole('article', { name: /评审结论/ });
  await expect(sheet.getByText('有条件通过').first()).toBeVisible();
  await expect(sheet.getByRole('table', { name: '签字' })).toContainText(
    '周启明',
  );
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(sheet).toBeVisible();
  await expect(page.getByRole('navigation').first()).toBeHidden();
  const print = page.getByRole('button', { name: '打印或存为PDF' });
  await expect(print).toBeHidden();
  const left = await sheet.evaluate(one => one.getBoundingClientRect().left);
  expect(left).toBeLessThan(40);
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
  });
  await info.attach('decision.pdf', {
    body: pdf,
    contentType: 'application/pdf',
  });
  // A4 in points, on one or two pages.
  const text = pdf.toString('latin1');
  expect(text).toMatch(/MediaBox \[0 0 59[45][.\d]* 84[12]/);
  const pages = text.match(/\/Type \/Page\b(?!s)/g) ?? [];
  expect(pages.length).toBeGreaterThanOrEqual(1);
  expect(pages.length).toBeLessThanOrEqual(2);
});
