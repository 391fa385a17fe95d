import { Dimension, MAXIMUM_TOTAL } from '@techbridge/plugin-bridge-common';
import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { HIDDEN_FROM } from '../database/hiddenFrom';
import { AWARD } from './awards';
import { JournalEntry } from './model';
import { StandingRow } from './Recount';

/** Points under a rule in a span of time, which count towards a cap. @internal */
export interface SpanWanted {
  personId: number;
  rule: string;
  from: string;
  until: string;
}

/** What must be known before points can be given. @internal */
export interface FactsWanted {
  /** Items whose earlier journal lines of these types are needed. */
  items: number[];
  types: string[];
  spans: SpanWanted[];
}

/** What is known. @internal */
export interface Facts {
  entries: JournalEntry[];
  /** The points in each span, in the order in which they were asked for. */
  used: number[];
}

/** A row of the ledger as it is written. @internal */
export interface LedgerRow {
  personId: number;
  season: string;
  dimension: Dimension;
  rule: string;
  grade: string | null;
  points: number;
  itemId: number;
  seq: number;
  milestone: string;
  at: string;
  confirmedBy: number;
}

/** A row of the ledger as readers see it. @internal */
export interface ContributionRow {
  id: number;
  dimension: Dimension;
  rule: string;
  grade: string | null;
  points: number;
  at: string;
  season: string;
  milestone: string;
  key: string;
  title: string;
  /** Whether it is a private item that the reader may not see. */
  hidden: boolean | number;
  confirmed_by_ref: string;
  confirmed_by_name: string;
  /** The line of the journal that awarded it; of others nothing. */
  award: string | null;
}

/** Whose points are asked for. @internal */
export interface ContributionSelection {
  user: string;
  season?: string;
  dimension?: Dimension;
}

interface EntryColumns {
  item_id: number;
  seq: number;
  type: string;
  actor: string;
  at: string;
  payload: string | null;
}

interface FactColumns extends EntryColumns {
  fact: 'entry' | 'used';
  number: number | string;
}

/**
 * Writes the ledger, and reads it with the journal that it follows from.
 *
 * @internal
 */
export class LedgerStore {
  constructor(private readonly knex: Knex) {}

  /**
   * What must be known before points can be given. One statement at most.
   * Spans hold their person until the end of the transaction.
   */
  async facts(trx: Knex, wanted: FactsWanted): Promise<Facts> {
    const [first, ...others]: Knex.QueryBuilder[] = [
      ...(wanted.items.length > 0 ? [entryFacts(trx, wanted)] : []),
      ...wanted.spans.map((span, place) => usedFact(trx, span, place)),
    ];
    const rows: FactColumns[] = first ? await first.unionAll(others) : [];
    return {
      entries: rows.filter(({ fact }) => fact === 'entry').map(toEntry),
      used: rows
        .filter(({ fact }) => fact === 'used')
        .sort((a, b) => a.seq - b.seq)
        .map(({ number }) => Number(number)),
    };
  }

  /** Adds rows; the scores follow in the same statement. */
  async insert(trx: Knex, rows: LedgerRow[]): Promise<void> {
    await trx('ledger').insert(
      rows.map(({ personId, itemId, confirmedBy, ...row }) => ({
        ...row,
        person_id: personId,
        item_id: itemId,
        confirmed_by: confirmedBy,
      })),
    );
  }

  /** A page of contributions, newest first. One statement. */
  async contributions(
    selection: ContributionSelection & { reader: string },
    page: { limit: number; after?: { at: string; id: number } },
  ): Promise<ContributionRow[]> {
    const base = this.matching(selection)
      .select('ledger.*')
      .orderBy(newestFirst('ledger'))
      .limit(page.limit);
    if (page.after) {
      const { at, id } = page.after;
      base.whereRaw('(ledger.at, ledger.id) < (?, ?)', [at, id]);
    }
    return this.knex
      .with('page', base)
      .from('page')
      .join('items', 'items.id', 'page.item_id')
      .join('person', 'person.id', 'page.confirmed_by')
      .leftJoin('journal_payload as line', join =>
        join
          .on('line.item_id', 'page.item_id')
          .andOn('line.seq', 'page.seq')
          .andOnVal('page.rule', AWARD),
      )
      .orderBy(newestFirst('page'))
      .select('page.*', 'items.key', 'items.title', 'line.payload as award')
      .select(this.knex.raw(`${HIDDEN_FROM} AS hidden`, [selection.reader]))
      .select('person.entity_ref as confirmed_by_ref')
      .select('person.name as confirmed_by_name');
  }

  /**
   * How many contributions there are, counted up to one more than is told, and
   * their points. One statement.
   */
  async totals(
    selection: ContributionSelection,
  ): Promise<{ total: number; sum: number }> {
    const { user, season, dimension = 'all' } = selection;
    const some = this.matching(selection)
      .select('ledger.id')
      .limit(MAXIMUM_TOTAL + 1);
    const points = this.knex('scores')
      .where('person_id', this.numberOf(user))
      .where({ dimension, ...(season && { season }) })
      .sum('points');
    const row = await this.knex
      .from(some.as('some'))
      .count({ total: '*' })
      .select({ sum: points })
      .first();
    return { total: Number(row?.total), sum: Number(row?.sum ?? 0) };
  }

  /** Reads the same moment throughout, however long it takes. */
  async inSnapshot<T>(run: (trx: Knex) => Promise<T>): Promise<T> {
    return this.knex.transaction(
      run,
      isPostgres(this.knex)
        ? { isolationLevel: 'repeatable read', readOnly: true }
        : {},
    );
  }

  /** The highest number of an item. */
  async lastItem(trx: Knex): Promise<number> {
    const row = await trx('items').max({ last: 'id' }).first();
    return Number(row?.last ?? 0);
  }

  /** The journal lines of items after one number, up to another. */
  async journal(
    trx: Knex,
    types: string[],
    after: number,
    upTo: number,
  ): Promise<JournalEntry[]> {
    const rows = await entries(trx, types)
      .where('journal.item_id', '>', after)
      .andWhere('journal.item_id', '<=', upTo)
      .orderBy(['journal.item_id', 'journal.seq']);
    return rows.map(toEntry);
  }

  /** The rows of the ledger for items after one number, up to another. */
  async standing(
    trx: Knex,
    after: number,
    upTo: number,
  ): Promise<StandingRow[]> {
    return trx('ledger')
      .join('person', 'person.id', 'ledger.person_id')
      .where('item_id', '>', after)
      .andWhere('item_id', '<=', upTo)
      .select('item_id as itemId', 'seq', 'rule', 'points', 'grade')
      .select('dimension', 'season', 'at', 'person.entity_ref as person');
  }

  private matching({ user, season, dimension }: ContributionSelection) {
    return this.knex('ledger')
      .where('ledger.person_id', this.numberOf(user))
      .where({
        ...(season && { 'ledger.season': season }),
        ...(dimension && { 'ledger.dimension': dimension }),
      });
  }

  private numberOf(user: string) {
    return this.knex('person').where({ entity_ref: user }).select('id');
  }
}

function newestFirst(table: string) {
  return ['at', 'id'].map(column => ({
    column: `${table}.${column}`,
    order: 'desc' as const,
  }));
}

function entries(trx: Knex, types: string[]) {
  return trx('journal')
    .join('person', 'person.id', 'journal.person_id')
    .join('journal_payload', join =>
      join
        .on('journal_payload.item_id', 'journal.item_id')
        .andOn('journal_payload.seq', 'journal.seq'),
    )
    .whereIn('journal.type', types)
    .select('journal.item_id', 'journal.seq', 'type')
    .select('person.entity_ref as actor', 'at', 'payload');
}

function entryFacts(trx: Knex, { items, types }: FactsWanted) {
  return trx
    .from(entries(trx, types).whereIn('journal.item_id', items).as('lines'))
    .select(trx.raw(`'entry' AS fact`), 'lines.*', trx.raw('0 AS number'));
}

const NO_ENTRY = `'' AS type, '' AS actor, '' AS at, '' AS payload`;

function usedFact(trx: Knex, span: SpanWanted, place: number) {
  const { personId, rule, from, until } = span;
  const sum = isPostgres(trx)
    ? 'bridge_points_within(?, ?, ?, ?)'
    : `(SELECT coalesce(sum(points), 0) FROM ledger
        WHERE person_id = ? AND rule = ? AND at >= ? AND at < ?)`;
  return trx.select(
    trx.raw(
      `'used' AS fact, 0 AS item_id, CAST(? AS integer) AS seq, ${NO_ENTRY}, ${sum} AS number`,
      [place, personId, rule, from, until],
    ),
  );
}

function toEntry(row: EntryColumns): JournalEntry {
  const { item_id: itemId, seq, type, actor, at, payload } = row;
  return {
    ...{ itemId, seq, type, actor, at },
    payload: payload === null ? null : JSON.parse(payload),
  };
}
