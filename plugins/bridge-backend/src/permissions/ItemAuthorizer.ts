import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import { itemReadPermission } from '@techbridge/plugin-bridge-common';
import { Authorizer } from './Authorizer';
import { ItemCondition, ItemFilter } from './itemRules';
import { readerOf } from './readerOf';

/**
 * Asks what somebody may do with items. What a policy lets people read is
 * narrowed here, and nowhere else, to what is not private or not private from
 * them; no policy can widen that.
 *
 * @internal
 */
export class ItemAuthorizer extends Authorizer<ItemCondition> {
  /** What a policy says, without the private items of others. */
  async filtersOrNone(
    permissions: ResourcePermission[],
    credentials: BackstageCredentials,
  ): Promise<(ItemFilter | undefined)[]> {
    const filters = await super.filtersOrNone(permissions, credentials);
    const reader = readerOf(credentials);
    return filters.map((filter, place) =>
      filter && permissions[place].name === itemReadPermission.name
        ? narrowed(filter, reader)
        : filter,
    );
  }
}

function narrowed(filter: ItemFilter, openTo: string): ItemFilter {
  return filter === 'all' ? { openTo } : { allOf: [filter, { openTo }] };
}
