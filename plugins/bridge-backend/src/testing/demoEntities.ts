import { Entity } from '@backstage/catalog-model';

function entity(kind: string, name: string, title: string, spec: object) {
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
  };
}

const IT = 'group:default/information-technology';

/** A few people, groups and systems as the catalog gives them. */
export const demoEntities: Entity[] = [
  entity('Group', 'information-technology', '信息技术部 IT', {
    type: 'department',
  }),
  entity('Group', 'production', '生产部 Production', { type: 'department' }),
  entity('Group', 'warehouse', '仓储部 Warehouse', { type: 'department' }),
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
