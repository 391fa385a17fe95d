import { expect, Page, signIn, test } from './fixtures';

const MANY_STEPS = 60;

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
  const focused = page.locator(':focus');
  for (let step = 0; step < MANY_STEPS; step++) {
    await page.keyboard.press('Tab');
    const called = await focused.evaluateAll(
      ([element]) =>
        element?.getAttribute('aria-label') ?? element?.textContent ?? '',
    );
    if (called === name) {
      return;
    }
  }
  throw new Error(`No way to "${name}" by ${MANY_STEPS} steps of Tab.`);
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
  await tabTo(page, '马俊');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/user\/ma\.jun/i);
});

test('a member of the board votes by keyboard alone', async ({ page }) => {
  await signIn(page, '苏敏', 'zh');
  await page.goto('/inbox');
  await expect(page.getByText('OP-2025-089')).toBeVisible();
  await tabTo(page, '投票表决：OP-2025-089');
  await page.keyboard.press('Enter');
  // Whoever comes to vote stands at the first choice, and sees it.
  const form = page.getByRole('form', { name: '投票表决' });
  const agree = form.getByRole('radio', { name: '同意', exact: true });
  await expect(agree).toBeFocused();
  await expect(agree).toBeInViewport();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(agree).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.type('拣货路程有记录，重算由仓库负责。');
  await tabTo(page, '投票表决');
  await page.keyboard.press('Enter');
  await expect(form.getByText('您的表决：同意')).toBeVisible();
});

test('an action is taken by keyboard alone, and left again by Escape', async ({
  page,
}) => {
  await signIn(page, '陈志远', 'zh');
  await page.goto('/items/FB-1465');
  await expect(page.getByText('L6')).toBeVisible();
  await tabTo(page, '补充信息');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: '补充信息' })).toBeFocused();
  await page.keyboard.press('Enter');
  const line = dialog.getByRole('textbox', { name: '产线或地点' });
  await expect(line).toBeVisible();
  for (let step = 0; step < MANY_STEPS; step++) {
    await page.keyboard.press('Tab');
    if (await line.evaluate(field => field === document.activeElement)) break;
  }
  await page.keyboard.press('Control+A');
  await page.keyboard.type('L6首检台');
  await tabTo(page, '补充信息');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('L6首检台').first()).toBeVisible();
});
