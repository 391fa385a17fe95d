import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { CaseRow, Page } from '@techbridge/plugin-bridge-common';
import type { Cases } from '../api/useCases';
import { useTitles } from '../api/useTitles';
import { ErrorNotice } from '../components/ErrorNotice';
import { MoreButton } from '../components/MoreButton';
import { Notice } from '../components/Notice';
import { libraryTranslationRef } from '../translation/library';
import { BeginButton } from './BeginButton';
import { CaseCard } from './CaseCard';
import { CaseSkeleton } from './CaseSkeleton';
import { refOfSystem } from '../components/refOfSystem';
import { useCardStyles } from './useCardStyles';
import { CaseFilters, isNarrowed } from './useCaseFilters';

const useStyles = makeStyles({
  older: { opacity: 0.55, transition: 'opacity 150ms 200ms' },
});

interface CaseListProps {
  cases: Cases;
  filters: CaseFilters;
  onChange(changes: Partial<CaseFilters>): void;
}

/** The cases found, or why there are none. @internal */
export function CaseList({ cases, filters, onChange }: CaseListProps) {
  const { t } = useTranslationRef(libraryTranslationRef);
  const { page, loading, error, reload } = cases;
  const failure = error && (
    <ErrorNotice title={t('error.list')} error={error} onRetry={reload} />
  );
  if (failure && (!page || error.code === 'not-allowed')) {
    return failure;
  }
  if (!page) {
    return <CaseSkeleton />;
  }
  return (
    <>
      {failure}
      {page.items.length > 0 ? (
        <FoundCases cases={cases} page={page} />
      ) : (
        !loading && <NothingFound filters={filters} onChange={onChange} />
      )}
    </>
  );
}

function FoundCases(props: { cases: Cases; page: Page<CaseRow> }) {
  const { loading, loadMore } = props.cases;
  const { items, nextCursor } = props.page;
  const { t } = useTranslationRef(libraryTranslationRef);
  const classes = useStyles();
  const titleOf = useTitles(
    items.flatMap(({ author, systems }) => [
      author,
      ...systems.map(refOfSystem),
    ]),
  );
  return (
    <div className={loading ? classes.older : undefined} aria-busy={loading}>
      <ul className={useCardStyles().grid} aria-label={t('list.label')}>
        {items.map(found => (
          <CaseCard key={found.id} found={found} titleOf={titleOf} />
        ))}
      </ul>
      {nextCursor && (
        <MoreButton label={t('list.more')} busy={loading} onClick={loadMore} />
      )}
    </div>
  );
}

function NothingFound({ filters, onChange }: Omit<CaseListProps, 'cases'>) {
  const { t } = useTranslationRef(libraryTranslationRef);
  const narrowed = isNarrowed(filters);
  return (
    <Notice {...useWords(filters)}>
      {filters.q && (
        <Button variant="outlined" onClick={() => onChange({ q: '' })}>
          {t('search.clear')}
        </Button>
      )}
      {narrowed && (
        <Button
          variant="outlined"
          onClick={() => onChange({ system: undefined, published: undefined })}
        >
          {t('filter.clear')}
        </Button>
      )}
      {!narrowed && <BeginButton quiet />}
    </Notice>
  );
}

function useWords(filters: CaseFilters): { title: string; hint: string } {
  const { t } = useTranslationRef(libraryTranslationRef);
  if (filters.q) {
    return {
      title: t('empty.title', { query: filters.q }),
      hint: t('empty.hint'),
    };
  }
  return isNarrowed(filters)
    ? { title: t('empty.filtered'), hint: t('empty.filteredHint') }
    : { title: t('empty.none'), hint: t('empty.noneHint') };
}
