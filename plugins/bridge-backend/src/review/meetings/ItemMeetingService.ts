import {
  BridgeError,
  DecisionRecord,
  ItemMeeting,
  Page,
} from '@techbridge/plugin-bridge-common';
import { BoardItemService } from '../../workflow/BoardItemService';
import { DealingMeeting, meetingAt, meetingsOf } from './itemMeetings';
import { MeetingCaller } from './MeetingReader';
import { MeetingStore } from './MeetingStore';

/**
 * Leads from an item to the meetings that deal with it.
 *
 * @internal
 */
export class ItemMeetingService {
  constructor(
    private readonly parts: { store: MeetingStore; items: BoardItemService },
  ) {}

  /**
   * The meetings that have dealt with an item, and those that will, the latest
   * first.
   *
   * @throws BridgeError `item-not-found`, also when the caller may not see it
   */
  async list(
    key: string,
    { credentials }: MeetingCaller,
  ): Promise<Page<ItemMeeting>> {
    const { store, items } = this.parts;
    const id = await items.find(key, credentials);
    if (id === undefined) {
      throw new BridgeError('item-not-found', { params: { key } });
    }
    const [records, groups] = await Promise.all([
      store.concerning(key),
      items.groupsAskedBy(id),
    ]);
    const rows = meetingsOf(records, groups).map(presented);
    return { items: rows, total: rows.length, nextCursor: null };
  }

  /** Tells in which meeting something happened to an item. One statement. */
  async during(
    key: string,
  ): Promise<(moment: string) => DecisionRecord['meeting']> {
    const records = await this.parts.store.concerning(key);
    return moment => {
      const found = meetingAt(records, moment);
      return (
        found && { id: found.id, title: found.title, startsAt: found.startsAt }
      );
    };
  }
}

function presented({
  id,
  title,
  startsAt,
  state,
}: DealingMeeting): ItemMeeting {
  return { id, title, startsAt, state };
}
