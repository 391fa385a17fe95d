import { Language } from '@techbridge/plugin-bridge-common';
import { DecisionFacts } from './decisionRecord';

type Choice = NonNullable<DecisionFacts['ballots']>[number]['choice'];

/** What stands in a decision record besides what people wrote. @internal */
export interface DecisionWords {
  title: string;
  head: [string, string];
  item: string;
  workflow: string;
  version: string;
  round: string;
  opened: string;
  closed: string;
  deadline: string;
  extended: string;
  escalated: string;
  escalatedToNobody: string;
  veto: string;
  overrides: string;
  meeting: string;
  outcome: string;
  tacit: string;
  outcomes: Record<DecisionFacts['state'], string>;
  reopens: string;
  reopensHead: string[];
  rule: string;
  votes: string;
  counted: string;
  weighed: string;
  voteHead: string[];
  choices: Record<Choice, string>;
  notVoted: string;
  secret: string;
  notes: string;
  comma: string;
  chair: string;
  weight: string;
  mayVeto: string;
  calledIn: string;
  castBy: string;
  recused: string;
  recusedHead: string[];
  kinds: Record<DecisionFacts['recused'][number]['kind'], string>;
  imposedBy: string;
  changes: string;
  changeHead: string[];
  added: string;
  removed: string;
  notCounted: string;
  conditions: string;
  conditionHead: string[];
  proof: string;
  hashOfRules: string;
  hashOfVotes: string;
  signatures: string;
  signHead: string[];
}

/** The words of a record in each language. @internal */
export const DECISION_WORDS: Record<Language, DecisionWords> = {
  en: {
    title: 'Decision record: ',
    head: ['What', 'Value'],
    item: 'Work item',
    workflow: 'Workflow',
    version: 'version ',
    round: 'Round',
    opened: 'Opened',
    closed: 'Closed',
    deadline: 'Deadline',
    extended: ' (extensions: {times})',
    escalated: 'Escalated to',
    escalatedToNobody: 'nobody else',
    veto: 'About a veto',
    overrides:
      'voted about the veto of the round before: {share} % in favour override it',
    meeting: 'Review meeting',
    outcome: 'Decision',
    tacit: 'approved, because nobody objected in time',
    outcomes: {
      open: 'vote open',
      approved: 'approved',
      conditional: 'approved with conditions',
      rejected: 'rejected',
      sentBack: 'sent back',
      noQuorum: 'too few voted',
      cancelled: 'cancelled',
    },
    reopens: 'The decision before',
    reopensHead: ['Board', 'Decision', 'Decided', 'Reopened by', 'Reason'],
    rule: 'The rule',
    votes: 'The votes',
    counted:
      'Members {seats}, voted {present}, recused {recused}, needed {needed}; for {inFavour}, against {against}, abstained {abstained}.',
    weighed: ' By weight, of {all}: for {inFavour}, against {against}.',
    voteHead: ['Name', 'Vote', 'Reason', 'When'],
    choices: {
      approve: 'approve',
      approveWithConditions: 'approve with conditions',
      reject: 'reject',
      abstain: 'abstain',
      sendBack: 'send back',
      veto: 'veto',
    },
    notVoted: 'did not vote',
    secret: 'The vote was secret; only the count is told.',
    notes: ' ({notes})',
    comma: ', ',
    chair: 'chair',
    weight: 'weight {weight}',
    mayVeto: 'may veto',
    calledIn: 'added by escalation',
    castBy: ', cast by ',
    recused: 'Recused',
    recusedHead: ['Name', 'How', 'Reason'],
    kinds: {
      automatic: 'by a rule',
      declared: 'declared it',
      imposed: 'by the chair',
      left: 'is no member any more',
      removed: 'removed',
    },
    imposedBy: ': {by}',
    changes: 'Voters added and removed',
    changeHead: ['Name', 'Change', 'Reason', 'By', 'When'],
    added: 'added',
    removed: 'removed',
    notCounted: ' ({vote}, not counted)',
    conditions: 'Conditions',
    conditionHead: ['Condition', 'Who sees to it', 'Until', 'Asked for by'],
    proof: 'Proof',
    hashOfRules: 'Rules (SHA-256)',
    hashOfVotes: 'Votes (SHA-256)',
    signatures: 'Signatures',
    signHead: ['Name', 'Signature', 'Date'],
  },
  zh: {
    title: '评审结论：',
    head: ['项目', '内容'],
    item: '单据',
    workflow: '流程',
    version: '版本 ',
    round: '轮次',
    opened: '开始时间',
    closed: '结束时间',
    deadline: '表决截止',
    extended: '（已延长 {times} 次）',
    escalated: '升级加入',
    escalatedToNobody: '没有其他人',
    veto: '就否决再表决',
    overrides: '就上一轮的一票否决再表决：同意达 {share} % 即推翻否决',
    meeting: '评审会',
    outcome: '结论',
    tacit: '默示通过（期限内无人反对）',
    outcomes: {
      open: '表决中',
      approved: '通过',
      conditional: '有条件通过',
      rejected: '不采纳',
      sentBack: '退回补充',
      noQuorum: '未达最低到会人数',
      cancelled: '已取消',
    },
    reopens: '原决定',
    reopensHead: ['评审组', '结论', '决定时间', '重新打开', '理由'],
    rule: '表决规则',
    votes: '表决情况',
    counted:
      '应到 {seats} 人，实到 {present} 人，回避 {recused} 人，最低到会 {needed} 人；同意 {inFavour}，不同意 {against}，弃权 {abstained}。',
    weighed: '按票权（共 {all}）：同意 {inFavour}，不同意 {against}。',
    voteHead: ['姓名', '表决', '理由', '时间'],
    choices: {
      approve: '同意',
      approveWithConditions: '有条件同意',
      reject: '不同意',
      abstain: '弃权',
      sendBack: '退回补充',
      veto: '一票否决',
    },
    notVoted: '未表决',
    secret: '秘密投票，只公布票数。',
    notes: '（{notes}）',
    comma: '、',
    chair: '主席',
    weight: '票权 {weight}',
    mayVeto: '有否决权',
    calledIn: '升级加入',
    castBy: '，代投人：',
    recused: '回避',
    recusedHead: ['姓名', '方式', '理由'],
    kinds: {
      automatic: '按规则自动',
      declared: '本人声明',
      imposed: '主席要求',
      left: '不再是成员',
      removed: '减签',
    },
    imposedBy: '：{by}',
    changes: '加签、减签',
    changeHead: ['姓名', '变动', '理由', '操作人', '时间'],
    added: '加签',
    removed: '减签',
    notCounted: '（{vote}，不计）',
    conditions: '条件',
    conditionHead: ['条件', '责任人', '期限', '提出人'],
    proof: '存证',
    hashOfRules: '规则（SHA-256）',
    hashOfVotes: '表决票（SHA-256）',
    signatures: '签字',
    signHead: ['姓名', '签字', '日期'],
  },
};
