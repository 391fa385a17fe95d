import { Knex } from 'knex';
import { dayOf } from '../database/dayOf';
import { applyItemFilter, ItemFilter } from './itemFilter';
import { ItemColumns, toItemRecord } from './itemRows';
import { ItemRecord } from './records';

interface Waiting {
  since: string;
  /** The member who is away; empty where the work is one's own. */
  onBehalfOf: string;
}

/** Something that waits for a person. @internal */
export interface InboxRow extends Waiting {
  record: ItemRecord;
}

const VOTER = `CASE tasks.on_behalf_of
  WHEN '' THEN tasks.person ELSE tasks.on_behalf_of END`;

/** Whose inbox, and which part of it. @internal */
export interface InboxSelection {
  person: string;
  workflow?: string;
  filter: ItemFilter;
  /** ISO 8601, UTC. */
  now: string;
}

/**
 * Reads what waits for a person. A board that one has voted on waits for one
 * no more.
 *
 * @internal
 */
export class InboxStore {
  constructor(private readonly knex: Knex, private readonly timeZone: string) {}

  /** What waits, the longest first. One statement. */
  async list(
    selection: InboxSelection,
    page: { limit: number; after?: string[] },
  ): Promise<InboxRow[]> {
    const query = this.waiting(selection)
      .join('person', 'person.id', 'items.created_by')
      .orderBy(['tasks.since', 'items.id', 'tasks.on_behalf_of'])
      .limit(page.limit)
      .select<(ItemColumns & Waiting)[]>('items.*', 'tasks.since')
      .select({ onBehalfOf: 'tasks.on_behalf_of' })
      .select('person.entity_ref as creator');
    if (page.after) {
      const [since, id, onBehalfOf] = page.after;
      query.whereRaw(
        '(tasks.since, items.id, tasks.on_behalf_of) > (?, ?, ?)',
        [since, Number(id), onBehalfOf],
      );
    }
    const rows = await query;
    return rows.map(({ since, onBehalfOf, ...row }) => ({
      record: toItemRecord(row),
      ...{ since, onBehalfOf },
    }));
  }

  /** How much waits, counted up to a limit, along the index of what is listed. */
  async count(selection: InboxSelection, limit: number): Promise<number> {
    const some = this.waiting(selection)
      .select('items.id')
      .orderBy('tasks.since')
      .limit(limit)
      .as('some');
    const row = await this.knex.from(some).count({ total: '*' }).first();
    return Number(row?.total ?? 0);
  }

  private waiting({ person, workflow, filter, now }: InboxSelection) {
    const query = this.knex('tasks')
      .join('items', join =>
        join
          .on('items.id', 'tasks.item_id')
          .andOn('items.entry', 'tasks.entry'),
      )
      .where('tasks.person', person)
      .whereNotExists(this.ballots());
    if (workflow) {
      query.where('items.workflow', workflow);
    }
    applyItemFilter(query, filter, dayOf(now, this.timeZone));
    return query;
  }

  private ballots() {
    return this.knex('ballots')
      .join('boards', join =>
        join
          .on('boards.item_id', 'ballots.item_id')
          .andOn('boards.board', 'ballots.board')
          .andOn('boards.round', 'ballots.round'),
      )
      .join('person as voter', 'voter.id', 'ballots.voter_id')
      .whereRaw('ballots.item_id = items.id')
      .where('boards.status', 'open')
      .whereRaw(`voter.entity_ref = ${VOTER}`)
      .select('ballots.item_id');
  }
}
