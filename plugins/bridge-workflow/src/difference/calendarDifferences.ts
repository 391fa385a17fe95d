import { calendarInWords } from '../calendarInWords';
import { Label, WorkflowDefinition } from '../definition';
import { WorkCalendar } from '../workCalendar';
import { Difference } from './Difference';

const NONE: Label = { en: 'none', zh: '无' };
const OF_PLANT: Label = { en: 'that of the plant', zh: '工厂所在时区' };

/** What a calendar says, part by part, and what each part is called. */
const PARTS: {
  path: string;
  name: Label;
  say: (calendar: WorkCalendar) => Label;
}[] = [
  {
    path: 'spec.calendar',
    name: { en: 'Working time', zh: '工作时间' },
    say: calendarInWords,
  },
  {
    path: 'spec.calendar.timezone',
    name: { en: 'Time zone of working time', zh: '工作时间的时区' },
    say: ({ timezone }) => (timezone ? same(timezone) : OF_PLANT),
  },
  {
    path: 'spec.calendar.holidays',
    name: { en: 'List of holidays', zh: '节假日表' },
    say: ({ holidays }) => (holidays ? same(holidays) : NONE),
  },
];

/**
 * When people work otherwise than before, in words. Two ways of writing the same
 * week do not differ.
 *
 * @internal
 */
export function calendarDifferences(
  { calendar: before }: WorkflowDefinition,
  { calendar: after }: WorkflowDefinition,
): Difference[] {
  // Without one, what counts in working time cannot be there either.
  const told = before && after ? PARTS : PARTS.slice(0, 1);
  return told.flatMap(({ path, name, say }): Difference[] => {
    const [was, is] = [before, after].map(one => (one ? say(one) : NONE));
    const message = {
      en: `${name.en}: ${was.en} → ${is.en}`,
      zh: `${name.zh}：${was.zh} → ${is.zh}`,
    };
    return was.en === is.en ? [] : [{ class: 'minor', path, message }];
  });
}

function same(text: string): Label {
  return { en: text, zh: text };
}
