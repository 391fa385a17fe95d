import {
  BridgeError,
  fieldError,
  itemReadPermission,
  MAXIMUM_TOTAL,
  Meeting,
  MeetingCancellation,
  MeetingChange,
  MeetingInput,
  meetingManagePermission,
  MeetingRow,
  Title,
} from '@techbridge/plugin-bridge-common';
import { Slice } from '../../http/cursor';
import { Authorizer } from '../../permissions/Authorizer';
import { ItemCondition } from '../../permissions/itemRules';
import { KeptAnswer, KeptAnswers, ReferenceChecker } from '../../workflow';
import { MeetingNotices } from './MeetingNotices';
import { MeetingCaller, MeetingReader } from './MeetingReader';
import { MeetingSeries } from './MeetingSeries';
import { MeetingRecord, MeetingStore, NewMeeting } from './MeetingStore';

/** So often a meeting is called off anew when somebody wrote meanwhile. */
const TRIES = 5;

const ONCE = { repeatWeeks: null, repeatUntil: null };

/** What planning meetings needs. @internal */
export interface MeetingPlanParts {
  store: MeetingStore;
  reader: MeetingReader;
  authorizer: Authorizer<ItemCondition>;
  references: ReferenceChecker;
  answers: KeptAnswers;
  notices: MeetingNotices;
  series: MeetingSeries;
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
      return await this.plan(input, caller, kept);
    } catch (error) {
      const twin = await kept?.find();
      if (twin) {
        return twin;
      }
      throw error;
    }
  }

  /**
   * Changes a meeting that has not begun, and how its series goes on. A new
   * time is for this meeting only, unless it is said to be for the series.
   *
   * @throws BridgeError `meeting-has-begun`, `meeting-changed`, `meeting-exists`
   */
  async change(
    id: number,
    { rev, ...change }: MeetingChange,
    caller: MeetingCaller,
  ): Promise<Meeting> {
    const { store, reader, notices } = this.parts;
    const record = await this.managed(id, caller);
    refuseBegun(record);
    const plan = changedPlan(record, change);
    await this.checkChair(plan.chair);
    if (await store.isTaken({ ...record, ...plan })) {
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
      await notices.tell(changed, 'changed', caller);
    }
    return reader.show(changed, caller);
  }

  /**
   * Calls a meeting off; its series goes on, or ends. One that is called off
   * already stays so.
   *
   * @throws BridgeError `meeting-has-begun`
   */
  async cancel(
    id: number,
    { series }: MeetingCancellation,
    caller: MeetingCaller,
  ): Promise<Meeting> {
    const { reader } = this.parts;
    let record = await this.managed(id, caller);
    for (let tries = 0; record.state !== 'cancelled'; tries += 1) {
      refuseBegun(record);
      const isDone = await this.callOff(record, series, caller);
      if (!isDone && tries === TRIES) {
        throw new BridgeError('meeting-changed');
      }
      record = await reader.find(id);
    }
    return reader.show(record, caller);
  }

  /** @returns whether nobody wrote meanwhile */
  private async callOff(
    record: MeetingRecord,
    how: MeetingCancellation['series'],
    caller: MeetingCaller,
  ): Promise<boolean> {
    const { store, series, notices, reader } = this.parts;
    const { id, repeatWeeks } = record;
    const at = await reader.moment(caller);
    const ends = how === 'ends' && repeatWeeks !== null;
    const done = await store.inTransaction(async trx => {
      const name = { id, rev: record.rev, states: ['planned'] };
      const state = { state: 'cancelled' as const, ...(ends && ONCE) };
      if (!(await store.take(trx, name, state))) {
        return undefined;
      }
      const by = { person: caller.person, at };
      return {
        next: ends ? undefined : await series.planNext(trx, record, by),
      };
    });
    if (!done) {
      return false;
    }
    this.parts.changed(id);
    await notices.tell(record, ends ? 'ended' : 'cancelled', caller);
    if (done.next) {
      await notices.tell({ ...record, ...done.next }, 'planned', caller);
    }
    return true;
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
    caller: MeetingCaller,
    kept?: KeptAnswer,
  ) {
    const { store, reader, notices } = this.parts;
    const meeting: NewMeeting = {
      ...{ ...input, group, place: place ?? null, series: null },
      ...{ startsAt: momentIn(startsAt), seriesAt: null },
      ...rhythmOf(repeat),
      ...{ createdBy: caller.person, createdAt: await reader.moment(caller) },
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
    await notices.tell({ ...meeting, id }, 'planned', caller);
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

function rhythmOf(repeat: MeetingInput['repeat'] | null) {
  return repeat
    ? { repeatWeeks: repeat.weeks, repeatUntil: repeat.until }
    : ONCE;
}

/** What is left out of how it repeats stays as it is. */
function changedPlan(
  { startsAt: before, seriesAt, repeatWeeks }: MeetingRecord,
  { moves, repeat, place, startsAt, ...plan }: Omit<MeetingChange, 'rev'>,
) {
  const keepsTime = repeatWeeks !== null && moves === 'this';
  return {
    ...{ ...plan, place: place ?? null, startsAt: momentIn(startsAt) },
    seriesAt: keepsTime ? seriesAt ?? before : null,
    ...(repeat !== undefined && rhythmOf(repeat)),
  };
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
