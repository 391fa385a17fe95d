import { MeetingRow, PRESENCES } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';

/** The transaction of a command, which only stores look into. @internal */
export type Transaction = Knex.Transaction;

/** A meeting as a row. @internal */
export interface MeetingRecord {
  id: number;
  series: number | null;
  title: string;
  group: string;
  chair: string;
  place: string | null;
  startsAt: string;
  /** The time that its series gave it; null: that at which it starts. */
  seriesAt: string | null;
  minutes: number;
  quorumPercent: number;
  repeatWeeks: number | null;
  repeatUntil: string | null;
  state: MeetingRow['state'];
  rev: number;
  openedAt: string | null;
  closedAt: string | null;
  /** JSON. */
  record: string | null;
  recordHash: string | null;
}

/** What is planned of a meeting. @internal */
export type MeetingPlan = Pick<
  MeetingRecord,
  'title' | 'chair' | 'place' | 'startsAt' | 'minutes' | 'quorumPercent'
>;

/** A meeting to be kept. @internal */
export type NewMeeting = MeetingPlan &
  Pick<
    MeetingRecord,
    'series' | 'seriesAt' | 'group' | 'repeatWeeks' | 'repeatUntil'
  > & {
    createdBy: string;
    createdAt: string;
  };

/** An item on an agenda, or taken off it. @internal */
export interface AgendaRow {
  itemId: number;
  source: 'ready' | 'added';
  removed: boolean;
  /** Null: by its score, after those with a place. */
  place: number | null;
  /** The state of the item when it came on the agenda of an open meeting. */
  listedState: string | null;
  minutes: number | null;
  presenter: string | null;
  note: string | null;
  rev: number;
}

/** A meeting as an item knows it. @internal */
export interface ItemMeetingRecord
  extends Pick<
    MeetingRecord,
    'id' | 'title' | 'group' | 'startsAt' | 'state' | 'openedAt' | 'closedAt'
  > {
  /** Whether it was taken off the agenda; null: nobody has said anything. */
  removed: boolean | null;
  source: AgendaRow['source'] | null;
}

/** Whether somebody takes part. @internal */
export interface AttendanceRow {
  person: string;
  presence: (typeof PRESENCES)[number] | null;
  deputy: string | null;
}

const COLUMNS: { [field in keyof MeetingRecord]: string } = {
  id: 'id',
  series: 'series',
  title: 'title',
  group: 'group_ref',
  chair: 'chair',
  place: 'place',
  startsAt: 'starts_at',
  seriesAt: 'series_at',
  minutes: 'minutes',
  quorumPercent: 'quorum_percent',
  repeatWeeks: 'repeat_weeks',
  repeatUntil: 'repeat_until',
  state: 'state',
  rev: 'rev',
  openedAt: 'opened_at',
  closedAt: 'closed_at',
  record: 'record',
  recordHash: 'record_hash',
};

const AGENDA: { [field in keyof AgendaRow]: string } = {
  itemId: 'item_id',
  source: 'source',
  removed: 'removed',
  place: 'place',
  listedState: 'listed_state',
  minutes: 'minutes',
  presenter: 'presenter',
  note: 'note',
  rev: 'rev',
};

const STATES = {
  coming: ['planned', 'open'],
  past: ['closed', 'cancelled'],
};

/**
 * Keeps review meetings. Whoever changes one takes it first, which raises its
 * number and holds its row until the end of the transaction.
 *
 * @internal
 */
export class MeetingStore {
  constructor(private readonly knex: Knex) {}

  /** Runs a command in one transaction. */
  inTransaction<T>(run: (trx: Transaction) => Promise<T>): Promise<T> {
    return this.knex.transaction(run);
  }

  /** Meetings to come, the next first; or those before, the last first. */
  async list(
    when: keyof typeof STATES,
    page: { limit: number; after?: string[] },
  ): Promise<MeetingRecord[]> {
    const direction = when === 'coming' ? 'asc' : 'desc';
    const query = this.knex('meetings')
      .whereIn('state', STATES[when])
      .orderBy([
        { column: 'starts_at', order: direction },
        { column: 'id', order: direction },
      ])
      .limit(page.limit)
      .select<MeetingRecord[]>(COLUMNS);
    if (page.after) {
      const [startsAt, id] = page.after;
      query.whereRaw(
        `(starts_at, id) ${direction === 'asc' ? '>' : '<'} (?, ?)`,
        [startsAt, Number(id)],
      );
    }
    return query;
  }

  /** How many there are, counted up to a limit. */
  async count(when: keyof typeof STATES, limit: number): Promise<number> {
    const some = this.knex('meetings')
      .whereIn('state', STATES[when])
      .select('id')
      .limit(limit)
      .as('some');
    const row = await this.knex.from(some).count({ total: '*' }).first();
    return Number(row?.total ?? 0);
  }

  /** One meeting. */
  find(id: number): Promise<MeetingRecord | undefined> {
    return this.knex('meetings').where({ id }).first(COLUMNS);
  }

  /** Keeps a new meeting; undefined where that group meets then already. */
  async insert(
    trx: Transaction,
    { createdBy, createdAt, ...plan }: NewMeeting,
  ): Promise<number | undefined> {
    const columns = { created_by: createdBy, created_at: createdAt };
    const [row] = await trx('meetings')
      .insert({ ...columnsOf(plan), ...columns, state: 'planned', rev: 0 })
      .onConflict()
      .ignore()
      .returning('id');
    return row && Number(row.id);
  }

  /**
   * Takes a meeting in order to change it, and writes what is known already.
   *
   * @returns whether it was as the caller takes it to be
   */
  async take(
    trx: Transaction,
    { id, rev, states }: { id: number; rev?: number; states: string[] },
    changes: Partial<MeetingRecord> = {},
  ): Promise<boolean> {
    const taken = await trx('meetings')
      .where({ id, ...(rev !== undefined && { rev }) })
      .whereIn('state', states)
      .update({ ...columnsOf(changes), rev: trx.raw('rev + 1') });
    return taken > 0;
  }

  /** Whether the group has another meeting at that time. */
  async isTaken({
    id,
    group,
    startsAt,
  }: Pick<MeetingRecord, 'id' | 'group' | 'startsAt'>): Promise<boolean> {
    const other = await this.knex('meetings')
      .where({ group_ref: group, starts_at: startsAt })
      .whereNot({ id })
      .whereNot({ state: 'cancelled' })
      .first('id');
    return other !== undefined;
  }

  /**
   * The meetings that are to come, and those that have the item on their
   * agenda, the earliest first. One statement.
   */
  async concerning(itemKey: string): Promise<ItemMeetingRecord[]> {
    const entries = this.knex('meeting_agenda')
      .join('items', 'items.id', 'meeting_agenda.item_id')
      .where('items.key', itemKey)
      .select('meeting_id', 'removed', 'source')
      .as('entry');
    const { id, title, group, startsAt, state, openedAt, closedAt } = COLUMNS;
    const columns = { title, group, startsAt, state, openedAt, closedAt };
    const rows: ItemMeetingRecord[] = await this.knex('meetings')
      .leftJoin(entries, 'entry.meeting_id', 'meetings.id')
      .where('state', 'planned')
      .orWhereNotNull('entry.meeting_id')
      .orderBy(['starts_at', 'id'])
      .select({ ...columns, id, removed: 'removed', source: 'source' });
    return rows.map(({ removed, ...row }) => ({
      ...row,
      removed: removed === null ? null : Boolean(removed),
    }));
  }

  /** The agenda of a meeting, with what was taken off it. */
  async agenda(meetingId: number): Promise<AgendaRow[]> {
    const rows: AgendaRow[] = await this.knex('meeting_agenda')
      .where({ meeting_id: meetingId })
      .select(AGENDA);
    return rows.map(row => ({ ...row, removed: Boolean(row.removed) }));
  }

  /** Writes rows of an agenda; what is left out stays as it is. */
  async putAgenda(
    trx: Transaction,
    meetingId: number,
    rows: (Pick<AgendaRow, 'itemId' | 'source'> & Partial<AgendaRow>)[],
  ): Promise<void> {
    for (const row of rows) {
      const { itemId, source, ...changes } = row;
      const columns = agendaColumns(changes);
      const insertion = trx('meeting_agenda')
        .insert({
          ...{ meeting_id: meetingId, item_id: itemId, source },
          ...columns,
        })
        .onConflict(['meeting_id', 'item_id']);
      await (Object.keys(columns).length > 0
        ? insertion.merge(Object.keys(columns))
        : insertion.ignore());
    }
  }

  /**
   * Writes what somebody changed of an entry.
   *
   * @returns whether it was as that person had seen it
   */
  async setEntry(
    trx: Transaction,
    name: { meetingId: number; itemId: number; rev: number },
    changes: Partial<Pick<AgendaRow, 'minutes' | 'presenter' | 'note'>>,
  ): Promise<boolean> {
    const { meetingId, itemId, rev } = name;
    const written = await trx('meeting_agenda')
      .where({ meeting_id: meetingId, item_id: itemId, rev })
      .update({ ...agendaColumns(changes), rev: rev + 1 });
    return written > 0;
  }

  /** Who takes part, as far as somebody has said so. */
  attendance(meetingId: number): Promise<AttendanceRow[]> {
    return this.knex('meeting_attendance')
      .where({ meeting_id: meetingId })
      .orderBy('person')
      .select<AttendanceRow[]>('person', 'presence', 'deputy');
  }

  /** Writes whether people take part. */
  async putAttendance(
    trx: Transaction,
    meetingId: number,
    rows: AttendanceRow[],
    { by, at }: { by: string; at: string },
  ): Promise<void> {
    if (rows.length === 0) {
      return;
    }
    await trx('meeting_attendance')
      .insert(
        rows.map(row => ({
          ...row,
          ...{ meeting_id: meetingId, set_by: by, set_at: at },
        })),
      )
      .onConflict(['meeting_id', 'person'])
      .merge();
  }
}

function columnsOf(fields: Partial<MeetingRecord>) {
  return renamed(fields, COLUMNS);
}

function agendaColumns(fields: Partial<AgendaRow>) {
  return renamed(fields, AGENDA);
}

function renamed<T extends object>(
  fields: Partial<T>,
  names: { [field in keyof T]: string },
): Record<string, unknown> {
  const known = Object.entries(fields) as [keyof T, unknown][];
  return Object.fromEntries(
    known
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [names[field], value]),
  );
}
