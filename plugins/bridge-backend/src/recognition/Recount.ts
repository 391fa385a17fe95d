import { AWARD, awardedBy } from './awards';
import {
  capOf,
  Earned,
  earnedBy,
  JournalEntry,
  milestonesOf,
  Rule,
  seasonOf,
} from './model';

/** A row of the ledger, as far as it follows from the journal. @internal */
export interface StandingRow {
  itemId: number;
  seq: number;
  rule: string;
  person: string;
  points: number;
  grade: string | null;
  dimension: string;
  season: string;
  at: string;
}

/** How a ledger compares with its journal. @internal */
export interface RecountResult {
  /** Rows that follow from the journal. */
  rows: number;
  missing: number;
  surplus: number;
}

interface CappedSum {
  cap: number;
  earned: number;
  given: number;
}

/**
 * Counts all points anew and compares. What cannot be counted any more, because
 * a payload was erased, is believed as it stands.
 *
 * Which of several outcomes a cap has cut depends on which was confirmed first,
 * so capped points are compared by their sums.
 *
 * @internal
 */
export class Recount {
  private readonly sums = new Map<string, CappedSum>();
  private readonly counted: RecountResult = { rows: 0, missing: 0, surplus: 0 };

  constructor(
    private readonly rules: Rule[],
    private readonly timeZone: string,
  ) {}

  /** Compares one item: its whole journal, and its rows of the ledger. */
  add(entries: JournalEntry[], standing: StandingRow[]): void {
    const unreadable = entries.some(
      ({ type, payload }) =>
        ['milestone', AWARD].includes(type) && payload === null,
    );
    if (unreadable) {
      standing.forEach(row => this.believe(row));
      return;
    }
    const earned = new Map(
      [
        ...earnedBy(milestonesOf(entries), this.rules, this.timeZone),
        ...awardedBy(entries),
      ].map(one => [keyOfEarned(one), one] as const),
    );
    for (const row of standing) {
      const key = keyOf(row);
      this.compare(row, earned.get(key));
      earned.delete(key);
    }
    for (const one of earned.values()) {
      this.miss(one);
    }
  }

  /** How the two compare, after all items. */
  result(): RecountResult {
    const result = { ...this.counted };
    for (const { cap, earned, given } of this.sums.values()) {
      const due = Math.min(cap, earned);
      result.missing += given < due ? 1 : 0;
      result.surplus += given > due ? 1 : 0;
    }
    return result;
  }

  private compare(row: StandingRow, earned: Earned | undefined): void {
    if (!earned) {
      this.counted.surplus += 1;
    } else if (earned.rule.grades && earned.milestone.dataErased) {
      this.believe(row);
    } else if (!this.agrees(row, earned)) {
      this.counted.surplus += 1;
      this.miss(earned);
    } else {
      this.counted.rows += 1;
      this.sumUp(row, { earned: earned.points, given: row.points });
    }
  }

  private agrees(row: StandingRow, { milestone, ...earned }: Earned): boolean {
    const { rule, points, grade = null } = earned;
    return (
      row.dimension === rule.dimension &&
      row.season === seasonOf(milestone.at, this.timeZone) &&
      row.grade === grade &&
      (row.points === points || (!!rule.cap && row.points < points))
    );
  }

  private miss({ milestone, rule, person, points }: Earned): void {
    const { at } = milestone;
    if (rule.cap) {
      const sum = { earned: points, given: 0 };
      this.sumUp({ rule: rule.id, person, at }, sum);
    } else {
      this.counted.rows += 1;
      this.counted.missing += 1;
    }
  }

  private believe(row: StandingRow): void {
    this.counted.rows += 1;
    this.sumUp(row, { earned: row.points, given: row.points });
  }

  private sumUp(
    source: Pick<StandingRow, 'rule' | 'person' | 'at'>,
    points: { earned: number; given: number },
  ): void {
    const rule = this.rules.find(({ id }) => id === source.rule);
    const cap = rule && capOf(rule, source.person, source.at, this.timeZone);
    if (!cap) {
      return;
    }
    const sum = this.sums.get(cap.key) ?? {
      cap: cap.points,
      earned: 0,
      given: 0,
    };
    sum.earned += points.earned;
    sum.given += points.given;
    this.sums.set(cap.key, sum);
  }
}

function keyOf({ seq, rule, person }: StandingRow): string {
  return [seq, rule, person].join(' ');
}

function keyOfEarned({ milestone, rule, person }: Earned): string {
  return [milestone.seq, rule.id, person].join(' ');
}
