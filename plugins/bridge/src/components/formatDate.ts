import type { Language } from '@techbridge/plugin-bridge-common';

/**
 * A calendar day such as `2025-12-31` as the reader writes it.
 *
 * @internal
 */
export function formatDate(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeZone: 'UTC',
  }).format(Date.parse(day));
}
