import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Department,
  Page,
  systemReadPermission,
} from '@techbridge/plugin-bridge-common';
import { decodeCursor, encodeCursor } from '../http/cursor';
import { SystemAuthorizer } from '../permissions/SystemAuthorizer';
import { GroupStore } from './GroupStore';

/**
 * The departments and groups that own or serve systems.
 *
 * @internal
 */
export class DepartmentService {
  constructor(
    private readonly store: GroupStore,
    private readonly authorizer: SystemAuthorizer,
  ) {}

  /** A page of groups by reference. */
  async list(
    query: { q?: string; limit: number; cursor?: string },
    caller: BackstageCredentials,
  ): Promise<Page<Department>> {
    await this.authorizer.filterFor(systemReadPermission, caller);
    const after = decodeCursor(query.cursor, 'ref', 1)?.[0];
    const { limit, q } = query;
    const [rows, total] = await Promise.all([
      this.store.list({ q, limit: limit + 1, after }),
      this.store.count(q),
    ]);
    const items = rows.slice(0, limit);
    const more = rows.length > limit;
    return {
      items,
      total: total > 1000 ? '1000+' : total,
      nextCursor: more ? encodeCursor('ref', [items[limit - 1].ref]) : null,
    };
  }
}
