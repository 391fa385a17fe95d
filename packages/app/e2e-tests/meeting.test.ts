import type { Item } from '@techbridge/plugin-bridge-common';
import type { Locator, Page, TestInfo } from '@playwright/test';
import { listenTo, settle } from './arrival';
import { ByHttp, byHttp } from './byHttp';
import { Desk } from './Desk';
import { expect, Language, signIn, test } from './fixtures';
import { allowPeople } from './latinWords';
import { lookAt } from './lookAt';
import { STORY } from './story';

// One sitting of the review board, told in chapters.
test.describe.configure({ mode: 'serial' });

const PROPOSER = 'chen.zhiyuan';
const CHAIR = 'zhou.qiming';
const TITLE = '一月评审会';
const WAITS = '等待供应商给出接口文档以后，再由评审会讨论决定。';
const BACK = '请补充夜班的数据，再提交一次。';
const NOTE = '先在 L3 线试行两周，再推广到其他产线。';
const approve = { board: 'board', choice: 'approve' };

const keys = { adopted: '', returned: '', deferred: '', requirement: '' };
let address = '';
let later = '';

/** A proposal on which the board votes. */
async function proposal(people: ByHttp, title: string): Promise<string> {
  const { key } = await people.create(PROPOSER, 'proposal', {
    title,
    ...{ system: STORY.problem.system },
    currentState: STORY.submit.currentState,
  });
  const { system } = STORY.problem;
  await people.act(PROPOSER, key, 'submit', { ...STORY.submit, system });
  await people.act('wu.di', key, 'accept', STORY.triage);
  await people.act(PROPOSER, key, 'present', {
    ...STORY.evidence,
    expectedBenefit: 60_000,
  });
  return key;
}

/** The requirement of an earlier proposal, whose wording is confirmed. */
async function requirement(people: ByHttp): Promise<string> {
  const earlier = await proposal(people, '报工界面记住上次的工位');
  for (const voter of ['he.jing', 'zheng.bo', 'huang.lei', 'luo.yong', CHAIR]) {
    await people.vote(voter, earlier, approve);
  }
  const { data } = await people.item(CHAIR, earlier);
  const key = String(data.requirement);
  await people.act('he.jing', key, 'submitDraft', STORY.requirement);
  await people.act(PROPOSER, key, 'confirmWording');
  return key;
}

/** An item on the agenda that is shown. */
function entry(page: Page, key: string): Locator {
  const agenda = page.getByRole('list', { name: '议题' });
  return agenda.getByRole('listitem').filter({ hasText: key });
}

/** Pages as the programme office sees them, each with its pictures. */
async function seen(
  page: Page,
  language: Language,
  pages: [name: string, path: string, landmark: RegExp][],
) {
  listenTo(page);
  await allowPeople(page);
  await signIn(page, language === 'zh' ? '林晓岚' : 'Lin Xiaolan', language);
  for (const [name, path, landmark] of pages) {
    const shown = { name, path, landmark };
    const arrived = () => settle(page, shown);
    await test.step(name, () => lookAt(page, { ...shown, arrived }, language));
  }
}

/** Prints the page and looks at its paper. */
async function printed(page: Page, info: TestInfo, name: string) {
  await page.emulateMedia({ media: 'print' });
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
  });
  await page.emulateMedia({ media: 'screen' });
  await info.attach(name, { body: pdf, contentType: 'application/pdf' });
  // A4 in points.
  const text = pdf.toString('latin1');
  expect(text).toMatch(/MediaBox \[0 0 59[45][.\d]* 84[12]/);
  const pages = text.match(/\/Type \/Page\b(?!s)/g) ?? [];
  expect(pages.length).toBeGreaterThanOrEqual(1);
  expect(pages.length).toBeLessThanOrEqual(3);
}

test('the agenda of a sitting fills itself with what waits for the board', async ({
  browser,
  request,
}) => {
  test.slow();
  const people = byHttp(request);
  keys.adopted = await proposal(people, '换料后自动刷新批次');
  keys.returned = await proposal(people, '夜班报工免扫码');
  keys.deferred = await proposal(people, '点检表接入设备接口');
  keys.requirement = await requirement(people);

  const office = await Desk.of(browser, '林晓岚');
  const { page } = office;
  await page.goto('/meetings');
  await page.getByRole('button', { name: '安排评审会' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('会议名称').fill(TITLE);
  for (const [label, value] of [
    ['评审组', 'IT评审委员会'],
    ['主持人', '周启明'],
  ]) {
    await form.getByLabel(label).fill(value);
    await page.getByRole('option', { name: value }).first().click();
  }
  await form.getByLabel('日期').fill('2026-01-06');
  await form.getByLabel('时间', { exact: false }).first().fill('14:00');
  await form.getByLabel('地点（选填）').fill('三楼会议室');
  await form.getByRole('button', { name: '安排', exact: true }).click();
  await expect(page).toHaveURL(/\/meetings\/\d+$/);
  address = new URL(page.url()).pathname;
  for (const key of Object.values(keys)) {
    await expect(entry(page, key)).toBeVisible();
  }
  await expect(entry(page, keys.adopted)).toContainText(/\d+ 分：效益 20/);
  const members = page.getByRole('list', { name: '应到人员' });
  await expect(members.getByRole('listitem')).toHaveCount(8);
  await office.leave();
});

test('its members come, are represented and vote, and everybody in the room sees it', async ({
  browser,
  request,
}) => {
  test.slow();
  const people = byHttp(request);
  const id = address.split('/').pop() ?? '';
  const chair = await Desk.of(browser, '周启明');
  const { page } = chair;
  await page.goto(address);
  await page.getByRole('button', { name: '开会', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '开会' }).click();
  await page.getByRole('button', { name: '我已到会' }).click();
  await expect(page.getByText('您已登记到会。')).toBeVisible();
  const members = page.getByRole('list', { name: '应到人员' });
  await expect(members.filter({ hasText: '苏敏' })).toContainText(
    '由王海燕代为表决',
  );

  const phone = await Desk.of(browser, '罗勇');
  await phone.page.setViewportSize({ width: 390, height: 844 });
  await phone.page.goto(address);
  await phone.page.getByRole('button', { name: '我已到会' }).click();
  for (const name of ['he.jing', 'zheng.bo', 'huang.lei', 'wang.haiyan']) {
    await people.ask(name, 'setAttendance', { id }, { presence: 'present' });
  }
  await expect(
    page.getByText('已达到最低到会人数：到会 7 人，最低 5 人。'),
  ).toBeVisible();

  const shown = entry(page, keys.adopted);
  await expect(shown).toContainText('回避：陈志远');
  await expect(shown).toContainText('已表决 0/7');
  const condition = {
    text: '先在 L3 线试行两周',
    ...{ owner: 'user:default/chen.zhiyuan', due: '2026-02-28' },
  };
  const conditional = {
    ...{ board: 'board', choice: 'approveWithConditions' },
    conditions: [condition],
  };
  await people.vote('he.jing', keys.adopted, approve);
  for (const [name, more] of [
    ['zheng.bo', {}],
    ['huang.lei', {}],
    ['wang.haiyan', { onBehalfOf: 'user:default/su.min' }],
  ] as const) {
    await people.vote(name, keys.adopted, { ...conditional, ...more });
  }
  await expect(shown).toContainText('已表决 4/7');

  await entry(phone.page, keys.adopted)
    .getByRole('button', { name: `表决：${keys.adopted}` })
    .click();
  const ballot = phone.page.getByRole('form', { name: '投票表决' });
  await ballot.getByRole('radio', { name: '同意', exact: true }).check();
  await ballot.getByRole('button', { name: '投票表决' }).click();
  await expect(phone.page.getByText('您的表决：同意').first()).toBeVisible();
  await phone.leave();
  await expect(shown).toContainText('已表决 5/7');
  await people.vote(CHAIR, keys.adopted, approve);
  await expect(shown).toContainText('有条件采纳');
  await chair.leave();
});

test('another is sent back, a third deferred, and the requirement of an earlier one approved', async ({
  browser,
  request,
}) => {
  test.slow();
  const people = byHttp(request);
  const unapproved = await people.tries(
    'he.jing',
    keys.requirement,
    'plan',
    STORY.plan,
  );
  expect(unapproved).toEqual({ status: 409, code: 'action-refused' });
  await people.vote(CHAIR, keys.returned, {
    ...{ board: 'board', choice: 'sendBack', reason: BACK },
  });
  const voters = ['zheng.bo', 'huang.lei', 'luo.yong', 'wang.haiyan', CHAIR];
  for (const voter of voters) {
    await people.vote(voter, keys.requirement, approve);
  }

  const chair = await Desk.of(browser, '周启明');
  const { page } = chair;
  await chair.open(keys.deferred);
  await chair.act('暂缓', [
    ['主要原因', 'choose', '等待系统新版本'],
    ['复审日期', 'write', '2026-03-31'],
    ['理由', 'write', WAITS],
  ]);
  await chair.isIn('暂缓');
  await page.goto(address);
  for (const [key, conclusion] of [
    [keys.returned, '退回补充'],
    [keys.deferred, '暂缓'],
    [keys.requirement, '通过'],
  ]) {
    await expect(entry(page, key)).toContainText(conclusion);
  }
  const note = `讨论要点：${keys.adopted}`;
  await page.getByLabel(note).fill(NOTE);
  await page.getByRole('button', { name: `保存要点：${keys.adopted}` }).click();
  await expect(entry(page, keys.adopted)).toContainText('已保存。');
  await chair.leave();

  const planned = await people.act(
    'he.jing',
    keys.requirement,
    'plan',
    STORY.plan,
  );
  expect((planned as Item).state.id).not.toBe('frozen');
});

test('a meeting that is yet to come is planned', async ({ request }) => {
  const plan = {
    title: '二月评审会',
    ...{
      group: 'group:default/it-review-board',
      chair: `user:default/${CHAIR}`,
    },
    ...{ startsAt: '2026-02-03T14:00:00+08:00', place: '三楼会议室' },
    repeat: { weeks: 4, until: '2026-12-31' },
  };
  const people = byHttp(request);
  const { id } = await people.ask<{ id: number }>(
    'lin.xiaolan',
    'createMeeting',
    {},
    plan,
  );
  later = `/meetings/${id}`;
});

for (const language of ['zh', 'en'] as const) {
  test(`what the office sees, ${language}`, async ({ page }) => {
    test.slow();
    await seen(page, language, [
      ['meetings', '/meetings', /二月评审会/],
      ['meeting-planned', later, /OP-2025-089/],
      ['meeting-open', address, /OP-2025-089/],
    ]);
  });
}

test('its minutes and two decisions are printed as office documents', async ({
  browser,
}, info) => {
  test.slow();
  const chair = await Desk.of(browser, '周启明');
  const { page } = chair;
  await page.goto(address);
  await page.getByRole('button', { name: '结束会议' }).click();
  const sure = page.getByRole('dialog');
  await expect(sure).toContainText(/尚无结论的议题/);
  await sure.getByRole('button', { name: '结束会议' }).click();
  const sheet = page.getByRole('article', { name: `会议纪要：${TITLE}` });
  await expect(sheet).toBeVisible();
  for (const words of [
    ...['三楼会议室', '应到', '实到', '委托', NOTE],
    ...['先在 L3 线试行两周', '退回补充', '暂缓', '陈志远'],
  ]) {
    await expect(sheet).toContainText(words);
  }
  await expect(sheet.getByRole('table', { name: '签字' })).toContainText(
    '周启明',
  );
  await printed(page, info, 'minutes.pdf');
  for (const key of [keys.adopted, keys.requirement]) {
    await page.goto(`/items/${key}/decision`);
    const record = page.getByRole('article', { name: /评审结论/ }).first();
    await expect(record).toBeVisible();
    await printed(page, info, `${key}.pdf`);
  }
  await chair.leave();
});

for (const language of ['zh', 'en'] as const) {
  test(`what whoever reads the minutes sees, ${language}`, async ({ page }) => {
    await seen(page, language, [
      ['meeting-minutes', address, /签字|Signature/],
    ]);
  });
}
