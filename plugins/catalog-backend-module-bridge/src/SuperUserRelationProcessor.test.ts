import { Entity } from '@backstage/catalog-model';
import { SuperUserRelationProcessor } from './SuperUserRelationProcessor';

const team: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: {
    name: 'super-users-mes',
    annotations: {
      'backstage.io/managed-by-location': 'bridge:systems/mes',
      'techbridge.io/system': 'system:default/mes',
    },
  },
  spec: { type: 'super-users', children: [], members: ['user:default/a', 'b'] },
};

async function relationsOf(entity: Entity): Promise<string[]> {
  const emitted: string[] = [];
  await new SuperUserRelationProcessor().postProcessEntity(
    entity,
    { type: 'bridge', target: 'x' },
    result => {
      if (result.type === 'relation') {
        const { source, type, target } = result.relation;
        emitted.push(
          `${source.kind}:${source.name} ${type} ${target.kind}:${target.name}`,
        );
      }
    },
  );
  return emitted;
}

const change = (annotations: Record<string, string>, spec = {}): Entity => ({
  ...team,
  metadata: {
    ...team.metadata,
    annotations: { ...team.metadata.annotations, ...annotations },
  },
  spec: { ...team.spec, ...spec },
});

describe('SuperUserRelationProcessor', () => {
  it('relates every member and the system, both ways', async () => {
    expect(await relationsOf(team)).toEqual([
      'system:mes hasSuperUser user:a',
      'user:a superUserOf system:mes',
      'system:mes hasSuperUser user:b',
      'user:b superUserOf system:mes',
    ]);
  });

  it.each([
    [
      'a team written in YAML',
      change({
        'backstage.io/managed-by-location': 'url:https://example.com/a.yaml',
      }),
    ],
    ['another type of group', change({}, { type: 'team' })],
    ['a team without a system', change({ 'techbridge.io/system': '' })],
    ['a team without members', change({}, { members: undefined })],
    ['another kind', { ...team, kind: 'Component' }],
  ])('%s appoints nobody', async (_, entity) => {
    expect(await relationsOf(entity)).toEqual([]);
  });
});
