import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useMemo } from 'react';
import { useCases } from '../api/useCases';
import { useClock } from '../api/useClock';
import { PageFrame } from '../components/PageFrame';
import { SearchField } from '../components/SearchField';
import { libraryTranslationRef } from '../translation/library';
import { BeginButton } from './BeginButton';
import { CaseFilterBar } from './CaseFilterBar';
import { CaseList } from './CaseList';
import { caseQueryOf, useCaseFilters } from './useCaseFilters';

/** Finds cases. @internal */
export function CaseListPage() {
  const { t } = useTranslationRef(libraryTranslationRef);
  const clock = useClock();
  const { filters, change } = useCaseFilters();
  const query = useMemo(() => caseQueryOf(filters), [filters]);
  const cases = useCases(query);
  return (
    <PageFrame
      title={t('page.title')}
      subtitle={t('page.subtitle')}
      demoDay={clock?.demo ? clock.today() : undefined}
      actions={<BeginButton />}
    >
      <SearchField
        words={{
          label: t('search.label'),
          placeholder: t('search.placeholder'),
          clear: t('search.clear'),
          shortcut: t('search.shortcut'),
        }}
        value={filters.q}
        onChange={q => change({ q })}
      />
      <CaseFilterBar
        filters={filters}
        onChange={change}
        total={cases.page?.total}
      />
      <CaseList cases={cases} filters={filters} onChange={change} />
    </PageFrame>
  );
}
