import {
  ApprovalState,
  Board,
  Label,
  PassRule,
  WorkflowDefinition,
} from './definition';
import { durationInWords } from './durationInWords';
import { fillIn, Parameters } from './refusal';
import { ItemBoard } from './item';
import { roleLabel } from './roles';
import { fieldLabel } from './settings/fieldNames';
import { rulesOf } from './tally';

const SENTENCES = {
  quorum: {
    en: 'At least {min} must have voted.',
    zh: '至少 {min} 人表决。',
  },
  quorumPercent: {
    en: 'At least {percent} % of those who are not recused must have voted, and at least {min}.',
    zh: '未回避人员中至少 {percent}% 表决，且不少于 {min} 人。',
  },
  includes: {
    en: 'One of these must have voted: {role}.',
    zh: '其中至少一名{role}表决。',
  },
  includesWhen: {
    en: 'One of these must have voted in some cases: {role}.',
    zh: '特定情形下至少一名{role}表决。',
  },
  includesSeated: {
    en: 'Where such a member may vote, one must have voted: {role}.',
    zh: '有可表决的{role}时，其中至少一名表决。',
  },
  first: {
    en: 'The first vote for or against decides.',
    zh: '或签：第一张同意或不同意的表决票即为结论。',
  },
  unanimous: {
    en: 'All votes must be for it; one against ends the vote.',
    zh: '会签：须一致同意，一票不同意即结束。',
  },
  atLeast: {
    en: 'At least {share} % of the votes for and against must be for it.',
    zh: '同意票须占同意与不同意票的 {share}% 以上（含）。',
  },
  moreThan: {
    en: 'More than {share} % of the votes for and against must be for it.',
    zh: '同意票须超过同意与不同意票的 {share}%。',
  },
  tieChair: {
    en: 'In a tie the vote of the chair decides.',
    zh: '平票时以主席的表决为准。',
  },
  weight: {
    en: 'The seat “{role}” counts {weight} times.',
    zh: '{role}一票计 {weight} 票。',
  },
  veto: {
    en: 'These may veto: {role}.',
    zh: '{role}可一票否决。',
  },
  vetoOverride: {
    en: 'After a veto the board votes once more; at least {share} % of the votes for and against override it.',
    zh: '否决后再表决一轮，同意票占 {share}% 以上（含）即推翻否决。',
  },
  overriding: {
    en: 'This round is about the veto of the round before; nobody vetoes in it.',
    zh: '本轮就上一轮的否决进行表决，不得再次否决。',
  },
  seats: {
    en: 'These may add and remove voters while it votes: {roles}.',
    zh: '表决期间{roles}可以加签、减签。',
  },
  recused: {
    en: 'Recused: {roles}.',
    zh: '回避：{roles}。',
  },
  recusedWhen: {
    en: 'Whoever has a conflict of interest by the rule of the workflow is recused.',
    zh: '按流程规则有利益冲突的人员回避。',
  },
  recusedFor: {
    en: 'Recused by the rule of the workflow: {reason}.',
    zh: '按流程规则回避：{reason}。',
  },
  delegate: {
    en: 'Members who are away may be voted for by: {role}.',
    zh: '成员外出时可由{role}代为表决。',
  },
  openAfterClose: {
    en: 'Votes are shown when the vote has closed.',
    zh: '表决结束后公布各人表决。',
  },
  secret: {
    en: 'The vote is secret; only the count is shown.',
    zh: '秘密投票，只公布票数。',
  },
  final: {
    en: 'A vote that was cast stands.',
    zh: '表决后不得更改。',
  },
  sendBackChair: {
    en: 'The chair may send it back.',
    zh: '主席可以退回。',
  },
  sendBackAny: {
    en: 'Every member may send it back.',
    zh: '任一成员可以退回。',
  },
  sendBackSeveral: {
    en: 'It is sent back when {votes} members want it.',
    zh: '{votes} 名成员要求退回即退回。',
  },
  combinedAll: {
    en: 'Other boards vote as well; all that are asked must be in favour.',
    zh: '与其他评审组一并表决，须全部同意。',
  },
  combinedAny: {
    en: 'Other boards vote as well; one in favour is enough.',
    zh: '与其他评审组一并表决，其中一个同意即通过。',
  },
  combinedSeveral: {
    en: 'Other boards vote as well; {boards} in favour are enough.',
    zh: '与其他评审组一并表决，其中 {boards} 个同意即通过。',
  },
  early: {
    en: 'The vote closes as soon as no missing vote can change the result.',
    zh: '剩余票不能改变结果时即结束。',
  },
  deadline: {
    en: 'The vote lasts at most {time}.',
    zh: '表决最长 {time}。',
  },
  workingDeadline: {
    en: 'The vote lasts at most {time} of working time.',
    zh: '表决最长 {time}（按工作时间）。',
  },
  extendedOnce: {
    en: 'While too few have voted it is prolonged once, by {time}.',
    zh: '表决人数不足时延长一次，延长 {time}。',
  },
  extended: {
    en: 'While too few have voted it is prolonged, by {time} each time and {times} times at most.',
    zh: '表决人数不足时延长，每次 {time}，最多 {times} 次。',
  },
  live: {
    en: 'Whoever joins while it votes may vote, too.',
    zh: '表决期间新加入的人员也参加表决。',
  },
  carried: {
    en: 'After a send-back approvals stand on.',
    zh: '退回后再次提交，原同意票继续有效。',
  },
  carriedOver: {
    en: 'After a send-back approvals stand on, unless one of these was changed: {fields}.',
    zh: '退回后再次提交，若以下内容未改动，原同意票继续有效：{fields}。',
  },
  tacit: {
    en: 'Whoever is silent until then consents.',
    zh: '期满未表决视为同意。',
  },
} satisfies { [name: string]: Label };

function say(name: keyof typeof SENTENCES, parameters: Parameters = {}): Label {
  return fillIn(SENTENCES[name], parameters);
}

/**
 * How a board decides, in sentences: who must have voted, when it says yes, who
 * is recused, when it closes.
 *
 * @param sitting - the round that is meant, where one about a veto differs
 * @public
 */
export function boardRule(
  definition: WorkflowDefinition,
  rules: Board,
  sitting: Pick<ItemBoard, 'overrides'> = {},
): Label[] {
  const board = rulesOf(rules, sitting);
  const called = (role: string) => roleLabel(definition, role);
  const { delegate, seats, veto, weights = {} } = board;
  return [
    ...(sitting.overrides ? [say('overriding')] : []),
    ...quorumRule(board, called),
    passRule(board.pass),
    ...(board.pass.tie === 'chair' ? [say('tieChair')] : []),
    ...Object.entries(weights).map(([role, weight]) =>
      say('weight', { role: called(role), weight }),
    ),
    ...vetoRule(veto, called),
    ...recusalRule(board, called),
    ...(seats ? [say('seats', { roles: listed(seats.by.map(called)) })] : []),
    ...(delegate ? [say('delegate', { role: called(delegate.to) })] : []),
    ...(board.changeVote === 'never' ? [say('final')] : []),
    ...sendBackRule(board),
    ...(board.ballot === 'open' ? [] : [say(board.ballot)]),
    ...(board.electorate === 'live' ? [say('live')] : []),
    ...closeRule(board),
    ...combineRule(definition, rules),
    ...carryRule(definition, rules),
  ];
}

type Called = (role: string) => Label;

function quorumRule({ quorum }: Board, called: Called): Label[] {
  const { min, percent } = quorum;
  return [
    percent ? say('quorumPercent', { min, percent }) : say('quorum', { min }),
    ...quorum.includes.map(one => {
      const always = 'role' in one ? 'includes' : 'includesSeated';
      const role = 'role' in one ? called(one.role) : one.label;
      return say(one.when ? 'includesWhen' : always, { role });
    }),
  ];
}

function passRule({ rule, threshold = 0.5 }: PassRule): Label {
  if (rule === 'first' || rule === 'unanimous') {
    return say(rule);
  }
  const share = percentOf(threshold);
  return say(threshold > 0.5 ? 'atLeast' : 'moreThan', { share });
}

function vetoRule(veto: Board['veto'], called: Called): Label[] {
  if (!veto) {
    return [];
  }
  const { by, override } = veto;
  const own = say('veto', { role: called(by) });
  return override
    ? [own, say('vetoOverride', { share: percentOf(override.threshold) })]
    : [own];
}

function percentOf(share: number): number {
  return Math.round(share * 1000) / 10;
}

function recusalRule({ recuse }: Board, called: Called): Label[] {
  const { roles, when, whenMessage: reason } = recuse;
  const all = listed(roles.map(called));
  return [
    ...(roles.length > 0 ? [say('recused', { roles: all })] : []),
    ...(when
      ? [reason ? say('recusedFor', { reason }) : say('recusedWhen')]
      : []),
  ];
}

function closeRule({ close, deadline }: Board): Label[] {
  return [
    ...(close === 'early' ? [say('early')] : []),
    ...(deadline ? [timeRule(deadline), ...extensionRule(deadline)] : []),
    ...(deadline?.then === 'approve' ? [say('tacit')] : []),
  ];
}

function extensionRule({ extend }: NonNullable<Board['deadline']>): Label[] {
  return extend
    ? [
        say(extend.times === 1 ? 'extendedOnce' : 'extended', {
          time: durationInWords(extend.by),
          times: extend.times,
        }),
      ]
    : [];
}

function sendBackRule({ choices, sendBack }: Board): Label[] {
  if (!choices.includes('sendBack') || !sendBack) {
    return [];
  }
  const { by } = sendBack;
  if (typeof by === 'number') {
    return [say('sendBackSeveral', { votes: by })];
  }
  return [say(by === 'chair' ? 'sendBackChair' : 'sendBackAny')];
}

/** The approval that a board is part of. */
function approvalOf(
  definition: WorkflowDefinition,
  board: Board,
): Partial<ApprovalState['approval']> {
  const state = Object.values(definition.states).find(
    (one): one is ApprovalState =>
      one.type === 'approval' &&
      Object.values(one.approval.boards).includes(board),
  );
  return state?.approval ?? {};
}

function carryRule(definition: WorkflowDefinition, board: Board): Label[] {
  const { carryOver, materialFields = [] } = approvalOf(definition, board);
  if (!carryOver) {
    return [];
  }
  const names = materialFields.map(field => fieldLabel(definition, field));
  return names.length > 0
    ? [say('carriedOver', { fields: listed(names) })]
    : [say('carried')];
}

function combineRule(definition: WorkflowDefinition, board: Board): Label[] {
  const { boards = {}, combine = 'all' } = approvalOf(definition, board);
  if (Object.keys(boards).length < 2) {
    return [];
  }
  if (typeof combine === 'object') {
    return [say('combinedSeveral', { boards: combine.atLeast })];
  }
  return [say(combine === 'all' ? 'combinedAll' : 'combinedAny')];
}

function listed(names: Label[]): Label {
  return {
    en: names.map(({ en }) => en).join(', '),
    zh: names.map(({ zh }) => zh).join('、'),
  };
}

function timeRule({ after, calendar }: NonNullable<Board['deadline']>): Label {
  const time = durationInWords(after);
  return say(calendar ? 'workingDeadline' : 'deadline', { time });
}
