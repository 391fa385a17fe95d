import { useApi } from '@backstage/core-plugin-api';
import type {
  DecisionRecord,
  Item,
  ItemMeeting,
  JournalEntry,
} from '@techbridge/plugin-bridge-common';
import { BridgeApi, bridgeApiRef } from './bridgeApiRef';
import { Load, useLoad } from './useLoad';

/** All that stands on the sheet of an item. @internal */
export interface ItemOnPaper {
  item: Item;
  /** What boards have decided, newest first. */
  decisions: DecisionRecord[];
  /** The review meetings with it, the latest first; none where they cannot be read. */
  meetings: ItemMeeting[];
  /** The journal, oldest first. */
  entries: JournalEntry[];
  /** The first line that does not fit the chain of hashes. */
  brokenAt: number | null;
}

const LINES = 100;
const MOST_PAGES = 50;

/** An item with everything that is printed of it. @internal */
export function useItemSheet(key: string): Load<ItemOnPaper> {
  const api = useApi(bridgeApiRef);
  return useLoad(async () => {
    const [item, { items: decisions }, meetings, journal] = await Promise.all([
      api.getItem(key),
      api.listDecisions(key),
      api.listItemMeetings(key).then(
        ({ items }) => items,
        () => [],
      ),
      wholeJournal(api, key),
    ]);
    return { item, decisions, meetings, ...journal };
  }, [api, key]);
}

async function wholeJournal(api: BridgeApi, key: string) {
  const entries: JournalEntry[] = [];
  let brokenAt: number | null = null;
  let cursor: string | undefined;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const page = await api.getJournal(key, { limit: LINES, cursor });
    entries.push(...page.items);
    brokenAt = page.brokenAt;
    cursor = page.nextCursor ?? undefined;
    if (!cursor) {
      break;
    }
  }
  return { entries, brokenAt };
}
