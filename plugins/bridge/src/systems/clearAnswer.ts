import type { Page, System } from '@techbridge/plugin-bridge-common';

/**
 * The one system that a search names, if it names one clearly: the only one
 * found, or the first one found when its name stands in the question and no
 * other one's does.
 *
 * @internal
 */
export function clearAnswer(
  question: string | undefined,
  page: Page<System>,
): System | undefined {
  const [first, ...others] = page.items;
  if (!question || !first) {
    return undefined;
  }
  const asked = question.toLocaleLowerCase('en-US');
  const isNamed = ({ name, title, aliases }: System) =>
    [name, title.en, title.zh, ...aliases].some(word =>
      asked.includes(word.toLocaleLowerCase('en-US')),
    );
  const onlyOne = others.length === 0 || !others.some(isNamed);
  return onlyOne && (others.length === 0 || isNamed(first)) ? first : undefined;
}
