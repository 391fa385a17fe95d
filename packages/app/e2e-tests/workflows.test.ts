import { byHttp, ByHttp } from './byHttp';
import { Desk } from './Desk';
import { expect, Page, test } from './fixtures';
import { STORY } from './story';

const MANAGER = '林晓岚';
const CHAIR = '周启明';
const NOTE = '只改界面，不动设备。';

/** Small, but dearer than the fast track was meant for at first. */
const judged = {
  effort: 'S',
  cost: 6000,
  departments: ['group:default/production'],
  reversible: true,
  configuresCriticalSystem: false,
};

const started = (people: ByHttp) =>
  people.create('tang.ting', 'proposal', {
    title: '换料界面放大批次号',
    currentState: STORY.submit.currentState,
    system: STORY.problem.system,
  });

function region(page: Page, name: string) {
  return page.getByRole('region', { name, exact: true });
}

async function step(
  page: Page,
  verb: string,
  { comment, ask }: { comment: string; ask?: string },
) {
  await page.getByRole('button', { name: verb, exact: true }).click();
  const dialog = page.getByRole('dialog');
  if (ask) {
    await dialog.getByLabel('请谁审阅').fill(ask);
    await page.getByRole('option', { name: ask }).click();
  }
  await dialog.getByLabel('说明').fill(comment);
  await dialog.getByRole('button', { name: verb }).click();
  await expect(dialog).toBeHidden();
}

test('a workflow is set otherwise without its language, by two people', async ({
  browser,
  request,
}) => {
  test.slow();
  const people = byHttp(request);
  const running = await started(people);
  const { version: before } = running.workflow;

  const manager = await Desk.of(browser, MANAGER);
  const { page } = manager;
  await page.goto('/workflows');
  await page.getByRole('button', { name: '修改设置：优化提案' }).click();
  const effect = region(page, '改动内容');
  const keep = effect.getByRole('button', { name: '存为草稿' });
  const board = region(page, 'IT评审委员会评审');
  const figure = (name: string) => board.getByRole('spinbutton', { name });
  const share = figure('表决人数占应到人数的比例');

  // One who votes would decide alone, so that too few could never have voted.
  await share.fill('0');
  await figure('最少表决人数').fill('1');
  await expect(effect).toContainText('60 % → 0 %');
  await expect(effect.getByRole('alert')).toContainText(
    /情景“表决人数不足，主席再次召集”未通过.+单据仍停留在“已采纳（交付中）”/,
  );
  await expect(keep).toBeDisabled();
  await figure('最少表决人数').fill('3');
  await share.fill('70');
  await expect(effect).toContainText('流程前后一致');

  await page.getByRole('tab', { name: '走向' }).click();
  await page.getByRole('spinbutton', { name: '费用（元） 小于' }).fill('8000');
  const along = { name: /低于8000元的，走快速通道/ };
  await expect(page.getByRole('checkbox', along)).toBeChecked();
  await page.getByRole('tab', { name: '表单' }).click();
  const more = { name: '新增字段：提交', exact: true };
  await page.getByRole('button', more).click();
  await page.getByLabel('字段名称（中文）').fill('安全说明');
  await page.getByLabel('字段名称（英文）').fill('Safety note');
  await page.getByRole('checkbox', { name: '必填' }).check();
  await expect(effect).toContainText('安全说明');
  await keep.click();

  await expect(page).toHaveURL(/\/workflows\/proposal\/versions\/\d+$/);
  await expect(effect).toContainText('5,000 → 8,000');
  await expect(effect).toContainText('且低于8000元的，走快速通道');
  await step(page, '提交评审', {
    ...{ comment: '按2026年第一季度例会的决定。', ask: CHAIR },
  });
  const publish = page.getByRole('button', { name: '发布生效' });
  await expect(publish).toHaveAttribute('aria-disabled', 'true');
  await expect(publish).toHaveAccessibleDescription(/须由另一人发布/);

  const chair = await Desk.of(browser, CHAIR);
  await chair.page.goto('/notifications');
  await chair.page.getByRole('link', { name: /请您审阅“优化提案”/ }).click();
  await expect(region(chair.page, '处理记录')).toContainText('例会的决定');
  await step(chair.page, '发布生效', { comment: '同意。' });
  await expect(chair.page.getByText('生效中', { exact: true })).toBeVisible();

  await newRulesFor(people, before + 1);
  await oldRulesFor(people, running.key);
  await manager.leave();
  await chair.leave();
});

/** The next proposal: another field, the fast track up to more money. */
async function newRulesFor(people: ByHttp, version: number) {
  const { act } = people;
  const next = await started(people);
  expect(next.workflow.version).toBe(version);
  const withoutNote = { ...STORY.submit };
  expect(
    await people.tries('tang.ting', next.key, 'submit', withoutNote),
  ).toMatchObject({ status: 400 });
  const submit = { ...STORY.submit, field1: NOTE };
  await act('tang.ting', next.key, 'submit', submit);
  const fast = await act('wu.di', next.key, 'accept', judged);
  expect(fast.state.id).toBe('fastTrack');

  const dear = await started(people);
  await act('tang.ting', dear.key, 'submit', submit);
  await act('wu.di', dear.key, 'accept', { ...judged, cost: 9000 });
  const sat = await act('tang.ting', dear.key, 'present', STORY.evidence);
  expect(sat.boards[0].quorum.needed).toBe(6);
}

/** The one that runs already: all as it was. */
async function oldRulesFor({ act }: ByHttp, key: string) {
  await act('tang.ting', key, 'submit', STORY.submit);
  const judgedOld = await act('wu.di', key, 'accept', judged);
  expect(judgedOld.state.id).toBe('evidence');
  const sat = await act('tang.ting', key, 'present', STORY.evidence);
  expect(sat.boards[0].quorum.needed).toBe(5);
}
