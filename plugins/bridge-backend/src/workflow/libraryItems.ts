import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import { BridgeError, Item } from '@techbridge/plugin-bridge-common';
import { Clock } from '../database/Clock';
import { Workflow } from './buildWorkflow';
import { ItemNarrowing, itemNarrowing } from './itemFilter';
import { presentState } from './presentWorkflow';

const CASES = 'case-review';

// The action of that workflow which changes the text.
const EDIT = 'edit';

/**
 * What the library asks of work items: may one see them, what state are they
 * in, make one, change its text.
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
    reader: { view: (keys: string[]) => viewsOf(queries, services, keys) },
    starter: starterOf(services),
  };
}

async function viewsOf(
  queries: Workflow['queries'],
  { definitions }: Workflow['services'],
  keys: string[],
) {
  const rows = await queries.byKeys(keys);
  const assignees = await queries.assignees(rows.map(({ id }) => id));
  const views = rows.map(async row => {
    const { workflow, version, state, createdBy, open } = row;
    const definition = await definitions.version(workflow, version);
    const view = {
      state: presentState(definition, state),
      assignees: assignees.get(row.id) ?? [],
      ...{ createdBy, open },
    };
    return [row.key, view] as const;
  });
  return new Map(await Promise.all(views));
}

function starterOf({ commands }: Workflow['services']) {
  return {
    async create(
      data: object,
      caller: BackstageCredentials,
      idempotencyKey?: string,
    ): Promise<{ key: string }> {
      const answer = await commands.create(
        { workflow: CASES, data: data as Item['data'], links: [] },
        { person: personOf(caller), credentials: caller, idempotencyKey },
      );
      const { key }: Item = JSON.parse(answer.text);
      return { key };
    },
    async edit(
      key: string,
      rev: number,
      data: object,
      caller: BackstageCredentials,
    ): Promise<void> {
      await commands.act(
        key,
        EDIT,
        { rev, data: data as Item['data'] },
        { person: personOf(caller), credentials: caller },
      );
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
