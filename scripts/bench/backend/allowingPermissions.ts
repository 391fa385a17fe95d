import {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';

const allowAll = async (queries: unknown[]) =>
  queries.map(
    (): DefinitivePolicyDecision => ({
      result: AuthorizeResult.ALLOW,
    }),
  );

/** Permissions that answer at once, and always yes. @internal */
export const allowingPermissions: PermissionsService = {
  authorize: allowAll,
  authorizeConditional: allowAll,
};

/** Rules that nobody asks for where all is allowed. @internal */
export const emptyRegistry: PermissionsRegistryService = {
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
