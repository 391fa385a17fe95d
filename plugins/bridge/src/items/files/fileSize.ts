import type { Language } from '@techbridge/plugin-bridge-common';

/** How large a file is, as the reader writes it. @internal */
export function fileSize(bytes: number, language: Language): string {
  const isLarge = bytes >= 1_000_000;
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  });
  return format.format(
    isLarge ? bytes / 1_000_000 : Math.max(1, bytes / 1_000),
  );
}
