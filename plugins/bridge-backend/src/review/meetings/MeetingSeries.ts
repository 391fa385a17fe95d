import { Clock } from '../../database/Clock';
import { MeetingRecord, MeetingStore, Transaction } from './MeetingStore';
import { nextStart, PlantCalendar, SeriesTime } from './nextStart';

/**
 * Goes on with a series of meetings: each plans the next one when it is closed
 * or called off.
 *
 * @internal
 */
export class MeetingSeries {
  constructor(
    private readonly parts: {
      store: MeetingStore;
      clock: Clock;
      holidays?: PlantCalendar['holidays'];
    },
  ) {}

  /**
   * Plans the meeting after one; where the group meets then already, the one
   * after that.
   *
   * @returns the meeting; undefined where the series has ended
   */
  async planNext(
    trx: Transaction,
    record: MeetingRecord,
    { person, at }: { person: string; at: string },
  ): Promise<Pick<MeetingRecord, 'id' | 'startsAt'> | undefined> {
    const { store } = this.parts;
    const made = { createdBy: person, createdAt: at };
    let time = this.after(record, at);
    while (time) {
      const id = await store.insert(trx, {
        ...planOf(record),
        ...time,
        ...made,
      });
      if (id !== undefined) {
        return { id, startsAt: time.startsAt };
      }
      time = this.after({ ...record, ...time }, at);
    }
    return undefined;
  }

  private after(record: MeetingRecord, at: string): SeriesTime | undefined {
    const { clock, holidays } = this.parts;
    const { timeZone } = clock;
    return nextStart(record, { timeZone, holidays }, at);
  }
}

function planOf(record: MeetingRecord) {
  const { title, group, chair, place, minutes, quorumPercent } = record;
  const { id, series, repeatWeeks, repeatUntil } = record;
  return {
    ...{ title, group, chair, place, minutes, quorumPercent },
    ...{ series: series ?? id, repeatWeeks, repeatUntil },
  };
}
