import type { Page } from './fixtures';

/** A page of the product, with records of the demo factory on it. */
export interface ShownPage {
  /** What its pictures are called. */
  name: string;
  path: string;
  /** Words that stand on it once it has loaded, in either language. */
  landmark: RegExp;
  /** What the bridge answers to the page's own question, if not the truth. */
  answer?: 'failure' | 'nothing';
  /** English words of Backstage on it, which cannot be translated. */
  english?: readonly string[];
  /** Opens what only a click shows. */
  open?(page: Page): Promise<void>;
}

/** A person of the demo factory, and the pages to see with their eyes. */
export interface Visit {
  zh: string;
  en: string;
  pages: ShownPage[];
}

function show(
  name: string,
  path: string,
  landmark: RegExp,
  more: Omit<ShownPage, 'name' | 'path' | 'landmark'> = {},
): ShownPage {
  return { name, path, landmark, ...more };
}

/** The form of an action, opened by the address of a link in the inbox. */
function dialog(name: string, key: string, action: string): ShownPage {
  return show(name, `/items/${key}?do=${action}`, new RegExp(key), {
    open: page =>
      page.getByRole('dialog').getByRole('textbox').last().waitFor(),
  });
}

const OPERATOR: ShownPage[] = [
  show('home-operator', '/', /FB-1479/),
  show('inbox-one', '/inbox', /FB-1468/),
  show('items-mine', '/items?mine=true', /FB-1479/),
  show('items-empty', '/items?q=777777', /“777777”/),
  show('item-feedback', '/items/FB-0312', /报工数量录不进去/),
  dialog('dialog-not-solved', 'FB-1468', 'notSolved'),
  show('new', '/new', /现状、方法|the method/),
  show('new-feedback', '/new/feedback?system=mes', /陈志远|Chen Zhiyuan/),
  show('new-proposal', '/new/proposal', /现状问题|Present state/),
  show('system', '/catalog/default/system/mes', /KC-003/),
  show('item-missing', '/items/FB-9999', /没有这张单据|no such work item/),
  show('page-missing', '/meetings/1/nothing', /没有这个页面|no such page/),
  show('case-missing', '/cases/kc-999', /没有这个案例|no such case/),
  show('settings-denied', '/workflows/proposal/settings', /推进办|programme/),
  show('register-denied', '/systems/new', /添加功能模块|Add a module/),
  show('contributions-other', '/people/chen.zhiyuan/contributions', /KC-052/),
];

/** The form of an absence, opened where work waits. */
const ABSENCE = show('dialog-absence', '/inbox', /FB-1468/, {
  open: async page => {
    // It stays open while the page is turned round.
    if ((await page.getByRole('dialog').count()) === 0) {
      await page.getByRole('button', { name: /登记外出|Enter an abs/ }).click();
    }
    await page.getByRole('dialog').getByRole('textbox').last().waitFor();
  },
});

const PROPOSER: ShownPage[] = [
  show('inbox-empty', '/inbox', /没有等您处理|Nothing waits/),
  show('item-reported', '/items/FB-1476', /盘点单打不开/),
  show('item-board-proposer', '/items/OP-2025-089', /库位推荐/),
  show('item-print', '/items/OP-2025-018/print', /批量采购阈值/),
];

const SUPER_USER: ShownPage[] = [
  show('home-super-user', '/', /我负责的系统|Systems I answer/),
  show('inbox', '/inbox', /FB-1471/),
  show('item-in-progress', '/items/FB-1465', /首件确认页面/),
  dialog('dialog-solve', 'FB-1465', 'solve'),
  dialog('dialog-triage', 'OP-2025-091', 'accept'),
  show('item-requirement', '/items/RQ-2025-026', /交接班自动带出/),
  show('item-case', '/items/KC-057', /夜班换料批次核对四步/),
  show('user', '/catalog/default/user/chen.zhiyuan', /制造执行|MES/),
  show('contributions', '/people/chen.zhiyuan/contributions', /KC-052/),
  show('leaderboard', '/leaderboards', /王海燕|Wang Haiyan/),
  // The other dimensions are drawn alike.
  show(
    'leaderboard-technical',
    '/leaderboards?board=technical&season=2025-Q3',
    /我的名次|Your standing/,
  ),
  show('leaderboard-empty', '/leaderboards?season=2031-Q1', /还没有|Nobody/),
];

const VOTER: ShownPage[] = [
  show('home-board', '/', /OP-2025-089/),
  show('ballot', '/items/OP-2025-089?do=vote', /库位推荐/),
  show('ballot-conditions', '/items/OP-2025-089?do=vote', /库位推荐/, {
    open: async page => {
      const choice = /有条件同意|Approve with conditions/;
      await page.getByLabel(choice).check();
      await page.getByLabel(/条件 1|Condition 1/).waitFor();
    },
  }),
  show('item-conditions', '/items/OP-2025-071', /自动催料/),
  show('item-voted', '/items/OP-2025-088', /维修工单扫码领备件/),
  show('item-board-requirement', '/items/RQ-2025-028', /工艺参数超限/),
];

const RECUSED: ShownPage[] = [
  show('inbox-for-other', '/inbox', /代苏敏|For Su Min/),
  show(
    'ballot-for-other',
    '/items/OP-2025-089?do=vote&for=user:default/su.min',
    /代苏敏（外出）表决|Vote for Su Min/,
  ),
  show('decision', '/items/OP-2025-071/decision', /评审结论|Decision record:/),
  show('item-decided', '/items/OP-2025-018', /批量采购阈值/),
  show('item-rejected', '/items/OP-2025-052', /取消首检/),
];

const AUTHOR: ShownPage[] = [
  show('case-in-review', '/cases/kc-057', /夜班换料/),
  show('case-not-editable', '/cases/kc-057/edit', /不能修改|cannot be changed/),
  show('case-editor-new', '/cases/new', /预览|Preview/),
  show('items-board', '/items?workflow=proposal&view=board', /OP-2025-092/),
];

const AUTHOR_OF_DRAFT: ShownPage[] = [
  show('case-editor', '/cases/kc-055/edit', /预览|Preview/),
  show('item-crisis', '/items/CR-2025-02', /97.3/),
  show('item-risk', '/items/RR-07', /试运行看不到换模时间/),
];

/** A setting that the scenarios of the workflow do not bear. */
const WORKFLOW_EFFECT = show(
  'workflow-effect',
  '/workflows/proposal/settings',
  /超级用户A角|Lead super user/,
  {
    // An event, as the file of the workflow names it.
    english: ['linked.requirement.released'],
    open: async page => {
      const figure = (name: RegExp) =>
        page.getByRole('spinbutton', { name }).last();
      // One who votes would decide alone.
      await figure(/表决人数占应到|Share of the members/).fill('0');
      await figure(/最少表决人数|Fewest votes/).fill('1');
      await page.getByText(/还不能保存|cannot be kept/).waitFor();
    },
  },
);

const MANAGER: ShownPage[] = [
  show('home-manager', '/', /无A角或B角|without a lead/),
  show('items', '/items', /FB-1479/),
  show(
    'items-filtered',
    '/items?workflow=proposal&open=true&order=dueAt',
    /OP-2025-031/,
  ),
  show('cases', '/cases', /KC-014/),
  show('cases-empty', '/cases?q=777777', /“777777”/),
  show('case', '/cases/kc-030', /顶针没有退回来/),
  show('docs', '/docs', /故障代码速查表/),
  show('docs-case', '/docs/default/resource/kc-030', /顶针没有退回来/, {
    english: ['Resource', 'Owner', 'Search', 'docs'],
  }),
  show(
    'contributions-none',
    '/people/lin.xiaolan/contributions',
    /还没有|No points/,
  ),
  show('systems', '/systems', /仓储管理|WMS/),
  show('systems-answer', '/systems?q=MES', /陈志远|Chen Zhiyuan/),
  show('systems-empty', '/systems?q=777777', /“777777”/),
  show('register', '/systems/new', /添加功能模块|Add a module/),
  show('catalog', '/catalog?filters[kind]=system', /制造执行|MES/),
  show('team', '/catalog/default/group/super-users-mes', /陈志远|Chen Zhiyuan/),
  show(
    'graph',
    '/catalog-graph?rootEntityRefs[]=system:default/mes',
    /陈志远|Chen Zhiyuan/,
  ),
  show('search', '/search', /搜索|Search/),
  show('notifications', '/notifications', /通知|Notifications/),
  show('workflows', '/workflows', /生效中|In force/),
  show('operations', '/operations', /OP-2025-089/),
  show('workflow-version', '/workflows/proposal/versions/1', /发布|put it/),
  show(
    'workflow-settings',
    '/workflows/proposal/settings?section=routes',
    /费用|Cost/,
  ),
  WORKFLOW_EFFECT,
  show('workflow-import', '/workflows/import', /选择文件|Choose a file/, {
    // What is typed, and what it is told to be, in the language of the file.
    english: [
      ...['metadata', 'id', 'proposal', 'title', 'workflow', 'v1alpha1'],
      ...['WorkflowDefinition', 'apiVersion', 'kind', 'spec'],
    ],
    open: async page => {
      const text = page.getByRole('textbox', { name: /YAML/ });
      await text.fill('metadata: { id: proposal }\n');
      await page
        .getByText(/第 \d+ 行|Line \d+/)
        .first()
        .waitFor();
    },
  }),
  show(
    'workflow-play',
    '/workflows/proposal/versions/1/play',
    /接下来怎样|What happens next/,
    {
      english: ['linked.requirement.released'],
      open: async page => {
        const step = page.getByRole('button', { name: /第 4 步|step 4/ });
        if ((await step.count()) > 0) {
          await step.click();
        }
        await page.getByText(/表决截止|Deadline of the vote/).waitFor();
      },
    },
  ),
  show('user-away', '/catalog/default/user/su.min', /探亲假/),
  show('settings', '/settings', /语言|Language/),
];

/** The pages whose answer does not come, or comes as a failure. */
const IN_TROUBLE: ShownPage[] = [
  ['inbox', '/inbox'],
  ['items', '/items'],
  ['item', '/items/FB-0312'],
  ['cases', '/cases'],
  ['case', '/cases/kc-030'],
  ['leaderboard', '/leaderboards'],
].flatMap(([name, path]) => [
  show(`${name}-error`, path, /重试|Try again/, { answer: 'failure' }),
  show(`${name}-loading`, path, /./, { answer: 'nothing' }),
]);

/** Everybody whose eyes the pages are seen with. */
export const VISITS: Visit[] = [
  { zh: '张强', en: 'Zhang Qiang', pages: [...OPERATOR, ABSENCE] },
  { zh: '唐婷', en: 'Tang Ting', pages: PROPOSER },
  { zh: '陈志远', en: 'Chen Zhiyuan', pages: SUPER_USER },
  { zh: '罗勇', en: 'Luo Yong', pages: VOTER },
  { zh: '王海燕', en: 'Wang Haiyan', pages: RECUSED },
  { zh: '刘洋', en: 'Liu Yang', pages: AUTHOR },
  { zh: '董丽', en: 'Dong Li', pages: AUTHOR_OF_DRAFT },
  { zh: '林晓岚', en: 'Lin Xiaolan', pages: MANAGER },
  { zh: '苏敏', en: 'Su Min', pages: IN_TROUBLE },
];
