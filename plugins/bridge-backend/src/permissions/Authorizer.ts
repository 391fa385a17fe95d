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
  PermissionResourceRef,
} from '@backstage/plugin-permission-node';
import { BridgeError } from '@techbridge/plugin-bridge-common';
import { ResourceFilter } from './applyCriteria';

/**
 * Asks the permission framework, exactly once a request.
 *
 * @internal
 */
export class Authorizer<TCondition> {
  private readonly transform: ConditionTransformer<TCondition>;

  constructor(
    private readonly permissions: PermissionsService,
    registry: PermissionsRegistryService,
    resourceRef: PermissionResourceRef<unknown, TCondition>,
  ) {
    this.transform = createConditionTransformer(
      registry.getPermissionRuleset(resourceRef),
    );
  }

  /**
   * What the caller may do this with.
   *
   * @throws BridgeError `not-allowed` when it is none at all
   */
  async filterFor(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
  ): Promise<ResourceFilter<TCondition>> {
    const [filter] = await this.filtersFor([permission], credentials);
    return filter;
  }

  /**
   * What the caller may do each of these with; one question for all.
   *
   * @throws BridgeError `not-allowed` when one of them is none at all
   */
  async filtersFor(
    permissions: ResourcePermission[],
    credentials: BackstageCredentials,
  ): Promise<ResourceFilter<TCondition>[]> {
    const filters = await this.filtersOrNone(permissions, credentials);
    return filters.map(filter => {
      if (filter === undefined) {
        throw new BridgeError('not-allowed');
      }
      return filter;
    });
  }

  /** The same; undefined stands for none at all. */
  async filtersOrNone(
    permissions: ResourcePermission[],
    credentials: BackstageCredentials,
  ): Promise<(ResourceFilter<TCondition> | undefined)[]> {
    const decisions = await this.permissions.authorizeConditional(
      permissions.map(permission => ({ permission })),
      { credentials },
    );
    return decisions.map(decision => {
      if (decision.result === AuthorizeResult.DENY) {
        return undefined;
      }
      return decision.result === AuthorizeResult.CONDITIONAL
        ? this.transform(decision.conditions)
        : 'all';
    });
  }

  /** Refuses a caller who may not do this. */
  async require(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (!(await this.may(permission, credentials))) {
      throw new BridgeError('not-allowed');
    }
  }

  /** Whether a caller may do this. */
  async may(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const [decision] = await this.permissions.authorize([{ permission }], {
      credentials,
    });
    return decision.result === AuthorizeResult.ALLOW;
  }
}
