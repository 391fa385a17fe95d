import type { Language } from '@techbridge/plugin-bridge-common';

/**
 * A calendar day such as `2025-12-31` as the reader writes it.
 *
 * @param timeZone - of a moment: where to say which day it was
 * @internal
 */
export function formatDate(
  day: string,
  language: Language,
  timeZone = 'UTC',
): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeZone,
  }).format(Date.parse(day));
}
