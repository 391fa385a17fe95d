import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { SystemQuery } from '../api/bridgeApiRef';
import { useClock } from '../api/useClock';
import { useMe } from '../api/useMe';
import { PageFrame } from '../components/PageFrame';
import { newSystemRouteRef, systemsRouteRef } from '../routes';
import { systemsTranslationRef } from '../translation/systems';
import { FilterBar } from './FilterBar';
import { RegisterButton } from './RegisterButton';
import { RegisterSystem } from './RegisterSystem';
import { SearchField } from './SearchField';
import { SystemList } from './SystemList';
import { SystemFilters, useSystemFilters } from './useSystemFilters';
import { useSystemSearch } from './useSystemSearch';

/** Who owns which system, and whom to ask now. @internal */
export function SystemsPage() {
  const { t } = useTranslationRef(systemsTranslationRef);
  const clock = useClock();
  const { filters, change } = useSystemFilters();
  const search = useSystemSearch(useQuery(filters));
  const form = useRegisterForm();
  return (
    <PageFrame
      title={t('page.title')}
      subtitle={t('page.subtitle')}
      demoDay={clock?.demo ? clock.today() : undefined}
      actions={<RegisterButton onClick={form.open} />}
    >
      <SearchField value={filters.q} onChange={q => change({ q })} />
      <FilterBar
        filters={filters}
        onChange={change}
        total={search.page?.total}
      />
      <SystemList search={search} filters={filters} onChange={change} />
      {form.isOpen && (
        <RegisterSystem onClose={form.close} onChanged={search.reload} />
      )}
    </PageFrame>
  );
}

function useQuery(filters: SystemFilters): SystemQuery | undefined {
  const me = useMe();
  const { mine, ...others } = filters;
  const superUser = mine ? me?.ref : undefined;
  const waiting = mine && !me;
  const key = JSON.stringify({ ...others, superUser });
  return useMemo(
    () => (waiting ? undefined : (JSON.parse(key) as SystemQuery)),
    [waiting, key],
  );
}

function useRegisterForm() {
  const listPath = useRouteRef(systemsRouteRef)();
  const formPath = useRouteRef(newSystemRouteRef)();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return {
    isOpen: pathname.replace(/\/$/, '').endsWith(formPath),
    open: () => navigate(formPath + search),
    close: () => navigate(listPath + search, { replace: true }),
  };
}
