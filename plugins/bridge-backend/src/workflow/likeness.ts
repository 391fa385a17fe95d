import { indexTokens, withoutQuestionWords } from '@techbridge/cjk-text';

/** What is compared of two items. @internal */
export interface Subject {
  title: string;
  system: string | null;
}

const ENOUGH = 0.4;
/** Of two items about one system fewer words need be the same. */
const ENOUGH_OF_ONE_SYSTEM = 0.25;

/**
 * The words by which items are alike: those that a search would look for, and
 * no single characters, which too much has in common.
 *
 * @internal
 */
export function tellingWords(title: string): string[] {
  const words = indexTokens(withoutQuestionWords(title));
  return words.filter(word => [...word].length > 1);
}

/**
 * How much two items have in common, from 0 to 1: the share of the words of
 * both titles that stand in both; 0 where that is too little.
 *
 * @internal
 */
export function likeness(one: Subject, other: Subject): number {
  const [own, others] = [one, other].map(
    ({ title }) => new Set(tellingWords(title)),
  );
  const words = own.size + others.size;
  const common = [...own].filter(word => others.has(word)).length;
  const shared = words === 0 ? 0 : (2 * common) / words;
  const isOfOneSystem = one.system !== null && one.system === other.system;
  return shared >= (isOfOneSystem ? ENOUGH_OF_ONE_SYSTEM : ENOUGH) ? shared : 0;
}
