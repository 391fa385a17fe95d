import { RuleText } from './RuleText';

/** What the rules about states and the ways between them, expressions and effects say. @internal */
export const flowTexts = {
  'unknown-target': {
    message: {
      en: 'There is no state “{state}”.',
      zh: '没有状态“{state}”。',
    },
    remedy: {
      en: 'Correct the name, or add the state.',
      zh: '请更正名称，或添加该状态。',
    },
  },
  previous: {
    message: {
      en: 'Nothing can go back to $previous from here.',
      zh: '此处不能使用 $previous。',
    },
    remedy: {
      en: 'Use $previous in actions, timers or events of a state that is not the initial one.',
      zh: '$previous 只能用于非初始状态的动作、定时器或事件。',
    },
  },
  keep: {
    message: {
      en: 'What is kept here never comes back.',
      zh: '此处保留的内容永远不会恢复。',
    },
    remedy: {
      en: 'Write keep on an action of a task that leads to another state without keep, and let an action or a branch lead to $kept.',
      zh: 'keep 只能写在任务状态的动作上，该动作须通向另一个没有 keep 的状态，并须有动作或分支通向 $kept。',
    },
  },
  'kept-nothing': {
    message: {
      en: 'Nothing is ever kept to which $kept could lead back.',
      zh: '没有任何动作保留内容，$kept 无处可回。',
    },
    remedy: {
      en: 'Write keep: true on the action that begins what may be taken back.',
      zh: '请在开始可撤回内容的动作上写 keep: true。',
    },
  },
  unreachable: {
    message: {
      en: 'No way leads to the state “{state}”.',
      zh: '没有任何途径到达状态“{state}”。',
    },
    remedy: {
      en: 'Let an action, timer, event, branch or outcome lead here, or take it out.',
      zh: '请让某个动作、定时器、事件、分支或结果通向它，或删除。',
    },
  },
  'dead-end': {
    message: {
      en: 'From the state “{state}” no way leads to an end.',
      zh: '从状态“{state}”无法到达任何结束状态。',
    },
    remedy: {
      en: 'Add a way towards a state of type end; actions under spec.global do not count.',
      zh: '请添加通向 end 状态的途径（spec.global 中的动作不算）。',
    },
  },
  'automatic-loop': {
    message: {
      en: 'An item could go round for ever: {states}.',
      zh: '单据可能无限循环：{states}。',
    },
    remedy: {
      en: 'Put a task or a wait into the circle.',
      zh: '请在循环中加入任务或等待状态。',
    },
  },
  'choice-default': {
    message: {
      en: 'The last branch, and only the last, must be open always.',
      zh: '最后一个分支（且只有它）必须无条件成立。',
    },
    remedy: {
      en: 'End the list with a branch that has neither when nor max.',
      zh: '请以一个不带 when 和 max 的分支结尾。',
    },
  },
  'wait-for-nothing': {
    message: {
      en: 'Nothing ends this wait.',
      zh: '此等待状态没有结束条件。',
    },
    remedy: {
      en: 'Add a timer with fire, or an event with to.',
      zh: '请添加带 fire 的定时器，或带 to 的事件。',
    },
  },
  'repeat-in-vain': {
    message: {
      en: 'The timer leaves the state at its first turn, so it never repeats.',
      zh: '该定时器第一次触发就离开状态，不会重复。',
    },
    remedy: {
      en: 'Take repeat out, or give fire a condition (when).',
      zh: '请删除 repeat，或为 fire 写条件（when）。',
    },
  },
  'timer-idle': {
    message: {
      en: 'The timer does nothing.',
      zh: '该定时器没有任何动作。',
    },
    remedy: { en: 'Add fire or do.', zh: '请添加 fire 或 do。' },
  },
  'event-name': {
    message: {
      en: 'No linked item sends the event “{name}”.',
      zh: '没有关联单据会发出事件“{name}”。',
    },
    remedy: {
      en: 'Write linked.<workflow>.<milestone> with a milestone of that workflow.',
      zh: '请写成 linked.<流程>.<里程碑>，里程碑须属于该流程。',
    },
  },
  'guard-syntax': {
    message: {
      en: 'The expression cannot be read: {detail}',
      zh: '表达式无法解析：{detail}',
    },
    remedy: {
      en: "Write CEL, such as data.cost < 5000 && data.risk == 'low'.",
      zh: "请使用 CEL，例如 data.cost < 5000 && data.risk == 'low'。",
    },
  },
  'guard-type': {
    message: {
      en: 'The expression does not fit the data: {detail}',
      zh: '表达式与数据不符：{detail}',
    },
    remedy: {
      en: 'Compare the names and types with spec.data.properties.',
      zh: '请对照 spec.data.properties 中的名称和类型。',
    },
  },
  'guard-approval': {
    message: {
      en: 'Decisions do not know this: {asked}',
      zh: '评审结果中没有此内容：{asked}',
    },
    remedy: {
      en: 'Write approval.<approval state>.conditionsOpen, or conditions.',
      zh: '请写成 approval.<审批状态>.conditionsOpen 或 conditions。',
    },
  },
  'guard-variable': {
    message: {
      en: 'The expression uses an unknown name: {detail}',
      zh: '表达式使用了未知变量：{detail}',
    },
    remedy: {
      en: "Write a field as data.<field> and a text in quotes, such as data.risk == 'low'. Known are data, instance, actor, approval and now; voter in recuse only.",
      zh: "字段请写成 data.<字段>，文字请加引号，例如 data.risk == 'low'。可用变量：data、instance、actor、approval、now；voter 仅用于 recuse。",
    },
  },
  'guard-boolean': {
    message: {
      en: 'The condition is of type {type}, not true or false.',
      zh: '条件的类型是 {type}，而不是真或假。',
    },
    remedy: {
      en: 'Compare with something, such as … == true.',
      zh: '请写成比较式，例如 … == true。',
    },
  },
  'guard-regex': {
    message: {
      en: 'Regular expressions are not allowed, because some of them never end.',
      zh: '不允许使用正则表达式，因为可能长时间不返回。',
    },
    remedy: {
      en: 'Use ==, in, contains(), startsWith() or endsWith().',
      zh: '请使用 ==、in、contains()、startsWith() 或 endsWith()。',
    },
  },
  'guard-loops': {
    message: {
      en: 'The expression runs through lists too often.',
      zh: '表达式遍历列表的次数过多。',
    },
    remedy: {
      en: 'Use all, exists, filter and map at most {most} times.',
      zh: 'all、exists、filter、map 最多使用 {most} 次。',
    },
  },
  'guard-field': {
    message: {
      en: 'The condition needs the field “{field}”, which no form requires.',
      zh: '条件用到字段“{field}”，但没有表单要求必填。',
    },
    remedy: {
      en: 'Let a form require it, or write data.?{field}.orValue(…).',
      zh: '请在表单中设为必填，或写成 data.?{field}.orValue(…)。',
    },
  },
  'effect-unknown': {
    message: {
      en: 'There is no effect “{effect}”.',
      zh: '没有名为“{effect}”的效果。',
    },
    remedy: { en: 'Choose one of: {known}.', zh: '请从中选择：{known}。' },
  },
  'effect-parameter': {
    message: {
      en: 'The parameter “{parameter}” of the effect “{effect}” is missing, unknown or wrong.',
      zh: '效果“{effect}”的参数“{parameter}”缺失、未知或有误。',
    },
    remedy: {
      en: 'It takes {known}.',
      zh: '可用：{known}。',
    },
  },
  'award-unconfirmed': {
    message: {
      en: 'Nobody confirms these points: a timer, an event or a vote is no person.',
      zh: '这些积分没有人确认：定时、事件或表决不是个人行为。',
    },
    remedy: {
      en: 'Award them by an action, which a person takes.',
      zh: '请在由人员执行的动作中奖励积分。',
    },
  },
  'award-duplicate': {
    message: {
      en: 'A duplicate earns no points: it can be undone, and points cannot.',
      zh: '重复单据不奖励积分：合并可以撤销，积分不能收回。',
    },
    remedy: {
      en: 'Award them where the work itself is confirmed.',
      zh: '请在确认实际成果的动作中奖励积分。',
    },
  },
  'effect-sequel': {
    message: {
      en: 'The effect “{effect}” is part of its command, so “{word}” never comes.',
      zh: '效果“{effect}”与操作同时完成，“{word}”不会触发。',
    },
    remedy: { en: 'Take it out.', zh: '请删除。' },
  },
  'event-unheard': {
    message: {
      en: 'No state hears the event “{event}”.',
      zh: '没有任何状态接收事件“{event}”。',
    },
    remedy: {
      en: 'Write it under “events” of the state that is to go on with it.',
      zh: '请在要继续的状态的 events 下写明该事件。',
    },
  },
  'webhook-origin': {
    message: {
      en: 'Nothing may be sent to “{url}”.',
      zh: '不允许向“{url}”发送数据。',
    },
    remedy: {
      en: 'Take one of the addresses that an administrator has allowed under bridge.webhooks: {known}.',
      zh: '请使用管理员在 bridge.webhooks 中允许的地址：{known}。',
    },
  },
  'milestone-unknown': {
    message: {
      en: 'A {kind} has no milestone “{milestone}”.',
      zh: '{kind} 没有里程碑“{milestone}”。',
    },
    remedy: {
      en: 'Choose one of: {known}. Where none is listed, take it out: only the kinds of the reference have milestones.',
      zh: '请从中选择：{known}。没有列出的，请删除：只有语言说明中的类型才有里程碑。',
    },
  },
  'milestone-unreached': {
    severity: 'warning',
    message: {
      en: 'No way reaches the milestone “{milestone}”, although points or figures count it.',
      zh: '没有途径到达里程碑“{milestone}”，但积分或指标要用到它。',
    },
    remedy: {
      en: 'Put milestone: {milestone} on a way or a state.',
      zh: '请在某个途径或状态上写 milestone: {milestone}。',
    },
  },
  'credit-unknown': {
    message: {
      en: 'A {kind} credits nobody as “{capacity}”.',
      zh: '{kind} 没有“{capacity}”这种贡献身份。',
    },
    remedy: { en: 'Choose one of: {known}.', zh: '请从中选择：{known}。' },
  },
  'credit-missing': {
    severity: 'warning',
    message: {
      en: 'Nobody is credited as “{capacity}”.',
      zh: '没有人以“{capacity}”身份计入贡献。',
    },
    remedy: {
      en: 'Add credits.{capacity} with a role.',
      zh: '请添加 credits.{capacity} 并写明角色。',
    },
  },
  'reopen-limit': {
    message: {
      en: 'The action leaves an end without a limit of time and of number.',
      zh: '从结束状态重新打开，却没有时限和次数限制。',
    },
    remedy: { en: 'Add within and max.', zh: '请添加 within 和 max。' },
  },
  'reopen-reason': {
    message: {
      en: 'The action leaves an end without asking why.',
      zh: '从结束状态重新打开，却不要求说明理由。',
    },
    remedy: {
      en: 'Add comment: required, or a form with a required text.',
      zh: '请添加 comment: required，或添加含必填文字字段的表单。',
    },
  },
  scenario: {
    message: {
      en: 'The scenario “{name}” fails. {detail}',
      zh: '情景“{nameZh}”未通过。{detailZh}',
    },
    remedy: {
      en: 'Correct the workflow, or what the scenario expects.',
      zh: '请修改流程，或修改情景的预期。',
    },
  },
} satisfies { [rule: string]: RuleText };
