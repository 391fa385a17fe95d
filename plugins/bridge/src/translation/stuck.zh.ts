export default {
  nobody: '此单据无人可以处理：没有人担任{{roles}}。',
  left: '此单据无人可以处理：组织目录中已查不到{{people}}。',
  vanished: '组织目录中已没有 {{ref}}。',
  handOver: '移交',
  handOverText:
    '接手的人继续处理此单据中原由离职人员承担的事项，已完成的内容不变。理由记入履历。',
  from: '已离职的人员',
  to: '接手的人员',
  reason: '理由',
  comma: '、',
  ask: '请联系推进办，确定由谁接手。',
  'mend.superUser': '由系统的责任人任命超级用户后，单据自动交给该人员。',
  'mend.owner': '请为系统指定有成员的IT责任组，单据随后自动交给该组。',
  'mend.group': '由该组的管理人添加成员后，单据自动交给该成员。',
  'way.superUser': '为{{name}}任命超级用户',
  'way.owner': '查看{{name}}的负责人',
  'way.group': '查看{{name}}的成员',
};
