import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useMemo } from 'react';
import { useClock } from '../api/useClock';
import { ItemQuery, useItemSearch } from '../api/useItemSearch';
import { useMe } from '../api/useMe';
import { useWorkflows } from '../api/useWorkflows';
import { later } from '../components/later';
import { PageFrame } from '../components/PageFrame';
import { SearchField } from '../components/SearchField';
import { newItemsRouteRef } from '../routes';
import { itemsTranslationRef } from '../translation/items';
import { ItemFilterBar } from './list/ItemFilterBar';
import { ItemList } from './list/ItemList';
import { ItemFilters, useItemFilters } from './list/useItemFilters';
import { ViewSwitch } from './list/ViewSwitch';

const ExportMenu = later(
  async () => (await import('./list/ExportMenu')).ExportMenu,
);
const SavedFilters = later(
  async () => (await import('./list/SavedFilters')).SavedFilters,
  32,
);
const ItemBoard = later(
  async () => (await import('./board/ItemBoard')).ItemBoard,
  240,
);

/** Every work item: feedback, proposals, requirements, cases. @internal */
export function ItemsPage() {
  const { t } = useTranslationRef(itemsTranslationRef);
  const clock = useClock();
  const workflows = useWorkflows();
  const { filters, change } = useItemFilters();
  const query = useQuery(filters);
  const isBoard = filters.view === 'board';
  const search = useItemSearch(isBoard ? undefined : query);
  const newPath = useRouteRef(newItemsRouteRef)();
  const words = {
    label: t('search.label'),
    placeholder: t('search.placeholder'),
    clear: t('search.clear'),
    shortcut: t('search.shortcut'),
  };
  return (
    <PageFrame
      title={t('page.title')}
      subtitle={t('page.subtitle')}
      demoDay={clock?.demo ? clock.today() : undefined}
      actions={
        <>
          <ExportMenu query={query} />
          <LinkButton to={newPath} color="primary" variant="contained">
            {t('page.new')}
          </LinkButton>
        </>
      }
    >
      <SearchField
        words={words}
        value={filters.q}
        onChange={q => change({ q })}
      />
      <ViewSwitch view={filters.view} onChange={change} />
      <ItemFilterBar
        filters={filters}
        workflows={workflows}
        total={search.page?.total}
        onChange={change}
      />
      <SavedFilters filters={filters} onChange={change} />
      {isBoard ? (
        <ItemBoard
          workflow={workflows?.byId.get(filters.workflow ?? '')}
          query={query}
          clock={clock}
        />
      ) : (
        <ItemList
          search={search}
          filters={filters}
          clock={clock}
          workflows={workflows}
          onChange={change}
        />
      )}
    </PageFrame>
  );
}

/** What to ask; undefined while it is not known who "I" am. */
function useQuery(filters: ItemFilters): ItemQuery | undefined {
  const me = useMe();
  const { mine, assigned, open, overdue, view: _, ...others } = filters;
  const waiting = (mine || assigned) && !me;
  const key = JSON.stringify({
    ...others,
    open: open ? 'true' : undefined,
    overdue: overdue ? 'true' : undefined,
    createdBy: mine ? me?.ref : undefined,
    assignee: assigned ? me?.ref : undefined,
  });
  return useMemo(
    () => (waiting ? undefined : (JSON.parse(key) as ItemQuery)),
    [waiting, key],
  );
}
