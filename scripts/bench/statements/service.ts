import {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { Clock } from '../../../plugins/bridge-backend/src/database/Clock';
import { Authorizer } from '../../../plugins/bridge-backend/src/permissions/Authorizer';
import { systemResourceRef } from '../../../plugins/bridge-backend/src/permissions/rules';
import { THREE_SHIFTS } from '../../../plugins/bridge-backend/src/registry/model';
import { SystemService } from '../../../plugins/bridge-backend/src/registry/SystemService';
import { SystemStore } from '../../../plugins/bridge-backend/src/registry/SystemStore';

const allowAll = async (queries: unknown[]) =>
  queries.map(
    (): DefinitivePolicyDecision => ({
      result: AuthorizeResult.ALLOW,
    }),
  );

const permissions: PermissionsService = {
  authorize: allowAll,
  authorizeConditional: allowAll,
};

const registry: PermissionsRegistryService = {
  addPermissions: () => undefined,
  addPermissionRules: () => undefined,
  addResourceType: () => undefined,
  getPermissionRuleset: () => ({
    getRuleByName: name => {
      throw new Error(`The rule ${name} has no use where all is allowed`);
    },
  }),
};

/** Somebody who may see everything. @internal */
export const anybody: BackstageCredentials = {
  $$type: '@backstage/BackstageCredentials',
  principal: { type: 'user', userEntityRef: 'user:default/anybody' },
};

/** The service of systems, whose permission check answers at once. @internal */
export function createService(knex: Knex): SystemService {
  return new SystemService(
    new SystemStore(knex),
    new Authorizer(permissions, registry, systemResourceRef),
    new Clock(knex, 'Asia/Shanghai'),
    THREE_SHIFTS,
  );
}
