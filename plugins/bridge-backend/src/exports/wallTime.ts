const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * What the clock on the wall shows at a moment, as `2025-12-31 09:00:00`.
 *
 * @internal
 */
export function wallTime(moment: string, timeZone: string): string {
  return clockOf(timeZone).format(Date.parse(moment));
}

// An export asks it some hundred thousand times, and making one takes long.
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) {
    return known;
  }
  // Sweden writes its dates as ISO 8601 does.
  const clock = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone, dateStyle: 'short', timeStyle: 'medium' },
  });
  clocks.set(timeZone, clock);
  return clock;
}
