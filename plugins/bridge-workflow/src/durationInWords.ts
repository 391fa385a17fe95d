import { Duration } from 'luxon';
import { Label } from './definition';

/** An ISO 8601 duration as people say it. @internal */
export function durationInWords(duration: string): Label {
  const written = (locale: string) =>
    Duration.fromISO(duration, { locale }).toHuman();
  return { en: written('en'), zh: written('zh-CN') };
}
