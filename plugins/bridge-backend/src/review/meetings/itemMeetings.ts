import { ItemMeeting } from '@techbridge/plugin-bridge-common';
import { ItemMeetingRecord } from './MeetingStore';

/** A meeting that was not called off. @internal */
export type DealingMeeting = ItemMeetingRecord & Pick<ItemMeeting, 'state'>;

/**
 * The meetings that deal with an item: those that have or had it on their
 * agenda, and of those to come the next one of each group that votes on it,
 * whose agenda fills itself. One that was called off deals with nothing.
 *
 * @param records - the earliest first
 * @param groups - whose votes the item waits for
 * @returns the latest first
 * @internal
 */
export function meetingsOf(
  records: ItemMeetingRecord[],
  groups: ReadonlySet<string>,
): DealingMeeting[] {
  const filled = new Set<string>();
  const dealing = records.filter(isHeld).filter(record => {
    const { state, removed, source, group } = record;
    if (state !== 'planned') {
      return removed === false;
    }
    if (removed || source === 'added') {
      return !removed;
    }
    const isNext = groups.has(group) && !filled.has(group);
    filled.add(group);
    return isNext;
  });
  return dealing.reverse();
}

function isHeld(record: ItemMeetingRecord): record is DealingMeeting {
  return record.state !== 'cancelled';
}

/**
 * The meeting in which something happened to an item: it was in session, with
 * the item on its agenda.
 *
 * @param records - the earliest first
 * @internal
 */
export function meetingAt(
  records: ItemMeetingRecord[],
  moment: string,
): ItemMeetingRecord | undefined {
  return records
    .filter(({ removed }) => removed === false)
    .filter(({ openedAt }) => openedAt !== null && openedAt <= moment)
    .filter(({ closedAt }) => closedAt === null || moment <= closedAt)
    .at(-1);
}
