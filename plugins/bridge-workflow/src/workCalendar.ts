/** A day of the week as files name it. @public */
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** Days of the week, Monday first. @internal */
export const WEEKDAYS = [
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
] as const satisfies Weekday[];

/** Working days where nothing is said. @internal */
export const WORKDAYS: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** Hours of a working day where nothing is said. @internal */
export const HOURS = { from: '08:00', to: '17:00' };

/**
 * A time of work on some days of the week, as `HH:mm`. Where it ends no later
 * than it begins, it ends on the next day.
 *
 * @public
 */
export interface WorkShift {
  /** The days on which it begins. */
  days: Weekday[];
  from: string;
  /** At most `24:00`. */
  to: string;
}

/** When the people of a workflow work. @public */
export interface WorkCalendar {
  /** An IANA time zone; the plant's where it is left out. */
  timezone?: string;
  /** Short for one shift, together with `hours`. */
  workdays?: Weekday[];
  /** From when until when on a working day, as `HH:mm`; at most `24:00`. */
  hours?: { from: string; to: string };
  /** The times of work of a week; they stand in place of `workdays` and `hours`. */
  shifts?: WorkShift[];
  /** The list of holidays that applies. */
  holidays?: string;
}

/** Days, as `YYYY-MM-DD`, on which it is otherwise than the week says. @public */
export interface Holidays {
  /** Nobody begins to work. */
  off: ReadonlySet<string>;
  /** People work, in exchange for another day; it stands above `off`. */
  work: ReadonlySet<string>;
}

/** What a plant tells its workflows of time. @public */
export interface Plant {
  timeZone: string;
  /** The lists of holidays by their ids. */
  holidays: ReadonlyMap<string, Holidays>;
}

/** The times of work of a week, whichever way the calendar says them. @internal */
export function shiftsOf({
  shifts,
  workdays = WORKDAYS,
  hours = HOURS,
}: WorkCalendar): WorkShift[] {
  return shifts ?? [{ days: workdays, ...hours }];
}
