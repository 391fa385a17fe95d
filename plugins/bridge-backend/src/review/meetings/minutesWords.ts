import {
  Conclusion,
  Language,
  PRESENCES,
} from '@techbridge/plugin-bridge-common';

/** What stands in minutes besides what people wrote. @internal */
export interface MinutesWords {
  title: string;
  head: [string, string];
  group: string;
  time: string;
  until: string;
  place: string;
  chair: string;
  recorder: string;
  attendance: string;
  counted: string;
  quorumMet: string;
  quorumNotMet: string;
  presences: Record<(typeof PRESENCES)[number], string>;
  memberHead: string[];
  deputy: string;
  items: string;
  presenter: string;
  said: string;
  recused: string;
  vote: string;
  voteCount: string;
  conclusion: string;
  kinds: Record<Conclusion['kind'], string>;
  conditions: string;
  conditionHead: string[];
  signatures: string;
  signHead: string[];
  signsFor: string;
}

/** The words of minutes in each language. @internal */
export const MINUTES_WORDS: Record<Language, MinutesWords> = {
  en: {
    title: 'Minutes: ',
    head: ['What', 'Value'],
    group: 'Board',
    time: 'Time',
    until: ' to ',
    place: 'Place',
    chair: 'Chair',
    recorder: 'Recorded by',
    attendance: 'Attendance',
    counted: 'Members {expected}, taking part {present}, needed {needed}.',
    quorumMet: 'Enough members took part.',
    quorumNotMet:
      'Too few members took part; each vote counts by the rules of its own board.',
    presences: {
      present: 'present',
      represented: 'represented',
      excused: 'excused',
      absent: 'absent',
    },
    memberHead: ['Name', 'Took part'],
    deputy: ' by ',
    items: 'Items',
    presenter: 'Presented by',
    said: 'What was said',
    recused: 'Recused',
    vote: 'Vote',
    voteCount: '{label}: for {for}, against {against}, abstained {abstained}',
    conclusion: 'Conclusion',
    kinds: {
      decided: 'decided',
      moved: 'taken further',
      open: 'not decided; the vote goes on',
    },
    conditions: 'Conditions',
    conditionHead: ['Condition', 'Who sees to it', 'Until'],
    signatures: 'Signatures',
    signHead: ['Name', 'Signature', 'Date'],
    signsFor: ' (for {members})',
  },
  zh: {
    title: '会议纪要：',
    head: ['项目', '内容'],
    group: '评审组',
    time: '会议时间',
    until: ' 至 ',
    place: '会议地点',
    chair: '主持人',
    recorder: '记录人',
    attendance: '到会情况',
    counted: '应到 {expected} 人，实到 {present} 人，最低到会 {needed} 人。',
    quorumMet: '达到最低到会人数。',
    quorumNotMet: '未达最低到会人数；各项表决按其评审组规则计票。',
    presences: {
      present: '到会',
      represented: '委托',
      excused: '请假',
      absent: '缺席',
    },
    memberHead: ['姓名', '到会'],
    deputy: '，受托人：',
    items: '议题',
    presenter: '汇报人',
    said: '讨论要点',
    recused: '回避',
    vote: '表决',
    voteCount: '{label}：同意 {for}，不同意 {against}，弃权 {abstained}',
    conclusion: '结论',
    kinds: {
      decided: '已表决',
      moved: '已转办',
      open: '未形成结论，继续表决',
    },
    conditions: '条件',
    conditionHead: ['条件', '责任人', '期限'],
    signatures: '签字',
    signHead: ['姓名', '签字', '日期'],
    signsFor: '（代 {members}）',
  },
};
