import {
  AppointmentInput,
  Shift,
  SuperUserRole,
} from '@techbridge/plugin-bridge-common';

/** The hours of a shift; `end` is not included. @internal */
export interface ShiftHours {
  shift: Exclude<Shift, 'all'>;
  start: number;
  end: number;
}

/** The shifts of a plant that runs around the clock. @internal */
export const THREE_SHIFTS: ShiftHours[] = [
  { shift: 'day', start: 8, end: 16 },
  { shift: 'middle', start: 16, end: 24 },
  { shift: 'night', start: 0, end: 8 },
];

const ROLE_ORDER: SuperUserRole[] = ['lead', 'backup', 'member'];

/** The shifts that work at an hour of the day (0 to 23). @internal */
export function shiftsAt(hour: number, hours: ShiftHours[]): Shift[] {
  return hours
    .filter(({ start, end }) =>
      start < end ? hour >= start && hour < end : hour >= start || hour < end,
    )
    .map(({ shift }) => shift);
}

interface Helper {
  user: string;
  role: SuperUserRole;
  shift: Shift;
}

/** Lead first, then backup, then members; within a role by reference. @internal */
export function inAskingOrder<T extends Helper>(superUsers: T[]): T[] {
  return [...superUsers].sort(
    (a, b) =>
      ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role) ||
      (a.user < b.user ? -1 : 1),
  );
}

/**
 * Whom to ask: who is on one of the shifts, in asking order; when nobody is,
 * the lead.
 *
 * @internal
 */
export function whomToAsk<T extends Helper>(
  superUsers: T[],
  onShift: Shift[],
): T[] {
  const ordered = inAskingOrder(superUsers);
  const working = ordered.filter(
    ({ shift }) => shift === 'all' || onShift.includes(shift),
  );
  return working.length > 0
    ? working
    : ordered.filter(({ role }) => role === 'lead');
}

interface Term {
  from: string;
  until: string;
}

/** Whether two terms share a day. Dates are `YYYY-MM-DD`. @internal */
export function overlap(one: Term, other: Term): boolean {
  return one.from <= other.until && other.from <= one.until;
}

/**
 * Another appointment that holds the same single role (lead or backup) in the
 * same days, if any.
 *
 * @internal
 */
export function rivalOf<T extends Term & { user: string; role: SuperUserRole }>(
  user: string,
  wanted: AppointmentInput,
  others: T[],
): T | undefined {
  if (wanted.role === 'member') {
    return undefined;
  }
  return others.find(
    other =>
      other.user !== user &&
      other.role === wanted.role &&
      overlap(other, wanted),
  );
}
