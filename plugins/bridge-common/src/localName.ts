import { Language } from './text';

const BILINGUAL = /^(?<zh>\S*\p{Script=Han}\S*)\s+(?<en>\P{Script=Han}+)$/u;

/**
 * A name in the reader's language where it is written in both, the Chinese
 * first, as names in the catalog are; any other name as it is.
 *
 * @public
 */
export function localName(name: string, language: Language): string {
  return BILINGUAL.exec(name)?.groups?.[language] ?? name;
}
