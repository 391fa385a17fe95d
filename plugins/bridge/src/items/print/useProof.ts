import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useClock } from '../../api/useClock';
import type { ItemOnPaper } from '../../api/useItemSheet';
import { formatDate } from '../../components/formatDate';
import { useLanguage } from '../../components/useLanguage';
import { printTranslationRef } from '../../translation/print';

/**
 * What shows that nothing was changed; and that it is a demo, where it is one.
 *
 * @internal
 */
export function useProof({ entries, brokenAt }: ItemOnPaper): string {
  const { t } = useTranslationRef(printTranslationRef);
  const language = useLanguage();
  const clock = useClock();
  const proof =
    brokenAt === null
      ? t('sheet.proof', {
          lines: String(entries.length),
          hash: entries.at(-1)?.hash ?? '–',
        })
      : t('sheet.broken', { line: String(brokenAt) });
  const date = clock?.demo && formatDate(clock.today(), language);
  return date ? t('sheet.demo', { date, proof }) : proof;
}
