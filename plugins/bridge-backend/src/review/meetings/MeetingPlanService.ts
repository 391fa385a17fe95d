import {
  BridgeError,
  fieldError,
  itemReadPermission,
  MAXIMUM_TOTAL,
  Meeting,
  MeetingChange,
  MeetingInput,
  meetingManagePermission,
  MeetingRow,
  Title,
} from '@techbridge/plugin-bridge-common';
import { Clock } from '../../database/Clock';
import { Slice } from '../../http/cursor';
import { Authorizer } from '../../permissions/Authorizer';
import { ItemCondition } from '../../permissions/itemRules';
import { KeptAnswer, KeptAnswers, ReferenceChecker } from '../../workflow';
import { MeetingNotices } from './MeetingNotices';
import { MeetingCaller, MeetingReader } from './MeetingReader';
import { MeetingRecord, MeetingStore, NewMeeting } from './MeetingStore';

/** What planning meetings needs. @internal */
export interface MeetingPlanParts {
  store: MeetingStore;
  reader: MeetingReader;
  authorizer: Authorizer<ItemCondition>;
  references: ReferenceChecker;
  answers: KeptAnswers;
  clock: Clock;
  notices: MeetingNotices;
  titlesOf: (groups: string[]) => Promise<Map<string, Title>>;
  /** Wakes browsers that show a meeting. */
  changed: (id: number) => void;
}

/**
 * Plans review meetings: when a board meets, once or again and again.
 *
 * @internal
 */
export class MeetingPlanService {
  constructor(private readonly parts: MeetingPlanParts) {}

  /** Meetings to come, or those before. */
  async list(
    { when, limit }: { when: 'coming' | 'past'; limit: number },
    after: string[] | undefined,
    { credentials }: MeetingCaller,
  ): Promise<Slice<MeetingRow>> {
    const { store, reader, authorizer } = this.parts;
    await authorizer.filterFor(itemReadPermission, credentials);
    const [rows, total] = await Promise.all([
      store.list(when, { limit: limit + 1, after }),
      store.count(when, MAXIMUM_TOTAL + 1),
    ]);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit && shown.at(-1);
    return {
      items: await reader.rows(shown),
      total,
      ...(last && { next: [last.startsAt, String(last.id)] }),
    };
  }

  /**
   * Plans a meeting. The same key and the same meeting answer what was answered
   * before.
   *
   * @throws BridgeError `meeting-exists` where the group meets then already
   */
  async create(
    input: MeetingInput,
    caller: MeetingCaller,
    idempotencyKey?: string,
  ): Promise<{ status: number; text: string }> {
    const { authorizer, answers } = this.parts;
    await authorizer.require(meetingManagePermission, caller.credentials);
    const kept =
      idempotencyKey === undefined
        ? undefined
        : await answers.of({
            ...{ person: caller.person, idempotencyKey },
            input: ['createMeeting', input],
          });
    const told = await kept?.find();
    if (told) {
      return told;
    }
    await this.check(input);
    try {
      return await this.plan(input, caller.person, kept);
    } catch (error) {
      const twin = await kept?.find();
      if (twin) {
        return twin;
      }
      throw error;
    }
  }

  /**
   * Changes a meeting that has not begun.
   *
   * @throws BridgeError `meeting-has-begun`, `meeting-changed`, `meeting-exists`
   */
  async change(
    id: number,
    { rev, ...input }: MeetingChange,
    caller: MeetingCaller,
  ): Promise<Meeting> {
    const { store, reader, notices } = this.parts;
    const record = await this.managed(id, caller);
    refuseBegun(record);
    const startsAt = momentIn(input.startsAt);
    const plan = { ...input, place: input.place ?? null, startsAt };
    await this.checkChair(input.chair);
    if (await store.isTaken({ ...record, startsAt })) {
      throw new BridgeError('meeting-exists');
    }
    // Compared here, too: any number may be sent, not every one be asked for.
    const isSeen = record.rev === rev;
    const name = { id, rev, states: ['planned'] };
    const take = () => store.inTransaction(trx => store.take(trx, name, plan));
    if (!isSeen || !(await take())) {
      throw new BridgeError('meeting-changed');
    }
    const changed = await reader.find(id);
    this.parts.changed(id);
    if (changed.startsAt !== record.startsAt) {
      await notices.tell(changed, 'changed', caller.person);
    }
    return reader.show(changed, caller);
  }

  /**
   * Calls a meeting off. One that is called off already stays so.
   *
   * @throws BridgeError `meeting-has-begun`
   */
  async cancel(id: number, caller: MeetingCaller): Promise<Meeting> {
    const { store, reader, notices } = this.parts;
    const record = await this.managed(id, caller);
    if (record.state !== 'cancelled') {
      refuseBegun(record);
      const name = { id, states: ['planned'] };
      const done = await store.inTransaction(trx =>
        store.take(trx, name, { state: 'cancelled' }),
      );
      if (!done) {
        throw new BridgeError('meeting-has-begun');
      }
      this.parts.changed(id);
      await notices.tell(record, 'cancelled', caller.person);
    }
    return reader.show(await reader.find(id), caller);
  }

  private async managed(
    id: number,
    caller: MeetingCaller,
  ): Promise<MeetingRecord> {
    const { reader } = this.parts;
    const record = await reader.find(id);
    if (!(await reader.manages(record, caller))) {
      throw new BridgeError('not-allowed');
    }
    return record;
  }

  private async plan(
    { group, repeat, place, startsAt, ...input }: MeetingInput,
    person: string,
    kept?: KeptAnswer,
  ) {
    const { store, reader, clock, notices } = this.parts;
    const meeting: NewMeeting = {
      ...{ ...input, group, place: place ?? null, series: null },
      startsAt: momentIn(startsAt),
      repeatWeeks: repeat?.weeks ?? null,
      repeatUntil: repeat?.until ?? null,
      ...{ createdBy: person, createdAt: await clock.moment() },
    };
    // Read before: in a transaction SQLite has no second connection.
    const [draft] = await reader.rows([asRecord(meeting, 0)]);
    const { id, told } = await store.inTransaction(async trx => {
      const number = await store.insert(trx, meeting);
      if (number === undefined) {
        throw new BridgeError('meeting-exists');
      }
      const row: MeetingRow = { ...draft, id: number };
      const answer = { status: 201, text: JSON.stringify(row) };
      await kept?.keep(trx, answer, meeting.createdAt);
      return { id: number, told: answer };
    });
    await notices.tell({ ...meeting, id }, 'planned', person);
    return told;
  }

  private async check({ group, chair }: MeetingInput): Promise<void> {
    const titles = await this.parts.titlesOf([group]);
    if (!titles.has(group)) {
      throw fieldError('group', 'unknown-group', { value: group });
    }
    await this.checkChair(chair);
  }

  private async checkChair(chair: string): Promise<void> {
    const unknown = await this.parts.references.unknown([chair]);
    if (unknown.length > 0) {
      throw fieldError('chair', 'unknown-person', { value: chair });
    }
  }
}

function refuseBegun({ state }: MeetingRecord): void {
  if (state !== 'planned') {
    throw new BridgeError('meeting-has-begun');
  }
}

function momentIn(time: string): string {
  return new Date(time).toISOString();
}

function asRecord(
  { createdBy, createdAt, ...meeting }: NewMeeting,
  id: number,
): MeetingRecord {
  return {
    ...{ ...meeting, id, state: 'planned', rev: 0 },
    ...{ openedAt: null, closedAt: null, record: null, recordHash: null },
  };
}
