import type { Entity } from '@backstage/catalog-model';
import type {
  Department,
  SuperUser,
  System,
} from '@techbridge/plugin-bridge-common';

/** A super user as the bridge answers it. @internal */
export function aSuperUser(changes: Partial<SuperUser> = {}): SuperUser {
  return {
    user: 'user:default/ma.jun',
    name: '马俊 Ma Jun',
    role: 'lead',
    department: 'group:default/warehouse',
    shift: 'day',
    modules: [],
    stage: 'basic',
    from: '2025-03-01',
    until: '2026-02-28',
    ...changes,
  };
}

/** A system as the bridge answers it; without super users. @internal */
export function aSystem(changes: Partial<System> = {}): System {
  const name = changes.name ?? 'wms';
  return {
    name,
    entityRef: `system:default/${name}`,
    title: { en: name.toLocaleUpperCase('en-US'), zh: '仓储管理' },
    aliases: ['扫码枪', 'scanner'],
    criticality: 'A',
    lifecycle: 'steady',
    modules: [],
    owners: {
      business: [],
      it: {
        ref: 'group:default/information-technology',
        title: { en: 'IT', zh: '信息技术部' },
      },
    },
    askNow: [],
    source: 'bridge',
    ...changes,
  };
}

/** A system with the given people, the first of whom is asked now. @internal */
export function aStaffedSystem(
  business: SuperUser[],
  changes: Partial<System> = {},
): System {
  const system = aSystem(changes);
  return {
    ...system,
    owners: { ...system.owners, business },
    askNow: business.slice(0, 1).map(({ user }) => user),
  };
}

/** The departments of the plant. @internal */
export const departments: Department[] = [
  { ref: 'group:default/warehouse', title: { en: 'Warehouse', zh: '仓储部' } },
  {
    ref: 'group:default/information-technology',
    title: { en: 'IT', zh: '信息技术部' },
  },
];

/** A person of the catalog. @internal */
export function aUser(name: string, zh: string, en: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name,
      title: `${zh} ${en}`,
      annotations: {
        'techbridge.io/title-zh': zh,
        'techbridge.io/title-en': en,
      },
    },
    spec: { profile: { email: `${name}@example.com` }, memberOf: [] },
    relations: [{ type: 'memberOf', targetRef: 'group:default/warehouse' }],
  };
}

/** A system of the catalog. @internal */
export function aSystemEntity(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name, namespace: 'default' },
    spec: { type: 'enterprise-system', owner: 'information-technology' },
  };
}
