import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import {
  bridgePermissions,
  RESOURCE_TYPE_ITEM,
  RESOURCE_TYPE_SYSTEM,
} from '@techbridge/plugin-bridge-common';
import { ItemResource, itemResourceRef, itemRules } from './itemRules';
import { SystemResource, systemResourceRef, systemRules } from './rules';

/** Finds what a rule is asked about, in the order of the references. @internal */
export interface ResourceFinders {
  systems: (names: string[]) => Promise<(SystemResource | undefined)[]>;
  items: (keys: string[]) => Promise<(ItemResource | undefined)[]>;
}

/** Tells the permission framework what there is to decide. @internal */
export function registerPermissions(
  registry: PermissionsRegistryService,
  { systems, items }: ResourceFinders,
): void {
  registry.addPermissions(
    bridgePermissions.filter(permission => permission.type === 'basic'),
  );
  registry.addResourceType({
    resourceRef: systemResourceRef,
    permissions: permissionsOf(RESOURCE_TYPE_SYSTEM),
    rules: Object.values(systemRules),
    getResources: systems,
  });
  registry.addResourceType({
    resourceRef: itemResourceRef,
    permissions: permissionsOf(RESOURCE_TYPE_ITEM),
    rules: Object.values(itemRules),
    getResources: items,
  });
}

function permissionsOf(type: string) {
  return bridgePermissions.filter(permission =>
    isResourcePermission(permission, type),
  );
}
