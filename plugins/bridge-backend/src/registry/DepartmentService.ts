import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { systemReadPermission } from '@techbridge/plugin-bridge-common';
import { Authorizer } from '../permissions/Authorizer';
import { SystemCondition } from '../permissions/rules';
import { GroupStore } from './GroupStore';

/**
 * The departments and groups that own or serve systems.
 *
 * @internal
 */
export class DepartmentService {
  constructor(
    private readonly store: GroupStore,
    private readonly authorizer: Authorizer<SystemCondition>,
  ) {}

  /** Groups by reference, after one of them. */
  async list(
    query: { q?: string; limit: number },
    after: string[] | undefined,
    caller: BackstageCredentials,
  ) {
    await this.authorizer.filterFor(systemReadPermission, caller);
    const { limit, q } = query;
    const [rows, total] = await Promise.all([
      this.store.list({ q, limit: limit + 1, after: after?.[0] }),
      this.store.count(q),
    ]);
    const items = rows.slice(0, limit);
    const more = rows.length > limit;
    return { items, total, ...(more && { next: [items[limit - 1].ref] }) };
  }
}
