import {
  BridgeError,
  FieldProblem,
  Meeting,
  MeetingInput,
} from '@techbridge/plugin-bridge-common';
import { momentIn, wallClockIn } from './zonedMoment';

/** How often a meeting can be planned anew, in weeks; 0 is once only. @internal */
export const REPEATS = ['0', '1', '2', '4'];

/** What a new time is for. @internal */
export const MOVES = ['this', 'series'] as const;

/** A plan as it is typed. @internal */
export interface PlanValues {
  title: string;
  group: string;
  chair: string;
  place: string;
  day: string;
  time: string;
  minutes: string;
  quorumPercent: string;
  repeat: string;
  until: string;
  moves: (typeof MOVES)[number];
}

/** The fields at which a refusal stands. @internal */
export const PLAN_FIELDS = [
  'title',
  'group',
  'chair',
  'place',
  'startsAt',
  'minutes',
  'quorumPercent',
  'repeat',
] as const;

/** Where a new plan starts from. @internal */
export function newPlan(chair: string): PlanValues {
  return {
    ...{ title: '', group: '', chair, place: '', day: '', time: '' },
    ...{ minutes: '90', quorumPercent: '60', repeat: '0', until: '' },
    moves: 'this',
  };
}

/** A plan that can be changed. @internal */
export function planOf(meeting: Meeting, timeZone: string): PlanValues {
  const { title, chair, place, startsAt, minutes, quorumPercent } = meeting;
  const { repeat } = meeting;
  return {
    ...newPlan(chair),
    ...wallClockIn(timeZone, startsAt),
    ...{ title, group: meeting.group.ref, place: place ?? '' },
    ...{ minutes: String(minutes), quorumPercent: String(quorumPercent) },
    ...(repeat && { repeat: String(repeat.weeks), until: repeat.until }),
  };
}

/**
 * What is sent of a plan.
 *
 * @throws BridgeError that names every field that cannot be sent as it is
 * @internal
 */
export function planInput(values: PlanValues, timeZone: string) {
  const problems = problemsOf(values);
  if (problems.length > 0) {
    throw new BridgeError('invalid-input', { fields: problems });
  }
  const place = values.place.trim();
  return {
    ...{ title: values.title.trim(), chair: values.chair },
    ...(place && { place }),
    startsAt: momentIn(timeZone, values.day, values.time),
    minutes: Number(values.minutes),
    quorumPercent: Number(values.quorumPercent),
  };
}

/** What is sent of a new plan; throws as {@link planInput} does. @internal */
export function meetingInput(
  values: PlanValues,
  timeZone: string,
): MeetingInput {
  const repeat = repeatIn(values);
  return {
    ...planInput(values, timeZone),
    group: values.group,
    ...(repeat && { repeat }),
  };
}

/** What is sent of a changed plan; throws as {@link planInput} does. @internal */
export function changeInput(values: PlanValues, timeZone: string) {
  return {
    ...planInput(values, timeZone),
    ...{ moves: values.moves, repeat: repeatIn(values) },
  };
}

function repeatIn({ repeat, until }: PlanValues) {
  const weeks = Number(repeat);
  return weeks > 0 ? { weeks, until } : null;
}

function problemsOf(values: PlanValues): FieldProblem[] {
  const { title, group, chair, day, time, repeat, until } = values;
  const missing = {
    ...{ title: title.trim(), group, chair, startsAt: day && time },
    'repeat.until': repeat === '0' || until,
  };
  const { minutes, quorumPercent } = values;
  return [
    ...Object.entries(missing)
      .filter(([, value]) => !value)
      .map(([path]) => ({ path, code: 'required' as const })),
    ...Object.entries({ minutes, quorumPercent })
      .filter(([, value]) => !/^\d+$/.test(value))
      .map(([path]) => ({ path, code: 'not-a-number' as const })),
  ];
}
