const calendars = new Map<string, Intl.DateTimeFormat>();

/** The day of a moment in a time zone, as `YYYY-MM-DD`. @internal */
export function dayOf(moment: string, timeZone: string): string {
  return calendarOf(timeZone).format(new Date(moment));
}

// To make one takes a hundred times longer than to ask it.
function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone);
  if (known) {
    return known;
  }
  // Sweden writes its dates as ISO 8601 does.
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone });
  calendars.set(timeZone, calendar);
  return calendar;
}
