import { Label } from './definition';
import { FormProblem, Refusal, RefusalCode } from './item';

/** Why something is refused and what helps; `{name}` stands for a parameter. */
const SENTENCES: { [code in RefusalCode]: Label } = {
  'visibility-fixed': {
    en: 'The workflow says who sees its items. Ask its owner to let the reporter choose.',
    zh: '单据对谁可见由流程规定。如需由反馈人选择，请联系流程负责人。',
  },
  'visibility-as-it-is': {
    en: 'Who sees the item is so already. Reload the page.',
    zh: '单据的可见范围已是如此，请刷新页面。',
  },
  'not-your-visibility': {
    en: 'Only whoever made the item and those who work on it decide who sees it. Ask one of them.',
    zh: '只有提交人和经办人可以更改单据对谁可见，请联系他们。',
  },
  'nothing-to-take-over': {
    en: 'The item does not wait for this person, or they have the role by a group or an appointment. Look after that one instead.',
    zh: '单据没有在等待此人，或其角色来自用户组或任命。请在用户组或任命中调整。',
  },
  'may-not-take-over': {
    en: 'The workflow does not let this person do that here. Choose somebody else.',
    zh: '按流程规定，此人不能在此处接手。请选择其他人。',
  },
  'no-merge': {
    en: 'The workflow knows no duplicate in the present state. Link the two as related instead.',
    zh: '当前状态下流程不允许标为重复，可改为关联两张单据。',
  },
  'not-merged': {
    en: 'This item is not merged into another one. Reload the page.',
    zh: '此单据未并入其他单据，请刷新页面。',
  },
  'unknown-action': {
    en: 'This is not possible in the present state. Reload the page.',
    zh: '当前状态下不能进行此操作，请刷新页面。',
  },
  'not-by-hand': {
    en: 'Items of this kind come out of another item, through one of its actions.',
    zh: '此类单据由其他单据的操作产生，不能手工新建。',
  },
  forbidden: {
    en: 'Only these may do this: {roles}.',
    zh: '只有以下角色可以操作：{roles}。',
  },
  guard: {
    en: 'The condition for this is not met yet.',
    zh: '尚不满足此操作的条件。',
  },
  'guard-error': {
    en: 'The condition for this cannot be checked, because something is missing in the item. Complete it first.',
    zh: '单据内容不全，无法判断条件，请先补全。',
  },
  'max-reached': {
    en: 'This may be done at most {max} times, and it was.',
    zh: '此操作最多 {max} 次，已用完。',
  },
  'too-late': {
    en: 'The time for this ended on {until}.',
    zh: '此操作的期限已过（{until}）。',
  },
  'comment-required': {
    en: 'Say why: a comment is needed.',
    zh: '请填写说明。',
  },
  'comment-not-wanted': {
    en: 'This takes no comment. Leave it out.',
    zh: '此操作不需要说明，请删除。',
  },
  'comment-too-short': {
    en: 'The comment needs at least {minimum} characters.',
    zh: '说明至少 {minimum} 个字。',
  },
  'invalid-form': {
    en: 'Some fields need another value. See the hint at each field.',
    zh: '部分字段需要修改，请按每个字段下的提示更正。',
  },
  recused: {
    en: 'You are recused from this vote: {reason}.',
    zh: '您已回避本次表决：{reason}。',
  },
  'not-a-voter': {
    en: 'You are not a member of this board.',
    zh: '您不是本评审组的成员。',
  },
  'not-the-chair': {
    en: 'Only the chair of this board may recuse a member.',
    zh: '只有本评审组的主席可以要求成员回避。',
  },
  'voters-fixed': {
    en: 'Nobody adds or removes voters on this board. Ask the owner of the workflow to name who may, under seats.',
    zh: '本评审组不允许加签、减签。如有需要，请联系流程负责人在 seats 中指定由谁操作。',
  },
  'not-your-voters': {
    en: 'Only these may add or remove voters on this board: {roles}.',
    zh: '只有以下角色可以在本评审组加签、减签：{roles}。',
  },
  'voters-reason': {
    en: 'Say why the voter is added or removed.',
    zh: '请填写加签或减签的理由。',
  },
  'own-seat': {
    en: 'Nobody adds or removes themselves. If you have a conflict of interest, declare it instead.',
    zh: '不能为自己加签或减签。如有利益冲突，请声明回避。',
  },
  'already-voter': {
    en: 'This person votes on this board already. Choose somebody else.',
    zh: '该人员已是本次表决的表决人，请选择其他人。',
  },
  'kept-out': {
    en: 'This person must not vote here: {reason}. Choose somebody else.',
    zh: '该人员须回避本次表决：{reason}。请选择其他人。',
  },
  'no-voter': {
    en: 'This person has no vote on this board. Reload the page.',
    zh: '该人员不是本次表决的表决人，请刷新页面。',
  },
  'quorum-lost': {
    en: 'Without this person the quorum could not be reached. Add somebody else first.',
    zh: '减去该人员后将达不到最低到会人数，请先加签其他人。',
  },
  'no-standing-in': {
    en: 'Members of this board vote in person. Leave onBehalfOf out.',
    zh: '本评审组须由成员本人表决，请删除 onBehalfOf。',
  },
  'not-a-stand-in': {
    en: 'Only these may vote for others on this board: {role}.',
    zh: '只有以下角色可以代为表决：{role}。',
  },
  'not-named': {
    en: 'This member has not named you to vote meanwhile.',
    zh: '该成员未委托您代为表决。',
  },
  'voted-in-person': {
    en: 'This member has voted in person, and that vote stands.',
    zh: '该成员已亲自表决，以本人表决为准。',
  },
  'board-closed': {
    en: 'The vote is closed.',
    zh: '表决已结束。',
  },
  'already-voted': {
    en: 'You have voted, and votes on this board stand.',
    zh: '您已投票，本评审组的表决票不可更改。',
  },
  'unknown-board': {
    en: 'This item has no such board. Reload the page.',
    zh: '此单据没有该评审组，请刷新页面。',
  },
  'unknown-choice': {
    en: 'One may vote here with: {choices}.',
    zh: '可选的表决意见：{choices}。',
  },
  'reason-required': {
    en: 'Give the reason for this vote, in at least {minimum} characters.',
    zh: '请填写表决理由，至少 {minimum} 个字。',
  },
  'conditions-required': {
    en: 'Name at least one condition, or approve without conditions.',
    zh: '请至少写一条条件，或改选“同意”。',
  },
  'conditions-not-wanted': {
    en: 'Only an approval with conditions takes conditions. Leave them out.',
    zh: '只有选择“有条件同意”时才能填写条件，请删除。',
  },
  'condition-past': {
    en: 'Choose a day that has not passed.',
    zh: '请选择今天或以后的日期。',
  },
  'conditions-closed': {
    en: 'The present state does not follow up this condition.',
    zh: '当前状态不跟进此条件。',
  },
  'not-your-condition': {
    en: 'Only its owner, or whoever follows the conditions up, may say so.',
    zh: '只有该条件的责任人或跟进人可以登记。',
  },
  'unknown-condition': {
    en: 'This item has no such condition. Reload the page.',
    zh: '此单据没有该条件，请刷新页面。',
  },
  'condition-as-it-is': {
    en: 'It is noted so already.',
    zh: '已是此状态。',
  },
  'no-decision': {
    en: 'The votes do not decide yet.',
    zh: '现有表决票尚不足以作出决定。',
  },
  'stale-timer': {
    en: 'The item has moved on since this was due.',
    zh: '单据状态已变，该定时任务作废。',
  },
  'unknown-event': {
    en: 'The present state does not wait for this.',
    zh: '当前状态不处理此事件。',
  },
  'nobody-left': {
    en: 'Nobody would be left to act. Ask the programme office.',
    zh: '没有可以处理的人员，请联系推进办。',
  },
  'migration-ended': {
    en: 'The item is at its end and keeps its version.',
    zh: '单据已结束，沿用原版本。',
  },
  'migration-kind': {
    en: 'The other version is about another kind of item. Items of this kind keep their version.',
    zh: '另一版本用于其他类型的单据，此类单据沿用原版本。',
  },
  'migration-state': {
    en: 'The other version has no state “{state}”, and its file does not say which one follows it. Add it under migrations, or let the item leave the state first.',
    zh: '另一版本没有状态“{state}”，文件也未写明对应状态。请在 migrations 中添加，或先让单据离开该状态。',
  },
  'migration-type': {
    en: 'The state “{state}” is of another kind in the other version. Let the item leave the state first.',
    zh: '状态“{state}”在另一版本中类型不同，请先让单据离开该状态。',
  },
  'migration-conditions': {
    en: 'The other version does not know the vote that has imposed the conditions of this item. See to the conditions first.',
    zh: '另一版本没有提出这些条件的表决，请先落实条件。',
  },
  'migration-voting': {
    en: 'A vote is in progress, and its rules stay as they are. The item follows when the vote has closed.',
    zh: '正在表决，表决规则不变；表决结束后再转入新版本。',
  },
  'migration-value': {
    en: 'What is written into the field “{field}” cannot be worked out from this item. Complete the item first.',
    zh: '无法根据此单据得出字段“{field}”的值，请先补全单据。',
  },
  'migration-data': {
    en: 'These fields would not be in order in the other version: {fields}. Correct them first.',
    zh: '以下字段不符合另一版本的要求，请先更正：{fields}。',
  },
};

/** What the placeholders of a sentence stand for. @internal */
export type Parameters = { [name: string]: string | number | Label };

/** Puts the parameters into both sentences. @internal */
export function fillIn(label: Label, parameters: Parameters): Label {
  const said = (value: Parameters[string], language: keyof Label) =>
    String(typeof value === 'object' ? value[language] : value);
  const fill = (text: string, language: keyof Label) =>
    text.replace(/\{(\w+)\}/g, (whole, name) =>
      Object.hasOwn(parameters, name)
        ? said(parameters[name], language)
        : whole,
    );
  return { en: fill(label.en, 'en'), zh: fill(label.zh, 'zh') };
}

/** A refusal in words. @internal */
export function refuse(
  code: RefusalCode,
  parameters: Parameters = {},
): Refusal {
  const why = fillIn(SENTENCES[code], parameters);
  return { ok: false, code, why, params: parameters };
}

/** A day as people write it. @internal */
export function dayIn(moment: string): Label {
  const write = (locale: string) =>
    new Intl.DateTimeFormat(locale, {
      dateStyle: 'medium',
      timeZone: 'UTC',
    }).format(Date.parse(moment));
  return { en: write('en-GB'), zh: write('zh-CN') };
}

/** A refusal that points at the fields of a form. @internal */
export function refuseForm(fields: FormProblem[]): Refusal {
  return { ...refuse('invalid-form'), fields };
}
