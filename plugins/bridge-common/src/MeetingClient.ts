import { z } from 'zod';
import { BridgeClientOptions, BridgeHttp, CallOptions } from './BridgeHttp';
import { endpoints } from './endpoints';
import { ListClient } from './ListClient';
import { ItemMeeting, Meeting, MeetingRow } from './meeting';
import { Page } from './paging';

/**
 * The part of the {@link BridgeClient} about review meetings.
 *
 * @public
 */
export abstract class MeetingClient extends ListClient {
  private readonly sends: BridgeHttp;

  constructor(options: BridgeClientOptions) {
    super(options);
    this.sends = new BridgeHttp(options);
  }

  /** Meetings to come, the next first; or those before, the last first. */
  listMeetings(
    query: z.input<typeof endpoints.listMeetings.query> = {},
  ): Promise<Page<MeetingRow>> {
    return this.sends.call(endpoints.listMeetings, { query });
  }

  /** Plans a meeting. */
  createMeeting(
    body: z.input<typeof endpoints.createMeeting.body>,
    options?: CallOptions,
  ): Promise<MeetingRow> {
    return this.sends.call(endpoints.createMeeting, { body }, options);
  }

  /** A meeting with its agenda, as far as one may see it. */
  getMeeting(id: number): Promise<Meeting> {
    return this.sends.call(endpoints.getMeeting, { params: { id } });
  }

  /** Changes a meeting that has not begun. */
  changeMeeting(
    id: number,
    body: z.input<typeof endpoints.changeMeeting.body>,
  ): Promise<Meeting> {
    return this.sends.call(endpoints.changeMeeting, { params: { id }, body });
  }

  /** Adds, removes or moves an item, or writes what was said about it. */
  changeAgenda(
    id: number,
    body: z.input<typeof endpoints.changeAgenda.body>,
  ): Promise<Meeting> {
    return this.sends.call(endpoints.changeAgenda, { params: { id }, body });
  }

  /** Says whether a member takes part. */
  setAttendance(
    id: number,
    body: z.input<typeof endpoints.setAttendance.body>,
  ): Promise<Meeting> {
    return this.sends.call(endpoints.setAttendance, { params: { id }, body });
  }

  /** Opens or closes a meeting. */
  stepMeeting(id: number, how: 'open' | 'close'): Promise<Meeting> {
    const row = {
      open: endpoints.openMeeting,
      close: endpoints.closeMeeting,
    }[how];
    return this.sends.call(row, { params: { id }, body: {} });
  }

  /** Calls a meeting off; its series goes on, or ends. */
  cancelMeeting(
    id: number,
    body: z.input<typeof endpoints.cancelMeeting.body> = {},
  ): Promise<Meeting> {
    return this.sends.call(endpoints.cancelMeeting, { params: { id }, body });
  }

  /** The review meetings that have dealt with an item, or will. */
  listItemMeetings(key: string): Promise<Page<ItemMeeting>> {
    return this.sends.call(endpoints.listItemMeetings, { params: { key } });
  }
}
