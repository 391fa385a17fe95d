import { ItemData, Label, SubjectKind } from '@techbridge/bridge-workflow';
import { Dimension } from '@techbridge/plugin-bridge-common';
import { DateTime } from 'luxon';

/** Points for a figure from this limit on. @internal */
export interface Grade {
  id: string;
  from: number;
  points: number;
}

/** The spans of time that a cap counts in. @internal */
export type CapPeriod = 'week' | 'month' | 'quarter';

/** For which outcome points are given, to whom, and how many. @internal */
export interface Rule {
  id: string;
  subject: SubjectKind;
  milestone: string;
  /** A milestone that the same person must have been credited for before. */
  after?: string;
  /** The capacity whose people get the points. */
  credit: string;
  /** A capacity whose people get none. */
  except?: string;
  dimension: Dimension;
  points?: number;
  /** Instead of `points`: by a figure of the item's data, lowest first. */
  grades?: { field: string; steps: Grade[] };
  cap?: { points: number; per: CapPeriod };
  /** The first and the last day of the plant that the rule is in force. */
  from?: string;
  until?: string;
  label: Label;
}

/** A line of an item's journal; an erased payload is null. @internal */
export interface JournalEntry {
  itemId: number;
  seq: number;
  type: string;
  /** A person's reference, or `system`. */
  actor: string;
  at: string;
  payload: Record<string, unknown> | null;
}

/** A milestone that an item reached. @internal */
export interface Milestone {
  itemId: number;
  seq: number;
  kind: string;
  name: string;
  /** The how manieth time the item reached it. */
  times: number;
  actor: string;
  at: string;
  credited: Record<string, string[]>;
  /** What people had entered by then. */
  data: ItemData;
  /** Whether something of that was erased. */
  dataErased: boolean;
}

/** Points of one person for one outcome. @internal */
export interface Earned {
  milestone: Milestone;
  /** Points that somebody awards are for items of any kind. */
  rule: Omit<Rule, 'subject'>;
  person: string;
  points: number;
  grade?: string;
}

/** The lines of a journal in which people enter data. @internal */
export const DATA_TYPES = ['created', 'action'];

type ItemSoFar = Pick<Milestone, 'data' | 'dataErased'>;

/** The milestones in journal lines, which stand in order of their numbers. @internal */
export function milestonesOf(entries: JournalEntry[]): Milestone[] {
  const items = new Map<number, ItemSoFar>();
  const milestones: Milestone[] = [];
  for (const entry of entries) {
    const item = items.get(entry.itemId) ?? { data: {}, dataErased: false };
    items.set(entry.itemId, item);
    if (entry.type === 'milestone') {
      milestones.push(...asMilestone(entry, item));
    } else if (DATA_TYPES.includes(entry.type)) {
      const { payload } = entry;
      item.data = { ...item.data, ...(payload?.data as ItemData | undefined) };
      item.dataErased ||= payload === null;
    }
  }
  return milestones;
}

function asMilestone(entry: JournalEntry, item: ItemSoFar): Milestone[] {
  const { itemId, seq, actor, at, payload } = entry;
  if (payload === null) {
    return [];
  }
  const { data, dataErased } = item;
  const { kind, milestone, times, credited } = payload;
  return [
    {
      itemId,
      seq,
      kind: String(kind),
      name: String(milestone),
      times: Number(times ?? 1),
      actor,
      at,
      credited: (credited ?? {}) as Milestone['credited'],
      data,
      dataErased,
    },
  ];
}

/**
 * Whom a milestone credits under a rule, before `after` is asked for. Nobody,
 * where it is not the first time, where no person confirmed it, or where
 * somebody confirmed an outcome of their own.
 *
 * @internal
 */
export function creditedUnder(
  rule: Rule,
  milestone: Milestone,
  timeZone: string,
): string[] {
  const { kind, name, times, actor } = milestone;
  const meant = kind === rule.subject && name === rule.milestone && times === 1;
  if (!meant || !isPerson(actor) || !inForce(rule, milestone, timeZone)) {
    return [];
  }
  const people = creditedAs(milestone, rule.credit);
  const left = rule.except ? creditedAs(milestone, rule.except) : [];
  return people.includes(actor)
    ? []
    : people.filter(person => !left.includes(person));
}

/**
 * All points that the milestones of items are worth, before caps. The
 * milestones of an item must be complete and in order.
 *
 * @internal
 */
export function earnedBy(
  milestones: Milestone[],
  rules: Rule[],
  timeZone: string,
): Earned[] {
  const credits = new Set<string>();
  const earned: Earned[] = [];
  for (const milestone of milestones) {
    for (const rule of rules) {
      const people = creditedUnder(rule, milestone, timeZone).filter(
        person =>
          rule.after === undefined ||
          credits.has(creditOf(milestone, rule.after, rule.credit, person)),
      );
      earned.push(...share(rule, milestone, people));
    }
    for (const capacity of Object.keys(milestone.credited)) {
      for (const person of creditedAs(milestone, capacity)) {
        credits.add(creditOf(milestone, milestone.name, capacity, person));
      }
    }
  }
  return earned;
}

function creditOf(
  { itemId }: Milestone,
  name: string,
  capacity: string,
  person: string,
): string {
  return [itemId, name, capacity, person].join(' ');
}

/**
 * What is left of points below the caps of their rules, first come, first
 * served. Points that a cap takes away completely fall out.
 *
 * @param used - the points under a cap so far, by {@link capOf}; goes along
 * @internal
 */
export function withinCaps(
  earned: Earned[],
  used: Map<string, number>,
  timeZone: string,
): Earned[] {
  return earned.flatMap(one => {
    const cap = capOf(one.rule, one.person, one.milestone.at, timeZone);
    if (!cap) {
      return [one];
    }
    const before = used.get(cap.key) ?? 0;
    const points = Math.min(one.points, Math.max(0, cap.points - before));
    used.set(cap.key, before + points);
    return points > 0 ? [{ ...one, points }] : [];
  });
}

/** A cap for one person in one span of time. @internal */
export interface PersonalCap {
  key: string;
  points: number;
  /** ISO 8601, UTC, like every moment in a journal. */
  from: string;
  until: string;
}

/** The cap that holds for a person at a moment, if the rule has one. @internal */
export function capOf(
  { id, cap }: Pick<Rule, 'id' | 'cap'>,
  person: string,
  at: string,
  timeZone: string,
): PersonalCap | undefined {
  if (!cap) {
    return undefined;
  }
  const start = inZone(at, timeZone).startOf(cap.per);
  const from = utc(start);
  const until = utc(start.plus({ [cap.per]: 1 }));
  return { key: `${id} ${person} ${from}`, points: cap.points, from, until };
}

/** The quarter of the plant's calendar that a moment lies in. @internal */
export function seasonOf(at: string, timeZone: string): string {
  const moment = inZone(at, timeZone);
  return `${moment.year}-Q${moment.quarter}`;
}

/** The rank of each place; equal points share one. @internal */
export function ranked<T extends { points: number }>(
  places: T[],
): (T & { rank: number })[] {
  return places.map(place => ({
    ...place,
    rank: places.findIndex(({ points }) => points === place.points) + 1,
  }));
}

// Largest remainder: shares are equal, so whoever is named first gets one of
// the points that are left over.
function share(rule: Rule, milestone: Milestone, people: string[]): Earned[] {
  const { points, grade } = worthOf(rule, milestone);
  const each = Math.floor(points / people.length);
  const over = points % people.length;
  return people
    .map((person, place) => ({
      milestone,
      rule,
      person,
      points: each + (place < over ? 1 : 0),
      ...(grade && { grade }),
    }))
    .filter(one => one.points > 0);
}

function worthOf({ points, grades }: Rule, { data }: Milestone) {
  if (!grades) {
    return { points: points ?? 0 };
  }
  const { field, steps } = grades;
  const value = Object.hasOwn(data, field) ? data[field] : undefined;
  const figure = typeof value === 'number' ? value : 0;
  const step = steps.findLast(({ from }) => figure >= from) ?? steps[0];
  return { points: step.points, grade: step.id };
}

function creditedAs({ credited }: Milestone, capacity: string): string[] {
  const people = Object.hasOwn(credited, capacity) ? credited[capacity] : [];
  return [...new Set(people)].filter(isPerson);
}

/** Not a timer, and not another plugin. @internal */
export function isPerson(ref: string): boolean {
  return ref.startsWith('user:');
}

function inForce(
  { from, until }: Rule,
  { at }: Milestone,
  timeZone: string,
): boolean {
  if (!from && !until) {
    return true;
  }
  const day = inZone(at, timeZone).toISODate() ?? '';
  return (!from || day >= from) && (!until || day <= until);
}

function inZone(at: string, zone: string): DateTime {
  return DateTime.fromISO(at, { zone });
}

function utc(moment: DateTime): string {
  return new Date(moment.toMillis()).toISOString();
}
