export default {
  title: '原决定',
  before: '{{board}}，第 {{round}} 轮：{{outcome}}（{{date}}）',
  reopened: '{{action}}：{{person}}，{{date}}',
  reason: '理由：{{reason}}',
};
