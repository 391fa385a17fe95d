import { Subject } from '@techbridge/bridge-workflow';
import { DateTime } from 'luxon';

/**
 * The series in which the items of a subject are numbered: one a prefix, and
 * one a year where the key names the year.
 *
 * @internal
 */
export function seriesOf(subject: Subject, now: string, zone: string): string {
  return `key:${filled(subject, now, zone).replace(/\{n:\d+\}/, '#')}`;
}

/** The key of the item with this number. @internal */
export function keyOf(
  subject: Subject,
  now: string,
  zone: string,
  number: number,
): string {
  return filled(subject, now, zone).replace(/\{n:(\d+)\}/, (_, digits) =>
    String(number).padStart(Number(digits), '0'),
  );
}

/** The number in a key, and its series; undefined when it has another form. @internal */
export function numberIn(
  key: string,
  subject: Subject,
): { series: string; number: number } | undefined {
  const pattern = subject.keyFormat
    .replace('{prefix}', subject.keyPrefix)
    .replace('{yyyy}', '(?:\\d{4})')
    .replace(/\{n:\d+\}/, '(\\d+)');
  const found = new RegExp(`^${pattern}$`).exec(key);
  return found
    ? {
        series: `key:${key.slice(0, -found[1].length)}#`,
        number: Number(found[1]),
      }
    : undefined;
}

function filled(subject: Subject, now: string, zone: string): string {
  const year = DateTime.fromISO(now).setZone(zone).toFormat('yyyy');
  return subject.keyFormat
    .replace('{prefix}', subject.keyPrefix)
    .replace('{yyyy}', year);
}
