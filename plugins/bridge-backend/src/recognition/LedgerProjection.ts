import { JournalRow, Projection } from '../workflow';
import { LedgerRow, LedgerStore } from './LedgerStore';
import { awardedBy } from './awards';
import {
  capOf,
  creditedUnder,
  DATA_TYPES,
  Earned,
  earnedBy,
  JournalEntry,
  Milestone,
  milestonesOf,
  PersonalCap,
  Rule,
  seasonOf,
  withinCaps,
} from './model';

type Transaction = Parameters<Projection['apply']>[0];

/** The numbers of people; those not known yet are remembered. @internal */
export interface PeopleRegister {
  ids(trx: Transaction, refs: string[]): Promise<Map<string, number>>;
}

/** Somebody who gets points unless `after` or a cap stands against it. */
interface Candidate {
  rule: Rule;
  milestone: Milestone;
  person: string;
}

/**
 * Gives points for the milestones of a command, and those that it awards, in its
 * transaction.
 *
 * Where no rule is met it asks the database nothing. Else it writes with one
 * statement, and asks with one before that where a rule has `after`, grades or
 * a cap; people whom this process has not met yet are looked up besides.
 *
 * @internal
 */
export class LedgerProjection implements Projection {
  constructor(
    private readonly store: LedgerStore,
    private readonly people: PeopleRegister,
    private readonly rules: Rule[],
    private readonly timeZone: string,
  ) {}

  /** Writes the points that these journal rows are worth. */
  async apply(trx: Transaction, rows: JournalRow[]): Promise<void> {
    const candidates = this.candidates(rows);
    const awarded = awardedBy(rows);
    const named = [...candidates, ...awarded];
    if (named.length === 0) {
      return;
    }
    const people = named.flatMap(one => [one.person, one.milestone.actor]);
    // Sorted: people whom two commands meet first are added in one order.
    const ids = await this.people.ids(trx, people.sort());
    const { entries, used } = await this.facts(trx, candidates, ids);
    const earned = earnedBy(
      milestonesOf(inOrder(rows, entries)),
      this.rules,
      this.timeZone,
    ).filter(({ milestone }) => rows.some(row => isSame(row, milestone)));
    const given = [...withinCaps(earned, used, this.timeZone), ...awarded];
    if (given.length > 0) {
      await this.store.insert(trx, this.ledgerRows(given, ids));
    }
  }

  private candidates(rows: JournalRow[]): Candidate[] {
    return milestonesOf(rows).flatMap(milestone =>
      this.rules.flatMap(rule =>
        creditedUnder(rule, milestone, this.timeZone).map(person => ({
          ...{ rule, milestone, person },
        })),
      ),
    );
  }

  private async facts(
    trx: Transaction,
    candidates: Candidate[],
    ids: Map<string, number>,
  ) {
    const rules = candidates.map(({ rule }) => rule);
    const types = [
      ...(rules.some(({ after }) => after) ? ['milestone'] : []),
      ...(rules.some(({ grades }) => grades) ? DATA_TYPES : []),
    ];
    const items = candidates
      .filter(({ rule }) => rule.after || rule.grades)
      .map(({ milestone }) => milestone.itemId);
    const spans = this.spans(candidates, ids);
    const facts = await this.store.facts(trx, {
      ...{ items: [...new Set(items)], types, spans },
    });
    const used = new Map(
      spans.map(({ key }, place) => [key, facts.used[place]] as const),
    );
    return { entries: facts.entries, used };
  }

  // In the order of the people's numbers: each span holds its person, and
  // commands that credit the same people must not wait for each other in a ring.
  private spans(candidates: Candidate[], ids: Map<string, number>) {
    const spans = new Map<string, SpanOfPerson>();
    for (const { rule, milestone, person } of candidates) {
      const cap = capOf(rule, person, milestone.at, this.timeZone);
      if (cap) {
        const personId = numberOf(ids, person);
        spans.set(cap.key, { ...cap, personId, rule: rule.id });
      }
    }
    return [...spans.values()].sort((a, b) => a.personId - b.personId);
  }

  private ledgerRows(given: Earned[], ids: Map<string, number>): LedgerRow[] {
    return given.map(({ milestone, rule, person, points, grade = null }) => ({
      personId: numberOf(ids, person),
      season: seasonOf(milestone.at, this.timeZone),
      dimension: rule.dimension,
      rule: rule.id,
      grade,
      points,
      itemId: milestone.itemId,
      seq: milestone.seq,
      milestone: milestone.name,
      at: milestone.at,
      confirmedBy: numberOf(ids, milestone.actor),
    }));
  }
}

type SpanOfPerson = PersonalCap & { personId: number; rule: string };

// The rows of the command stand in the journal already.
function inOrder(rows: JournalRow[], known: JournalEntry[]): JournalEntry[] {
  const earlier = known
    .filter(entry => !rows.some(row => isSame(row, entry)))
    .sort((a, b) => a.itemId - b.itemId || a.seq - b.seq);
  return [...earlier, ...rows];
}

function isSame(
  row: JournalRow,
  { itemId, seq }: { itemId: number; seq: number },
): boolean {
  return row.itemId === itemId && row.seq === seq;
}

function numberOf(ids: Map<string, number>, ref: string): number {
  const id = ids.get(ref);
  if (id === undefined) {
    throw new Error(`There is no number for ${ref}`);
  }
  return id;
}
