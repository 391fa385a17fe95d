import type { Browser } from '@playwright/test';
import { byHttp } from './byHttp';
import { Desk } from './Desk';
import { expect, Page, test } from './fixtures';
import { STORY } from './story';

// One walk through the whole chain, told in chapters.
test.describe.configure({ mode: 'serial' });

const title = '换料后扫新批次仍显示旧批次';
const keys = { feedback: '', proposal: '', requirement: '', case: '' };
const { submit, triage, evidence, requirement, benefit } = STORY;

const desks = new Map<string, Desk>();

async function desk(browser: Browser, name: string): Promise<Desk> {
  const known = desks.get(name) ?? (await Desk.of(browser, name));
  desks.set(name, known);
  return known;
}

test.afterAll(async () => {
  for (const one of desks.values()) {
    await one.leave();
  }
});

function lastPart(path: string): string {
  return path.split('/').pop() ?? '';
}

/** The item of a series that the item on the screen is linked with. */
async function linked(page: Page, series: string): Promise<string> {
  const link = page.locator(`main a[href*="/items/${series}-"]`).first();
  await expect(link).toBeVisible();
  return lastPart((await link.getAttribute('href')) ?? '');
}

test('an operator reports a problem from the page of the system', async ({
  browser,
}) => {
  const superUser = await desk(browser, '陈志远');
  await superUser.page.goto('/inbox');
  const operator = await desk(browser, '张强');
  const { page } = operator;
  await page.goto('/catalog/default/system/mes');
  await page.getByRole('button', { name: /反馈问题/ }).click();
  await operator.fillIn([
    ['出了什么问题', 'write', title],
    ['对生产的影响', 'tick', '变慢'],
    ['说说经过', 'write', STORY.problem.words],
  ]);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await expect(page).toHaveURL(/\/items\/FB-\d+/);
  keys.feedback = lastPart(new URL(page.url()).pathname);
  await operator.isIn('待受理');
  // The inbox of the super user stands open, and hears of it.
  await expect(superUser.page.getByText(keys.feedback)).toBeVisible({
    timeout: 35_000,
  });
});

test('a super user turns it into a proposal of three sentences', async ({
  browser,
}) => {
  const superUser = await desk(browser, '陈志远');
  await superUser.takeUp('转为提案', keys.feedback);
  await superUser.isIn('已转提案');
  keys.proposal = await linked(superUser.page, 'OP');
  await superUser.takeUp('提交', keys.proposal, [
    ['现状问题', 'write', submit.currentState],
    ['改进方法', 'write', submit.method],
    ['预期效果', 'write', submit.expectedEffect],
  ]);
  await superUser.isIn('初审');
});

test('the reporter is told and may follow it', async ({ browser }) => {
  const { page } = await desk(browser, '张强');
  await expect(async () => {
    await page.goto('/notifications');
    const told = page.getByText(keys.feedback).first();
    await expect(told).toBeVisible({ timeout: 4_000 });
  }).toPass({ timeout: 30_000 });
  await page.goto(`/items/${keys.feedback}`);
  await page.getByRole('link', { name: keys.proposal, exact: true }).click();
  await expect(page.getByText(submit.method)).toBeVisible();
});

test('a second super user passes it on, and the board track asks for evidence', async ({
  browser,
}) => {
  const proposer = await desk(browser, '陈志远');
  await proposer.open(keys.proposal);
  const barred = proposer.button('通过初审');
  await expect(barred).toHaveAttribute('aria-disabled', 'true');
  await expect(barred).toHaveAccessibleDescription(/初审超级用户/);

  const colleague = await desk(browser, '吴迪');
  await colleague.takeUp('通过初审', keys.proposal, [
    ['工作量', 'tick', '中（2周以内）'],
    ['费用（元）', 'write', String(triage.cost)],
    ['涉及部门', 'find', '生产部'],
    ['能否恢复原状', 'tick', '能'],
    ['是否改动A类系统的配置', 'tick', '是'],
  ]);
  await colleague.isIn('待补充基线和依据');

  await proposer.takeUp('提交评审', keys.proposal, [
    ['指标', 'write', evidence.metric],
    ['单位', 'write', evidence.unit],
    ['基线值', 'write', String(evidence.baseline)],
    ['基线取数开始日期', 'write', evidence.baselineFrom],
    ['基线取数结束日期', 'write', evidence.baselineTo],
    ['目标值', 'write', String(evidence.target)],
    ['预计年效益（元）', 'write', String(evidence.expectedBenefit)],
    ['现状依据', 'write', evidence.evidence],
  ]);
  await proposer.isIn('IT评审委员会评审');
});

test('the board votes without the proposer, until quorum and threshold decide', async ({
  browser,
}) => {
  test.slow();
  const proposer = await desk(browser, '陈志远');
  await proposer.open(keys.proposal);
  const vote = proposer.page.getByRole('button', { name: '投票表决' });
  await expect(vote).toHaveAttribute('aria-disabled', 'true');
  await expect(proposer.page.getByText(/回避：/).first()).toBeVisible();

  const members = ['郑博', '黄蕾', '何静', '苏敏'];
  const skeptic = await desk(browser, '罗勇');
  await skeptic.vote(keys.proposal, '不同意', STORY.dissent);
  for (const name of members) {
    await (await desk(browser, name)).vote(keys.proposal, '同意');
  }
  // Four of five are in favour, but the chair has not voted yet.
  await proposer.open(keys.proposal);
  await proposer.isIn('IT评审委员会评审');
  await expect(
    proposer.page.getByText('应到 7 人，实到 5 人，最低到会人数 5'),
  ).toBeVisible();

  const chair = await desk(browser, '周启明');
  await chair.vote(keys.proposal, '同意');
  await chair.open(keys.proposal);
  await chair.isIn('已采纳（交付中）');
  await expect(chair.page.getByText(STORY.dissent)).toBeVisible();
  keys.requirement = await linked(chair.page, 'RQ');
});

test('nobody can plan the requirement before a second vote approves it', async ({
  browser,
  request,
}) => {
  test.slow();
  const analyst = await desk(browser, '何静');
  await analyst.takeUp('提交确认', keys.requirement, [
    ['需求范围', 'write', requirement.scope],
    ...requirement.acceptanceCriteria.map(
      criterion => ['验收标准', 'add', criterion] as const,
    ),
    ['优先级', 'tick', '高'],
    ['发布版本', 'write', requirement.release],
  ]);
  const proposer = await desk(browser, '陈志远');
  await proposer.takeUp('确认无误', keys.requirement);
  await proposer.isIn('需求评审');

  await analyst.open(keys.requirement);
  await expect(analyst.button('排期开发')).toHaveCount(0);
  const people = byHttp(request);
  const early = await people.tries(
    'he.jing',
    keys.requirement,
    'plan',
    STORY.plan,
  );
  expect(early.status).toBe(409);

  for (const name of ['郑博', '黄蕾', '苏敏', '罗勇']) {
    await (await desk(browser, name)).vote(keys.requirement, '同意');
  }
  await (await desk(browser, '周启明')).vote(keys.requirement, '同意');
  await analyst.open(keys.requirement);
  await analyst.isIn('已批准（冻结）');
});

test('IT releases it after the acceptance test', async ({ browser }) => {
  const analyst = await desk(browser, '何静');
  await analyst.takeUp('排期开发', keys.requirement, [
    ['计划完成日期', 'write', STORY.plan.plannedFor],
  ]);
  await analyst.takeUp('提交验收', keys.requirement);
  await analyst.open(keys.requirement);
  await expect(analyst.button('发布')).toHaveCount(0);
  const superUser = await desk(browser, '陈志远');
  await superUser.takeUp('验收通过', keys.requirement, [
    ['验收结果', 'write', STORY.test.testResult],
  ]);
  await analyst.takeUp('发布', keys.requirement, [
    ['实际发布版本', 'write', STORY.release.releasedIn],
  ]);
  await analyst.isIn('已发布');
});

test('finance verifies the benefit, and a case begins with the whole story', async ({
  browser,
}) => {
  const controller = await desk(browser, '苏敏');
  await expect(async () => {
    await controller.open(keys.proposal);
    const now = controller.page.getByText('效益跟踪').first();
    await expect(now).toBeVisible({ timeout: 4_000 });
  }).toPass({ timeout: 30_000 });
  await controller.takeUp('核定效益', keys.proposal, [
    ['实测值', 'write', String(benefit.actual)],
    ['效益类别', 'choose', '质量改善'],
    ['效益性质', 'choose', '软效益'],
    ['年效益（元）', 'write', String(benefit.annualBenefit)],
    ['核定依据', 'write', benefit.verificationNote],
  ]);
  await controller.isIn('效益已核定');
  keys.case = await linked(controller.page, 'KC');
});

test('the case is edited, read by a second person, published and read in TechDocs', async ({
  browser,
}) => {
  test.slow();
  const author = await desk(browser, '陈志远');
  const { page } = author;
  const id = keys.case.toLowerCase();
  await page.goto(`/cases/${id}/edit`);
  const text = page.getByRole('textbox', { name: '正文' });
  await expect(text).toHaveValue(new RegExp(evidence.metric));
  const lesson = '换料后先看大字批次号，再报第一箱。';
  await text.fill(
    `${await text.inputValue()}\n\n!!! tip "一句话"\n    ${lesson}\n`,
  );
  await expect(page.getByText(lesson).last()).toBeVisible();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/cases/${id}$`));
  await author.takeUp('提交审核', keys.case);
  const reader = await desk(browser, '吴迪');
  await reader.takeUp('审核通过并发布', keys.case);

  await expect(async () => {
    await page.goto(`/cases/${id}`);
    const docs = page.getByRole('button', { name: '在TechDocs中阅读' });
    await docs.click({ timeout: 4_000 });
    await expect(page.getByText(lesson)).toBeVisible({ timeout: 8_000 });
  }).toPass({ timeout: 90_000 });
  await expect(page).toHaveURL(new RegExp(`/docs/default/resource/${id}`));
  await expect(page.getByText(STORY.benefit.verificationNote)).toBeVisible();
});

test('every record shows the whole chain', async ({ browser }) => {
  const operator = await desk(browser, '张强');
  const { feedback, proposal } = keys;
  const chain = [feedback, proposal, keys.requirement, keys.case];
  for (const key of chain) {
    await operator.open(key);
    await expect.poll(() => operator.chain(), key).toEqual(chain);
  }
});

test('the points stand on the leaderboard and lead back to their sources', async ({
  browser,
}) => {
  const { page } = await desk(browser, '张强');
  await page.goto('/leaderboards');
  await page.getByRole('link', { name: '陈志远' }).click();
  const sources = page.getByRole('list', { name: '积分来源' });
  for (const [rule, key, points] of [
    ['优化提案被采纳', keys.proposal, 10],
    ['优化提案已发布上线', keys.requirement, 20],
    ['用户验收测试', keys.requirement, 5],
    ['效益已核定', keys.proposal, 100],
    ['案例已发布', keys.case, 5],
  ] as const) {
    const line = sources
      .getByRole('listitem')
      .filter({ hasText: rule })
      .filter({ hasText: key });
    await expect(line).toContainText(`+${points}`);
  }
  await sources
    .getByRole('link', { name: new RegExp(keys.case) })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`/items/${keys.case}`));
});
