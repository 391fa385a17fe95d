import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import { BridgeError, Item } from '@techbridge/plugin-bridge-common';
import { Clock } from '../database/Clock';
import { Workflow } from './buildWorkflow';
import { ItemNarrowing, itemNarrowing } from './itemFilter';
import { presentState } from './presentWorkflow';

const CASES = 'case-review';

/**
 * What the library asks of work items: may one see them, what state are they
 * in, make one.
 *
 * @internal
 */
export function libraryItems(
  { authorizer, queries, services }: Workflow,
  clock: Clock,
) {
  return {
    gate: {
      async narrowing(
        permission: ResourcePermission,
        caller: BackstageCredentials,
      ): Promise<ItemNarrowing> {
        const filter = await authorizer.filterFor(permission, caller);
        return itemNarrowing(filter, await clock.today());
      },
    },
    reader: {
      async view(keys: string[]) {
        const rows = await queries.byKeys(keys);
        const assignees = await queries.assignees(rows.map(({ id }) => id));
        const views = rows.map(async row => {
          const { workflow, version, state } = row;
          const definition = await services.definitions.version(
            workflow,
            version,
          );
          const view = {
            state: presentState(definition, state),
            assignees: assignees.get(row.id) ?? [],
            createdBy: row.createdBy,
            open: row.open,
          };
          return [row.key, view] as const;
        });
        return new Map(await Promise.all(views));
      },
    },
    starter: {
      async create(
        data: object,
        caller: BackstageCredentials,
        idempotencyKey?: string,
      ): Promise<{ key: string }> {
        const answer = await services.commands.create(
          { workflow: CASES, data: data as Item['data'], links: [] },
          { person: personOf(caller), credentials: caller, idempotencyKey },
        );
        const { key }: Item = JSON.parse(answer.text);
        return { key };
      },
    },
  };
}

function personOf({ principal }: BackstageCredentials): string {
  const { userEntityRef } = principal as { userEntityRef?: string };
  if (!userEntityRef) {
    throw new BridgeError('not-allowed');
  }
  return userEntityRef;
}
