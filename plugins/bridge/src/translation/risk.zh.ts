export default {
  title: '风险',
  priority: '优先级',
  priorityOf: '可能性{{probability}} × 影响程度{{impact}}，满分25',
  leadTime: '预警提前期',
  days_one: '{{count}}天',
  days_other: '{{count}}天',
  tooLate: '首次发生之后才上报',
  leadTimeOf: '从上报当日到首次发生当日',
};
