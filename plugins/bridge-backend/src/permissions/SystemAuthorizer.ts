import {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  BasicPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  ConditionTransformer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import { BridgeError } from '@techbridge/plugin-bridge-common';
import { SystemCondition, SystemFilter, systemResourceRef } from './rules';

/**
 * Asks the permission framework, exactly once a request.
 *
 * @internal
 */
export class SystemAuthorizer {
  private readonly transform: ConditionTransformer<SystemCondition>;

  constructor(
    private readonly permissions: PermissionsService,
    registry: PermissionsRegistryService,
  ) {
    this.transform = createConditionTransformer(
      registry.getPermissionRuleset(systemResourceRef),
    );
  }

  /**
   * The systems that the caller may do this with.
   *
   * @throws BridgeError `not-allowed` when it is none at all
   */
  async filterFor(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
  ): Promise<SystemFilter> {
    const [decision] = await this.permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.DENY) {
      throw new BridgeError('not-allowed');
    }
    return decision.result === AuthorizeResult.CONDITIONAL
      ? this.transform(decision.conditions)
      : 'all';
  }

  /** Refuses a caller who may not do this. */
  async require(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const [decision] = await this.permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new BridgeError('not-allowed');
    }
  }
}
