export default {
  open: '声明回避',
  text: '声明后您不参加此单据的表决，理由记入履历。',
  of: '要求{{person}}回避',
  short: '要求回避',
  impose: '确认回避',
  imposeText:
    '您以主席身份要求该成员回避后，其不再参加此单据的表决，已投的票不计。理由记入履历。',
  reason: '理由',
  declare: '确认回避',
};
