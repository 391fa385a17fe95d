import { Label } from './definition';
import { WorkCalendar } from './workCalendar';
import { spansByWeekday, WorkSpan } from './workWeek';

/** What the days of a week are called, Monday first. @internal */
export const DAY_NAMES: Label[] = [
  { en: 'Mon', zh: '周一' },
  { en: 'Tue', zh: '周二' },
  { en: 'Wed', zh: '周三' },
  { en: 'Thu', zh: '周四' },
  { en: 'Fri', zh: '周五' },
  { en: 'Sat', zh: '周六' },
  { en: 'Sun', zh: '周日' },
];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The times of work of a week as people say them, such as “Mon–Fri 08:00–17:00;
 * Sat 08:00–12:00”.
 *
 * @internal
 */
export function calendarInWords(calendar: WorkCalendar): Label {
  const groups = alikeDays(spansByWeekday(calendar)).map(
    ({ first, last, spans }) => {
      const days = daysInWords(first, last);
      const times = spans.map(spanInWords);
      return {
        en: `${days.en} ${times.map(({ en }) => en).join(', ')}`,
        zh: `${days.zh} ${times.map(({ zh }) => zh).join('、')}`,
      };
    },
  );
  return {
    en: groups.map(({ en }) => en).join('; '),
    zh: groups.map(({ zh }) => zh).join('；'),
  };
}

interface AlikeDays {
  first: number;
  last: number;
  spans: WorkSpan[];
}

/** Working days that follow each other and have the same times of work. */
function alikeDays(week: WorkSpan[][]): AlikeDays[] {
  const groups: AlikeDays[] = [];
  week.forEach((spans, day) => {
    const group = groups.at(-1);
    const isAlike = JSON.stringify(group?.spans) === JSON.stringify(spans);
    if (group && isAlike && group.last === day - 1) {
      group.last = day;
    } else if (spans.length > 0) {
      groups.push({ first: day, last: day, spans });
    }
  });
  return groups;
}

function daysInWords(first: number, last: number): Label {
  if (last - first === DAY_NAMES.length - 1) {
    return { en: 'every day', zh: '每天' };
  }
  const [from, to] = [DAY_NAMES[first], DAY_NAMES[last]];
  return first === last
    ? from
    : { en: `${from.en}–${to.en}`, zh: `${from.zh}至${to.zh}` };
}

function spanInWords({ begins, ends }: WorkSpan): Label {
  const from = timeOf(begins);
  return ends > DAY
    ? {
        en: `${from}–${timeOf(ends - DAY)} of the next day`,
        zh: `${from}–次日${timeOf(ends - DAY)}`,
      }
    : { en: `${from}–${timeOf(ends)}`, zh: `${from}–${timeOf(ends)}` };
}

function timeOf(time: number): string {
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${two(Math.floor(time / HOUR))}:${two((time % HOUR) / MINUTE)}`;
}
