/** The units that a time is entered in. @internal */
export const UNITS = ['minutes', 'hours', 'days', 'weeks', 'months'] as const;

/** A unit that a time is entered in. @internal */
export type Unit = (typeof UNITS)[number];

const WRITTEN: { [unit in Unit]: [before: string, after: string] } = {
  minutes: ['PT', 'M'],
  hours: ['PT', 'H'],
  days: ['P', 'D'],
  weeks: ['P', 'W'],
  months: ['P', 'M'],
};

/** A number of one unit. @internal */
export interface DurationParts {
  amount: string;
  unit: Unit;
}

/**
 * A duration as a number of one unit.
 *
 * @param duration - an ISO 8601 duration
 * @returns undefined where it has several units, as `P1DT12H`
 * @internal
 */
export function durationParts(duration: string): DurationParts | undefined {
  for (const unit of UNITS) {
    const [before, after] = WRITTEN[unit];
    const amount = duration.slice(before.length, -after.length);
    if (duration === before + amount + after && !/[A-Z]/.test(amount)) {
      return { amount, unit };
    }
  }
  return undefined;
}

/** The ISO 8601 duration of a number of one unit. @internal */
export function durationOf({ amount, unit }: DurationParts): string {
  const [before, after] = WRITTEN[unit];
  return before + amount.trim() + after;
}
