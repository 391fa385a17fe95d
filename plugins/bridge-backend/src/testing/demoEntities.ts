import { Entity } from '@backstage/catalog-model';

function entity(
  kind: string,
  name: string,
  title: string,
  spec: object,
  members: string[] = [],
) {
  const [zh, en = zh] = title.split(' ');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      title,
      annotations: {
        'techbridge.io/title-zh': zh,
        'techbridge.io/title-en': en,
      },
    },
    spec: spec as Entity['spec'],
    relations: members.map(member => ({
      type: 'hasMember',
      targetRef: `user:default/${member}`,
    })),
  };
}

const IT = 'group:default/information-technology';

function programmeGroups(): Entity[] {
  const groups: [string, string, string[]][] = [
    [
      'it-review-board',
      'IT评审委员会 IT-Review-Board',
      [
        ...['zhou.qiming', 'he.jing', 'zheng.bo', 'luo.yong'],
        ...['su.min', 'chen.zhiyuan', 'huang.lei', 'wang.haiyan'],
      ],
    ],
    ['itrb-chair', '评审委员会主席 Chair', ['zhou.qiming']],
    ['business-analysts', '业务分析员 Analysts', ['he.jing', 'zheng.bo']],
    ['benefit-control', '效益核定 Controllers', ['su.min']],
    ['programme-office', '推进办 Programme-Office', ['lin.xiaolan']],
  ];
  return groups.map(([name, title, members]) =>
    entity('Group', name, title, { type: 'team' }, members),
  );
}

/** A few people, groups and systems as the catalog gives them. */
export const demoEntities: Entity[] = [
  entity(
    'Group',
    'information-technology',
    '信息技术部 IT',
    { type: 'department' },
    ['zhou.qiming', 'he.jing', 'zheng.bo'],
  ),
  entity('Group', 'production', '生产部 Production', { type: 'department' }),
  entity('Group', 'warehouse', '仓储部 Warehouse', { type: 'department' }),
  ...programmeGroups(),
  entity('User', 'zhang.qiang', '张强 Zhang-Qiang', {}),
  entity('User', 'zhou.qiming', '周启明 Zhou-Qiming', {}),
  entity('User', 'zheng.bo', '郑博 Zheng-Bo', {}),
  entity('User', 'luo.yong', '罗勇 Luo-Yong', {}),
  entity('User', 'su.min', '苏敏 Su-Min', {}),
  entity('User', 'huang.lei', '黄蕾 Huang-Lei', {}),
  entity('User', 'wang.haiyan', '王海燕 Wang-Haiyan', {}),
  entity('User', 'chen.zhiyuan', '陈志远 Chen-Zhiyuan', {}),
  entity('User', 'wu.di', '吴迪 Wu-Di', {}),
  entity('User', 'liu.yang', '刘洋 Liu-Yang', {}),
  entity('User', 'ma.jun', '马俊 Ma-Jun', {}),
  entity('User', 'lin.xiaolan', '林晓岚 Lin-Xiaolan', {}),
  entity('User', 'he.jing', '何静 He-Jing', {}),
  entity('System', 'mes', '制造执行 MES', {
    type: 'enterprise-system',
    owner: IT,
    criticality: 'A',
    lifecycle: 'steady',
    aliases: ['报工', 'Manufacturing Execution System'],
    modules: [{ id: 'reporting', title: { en: 'Reporting', zh: '报工管理' } }],
  }),
  entity('System', 'wms', '仓储管理 WMS', {
    type: 'enterprise-system',
    owner: IT,
    criticality: 'A',
    aliases: ['扫码枪', 'scanner'],
  }),
  entity('System', 'website', '网站 Website', { type: 'service', owner: IT }),
];
