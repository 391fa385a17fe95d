import type { Language } from '@techbridge/plugin-bridge-common';

const BILINGUAL = /^(?<zh>\S*\p{Script=Han}\S*)\s+(?<en>\P{Script=Han}+)$/u;

/**
 * A name in the reader's language where it is written in both, the Chinese
 * first, as names in the catalog are; any other name as it is.
 *
 * @internal
 */
export function localName(name: string, language: Language): string {
  return BILINGUAL.exec(name)?.groups?.[language] ?? name;
}
