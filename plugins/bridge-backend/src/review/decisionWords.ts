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
  meeting: string;
  outcome: string;
  tacit: string;
  outcomes: Record<DecisionFacts['state'], string>;
  reopens: string;
  reopensHead: string[];
  rule: string;
  votes: string;
  counted: string;
  voteHead: string[];
  choices: Record<Choice, string>;
  notVoted: string;
  secret: string;
  chair: string;
  castBy: string;
  recused: string;
  recusedHead: string[];
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
      'Members {seats}, voted {present}, recused {recused}, needed {needed}; for {for}, against {against}, abstained {abstained}.',
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
    chair: ' (chair)',
    castBy: ', cast by ',
    recused: 'Recused',
    recusedHead: ['Name', 'Reason'],
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
      '应到 {seats} 人，实到 {present} 人，回避 {recused} 人，最低到会 {needed} 人；同意 {for}，不同意 {against}，弃权 {abstained}。',
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
    chair: '（主席）',
    castBy: '，代投人：',
    recused: '回避',
    recusedHead: ['姓名', '理由'],
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
