export default {
  open: '加签、减签',
  text: '加签的人与其他成员一样参加表决；减签的人不再参加表决，已投的票不计。理由记入履历和评审结论。',
  change: '变动',
  add: '加签',
  remove: '减签',
  voter: '人员',
  reason: '理由',
  title: '加签、减签记录',
  added: '{{person}}加签{{member}}：{{reason}}',
  removed: '{{person}}减签{{member}}：{{reason}}',
};
