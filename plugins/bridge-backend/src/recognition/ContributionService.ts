import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  BridgeError,
  Contribution,
  Dimension,
  recognitionReadPermission,
} from '@techbridge/plugin-bridge-common';
import { readerOf } from '../permissions/readerOf';
import { AWARD, reasonIn } from './awards';
import { PermissionGate } from './LeaderboardService';
import { ContributionRow, LedgerStore } from './LedgerStore';
import { Rule } from './model';

// The reason stood in the journal and was erased.
const AWARDED: Rule['label'] = { en: 'Award', zh: '奖励' };

/** What is asked about a person's contributions. @internal */
export interface ContributionQuery {
  season?: string;
  dimension?: Dimension;
  limit: number;
  /** The sort values of the row before the first. */
  after?: string[];
}

/**
 * Tells what somebody has contributed, every point with its source. That is
 * public to all who may see recognition.
 *
 * @internal
 */
export class ContributionService {
  private readonly labels: Map<string, Rule['label']>;

  constructor(
    private readonly ledger: LedgerStore,
    private readonly gate: PermissionGate,
    rules: Rule[],
  ) {
    this.labels = new Map(rules.map(({ id, label }) => [id, label]));
  }

  /** The contributions of a person, newest first, and the sum of all. */
  async list(
    user: string,
    query: ContributionQuery,
    caller: BackstageCredentials,
  ) {
    await this.gate.require(recognitionReadPermission, caller);
    const { season, dimension, limit } = query;
    const after = query.after && readPlace(query.after);
    const selection = { user, season, dimension };
    const [rows, { total, sum }] = await Promise.all([
      this.ledger.contributions(
        { ...selection, reader: readerOf(caller) },
        { limit: limit + 1, after },
      ),
      this.ledger.totals(selection),
    ]);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(row => this.present(row)),
      total,
      sum,
      ...(rows.length > limit && last && { next: [last.at, `${last.id}`] }),
    };
  }

  private present(row: ContributionRow): Contribution {
    const { id, dimension, rule, points, at, season, milestone } = row;
    return {
      id: `${id}`,
      ...{ dimension, rule, points, at, season, milestone },
      label: this.labelOf(row),
      source: row.hidden ? null : { key: row.key, title: row.title },
      confirmedBy: {
        ref: row.confirmed_by_ref,
        name: row.confirmed_by_name,
      },
    };
  }

  // A rule that has left the table still says what it was called.
  private labelOf(row: ContributionRow): Rule['label'] {
    const { rule, grade } = row;
    const award = row.hidden ? null : row.award;
    const known =
      rule === AWARD ? reasonIn(award) ?? AWARDED : this.labels.get(rule);
    const { en, zh } = known ?? { en: rule, zh: rule };
    return grade
      ? { en: `${en}, ${grade}`, zh: `${zh}（${grade}级）` }
      : { en, zh };
  }
}

function readPlace([at, id, ...more]: string[]): { at: string; id: number } {
  const valid = /^[0-9TZ:.-]{10,30}$/.test(at) && /^\d{1,9}$/.test(id);
  if (!valid || more.length > 0) {
    throw new BridgeError('invalid-cursor');
  }
  return { at, id: Number(id) };
}
