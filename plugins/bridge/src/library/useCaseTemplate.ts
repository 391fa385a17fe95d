import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { libraryTranslationRef } from '../translation/library';

/** The headings that a new case starts with, in the reader's language. @internal */
export function useCaseTemplate(): string {
  const { t } = useTranslationRef(libraryTranslationRef);
  const parts = [
    [t('template.issue'), t('template.issueHint')],
    [t('template.environment'), t('template.environmentHint')],
    [t('template.cause'), ''],
    [t('template.steps'), `1. ${t('template.step')}`],
    [t('template.stop'), ''],
  ];
  return parts
    .map(([heading, hint]) => `## ${heading}\n\n${hint}`.trimEnd())
    .join('\n\n')
    .concat('\n');
}
