import { RuleText } from './RuleText';

/** What the rules about items of older versions say. @internal */
export const migrationTexts = {
  'migration-from': {
    severity: 'warning',
    message: {
      en: 'No version of this workflow that has been in force is among {range}.',
      zh: '{range} 中没有本流程生效过的版本。',
    },
    remedy: {
      en: 'Write one such as 2, or several such as 1-3. Known are: {known}.',
      zh: '请写单个版本（如 2）或范围（如 1-3）。已有版本：{known}。',
    },
  },
  'migration-twice': {
    message: {
      en: 'More than one entry is for version {version}.',
      zh: '版本 {version} 出现在多个条目中。',
    },
    remedy: {
      en: 'Let each version stand in one entry.',
      zh: '每个版本只写在一个条目中。',
    },
  },
  'migration-target': {
    message: {
      en: 'There is no state “{state}” in this version.',
      zh: '本版本没有状态“{state}”。',
    },
    remedy: { en: 'Choose one of: {known}.', zh: '请从中选择：{known}。' },
  },
  'migration-source': {
    message: {
      en: 'None of the older versions has a state “{state}”.',
      zh: '旧版本中没有状态“{state}”。',
    },
    remedy: {
      en: 'Correct the name, or take the line out.',
      zh: '请更正名称，或删除此行。',
    },
  },
  'migration-type': {
    message: {
      en: '“{state}” is of type {was}, and “{target}” of type {is}.',
      zh: '“{state}”的类型是 {was}，“{target}”的类型是 {is}。',
    },
    remedy: {
      en: 'Choose a state of type {was}; what people were asked stays of one kind.',
      zh: '请选择类型为 {was} 的状态，类型不能改变。',
    },
  },
  'migration-vote': {
    message: {
      en: 'Items come to “{target}” by a vote only, and to “{state}” without one.',
      zh: '进入“{target}”必须经过表决，而进入“{state}”不需要。',
    },
    remedy: {
      en: 'Choose a state before the vote, so that nothing gets past it.',
      zh: '请选择表决之前的状态，不得绕过表决。',
    },
  },
  'migration-value': {
    message: {
      en: 'The expression gives {type}, and the field “{field}” holds {wanted}.',
      zh: '表达式的结果是 {type}，而字段“{field}”的类型是 {wanted}。',
    },
    remedy: {
      en: 'Write an expression that gives {wanted}.',
      zh: '请写结果为 {wanted} 的表达式。',
    },
  },
  'migration-keep': {
    message: {
      en: 'The vote of “{state}” in version {version} has other rules, so it cannot go on here.',
      zh: '版本 {version} 中“{state}”的表决规则不同，不能沿用已投的票。',
    },
    remedy: {
      en: 'Write finishOnOld, so that the vote ends as it began, or dismiss.',
      zh: '请写 finishOnOld（按原规则完成表决）或 dismiss（重新表决）。',
    },
  },
} satisfies { [rule: string]: RuleText };
