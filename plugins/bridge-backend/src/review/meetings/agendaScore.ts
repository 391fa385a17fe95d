import { AgendaScore } from '@techbridge/plugin-bridge-common';

/** What the score looks at. @internal */
export interface ScoredItem {
  data: { [field: string]: unknown };
  /** The deadlines of its votes. */
  deadlines: string[];
  /** ISO 8601. */
  now: string;
}

/** From so many CNY a year on, so many points. */
const BENEFIT: [number, number][] = [
  [500_000, 40],
  [100_000, 30],
  [50_000, 20],
  [1, 10],
];

/** From so many departments on, so many points. */
const RANGE: [number, number][] = [
  [5, 20],
  [3, 15],
  [2, 10],
  [1, 5],
];

const EFFORT: Record<string, number> = { S: 20, M: 15, L: 10, XL: 5 };
const PRIORITY: Record<string, number> = { high: 20, medium: 10, low: 5 };
const IRREVERSIBLE = 5;

/** Up to so many days before the deadline, so many points. */
const DAYS_LEFT: [number, number][] = [
  [1, 20],
  [3, 15],
  [7, 10],
];

/** Where there is more time than that. */
const LATER = 5;

const DAY_MS = 86_400_000;

/**
 * What an agenda is ordered by: benefit 40, range of application 20,
 * feasibility 20, urgency 20, after the score sheets that Chinese plants use
 * for suggestions. It reads fields by the names that the shipped workflows give
 * them (`expectedBenefit` in CNY a year, `departments`, `effort`, `reversible`,
 * `priority`); where a workflow has none of them, only the deadline counts.
 *
 * @internal
 */
export function agendaScore({ data, deadlines, now }: ScoredItem): AgendaScore {
  const parts = {
    benefit: pointsFrom(BENEFIT, numberIn(data.expectedBenefit)),
    range: pointsFrom(RANGE, lengthOf(data.departments)),
    feasibility: feasibilityOf(data),
    urgency: Math.max(
      PRIORITY[String(data.priority)] ?? 0,
      ...deadlines.map(deadline => untilDeadline(deadline, now)),
    ),
  };
  const { benefit, range, feasibility, urgency } = parts;
  return { ...parts, total: benefit + range + feasibility + urgency };
}

function feasibilityOf({ effort, reversible }: ScoredItem['data']): number {
  const points = EFFORT[String(effort)] ?? 0;
  return reversible === false ? Math.max(0, points - IRREVERSIBLE) : points;
}

function untilDeadline(deadline: string, now: string): number {
  const days = (Date.parse(deadline) - Date.parse(now)) / DAY_MS;
  const found = DAYS_LEFT.find(([most]) => days <= most);
  return found?.[1] ?? LATER;
}

function pointsFrom(steps: [number, number][], amount: number): number {
  return steps.find(([least]) => amount >= least)?.[1] ?? 0;
}

function numberIn(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
