import type { Language } from '@techbridge/plugin-bridge-common';

const LOCALES: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN' };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A moment as the reader writes it, on the plant's clock.
 *
 * @param timeZone - the plant's; without it the browser's
 * @internal
 */
export function formatMoment(
  moment: string,
  language: Language,
  timeZone?: string,
): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(Date.parse(moment));
}

/**
 * The time of day of a moment, on the plant's clock.
 *
 * @param timeZone - the plant's; without it the browser's
 * @internal
 */
export function formatTimeOfDay(
  moment: string | number,
  language: Language,
  timeZone?: string,
): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeStyle: 'short',
    timeZone,
  }).format(new Date(moment));
}

/**
 * The end of what began at another moment: a time of day, and the day only where
 * it is not the same.
 *
 * @internal
 */
export function formatEnd(
  from: string,
  until: string,
  language: Language,
  timeZone?: string,
): string {
  const day = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone });
  const [begun, ended] = [from, until].map(moment =>
    day.format(Date.parse(moment)),
  );
  const format = begun === ended ? formatTimeOfDay : formatMoment;
  return format(until, language, timeZone);
}

/** How long something takes, in its largest unit: "3 days". @internal */
export function formatSpan(milliseconds: number, language: Language): string {
  const [unit, size] = unitOf(milliseconds);
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).format(Math.max(0, Math.floor(milliseconds / size)));
}

function unitOf(milliseconds: number): [string, number] {
  if (milliseconds >= DAY) {
    return ['day', DAY];
  }
  return milliseconds >= HOUR ? ['hour', HOUR] : ['minute', MINUTE];
}
