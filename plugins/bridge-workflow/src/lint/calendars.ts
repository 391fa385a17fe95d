import { Duration, IANAZone } from 'luxon';
import { WorkflowDefinition } from '../definition';
import { Finding, Path } from '../problems';
import { shiftRules } from './shifts';
import { boardsIn, statePath } from './traverse';

/**
 * The time zone, the hours and the holidays must be there.
 *
 * @param holidayLists - the ids of those of the plant, where they are known
 * @internal
 */
export function calendars(
  definition: WorkflowDefinition,
  holidayLists?: string[],
): Finding[] {
  return [
    ...workingTimes(definition),
    ...shiftRules(definition),
    ...workingDurations(definition),
    ...holidays(definition, holidayLists),
  ];
}

function workingTimes({ calendar }: WorkflowDefinition): Finding[] {
  const { timezone, hours } = calendar ?? {};
  const path = ['spec', 'calendar'];
  return [
    ...(timezone === undefined || IANAZone.isValidZone(timezone)
      ? []
      : [
          {
            rule: 'calendar-zone' as const,
            path: [...path, 'timezone'],
            parameters: { timezone },
          },
        ]),
    ...(hours && hours.from >= hours.to
      ? [{ rule: 'calendar-hours' as const, path: [...path, 'hours'] }]
      : []),
  ];
}

function holidays(
  { calendar }: WorkflowDefinition,
  known?: string[],
): Finding[] {
  const list = calendar?.holidays;
  return list === undefined || !known || known.includes(list)
    ? []
    : [
        {
          rule: 'calendar-holidays',
          path: ['spec', 'calendar', 'holidays'],
          parameters: { list, known: known.join(', ') || '–' },
        },
      ];
}

function workingDurations(definition: WorkflowDefinition): Finding[] {
  return durationsIn(definition).flatMap(({ duration, path }): Finding[] => {
    if (!definition.calendar) {
      return [{ rule: 'calendar-missing', path }];
    }
    const { years, months, weeks } = Duration.fromISO(duration).toObject();
    return years || months || weeks
      ? [{ rule: 'calendar-duration', path, parameters: { duration } }]
      : [];
  });
}

/** The durations that count working time. */
function durationsIn(
  definition: WorkflowDefinition,
): { duration: string; path: Path }[] {
  const timers = Object.entries(definition.states).flatMap(([id, state]) =>
    state.timers.map((timer, place) => ({
      timer,
      path: statePath(id, 'timers', place),
    })),
  );
  const ofTimers = timers
    .filter(({ timer }) => timer.calendar)
    .flatMap(({ timer: { after, repeat }, path }) => [
      { duration: after, path: [...path, 'after'] },
      ...(repeat
        ? [{ duration: repeat.every, path: [...path, 'repeat', 'every'] }]
        : []),
    ]);
  const ofBoards = boardsIn(definition)
    .filter(({ board }) => board.deadline?.calendar)
    .flatMap(({ board: { deadline, remind = [] }, path }) => [
      { duration: deadline?.after ?? '', path: [...path, 'deadline', 'after'] },
      ...(deadline?.extend
        ? [
            {
              duration: deadline.extend.by,
              path: [...path, 'deadline', 'extend', 'by'],
            },
          ]
        : []),
      ...remind.map((duration, place) => ({
        duration,
        path: [...path, 'remind', place],
      })),
    ]);
  return [...ofTimers, ...ofBoards];
}
