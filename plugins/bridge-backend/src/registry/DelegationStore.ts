import { Knex } from 'knex';
import { HIDDEN_FROM } from '../database/hiddenFrom';
import { Transaction } from './RegisterStore';

/** An absence as it stands. @internal */
export interface DelegationRecord {
  id: number;
  person: string;
  delegate: string;
  from: string;
  until: string;
  item: string | null;
  note: string | null;
  setBy: string;
  setAt: string;
}

/** An absence for a reader. @internal */
export interface ListedDelegation extends DelegationRecord {
  /** More than 0 where it is for a private item that the reader may not see. */
  hidden: number | string;
}

/** An absence to be kept. @internal */
export interface NewDelegation {
  personId: number;
  delegateId: number;
  from: string;
  until: string;
  item?: string;
  note?: string;
  setBy: string;
  setAt: string;
}

/** Days, both of which belong to it. @internal */
export interface Days {
  from: string;
  until: string;
}

/**
 * Who is away, and who votes meanwhile. Absences that have ended stay, so that
 * a vote can be explained later.
 *
 * @internal
 */
export class DelegationStore {
  constructor(private readonly knex: Knex) {}

  /** Runs a command in one transaction. */
  inTransaction<T>(run: (trx: Transaction) => Promise<T>): Promise<T> {
    return this.knex.transaction(run);
  }

  /** Absences of a person that touch these days. */
  async absences(
    personId: number,
    { from, until }: Days,
    connection: Knex = this.knex,
  ): Promise<DelegationRecord[]> {
    return current(connection)
      .where('person_id', personId)
      .where('from_date', '<=', until)
      .where('until_date', '>=', from);
  }

  /** Absences that have not ended on a day, in their order. */
  async list(
    {
      person,
      today,
      reader,
    }: { person?: string; today: string; reader: string },
    page: { limit: number; after?: string[] },
  ): Promise<ListedDelegation[]> {
    const hidden = this.knex('items')
      .whereRaw('items.key = delegations.item')
      .whereRaw(HIDDEN_FROM, [reader])
      .count('*');
    const query = this.upcoming(person, today)
      .select<ListedDelegation[]>(this.knex.raw('(?) as hidden', [hidden]))
      .orderBy(['from_date', 'delegations.id'])
      .limit(page.limit);
    if (page.after) {
      const [from, id] = page.after;
      query.whereRaw('(from_date, delegations.id) > (?, ?)', [
        from,
        Number(id),
      ]);
    }
    return query;
  }

  /** How many there are, counted up to a limit. */
  async count(
    { person, today }: { person?: string; today: string },
    limit: number,
  ): Promise<number> {
    const some = this.upcoming(person, today).limit(limit).as('some');
    const row = await this.knex.from(some).count({ total: '*' }).first();
    return Number(row?.total ?? 0);
  }

  /** One that has not ended. */
  async find(
    id: number,
    today: string,
    connection: Knex = this.knex,
  ): Promise<DelegationRecord | undefined> {
    const [row] = await current(connection)
      .where('delegations.id', id)
      .where('until_date', '>=', today);
    return row;
  }

  /** Keeps an absence. */
  async insert(trx: Transaction, absence: NewDelegation): Promise<number> {
    const [{ id }] = await trx('delegations')
      .insert({
        person_id: absence.personId,
        delegate_id: absence.delegateId,
        from_date: absence.from,
        until_date: absence.until,
        item: absence.item ?? null,
        note: absence.note ?? null,
        set_by: absence.setBy,
        set_at: absence.setAt,
      })
      .returning('id');
    return Number(id);
  }

  /** Ends an absence. */
  async end(id: number, ended: { by: string; at: string }): Promise<void> {
    await this.knex('delegations')
      .where({ id })
      .whereNull('ended_at')
      .update({ ended_by: ended.by, ended_at: ended.at });
  }

  private upcoming(person: string | undefined, today: string) {
    const query = current(this.knex).where('until_date', '>=', today);
    return person === undefined
      ? query
      : query.where(either =>
          either
            .where('away.entity_ref', person)
            .orWhere('deputy.entity_ref', person),
        );
  }
}

function current(connection: Knex) {
  return connection('delegations')
    .join('person as away', 'away.id', 'person_id')
    .join('person as deputy', 'deputy.id', 'delegate_id')
    .whereNull('ended_at')
    .select<DelegationRecord[]>({
      id: 'delegations.id',
      person: 'away.entity_ref',
      delegate: 'deputy.entity_ref',
      from: 'from_date',
      until: 'until_date',
      item: 'item',
      note: 'note',
      setBy: 'set_by',
      setAt: 'set_at',
    });
}
