import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  AgendaEntry,
  BridgeError,
  Meeting,
  MeetingMember,
  meetingManagePermission,
  MeetingRow,
  Title,
} from '@techbridge/plugin-bridge-common';
import { Directory } from '@techbridge/bridge-workflow';
import { Clock } from '../../database/Clock';
import { Authorizer } from '../../permissions/Authorizer';
import { ItemCondition } from '../../permissions/itemRules';
import { BoardItem, BoardItemService } from '../../workflow/BoardItemService';
import { DirectoryReader } from '../../workflow';
import { agendaIds, AgendaItem, agendaOf } from './agendaOf';
import { membersOf, quorumOf } from './attendance';
import { conclusionOf } from './conclusionOf';
import { MeetingRecord, MeetingStore } from './MeetingStore';
import { FrozenMinutes, minutesText } from './minutesText';

/** How long an item is to take, where nobody has said so. */
const USUAL_MINUTES = 10;

/** Who looks at a meeting. @internal */
export interface MeetingCaller {
  person: string;
  credentials: BackstageCredentials;
  /** For recorded history: when it happened, ISO 8601. Nobody is told. */
  recorded?: { now: string };
}

/** A meeting with everything that belongs to it, whoever may see it. @internal */
export interface Sitting {
  record: MeetingRecord;
  members: MeetingMember[];
  agenda: AgendaItem[];
  /** Ready for the votes of the group, and not on the agenda. */
  waiting: BoardItem[];
  /** How many more are ready than a meeting can have before it. */
  more: number;
  directory: Directory;
}

/** What reading meetings needs. @internal */
export interface MeetingReaderParts {
  store: MeetingStore;
  items: BoardItemService;
  directories: DirectoryReader;
  authorizer: Authorizer<ItemCondition>;
  clock: Clock;
  nameOf: (ref: string) => Promise<string>;
  titlesOf: (groups: string[]) => Promise<Map<string, Title>>;
}

/**
 * Reads meetings, and shows of them what a reader may see.
 *
 * @internal
 */
export class MeetingReader {
  constructor(private readonly parts: MeetingReaderParts) {}

  /**
   * One meeting.
   *
   * @throws BridgeError `meeting-not-found`
   */
  async find(id: number): Promise<MeetingRecord> {
    const record = await this.parts.store.find(id);
    if (!record) {
      throw new BridgeError('meeting-not-found');
    }
    return record;
  }

  /** Whether somebody leads the meeting. */
  async manages(
    { chair }: Pick<MeetingRecord, 'chair'>,
    { person, credentials }: MeetingCaller,
  ): Promise<boolean> {
    const { authorizer } = this.parts;
    return (
      chair === person || authorizer.may(meetingManagePermission, credentials)
    );
  }

  /** The moment at which a command is carried out. */
  async moment({ recorded }: MeetingCaller): Promise<string> {
    return recorded?.now ?? this.parts.clock.moment();
  }

  /** A meeting with all that belongs to it, as a person would see it. */
  async sitting(
    record: MeetingRecord,
    caller: MeetingCaller,
  ): Promise<Sitting> {
    const { store, items } = this.parts;
    const now = await this.moment(caller);
    const [rows, attendance, ready, directory] = await Promise.all([
      store.agenda(record.id),
      store.attendance(record.id),
      items.ready(record.group),
      this.directory(record.group, now),
    ]);
    const ids = agendaIds(record, rows, ready.ids);
    const wanted = [...new Set([...ids, ...ready.ids])];
    const all = await items.items(wanted, caller.person);
    const isListed = new Set(ids);
    const group = directory.members(record.group);
    return {
      record,
      members: membersOf(record, group, attendance),
      agenda: agendaOf(
        all.filter(({ id }) => isListed.has(id)),
        rows,
        now,
      ),
      waiting: all.filter(({ id }) => !isListed.has(id)),
      more: ready.more,
      directory,
    };
  }

  /** A meeting as the caller may see it. */
  async show(record: MeetingRecord, caller: MeetingCaller): Promise<Meeting> {
    const [[row], manage] = await Promise.all([
      this.rows([record]),
      this.manages(record, caller),
    ]);
    if (record.record !== null) {
      return this.showMinutes(record, row, { manage, caller });
    }
    const { items } = this.parts;
    const sitting = await this.sitting(record, caller);
    const { agenda, waiting, members, more } = sitting;
    const ids = [...agenda.map(({ item }) => item.id), ...waiting.map(idOf)];
    const seen = await items.seen(ids, caller.credentials);
    const shown = agenda.filter(({ item }) => seen.has(item.id));
    const isMember = members.some(({ user }) => user === caller.person);
    return {
      ...row,
      members,
      quorum: quorumOf(members, record.quorumPercent),
      agenda: shown.map(entry => this.entry(record, entry)),
      waiting: waiting.filter(({ id }) => seen.has(id)).map(item => item.row),
      hidden: agenda.length - shown.length,
      more,
      may: { manage, attend: isMember && record.state !== 'cancelled' },
      record: null,
    };
  }

  /** Meetings as rows of a list. */
  async rows(records: MeetingRecord[]): Promise<MeetingRow[]> {
    const titles = await this.parts.titlesOf([
      ...new Set(records.map(({ group }) => group)),
    ]);
    return records.map(record => toRow(record, titles.get(record.group)));
  }

  private async showMinutes(
    record: MeetingRecord,
    row: MeetingRow,
    reader: { manage: boolean; caller: MeetingCaller },
  ): Promise<Meeting> {
    const { items, nameOf, clock } = this.parts;
    const minutes: FrozenMinutes = JSON.parse(record.record ?? '');
    const { members, quorum, recorder } = minutes;
    const ids = minutes.entries.map(({ itemId }) => itemId);
    const seen = await items.seen(ids, reader.caller.credentials);
    const entries = minutes.entries.filter(({ itemId }) => seen.has(itemId));
    const names = await namesIn({ ...minutes, entries }, nameOf);
    const reading = {
      nameOf: (ref: string) => names.get(ref) ?? ref,
      timeZone: clock.timeZone,
    };
    const facts = { ...minutes, entries };
    return {
      ...{ ...row, members, quorum, agenda: [], waiting: [] },
      hidden: ids.length - entries.length,
      more: 0,
      may: { manage: reader.manage, attend: false },
      record: {
        ...{ recorder, members, quorum },
        entries: entries.map(({ itemId, ...entry }) => entry),
        hash: record.recordHash ?? '',
        markdown: {
          en: minutesText(facts, 'en', reading),
          zh: minutesText(facts, 'zh', reading),
        },
      },
    };
  }

  private entry(
    { openedAt }: MeetingRecord,
    { item, row, score }: AgendaItem,
  ): AgendaEntry {
    return {
      item: item.row,
      source: row.source,
      minutes: row.minutes ?? USUAL_MINUTES,
      presenter: row.presenter,
      note: row.note,
      rev: row.rev,
      score,
      boards: item.boards,
      conclusion:
        openedAt === null
          ? null
          : conclusionOf(item, row.listedState, openedAt),
    };
  }

  private async directory(group: string, now: string): Promise<Directory> {
    const needs = {
      ...{ groups: [group], systems: [] },
      ...{ standIns: true, departments: false },
    };
    return this.parts.directories.read(needs, now);
  }
}

function idOf({ id }: BoardItem): number {
  return id;
}

function toRow(
  { group, repeatWeeks, repeatUntil, ...record }: MeetingRecord,
  title: Title = { en: group, zh: group },
): MeetingRow {
  const { series, record: minutes, recordHash, ...facts } = record;
  const repeat =
    repeatWeeks !== null && repeatUntil !== null
      ? { weeks: repeatWeeks, until: repeatUntil }
      : null;
  return { ...facts, group: { ref: group, title }, repeat };
}

async function namesIn(
  { chair, recorder, members, entries }: FrozenMinutes,
  nameOf: (ref: string) => Promise<string>,
): Promise<Map<string, string>> {
  const people = new Set([
    ...[chair, recorder],
    ...members.flatMap(({ user, deputy }) => [user, deputy ?? []].flat()),
    ...entries.flatMap(({ presenter, conclusion }) => [
      ...(presenter ? [presenter] : []),
      ...conclusion.boards.flatMap(({ recused, conditions }) => [
        ...recused.map(({ user }) => user),
        ...conditions.map(({ owner }) => owner),
      ]),
    ]),
  ]);
  const names = new Map<string, string>();
  for (const ref of people) {
    names.set(ref, await nameOf(ref));
  }
  return names;
}
