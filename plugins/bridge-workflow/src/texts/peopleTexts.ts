import { RuleText } from './RuleText';

/** What the rules about roles and boards say. @internal */
export const peopleTexts = {
  'task-assignee': {
    message: {
      en: 'Nobody is asked to do this task.',
      zh: '此任务没有指派角色。',
    },
    remedy: { en: 'Add assign with a role.', zh: '请添加 assign 并写明角色。' },
  },
  'action-role': {
    message: {
      en: 'Nobody may use this action.',
      zh: '没有角色可以使用此动作。',
    },
    remedy: { en: 'Add by with a role.', zh: '请添加 by 并写明角色。' },
  },
  'unknown-role': {
    message: { en: 'There is no role “{role}”.', zh: '没有角色“{role}”。' },
    remedy: {
      en: 'Correct the name, or add it under spec.roles.',
      zh: '请更正名称，或在 spec.roles 中添加。',
    },
  },
  'role-circle': {
    message: {
      en: 'The role “{role}” is defined through itself.',
      zh: '角色“{role}”循环引用自身。',
    },
    remedy: {
      en: 'Change fallback or except so that the circle is broken.',
      zh: '请修改 fallback 或 except，消除循环。',
    },
  },
  'role-source-unknown': {
    message: {
      en: 'There is no source “{source}” for the role “{role}”.',
      zh: '角色“{role}”的来源“{source}”不存在。',
    },
    remedy: {
      en: 'Choose one of: {known}. A module of the backend adds it.',
      zh: '请从中选择：{known}。来源由后端模块添加。',
    },
  },
  'role-parameter': {
    message: {
      en: 'The source “{source}” and the parameter “{parameter}” do not fit: it is missing, unknown or wrong.',
      zh: '来源“{source}”的参数“{parameter}”缺失、未知或有误。',
    },
    remedy: { en: 'It takes {known}.', zh: '可用参数：{known}。' },
  },
  'role-to-creator': {
    message: {
      en: 'The role “{role}” would fall to whoever made the item when its source fails.',
      zh: '来源出错时，角色“{role}”将落到单据创建人身上。',
    },
    remedy: {
      en: 'Name another role as its fallback, or none.',
      zh: '请改用其他后备角色，或不设后备角色。',
    },
  },
  'role-as-exception': {
    message: {
      en: 'The role “{role}” cannot say who may not act: when its source fails, everybody could.',
      zh: '角色“{role}”不能用来排除人员：来源出错时将无人被排除。',
    },
    remedy: {
      en: 'Take out people by a group, a field, an owner or super users.',
      zh: '请用用户组、字段、系统负责人或超级用户来排除人员。',
    },
  },
  'role-source': {
    message: {
      en: 'The role “{role}” would have no people: the field “{field}” does not hold a {format}.',
      zh: '角色“{role}”将没有人员：字段“{field}”的格式不是 {format}。',
    },
    remedy: {
      en: 'Give the field type: string, format: {format} (in a list, its items), or name another field.',
      zh: '请将该字段（列表则为其 items）设为 type: string、format: {format}，或改用其他字段。',
    },
  },
  'role-without-min': {
    severity: 'warning',
    message: {
      en: 'It is not said how many people the role “{role}” has at least.',
      zh: '没有说明角色“{role}”至少有多少人。',
    },
    remedy: {
      en: 'Add min, so that boards and scenarios can be checked.',
      zh: '请添加 min，以便检查评审组和情景。',
    },
  },
  'task-without-timer': {
    severity: 'warning',
    message: {
      en: 'The task can be forgotten: no timer watches it.',
      zh: '此任务没有定时器，可能被遗忘。',
    },
    remedy: {
      en: 'Add a timer that reminds or goes on.',
      zh: '请添加提醒或自动流转的定时器。',
    },
  },
  'empty-electorate': {
    message: {
      en: 'The board may have nobody who votes.',
      zh: '该评审组可能没有表决人。',
    },
    remedy: {
      en: 'Give the role of its voters min: 1 or more.',
      zh: '请将表决角色的 min 设为 1 或以上。',
    },
  },
  'quorum-too-large': {
    message: {
      en: 'The quorum is {needed}, but the board may have only {members} members.',
      zh: '最低到会人数为 {needed}，而评审组可能只有 {members} 人。',
    },
    remedy: {
      en: 'Lower quorum.min, or raise min of the role.',
      zh: '请降低 quorum.min，或提高该角色的 min。',
    },
  },
  'quorum-recusal': {
    severity: 'warning',
    message: {
      en: 'When everybody who may be recused is a member, {left} of {needed} for the quorum are left.',
      zh: '若可能回避的人都是成员，只剩 {left} 人，而最低到会人数为 {needed}。',
    },
    remedy: {
      en: 'Lower the quorum, or raise min of the role.',
      zh: '请降低最低到会人数，或提高该角色的 min。',
    },
  },
  'creator-votes': {
    message: {
      en: 'Who made the item may vote on it.',
      zh: '单据的创建人可以对自己的单据投票。',
    },
    remedy: {
      en: 'Add a role with from: creator to recuse.roles of the board.',
      zh: '请在评审组的 recuse.roles 中加入 from: creator 的角色。',
    },
  },
  'seats-own': {
    message: {
      en: '“{role}” must not vote here, and would choose who does.',
      zh: '“{role}”须回避，却可以决定由谁表决。',
    },
    remedy: {
      en: 'Take it out of seats, and name a role without a part in the item, such as the chair.',
      zh: '请从 seats 中删除，改写与单据无关的角色，例如主席。',
    },
  },
  'outcome-missing': {
    message: {
      en: 'The boards can end as “{outcome}”, and no way leads on from there.',
      zh: '评审可能以“{outcome}”结束，但没有后续途径。',
    },
    remedy: {
      en: 'Add outcomes.{outcome} with a state.',
      zh: '请添加 outcomes.{outcome} 并写明状态。',
    },
  },
  'outcome-limit': {
    message: {
      en: 'This outcome can come any number of times.',
      zh: '此结果可能多次出现，不能限次。',
    },
    remedy: {
      en: 'Take max out; only sentBack may have it.',
      zh: '请删除 max；只有 sentBack 可以限次。',
    },
  },
  'board-missing': {
    message: {
      en: 'No board votes here.',
      zh: '此处没有评审组。',
    },
    remedy: {
      en: 'Add a board under boards.',
      zh: '请在 boards 下添加评审组。',
    },
  },
  'board-deadline': {
    message: {
      en: 'The board may vote for ever.',
      zh: '该评审组没有表决期限。',
    },
    remedy: {
      en: 'Add deadline: { after: P5D, then: noQuorum }.',
      zh: '请添加 deadline: { after: P5D, then: noQuorum }。',
    },
  },
  'board-chair': {
    message: {
      en: 'The chair decides here, but the board names no chair.',
      zh: '此处由主任委员决定，但评审组未指定 chair。',
    },
    remedy: { en: 'Add chair with a role.', zh: '请添加 chair 并写明角色。' },
  },
  'board-choice': {
    message: {
      en: 'This needs the choice “{choice}”, or the choice needs this.',
      zh: '此设置与表决意见“{choice}”必须同时存在。',
    },
    remedy: {
      en: 'Add both, or take both out.',
      zh: '请同时添加，或同时删除。',
    },
  },
  'board-threshold': {
    message: {
      en: 'A threshold belongs to rule: threshold, and to no other.',
      zh: 'threshold 只能且必须与 rule: threshold 一起使用。',
    },
    remedy: {
      en: 'Write pass: { rule: threshold, threshold: 0.6 }.',
      zh: '请写成 pass: { rule: threshold, threshold: 0.6 }。',
    },
  },
  'combine-too-many': {
    message: {
      en: '{atLeast} boards must be in favour, but there are {boards}.',
      zh: '要求至少 {atLeast} 个评审组同意，但只有 {boards} 个。',
    },
    remedy: { en: 'Lower atLeast.', zh: '请减小 atLeast。' },
  },
  'unknown-checklist': {
    message: {
      en: 'No board of a state “{state}” can approve with conditions.',
      zh: '状态“{state}”没有可以“有条件同意”的评审组。',
    },
    remedy: {
      en: 'Name an approval state one of whose boards has the choice approveWithConditions.',
      zh: '请写明一个审批状态，且其中有评审组的 choices 含 approveWithConditions。',
    },
  },
  'conditions-unfollowed': {
    severity: 'warning',
    message: {
      en: 'The board may impose conditions, and no state follows them up.',
      zh: '评审组可以附加条件，但没有状态跟进这些条件。',
    },
    remedy: {
      en: 'Lead conditional to a task state with checklist: approval.{state}.conditions.',
      zh: '请把 conditional 引向一个任务状态，并在其中写 checklist: approval.{state}.conditions。',
    },
  },
  'tacit-consent': {
    message: {
      en: 'Only then: approve together with tacit: true makes silence count as consent.',
      zh: '只有同时写明 then: approve 和 tacit: true，逾期不表决才视为同意。',
    },
    remedy: {
      en: 'Write both, or neither.',
      zh: '请两者都写，或都不写。',
    },
  },
  'secret-conditions': {
    message: {
      en: 'Conditions say who asked for them, which a secret vote must not.',
      zh: '附加条件会写明提出人，与秘密投票冲突。',
    },
    remedy: {
      en: 'Take approveWithConditions out of choices, or show votes after the close.',
      zh: '请从 choices 中删除 approveWithConditions，或改为表决结束后公布。',
    },
  },
  'override-share': {
    message: {
      en: 'A veto is overridden by a share of the votes, and not by a smaller one than the first vote needs.',
      zh: '推翻否决须按同意票比例，且不得低于首轮表决的比例。',
    },
    remedy: {
      en: 'Use threshold or majority, and raise the threshold of override.',
      zh: '请使用 threshold 或 majority，并提高 override 的 threshold。',
    },
  },
  'remind-late': {
    message: {
      en: 'The reminder would come after the deadline.',
      zh: '提醒会晚于表决期限。',
    },
    remedy: {
      en: 'Remind earlier, or move the deadline.',
      zh: '请提前提醒，或推后期限。',
    },
  },
  'weight-alone': {
    message: {
      en: 'Whoever holds the weightiest seats decides alone against everybody else.',
      zh: '占有最高权重席位的人可以独自压过其他所有委员。',
    },
    remedy: {
      en: 'Lower the weights, raise the threshold, or say that the board has more members (min of its role).',
      zh: '请降低权重、提高通过比例，或注明评审组至少有更多委员（其角色的 min）。',
    },
  },
  'weights-unused': {
    message: {
      en: 'Under “{rule}” votes are not added up, so weights mean nothing.',
      zh: '“{rule}”规则不累计票数，权重没有意义。',
    },
    remedy: {
      en: 'Remove weights, or use threshold or majority.',
      zh: '请删除 weights，或改用 threshold 或 majority。',
    },
  },
  'escalation-target': {
    message: {
      en: 'The board escalates, but not to whom.',
      zh: '该评审组要升级，但没有升级对象。',
    },
    remedy: {
      en: 'Add approval.escalateTo, or outcomes.noQuorum.',
      zh: '请添加 approval.escalateTo 或 outcomes.noQuorum。',
    },
  },
} satisfies { [rule: string]: RuleText };
