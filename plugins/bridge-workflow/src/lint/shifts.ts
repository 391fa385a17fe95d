import { DAY_NAMES } from '../calendarInWords';
import { WorkflowDefinition } from '../definition';
import { Finding, Path } from '../problems';
import { WEEKDAYS, WorkShift } from '../workCalendar';
import { spanOf } from '../workWeek';

const DAY = 24 * 60 * 60_000;
const WEEK = 7 * DAY;

/** On which weekday a shift works, and when in the week, in milliseconds. */
interface Turn {
  weekday: number;
  begins: number;
  ends: number;
}

/**
 * Shifts have a time, do not overlap, and stand alone.
 *
 * @internal
 */
export function shiftRules({ calendar }: WorkflowDefinition): Finding[] {
  const { shifts, workdays, hours } = calendar ?? {};
  if (!shifts) {
    return [];
  }
  const path = ['spec', 'calendar', 'shifts'];
  const empty = shifts.flatMap(({ from, to }, place): Finding[] =>
    from === to ? [{ rule: 'calendar-shift', path: [...path, place] }] : [],
  );
  const twice: Finding[] =
    workdays || hours ? [{ rule: 'calendar-twice', path }] : [];
  return [
    ...twice,
    ...empty,
    ...(empty.length > 0 ? [] : overlaps(shifts, path)),
  ];
}

function overlaps(shifts: WorkShift[], path: Path): Finding[] {
  const turns = shifts.map(turnsOf);
  return shifts.flatMap((_, place): Finding[] => {
    // A shift may come twice on the same day, too.
    const others = turns.slice(0, place).flat();
    const own = turns[place];
    const clash = own.find((turn, at) =>
      [...others, ...own.slice(0, at)].some(other => meets(turn, other)),
    );
    const parameters = clash && { day: DAY_NAMES[clash.weekday] };
    return clash
      ? [{ rule: 'calendar-overlap', path: [...path, place], parameters }]
      : [];
  });
}

function turnsOf(shift: WorkShift): Turn[] {
  const { begins, ends } = spanOf(shift);
  return shift.days.map(day => {
    const weekday = WEEKDAYS.indexOf(day);
    const since = weekday * DAY;
    return { weekday, begins: since + begins, ends: since + ends };
  });
}

/** The week after is like this one, so Sunday night runs into Monday. */
function meets(one: Turn, other: Turn): boolean {
  return [-WEEK, 0, WEEK].some(
    later => one.begins < other.ends + later && other.begins + later < one.ends,
  );
}
