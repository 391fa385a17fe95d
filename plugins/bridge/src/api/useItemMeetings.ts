import { useApi } from '@backstage/core-plugin-api';
import type { ItemMeeting } from '@techbridge/plugin-bridge-common';
import { bridgeApiRef } from './bridgeApiRef';
import { Load, useLoad } from './useLoad';

/**
 * The review meetings that have dealt with an item, and those that will, the
 * latest first; asked again with every change of the item.
 *
 * @internal
 */
export function useItemMeetings(item: {
  key: string;
  rev: number;
}): Load<ItemMeeting[]> {
  const { key, rev } = item;
  const api = useApi(bridgeApiRef);
  return useLoad(
    async () => (await api.listItemMeetings(key)).items,
    [api, key, rev],
  );
}
