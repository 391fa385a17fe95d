import type { Item } from '@techbridge/plugin-bridge-common';

/** What the figures of a risk report come to. @internal */
export interface Risk {
  /** How likely times how bad, of 25. */
  priority?: { value: number; probability: number; impact: number };
  /**
   * Whole days from the day of the report to the day of the first incident;
   * less than 0 where it was reported only afterwards.
   */
  leadDays?: number;
}

const DAY_MS = 86_400_000;

/**
 * The priority of a risk and how early the warning came. Both days are those
 * of the plant.
 *
 * @internal
 */
export function riskOf(
  { data, createdAt }: Pick<Item, 'data' | 'createdAt'>,
  timeZone: string,
): Risk {
  const { probability, impact, firstIncidentAt } = data;
  const rated = typeof probability === 'number' && typeof impact === 'number';
  return {
    ...(rated && {
      priority: { value: probability * impact, probability, impact },
    }),
    ...(typeof firstIncidentAt === 'string' && {
      leadDays: daysBetween(dayIn(createdAt, timeZone), firstIncidentAt),
    }),
  };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

// Swedish writes dates as ISO does.
function dayIn(moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(
    Date.parse(moment),
  );
}
