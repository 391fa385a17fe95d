import { Holidays, shiftsOf, WEEKDAYS, WorkCalendar } from './workCalendar';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const THURSDAY = 3;

/** A time of work, in milliseconds since midnight of the day on which it begins. @internal */
export interface WorkSpan {
  begins: number;
  /** More than a day where it ends on the next one. */
  ends: number;
}

/** The times of work that begin on a day, counted from 1970-01-01. @internal */
export type WorkWeek = (day: number) => WorkSpan[];

const NONE: WorkSpan[] = [];

// What is worked out of a calendar is kept as long as the calendar is.
const weeks = new WeakMap<WorkCalendar, WorkSpan[][]>();
const exceptions = new WeakMap<Holidays, Map<number, boolean>>();

/**
 * The working week of a calendar, with the days on which it is otherwise. A
 * holiday has no shift that begins on it; a day that is worked in exchange has
 * those of the first working day of the week.
 *
 * @internal
 */
export function workWeek(
  calendar: WorkCalendar,
  holidays?: Holidays,
): WorkWeek {
  const spans = spansByWeekday(calendar);
  const usual = spans.find(({ length }) => length > 0) ?? NONE;
  const others = holidays ? exceptionsOf(holidays) : undefined;
  return day => {
    const isWorked = others?.get(day);
    if (isWorked !== undefined) {
      return isWorked ? usual : NONE;
    }
    // The first day of all was a Thursday.
    return spans[(((day + THURSDAY) % 7) + 7) % 7];
  };
}

/** The times of work of each weekday, Monday first, in their order. @internal */
export function spansByWeekday(calendar: WorkCalendar): WorkSpan[][] {
  return known(weeks, calendar, () =>
    WEEKDAYS.map(weekday =>
      shiftsOf(calendar)
        .filter(({ days }) => days.includes(weekday))
        .map(spanOf)
        .sort((a, b) => a.begins - b.begins),
    ),
  );
}

/** A shift as a span of the day on which it begins. @internal */
export function spanOf({ from, to }: { from: string; to: string }): WorkSpan {
  const begins = sinceMidnight(from);
  const ends = sinceMidnight(to);
  return { begins, ends: ends > begins ? ends : ends + DAY };
}

/** Whether it is worked, on the days of which a list says so. */
function exceptionsOf(holidays: Holidays): Map<number, boolean> {
  return known(exceptions, holidays, () => {
    const days = (list: ReadonlySet<string>, isWorked: boolean) =>
      [...list].map((day): [number, boolean] => [
        Date.parse(day) / DAY,
        isWorked,
      ]);
    return new Map([
      ...days(holidays.off, false),
      ...days(holidays.work, true),
    ]);
  });
}

function known<K extends object, V>(
  all: WeakMap<K, V>,
  key: K,
  made: () => V,
): V {
  const found = all.get(key) ?? made();
  all.set(key, found);
  return found;
}

function sinceMidnight(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours * 60 + minutes) * MINUTE;
}
