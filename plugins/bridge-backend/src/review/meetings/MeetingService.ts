import {
  AgendaChange,
  AttendanceInput,
  BridgeError,
  fieldError,
  Meeting,
} from '@techbridge/plugin-bridge-common';
import { canonicalJson, ReferenceChecker, sha256 } from '../../workflow';
import { BoardItemService } from '../../workflow/BoardItemService';
import { AgendaWrite, agendaWriteOf } from './agendaWriteOf';
import { attendanceAtOpening } from './attendance';
import { MeetingNotices } from './MeetingNotices';
import { MeetingCaller, MeetingReader } from './MeetingReader';
import { MeetingSeries } from './MeetingSeries';
import { MeetingRecord, MeetingStore, Transaction } from './MeetingStore';
import { minutesOf } from './minutesOf';

const UNDER_WAY = ['planned', 'open'];
/** So often minutes are written anew when somebody wrote at the same time. */
const TRIES = 5;

/** What holding meetings needs. @internal */
export interface MeetingServiceParts {
  store: MeetingStore;
  reader: MeetingReader;
  items: BoardItemService;
  references: ReferenceChecker;
  notices: MeetingNotices;
  series: MeetingSeries;
  /** Wakes browsers that show a meeting. */
  changed: (id: number) => void;
}

/**
 * Holds review meetings: who takes part, what is talked about, the minutes. The
 * votes are those of the items; a meeting only calls people together for them.
 *
 * @internal
 */
export class MeetingService {
  constructor(private readonly parts: MeetingServiceParts) {}

  /** A meeting as the caller may see it. */
  async get(id: number, caller: MeetingCaller): Promise<Meeting> {
    const { reader } = this.parts;
    return reader.show(await reader.find(id), caller);
  }

  /**
   * Says whether a member takes part: oneself, or anybody for who leads it.
   *
   * @throws BridgeError `meeting-is-over`, `not-allowed`
   */
  async attend(
    id: number,
    input: AttendanceInput,
    caller: MeetingCaller,
  ): Promise<Meeting> {
    const { store, reader } = this.parts;
    const record = await this.underWay(id);
    const user = input.user ?? caller.person;
    if (user !== caller.person) {
      await this.requireLead(record, caller);
    }
    const { members } = await reader.sitting(record, caller);
    if (!members.some(member => member.user === user)) {
      throw fieldError('user', 'not-a-member', { value: user });
    }
    const deputy = await this.deputyIn(input, user);
    const row = { person: user, presence: input.presence, deputy };
    const said = { by: caller.person, at: await reader.moment(caller) };
    await this.write(record, trx => store.putAttendance(trx, id, [row], said));
    return this.get(id, caller);
  }

  /**
   * Adds, removes or moves an item, or writes what was said about it.
   *
   * @throws BridgeError `meeting-changed` when somebody else wrote meanwhile
   */
  async changeAgenda(
    id: number,
    change: AgendaChange,
    caller: MeetingCaller,
  ): Promise<Meeting> {
    const { items, reader } = this.parts;
    const record = await this.underWay(id);
    await this.requireLead(record, caller);
    const itemId = await items.find(change.item, caller.credentials);
    if (itemId === undefined) {
      throw fieldError('item', 'unknown-item', { value: change.item });
    }
    if (change.do === 'set' && change.presenter) {
      await this.checkPerson('presenter', change.presenter);
    }
    const [item] = await items.items([itemId], caller.person);
    const sitting = await reader.sitting(record, caller);
    const listed = sitting.agenda.map(({ row }) => row.itemId);
    const seen = await items.seen(listed, caller.credentials);
    const writing = agendaWriteOf({ ...sitting, seen }, item, change);
    await this.write(record, trx => this.apply(trx, id, itemId, writing));
    return this.get(id, caller);
  }

  /**
   * Opens a meeting: its agenda and its members are fixed. One that is open
   * already stays so.
   *
   * @throws BridgeError `meeting-is-over`
   */
  async open(id: number, caller: MeetingCaller): Promise<Meeting> {
    const record = await this.underWay(id);
    await this.requireLead(record, caller);
    if (record.state === 'planned') {
      await this.begin(record, caller);
      this.parts.changed(id);
    }
    return this.get(id, caller);
  }

  /**
   * Closes a meeting and freezes its minutes; the next one of its series is
   * planned. One that is closed already stays so.
   *
   * @throws BridgeError `meeting-not-open`
   */
  async close(id: number, caller: MeetingCaller): Promise<Meeting> {
    const { reader, notices } = this.parts;
    let record = await reader.find(id);
    await this.requireLead(record, caller);
    for (let tries = 0; record.state === 'open'; tries += 1) {
      if (await this.freeze(record, caller)) {
        this.parts.changed(id);
        await notices.tell(record, 'closed', caller);
      } else if (tries === TRIES) {
        throw new BridgeError('meeting-changed');
      }
      record = await reader.find(id);
    }
    if (record.state !== 'closed') {
      throw new BridgeError('meeting-not-open');
    }
    return reader.show(record, caller);
  }

  private async begin(
    record: MeetingRecord,
    caller: MeetingCaller,
  ): Promise<void> {
    const { store, reader } = this.parts;
    const { agenda, members, directory } = await reader.sitting(record, caller);
    const openedAt = await reader.moment(caller);
    const rows = agenda.map(({ item, row }, place) => ({
      ...{ itemId: item.id, source: row.source, place },
      listedState: item.row.state.id,
    }));
    const people = attendanceAtOpening(
      members,
      away => directory.standInsOf(away).find(({ item }) => !item)?.ref,
    );
    await store.inTransaction(async trx => {
      const { id, rev } = record;
      const name = { id, rev, states: ['planned'] };
      if (!(await store.take(trx, name, { state: 'open', openedAt }))) {
        throw new BridgeError('meeting-changed');
      }
      await store.putAgenda(trx, id, rows);
      const opening = { by: caller.person, at: openedAt };
      await store.putAttendance(trx, id, people, opening);
    });
  }

  private async underWay(id: number): Promise<MeetingRecord> {
    const record = await this.parts.reader.find(id);
    if (!UNDER_WAY.includes(record.state)) {
      throw new BridgeError('meeting-is-over');
    }
    return record;
  }

  private async requireLead(
    record: MeetingRecord,
    caller: MeetingCaller,
  ): Promise<void> {
    if (!(await this.parts.reader.manages(record, caller))) {
      throw new BridgeError('not-allowed');
    }
  }

  private async deputyIn(
    { presence, deputy }: AttendanceInput,
    user: string,
  ): Promise<string | null> {
    if (presence !== 'represented') {
      return null;
    }
    if (!deputy) {
      throw fieldError('deputy', 'required');
    }
    if (deputy === user) {
      throw fieldError('deputy', 'delegate-is-person');
    }
    await this.checkPerson('deputy', deputy);
    return deputy;
  }

  private async checkPerson(field: string, person: string): Promise<void> {
    const unknown = await this.parts.references.unknown([person]);
    if (unknown.length > 0) {
      throw fieldError(field, 'unknown-person', { value: person });
    }
  }

  private async write(
    { id }: MeetingRecord,
    work: (trx: Transaction) => Promise<void>,
  ): Promise<void> {
    const { store } = this.parts;
    await store.inTransaction(async trx => {
      if (!(await store.take(trx, { id, states: UNDER_WAY }))) {
        throw new BridgeError('meeting-is-over');
      }
      await work(trx);
    });
    this.parts.changed(id);
  }

  private async apply(
    trx: Transaction,
    meetingId: number,
    itemId: number,
    { rows, entry }: AgendaWrite,
  ): Promise<void> {
    const { store } = this.parts;
    await store.putAgenda(trx, meetingId, rows);
    if (entry) {
      const name = { meetingId, itemId, rev: entry.rev };
      if (!(await store.setEntry(trx, name, entry.values))) {
        throw new BridgeError('meeting-changed');
      }
    }
  }

  /** @returns whether nobody wrote meanwhile */
  private async freeze(
    record: MeetingRecord,
    caller: MeetingCaller,
  ): Promise<boolean> {
    const { store, reader, notices, series } = this.parts;
    const { person } = caller;
    const sitting = await reader.sitting(record, caller);
    const [{ group }] = await reader.rows([record]);
    const closedAt = await reader.moment(caller);
    const closing = { recorder: person, closedAt, group: group.title };
    const text = canonicalJson(minutesOf(sitting, closing));
    const { id, rev } = record;
    const changes = { closedAt, record: text, recordHash: sha256(text) };
    const frozen = await store.inTransaction(async trx => {
      const name = { id, rev, states: ['open'] };
      const done = { state: 'closed' as const, ...changes };
      if (!(await store.take(trx, name, done))) {
        return undefined;
      }
      const closer = { person, at: closedAt };
      return { next: await series.planNext(trx, record, closer) };
    });
    if (frozen?.next) {
      await notices.tell({ ...record, ...frozen.next }, 'planned', caller);
    }
    return frozen !== undefined;
  }
}
