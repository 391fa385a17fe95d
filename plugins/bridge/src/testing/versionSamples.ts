import type {
  WorkflowMigration,
  WorkflowMigrations,
  WorkflowPreview,
  WorkflowSetting,
  WorkflowVersionDetail,
} from '@techbridge/plugin-bridge-common';

const board = { en: 'Review board', zh: '评审委员会' };
const submit = { en: 'Submit', zh: '提交' };
const RULE = 'spec.states.board.approval.boards.board.pass.rule';

/** Something that can be set, a number of the board without changes. @internal */
export function aSetting(
  changes: Partial<WorkflowSetting> = {},
): WorkflowSetting {
  return {
    path: 'spec.states.board.approval.boards.board.quorum.percent',
    section: 'boards',
    of: [board],
    label: { en: 'Share who must vote', zh: '表决比例' },
    kind: 'percent',
    value: 60,
    minimum: 0,
    maximum: 100,
    ...changes,
  };
}

/** What decides the way besides a figure: several values, and a fact. */
const routeSettings: WorkflowSetting[] = [
  aSetting({
    path: 'spec.states.route.choose.0.when#0',
    section: 'routes',
    label: { en: 'Effort is one of', zh: '工作量为以下之一' },
    kind: 'choices',
    value: ['S'],
    options: [
      { value: 'S', label: { en: 'Days', zh: '几天' } },
      { value: 'M', label: { en: 'Weeks', zh: '几周' } },
      { value: 'L', label: { en: 'Months', zh: '几个月' } },
    ],
  }),
  aSetting({
    path: 'spec.states.route.choose.0.when#reversible',
    section: 'routes',
    label: { en: 'Can it be undone?', zh: '能否恢复原状' },
    kind: 'choice',
    value: 'yes',
    options: [
      { value: 'yes', label: { en: 'must be “Yes”', zh: '必须为“能”' } },
      { value: 'any', label: { en: 'does not matter', zh: '不限' } },
    ],
  }),
];

/** More time for a vote that has none, and a text that names the time to vote. */
const extension: WorkflowSetting[] = [
  aSetting({
    path: 'spec.states.board.approval.boards.board.deadline.extend.times',
    label: { en: 'How often it is prolonged', zh: '最多延长次数' },
    ...{ kind: 'number', value: 0, minimum: 0, maximum: 20 },
  }),
  aSetting({
    path: 'spec.states.board.approval.boards.board.deadline.extend.by',
    label: { en: 'Prolonged by', zh: '每次延长' },
    ...{ kind: 'duration', value: null, optional: true },
  }),
  aSetting({
    path: 'spec.states.board.label',
    section: 'texts',
    label: { en: 'Name of the state', zh: '状态名称' },
    kind: 'text',
    value: { en: 'Vote within five days', zh: '五日内表决' },
  }),
];

/** Settings of every kind. @internal */
export const settings: WorkflowSetting[] = [
  aSetting(),
  aSetting({
    path: RULE,
    label: { en: 'How votes are counted', zh: '计票规则' },
    kind: 'choice',
    value: 'majority',
    options: [
      { value: 'majority', label: { en: 'More than half', zh: '过半数' } },
      { value: 'threshold', label: { en: 'A share', zh: '达到比例' } },
    ],
  }),
  aSetting({
    path: RULE.replace('rule', 'threshold'),
    label: { en: 'Share in favour', zh: '同意票比例' },
    value: 50,
  }),
  aSetting({
    path: 'spec.states.board.approval.boards.board.deadline.after',
    label: { en: 'Time to vote', zh: '表决期限' },
    kind: 'duration',
    value: 'P5D',
  }),
  aSetting({
    path: 'spec.roles.board.from.group',
    section: 'people',
    label: { en: 'Group', zh: '对应的组' },
    kind: 'group',
    value: 'group:default/it-review-board',
  }),
  aSetting({
    path: 'spec.forms.submit.more',
    section: 'forms',
    of: [submit],
    label: { en: 'Another field', zh: '新增字段' },
    kind: 'newField',
    value: null,
  }),
  aSetting({
    path: 'spec.states.draft.actions.submit.label',
    section: 'texts',
    of: [{ en: 'Draft', zh: '草稿' }, submit],
    label: { en: 'Name of the action', zh: '操作名称' },
    kind: 'text',
    value: submit,
  }),
  aSetting({
    path: 'spec.states.route.choose.0.when#1',
    section: 'routes',
    label: { en: 'Cost is below', zh: '费用小于' },
    kind: 'number',
    ...{ value: 5000, minimum: 0, maximum: 1_000_000 },
  }),
  aSetting({
    path: 'spec.forms.triage.help.effort',
    section: 'texts',
    of: [{ en: 'Triage', zh: '初审' }],
    label: { en: 'Hint at the field', zh: '字段提示' },
    kind: 'text',
    value: { en: 'Below 5,000 CNY it is quick.', zh: '低于5000元走快速通道。' },
  }),
  aSetting({
    path: 'spec.states.board.approval.boards.board.remind.0',
    label: { en: 'Reminder no. 1', zh: '第 1 次催办' },
    ...{ kind: 'duration', value: 'P2D', optional: true },
  }),
  aSetting({
    path: 'spec.states.board.approval.boards.board.remind.1',
    label: { en: 'Reminder no. 2', zh: '第 2 次催办' },
    ...{ kind: 'duration', value: null, optional: true },
  }),
  ...routeSettings,
  ...extension,
];

/** What a change of the quorum means, without changes: that all is well. @internal */
export function aPreview(
  changes: Partial<WorkflowPreview> = {},
): WorkflowPreview {
  return {
    against: 3,
    report: {
      ok: true,
      problems: [],
      scenarios: [{ name: 'adopted', ok: true, trace: [] }],
    },
    differences: [
      {
        class: 'major',
        path: 'spec.states.board.approval.boards.board.quorum.percent',
        message: {
          en: 'Review board › Share who must vote: 60 % → 80 %',
          zh: '评审委员会 › 表决比例：60 % → 80 %',
        },
      },
    ],
    ...changes,
  };
}

/** A draft that its author looks at. @internal */
export function aVersion(
  changes: Partial<WorkflowVersionDetail> = {},
): WorkflowVersionDetail {
  return {
    title: { en: 'Optimization proposal', zh: '优化提案' },
    version: 4,
    hash: 'a4',
    status: 'draft',
    at: '2025-12-31T01:00:00.000Z',
    madeBy: 'user:default/tang.ting',
    basedOn: 3,
    yaml: 'kind: WorkflowDefinition\n',
    differences: aPreview().differences,
    history: [
      {
        type: 'created',
        person: 'user:default/tang.ting',
        at: '2025-12-31T01:00:00.000Z',
        comment: null,
      },
    ],
    mayEdit: true,
    steps: [
      { id: 'submit', allowed: true },
      {
        id: 'return',
        allowed: false,
        why: { en: 'It is not up for review.', zh: '未在评审中。' },
      },
      {
        id: 'publish',
        allowed: false,
        why: { en: 'It is not up for review.', zh: '未在评审中。' },
      },
      { id: 'discard', allowed: true },
    ],
    ...changes,
  };
}

/** A migration that has begun, without changes. @internal */
export function aMigration(
  changes: Partial<WorkflowMigration> = {},
): WorkflowMigration {
  return {
    ...{ id: 7, workflow: 'proposal', from: 3, to: 4, status: 'running' },
    ...{ moved: 0, waits: 0, left: 0, endedAt: null },
    startedBy: 'user:default/he.jing',
    startedAt: '2025-12-31T01:00:00.000Z',
    ...changes,
  };
}

/** Where the open items of a workflow stand whose version 4 is in force. @internal */
export function migrationsOf(
  versions: WorkflowMigrations['versions'],
  mayMigrate = true,
): WorkflowMigrations {
  return { id: 'proposal', to: 4, hash: 'a4', mayMigrate, versions };
}
