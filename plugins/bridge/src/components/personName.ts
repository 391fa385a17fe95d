import type { Language } from '@techbridge/plugin-bridge-common';

const BILINGUAL =
  /^(?<zh>\p{Script=Han}[\p{Script=Han}·]*)\s+(?<en>\p{Script=Latin}.*)$/u;

/**
 * A name in the reader's language where it is written in both, such as
 * "Ma Jun" behind its Chinese characters; any other name as it is.
 *
 * @internal
 */
export function personName(name: string, language: Language): string {
  return BILINGUAL.exec(name)?.groups?.[language] ?? name;
}
