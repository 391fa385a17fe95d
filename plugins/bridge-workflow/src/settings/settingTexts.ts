import { Label } from '../definition';

/** What settings are called. @internal */
export const SETTING_TEXTS = {
  group: { en: 'Group', zh: '对应的组' },
  members: { en: 'Fewest members', zh: '最少人数' },
  quorum: { en: 'Fewest votes', zh: '最少表决人数' },
  quorumPercent: {
    en: 'Share of the members who must vote',
    zh: '表决人数占应到人数的比例',
  },
  rule: { en: 'How votes are counted', zh: '计票规则' },
  threshold: { en: 'Share of votes in favour', zh: '同意票比例' },
  deadline: { en: 'Time to vote', zh: '表决期限' },
  deadlineCalendar: { en: 'Time to vote is counted in', zh: '表决期限按' },
  extendBy: { en: 'Prolonged each time by', zh: '每次延长' },
  extendTimes: { en: 'How often it is prolonged', zh: '最多延长次数' },
  override: {
    en: 'Share of votes that overrides a veto',
    zh: '推翻否决的同意票比例',
  },
  remind: {
    en: 'Reminder to vote, no. {number}',
    zh: '第 {number} 次催办表决',
  },
  none: { en: 'none', zh: '无' },
  any: { en: 'does not matter', zh: '不限' },
  reminder: { en: 'Reminder after', zh: '提醒时间' },
  goesOn: { en: 'Goes on by itself after', zh: '自动流转时间' },
  timerCalendar: { en: 'This time is counted in', zh: '时间按' },
  every: { en: 'Reminded again every', zh: '再次提醒间隔' },
  times: { en: 'How often it is repeated', zh: '重复次数' },
  newField: { en: 'Another field', zh: '新增字段' },
  name: { en: 'Name', zh: '名称' },
  title: { en: 'Name of the workflow', zh: '流程名称' },
  state: { en: 'Name of the state', zh: '状态名称' },
  action: { en: 'Name of the action', zh: '操作名称' },
  board: { en: 'Name of the board', zh: '评审组名称' },
  field: { en: 'Name of the field', zh: '字段名称' },
  help: { en: 'Hint at the field', zh: '字段提示' },
  start: { en: 'New item', zh: '新建单据' },
} satisfies { [name: string]: Label };

/** Whether a form asks for a field. @internal */
export const PRESENCES = [
  { value: 'required', label: { en: 'Required', zh: '必填' } },
  { value: 'optional', label: { en: 'Optional', zh: '选填' } },
  { value: 'off', label: { en: 'Not asked', zh: '不填' } },
];

/** How votes may be counted. @internal */
export const PASS_RULES = [
  {
    value: 'first',
    label: { en: 'The first vote decides', zh: '或签（一人即可）' },
  },
  {
    value: 'unanimous',
    label: { en: 'All must agree', zh: '会签（一致同意）' },
  },
  { value: 'majority', label: { en: 'More than half', zh: '过半数同意' } },
  {
    value: 'threshold',
    label: { en: 'A share of the votes', zh: '达到同意票比例' },
  },
];

/** What counts as a day. @internal */
export const CALENDARS = [
  { value: 'business', label: { en: 'Working days', zh: '工作日' } },
  { value: 'all', label: { en: 'Calendar days', zh: '自然日' } },
];

/** What counts as time. @internal */
export const TIMES = [
  { value: 'business', label: { en: 'Working time', zh: '工作时间' } },
  { value: 'all', label: { en: 'All time', zh: '自然时间' } },
];

/** How a figure or a value is compared. @internal */
export const COMPARISONS: { [operator: string]: Label } = {
  '==': { en: 'is', zh: '等于' },
  '!=': { en: 'is not', zh: '不等于' },
  '<': { en: 'is below', zh: '小于' },
  '<=': { en: 'is at most', zh: '不超过' },
  '>': { en: 'is above', zh: '大于' },
  '>=': { en: 'is at least', zh: '不少于' },
  in: { en: 'is one of', zh: '为以下之一' },
};

/** What a question that is answered with yes or no is answered with. @internal */
export const YES_OR_NO = {
  true: { en: 'Yes', zh: '是' },
  false: { en: 'No', zh: '否' },
};

/** That a condition asks for an answer. @internal */
export function mustBe({ en, zh }: Label): Label {
  return { en: `must be “${en}”`, zh: `必须为“${zh}”` };
}

/** Stands between values of which each may be. @internal */
export const AND: Label = { en: ', ', zh: '、' };

/** Stands between a part and what is within it. @internal */
export const WITHIN: Label = { en: ' › ', zh: ' › ' };

/** Texts one after another. @internal */
export function together(labels: Label[], between: Label): Label {
  return {
    en: labels.map(({ en }) => en).join(between.en),
    zh: labels.map(({ zh }) => zh).join(between.zh),
  };
}
