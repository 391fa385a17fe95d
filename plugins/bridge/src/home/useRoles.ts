import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  InboxEntry,
  Page,
  System,
  systemCreatePermission,
} from '@techbridge/plugin-bridge-common';
import useAsync from 'react-use/esm/useAsync';
import { BridgeApi, bridgeApiRef } from '../api/bridgeApiRef';
import { useMe } from '../api/useMe';

/** What the landing page has to know about its reader. @internal */
export interface Roles {
  me: string;
  programmeManager: boolean;
  /** The systems that the reader answers for, if any. */
  mine?: Page<System>;
  /** The systems of the reader's IT group, if any. */
  it?: { group: string; page: Page<System> };
  /** The votes that wait for the reader. */
  votes: InboxEntry[];
  /** What else waits for the reader. */
  tasks: InboxEntry[];
}

const SHOWN = 6;
const MOST_GROUPS = 5;
const MOST_ENTRIES = 20;

/** The reader's roles; undefined until they are known. @internal */
export function useRoles(): Roles | undefined {
  const api = useApi(bridgeApiRef);
  const me = useMe();
  const manager = usePermission({ permission: systemCreatePermission });
  const { value } = useAsync(async () => {
    if (!me) {
      return undefined;
    }
    const [mine, it, waiting] = await Promise.all([
      systemsOrNone(api, { superUser: me.ref }),
      systemsOfGroups(api, me.groups),
      whatWaits(api),
    ]);
    return { me: me.ref, mine, it, ...waiting };
  }, [api, me]);
  return value && !manager.loading
    ? { ...value, programmeManager: manager.allowed }
    : undefined;
}

async function systemsOfGroups(api: BridgeApi, groups: string[]) {
  const pages = await Promise.all(
    groups.slice(0, MOST_GROUPS).map(async group => {
      const page = await systemsOrNone(api, { it: group });
      return page && { group, page };
    }),
  );
  return pages.find(Boolean);
}

async function whatWaits(api: BridgeApi) {
  const entries = await api
    .getInbox({ limit: MOST_ENTRIES })
    .then(({ items }) => items)
    .catch((): InboxEntry[] => []);
  const isVote = ({ item }: InboxEntry) => item.state.type === 'approval';
  return {
    votes: entries.filter(isVote),
    tasks: entries.filter(entry => !isVote(entry)),
  };
}

/** A page that fails shows one block less; the search still works. */
async function systemsOrNone(
  api: BridgeApi,
  query: { superUser?: string; it?: string },
): Promise<Page<System> | undefined> {
  const page = await api
    .listSystems({ ...query, limit: SHOWN })
    .catch(() => undefined);
  return page && page.items.length > 0 ? page : undefined;
}
