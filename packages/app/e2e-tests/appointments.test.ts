import { expect, Page, replicaUrl, signIn, test, token } from './fixtures';

const SOON = { timeout: 20_000 };

async function choose(page: Page, label: string, option: string | RegExp) {
  await page.getByRole('dialog').last().getByLabel(label).click();
  await page.getByRole('option', { name: option }).click();
}

async function appoint(page: Page, person: string, role: string) {
  await page.getByRole('button', { name: '聘任', exact: true }).first().click();
  const form = page.getByRole('dialog').last();
  await form.getByLabel('人员').fill(person);
  await page.getByRole('option', { name: person }).first().click();
  await choose(page, '角色', role);
  await choose(page, '部门', '生产部');
  await choose(page, '班次', '全部班次');
  await form.getByRole('button', { name: '聘任', exact: true }).click();
  const picker = page.getByRole('dialog').getByLabel('人员');
  await expect(picker).toHaveCount(0);
}

async function reloadUntil(page: Page, path: string, text: string) {
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByText(text).first()).toBeVisible({ timeout: 4_000 });
  }).toPass({ timeout: 30_000 });
}

const name = 'andon';

test('a registered system and its owners show everywhere, and go again', async ({
  page,
  request,
}, info) => {
  test.slow();
  await signIn(page, '林晓岚', 'zh');
  await page.goto('/systems');
  await page.getByRole('button', { name: '登记业务系统' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByLabel('系统代号').fill(name);
  await form.getByLabel('中文名称').fill('安灯');
  await form.getByLabel('英文名称').fill('Andon');
  await choose(page, 'IT责任组', '信息技术部');
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByText('安灯').first()).toBeVisible();

  await appoint(page, '郭峰', 'A角');
  await appoint(page, '袁亮', 'B角');

  const system = `/catalog/default/system/${name}`;
  await reloadUntil(page, system, '袁亮');
  await expect(page.getByText('郭峰').first()).toBeVisible();
  await expect(page.getByText('信息技术部').first()).toBeVisible();
  for (const person of ['guo.feng', 'yuan.liang']) {
    await reloadUntil(page, `/catalog/default/user/${person}`, '安灯');
  }
  await reloadUntil(
    page,
    `/catalog-graph?rootEntityRefs%5B%5D=${encodeURIComponent(
      `system:default/${name}`,
    )}`,
    '郭峰',
  );

  const isPostgres = info.project.name === 'postgres';
  const backends = isPostgres ? ['', replicaUrl] : [''];
  const superUsersOn = async (backend: string) => {
    const bearer = await token(request, 'user:default/tang.ting');
    const answer = await request.get(
      `${backend}/api/catalog/entities/by-name/system/default/${name}`,
      { headers: { authorization: `Bearer ${bearer}` } },
    );
    const { relations = [] } = await answer.json();
    return relations
      .filter(({ type }: { type: string }) => type === 'hasSuperUser')
      .map(({ targetRef }: { targetRef: string }) => targetRef);
  };
  for (const backend of backends) {
    await expect
      .poll(() => superUsersOn(backend), SOON)
      .toEqual(['user:default/guo.feng', 'user:default/yuan.liang']);
  }

  await page.goto(system);
  await page
    .getByRole('button', { name: /结束.*袁亮|袁亮.*结束/ })
    .first()
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: '结束聘任' })
    .click();
  await expect(page.getByRole('dialog')).toBeHidden();
  for (const backend of backends) {
    await expect
      .poll(() => superUsersOn(backend), SOON)
      .toEqual(['user:default/guo.feng']);
  }
  await expect(async () => {
    await page.goto('/catalog/default/user/yuan.liang');
    await expect(page.getByText('此人未负责任何系统。')).toBeVisible({
      timeout: 4_000,
    });
  }).toPass({ timeout: 30_000 });
});

test('a system from YAML is staffed like a registered one', async ({
  page,
}) => {
  await signIn(page, '林晓岚', 'zh');
  await page.goto('/catalog/default/system/oa');
  await expect(page.getByText('尚未聘任超级用户。').first()).toBeVisible();
  await appoint(page, '冯雪', 'A角');
  await expect(page.getByRole('link', { name: '冯雪' }).first()).toBeVisible();
  await reloadUntil(page, '/catalog/default/user/feng.xue', '办公协同');
});

test('a refusal stands at its field and nothing typed is lost', async ({
  page,
}) => {
  await signIn(page, '林晓岚', 'zh');
  await page.goto('/systems');
  await page.getByRole('button', { name: '登记业务系统' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByLabel('系统代号').fill('有空格 的名称');
  await form.getByLabel('中文名称').fill('测试');
  await form.getByLabel('英文名称').fill('<script>alert(1)</script>');
  await choose(page, 'IT责任组', '信息技术部');
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await expect(form.getByText('请按此格式填写：mes-2。')).toBeVisible();
  await expect(form.getByLabel('中文名称')).toHaveValue('测试');
});

test('who may not appoint sees why', async ({ page }) => {
  await signIn(page, '唐婷', 'zh');
  await page.goto('/catalog/default/system/mes');
  const button = page
    .getByRole('button', { name: '聘任', exact: true })
    .first();
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await button.hover();
  await expect(page.getByText(/您的角色没有此权限/).first()).toBeVisible();
});
