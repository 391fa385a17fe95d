const MINUTE = 60_000;

/**
 * The moment at which a clock of the zone shows this day and time, in ISO 8601
 * with the zone's offset then. A time that the zone leaves out when its clocks
 * go forward is read with the offset before.
 *
 * @param day - such as `2026-01-12`
 * @param time - such as `14:00`
 * @internal
 */
export function momentIn(timeZone: string, day: string, time: string): string {
  const wall = Date.parse(`${day}T${time}Z`);
  const near = wall - offsetAt(wall, timeZone) * MINUTE;
  return `${day}T${time}:00${offsetText(offsetAt(near, timeZone))}`;
}

/** What a clock of the zone shows at a moment. @internal */
export function wallClockIn(
  timeZone: string,
  moment: string | number,
): { day: string; time: string } {
  // Swedish writes dates and times as ISO does.
  const shown = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(moment));
  const [day, time] = shown.split(' ');
  return { day, time };
}

function offsetAt(moment: number, timeZone: string): number {
  const { day, time } = wallClockIn(timeZone, moment);
  const minute = Math.floor(moment / MINUTE);
  return Date.parse(`${day}T${time}Z`) / MINUTE - minute;
}

function offsetText(offset: number): string {
  const digits = (number: number) => String(number).padStart(2, '0');
  const size = Math.abs(offset);
  const hours = digits(Math.floor(size / 60));
  return `${offset < 0 ? '-' : '+'}${hours}:${digits(size % 60)}`;
}
