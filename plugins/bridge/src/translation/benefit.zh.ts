export default {
  title: '效益',
  measured: '实测',
  percent: '{{value}}%',
  money: '{{amount}}元',
  reached: '目标{{target}}：已达到',
  missed: '目标{{target}}：未达到',
  differs:
    '差异显著：改进前{{beforeOf}}中{{before}}次，改进后{{afterOf}}中{{after}}次',
  noise:
    '与偶然波动无法区分：改进前{{beforeOf}}中{{before}}次，改进后{{afterOf}}中{{after}}次',
  lasts: '复核：{{value}}，效益保持',
  lost: '复核：{{value}}，效益衰减{{lost}}',
  yearly: '年效益',
  realised: '达成率{{share}}（预计{{expected}}）',
  arithmetic:
    '({{minuend}} − {{subtrahend}}) × {{volume}} × {{value}} × {{share}} − {{cost}} = {{saving}}',
  below: '核定值比测算值低{{amount}}',
  above: '核定值比测算值高{{amount}}',
  share: '变化中只计入{{share}}',
  runCost: '已扣除年运行费用{{cost}}',
  oneOffCost: '一次性投入{{cost}}，不从年效益中扣减',
  capital: '一次性释放资金占用',
  apart: '单独列示，不计入年效益',
  'xmr.means':
    '基线{{before}}个数值，均值{{beforeMean}}；实测{{after}}个数值，均值{{afterMean}}',
  'xmr.noise':
    '与偶然波动无法区分：实测值都在控制限{{lower}}至{{upper}}之内，也没有连续{{run}}个在基线均值同一侧',
  'xmr.outside':
    '差异显著：超出控制限{{lower}}至{{upper}}的实测值有{{outside}}个',
  'xmr.run': '差异显著：连续{{run}}个实测值在基线均值同一侧',
  'xmr.unsteady': '基线本身不稳定，先查明原因，再使用其控制限。',
  'xmr.chart': '逐次数值的单值移动极差图，基线在前',
};
