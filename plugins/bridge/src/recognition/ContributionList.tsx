import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ContributionRows } from '../api/useContributions';
import { ErrorNotice } from '../components/ErrorNotice';
import { MoreButton } from '../components/MoreButton';
import { Notice } from '../components/Notice';
import { Panel } from '../components/Panel';
import { RowSkeleton } from '../components/RowSkeleton';
import { recognitionTranslationRef } from '../translation/recognition';
import { ContributionLines } from './ContributionLines';

/** Where points come from, or why nothing stands here. @internal */
export function ContributionList({ rows }: { rows: ContributionRows }) {
  const { t } = useTranslationRef(recognitionTranslationRef);
  const { page, loading, error, reload, loadMore } = rows;
  if (error) {
    return (
      <ErrorNotice
        title={t('error.contributions')}
        error={error}
        onRetry={reload}
      />
    );
  }
  if (!page) {
    return <RowSkeleton label={t('person.loading')} />;
  }
  if (page.items.length === 0 && !loading) {
    return <Notice title={t('empty.person')} hint={t('empty.personHint')} />;
  }
  return (
    <Panel title={t('person.list')}>
      <ContributionLines label={t('person.list')} contributions={page.items} />
      {page.nextCursor && (
        <MoreButton
          label={t('person.more')}
          busy={loading}
          onClick={loadMore}
        />
      )}
    </Panel>
  );
}
