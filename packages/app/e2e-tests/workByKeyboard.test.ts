import { byHttp, ByHttp } from './byHttp';
import {
  APIRequestContext,
  expect,
  signIn,
  speak,
  test,
  token,
} from './fixtures';
import { Keys } from './Keys';
import { STORY } from './story';

// After the pages are looked at: the platform draws how many notifications are
// new in a way that axe refuses, and what is done here brings some.

/** Two reports of the same, by somebody else than who reads them. */
function twoReports({ create }: ByHttp) {
  const report = { system: STORY.problem.system, impact: 'slow' };
  return Promise.all(
    ['夜班扫码枪断开', '扫码枪夜里又断开'].map(title =>
      create('zhang.qiang', 'feedback', { ...report, title }),
    ),
  );
}

test('an item is followed, shown, noted on and merged by keyboard alone', async ({
  page,
  request,
}) => {
  const [kept, same] = await twoReports(byHttp(request));
  await signIn(page, '陈志远', 'zh');
  await page.goto(`/items/${same.key}`);
  const keys = new Keys(page);
  const button = (name: string) =>
    page.getByRole('button', { name, exact: true });
  const dialog = page.getByRole('dialog');

  await keys.press(button('我也需要（0）'));
  await keys.isAt(button('已支持（1）'));
  await keys.press(button('关注'));
  await keys.isAt(button('已关注'));
  await keys.press(button('代他人登记支持'));
  await keys.escape(dialog, button('代他人登记支持'));

  const chosen = page.waitForEvent('filechooser');
  await keys.press(button('添加文件'));
  const file = { name: '测量.csv', mimeType: 'text/csv' };
  await (await chosen).setFiles({ ...file, buffer: Buffer.from('a,b\n') });
  await keys.to(button('下载 测量.csv'));
  await keys.press(button('删除 测量.csv'));
  await keys.to(dialog.getByRole('button', { name: '删除' }));
  await keys.escape(dialog, button('删除 测量.csv'));
  await page.keyboard.press('Enter');
  await keys.press(dialog.getByRole('button', { name: '删除' }));
  await expect(page.getByText('还没有照片或文件。')).toBeVisible();
  await keys.to(button('添加文件'));

  await keys.press(page.getByRole('checkbox', { name: '内部备注' }), 'Space');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('供应商周五答复。');
  await keys.press(button('保存备注'));
  await expect(page.getByText('供应商周五答复。').first()).toBeVisible();

  await page.reload();
  await keys.press(button('并入其他单据…'));
  await keys.escape(dialog, button('并入其他单据…'));
  await page.keyboard.press('Enter');
  await keys.find(dialog.getByRole('textbox').first(), kept.key, /断开/);
  await keys.press(dialog.getByRole('button', { name: '合并' }));
  await expect(dialog).toHaveCount(0);
  await keys.to(
    page.getByRole('link', { name: new RegExp(`并入 ${kept.key}`) }),
  );
  await keys.press(button('撤销'));
  await keys.escape(dialog, button('撤销'));
  await page.keyboard.press('Enter');
  await keys.press(dialog.getByRole('button', { name: '撤销合并' }));
  await expect(dialog).toHaveCount(0);
  await keys.to(button('并入其他单据…'));

  await page.reload();
  await keys.press(page.getByRole('link', { name: '打印' }).or(button('打印')));
  await expect(page).toHaveURL(/print$/);
  await keys.to(button('打印或存为PDF'));

  await page.goto('/items/RQ-2025-026');
  await keys.press(button('变更已批准的需求'));
  await keys.write(
    dialog.getByRole('textbox'),
    '首件确认要加一步，验收标准改两条。',
  );
  await keys.press(dialog.getByRole('button', { name: '变更已批准的需求' }));
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('陈志远：变更已批准的需求')).toBeVisible();
});

test('lists are exported, kept and moved by keyboard alone', async ({
  page,
}) => {
  await speak(page, 'zh');
  await page.goto('/');
  const keys = new Keys(page);
  await keys.press(page.getByRole('button', { name: /陈志远/ }));
  await keys.press(page.getByRole('link', { name: '单据', exact: true }));
  await expect(page).toHaveURL(/items/);
  await page.goto('/items?workflow=feedback');
  const button = (name: string) =>
    page.getByRole('button', { name, exact: true });
  const dialog = page.getByRole('dialog');

  await keys.press(button('导出'));
  await keys.isAt(page.getByRole('menuitem').first());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await keys.isAt(page.getByRole('menuitem', { name: /分号/ }));
  await keys.escape(page.getByRole('menu'), button('导出'));
  const saved = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  await keys.isAt(page.getByRole('menuitem').first());
  await page.keyboard.press('Enter');
  expect((await saved).suggestedFilename()).toMatch(/\.xlsx$/);
  await keys.isAt(button('导出'));

  await keys.press(button('保存筛选'));
  await keys.escape(dialog, button('保存筛选'));
  await page.keyboard.press('Enter');
  await keys.write(dialog.getByRole('textbox'), '反馈');
  await page.keyboard.press('Enter');
  await keys.to(button('反馈'));
  await keys.press(button('删除“反馈”'));
  await keys.press(dialog.getByRole('button', { name: '删除' }));
  await keys.to(button('保存筛选'));

  await page.goto('/items?workflow=feedback&view=board');
  const card = page.getByRole('listitem').filter({ hasText: 'FB-1479' });
  await keys.to(card.getByRole('link'));
  await keys.press(card.getByRole('button'));
  await keys.to(page.getByRole('menuitem', { name: '受理', exact: true }));
  await keys.escape(page.getByRole('menu'), card.getByRole('button'));
  await page.keyboard.press('Enter');
  await keys.isAt(page.getByRole('menuitem', { name: '受理', exact: true }));
  await page.keyboard.press('Enter');
  await keys.escape(dialog, card.getByRole('button'));
});

test('a rule is explained and items change version by keyboard alone', async ({
  page,
  request,
}) => {
  await anOlderVersion(request);
  await signIn(page, '林晓岚', 'zh');
  const keys = new Keys(page);
  const dialog = page.getByRole('dialog');

  await page.goto('/operations');
  const panel = page.getByRole('region', { name: '为什么某人不能操作？' });
  await keys.write(panel.getByLabel('单据编号'), 'FB-1479');
  await keys.find(panel.getByLabel('人员'), '张强', /张强/);
  await keys.press(panel.getByRole('button', { name: '查看原因' }));
  await expect(panel.getByText(/^受理：不可以/)).toBeVisible();

  await page.goto('/workflows/risk-report/versions/2');
  const older = page.getByRole('region', { name: '旧版本的单据' });
  const button = (name: string) => older.getByRole('button', { name });
  await keys.press(button('预演：第 1 版单据迁移'));
  await expect(older.getByText(/转入/).first()).toBeVisible();
  await keys.press(button('迁移第 1 版的单据'));
  await keys.escape(dialog, button('迁移第 1 版的单据'));
  await page.keyboard.press('Enter');
  await keys.press(dialog.getByRole('button', { name: '迁移' }));
  await expect(older.getByText(/已完成。/)).toBeVisible();
});

/** A risk report that is under way while its workflow gets another version. */
async function anOlderVersion(request: APIRequestContext) {
  const id = 'risk-report';
  await byHttp(request).create('liu.yang', id, {
    ...{ title: '备件到货晚于检修', system: STORY.problem.system },
    description: '检修在周五，备件下周才到。',
  });
  const changes = [
    { path: 'spec.states.escalated.timers.0.repeat.times', value: 14 },
  ];
  const post = async (name: string, path: string, data: object) => {
    const authorization = `Bearer ${await token(
      request,
      `user:default/${name}`,
    )}`;
    const answer = await request.post(`/api/bridge/workflows/${id}/${path}`, {
      ...{ data, headers: { authorization } },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  const { hash } = await post('lin.xiaolan', 'versions', { changes });
  await post('lin.xiaolan', 'versions/2/submit', { hash });
  await post('zhou.qiming', 'publish', { version: 2, hash });
}
